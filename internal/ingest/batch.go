package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/internal/text"
	"github.com/factdiff/factdiff/witness"
)

// ParseEvent reads one line of the batch protocol. Texts are taken to the
// letter: offsets in the result count in the text that came in.
//
// Types are strict, names of fields are case-sensitive, and fields that the
// protocol does not know are passed over. An optional field may be null, as
// many programs write what they do not have. Of a field given twice the last
// counts. Ids must be unique within the event; that the event's own is unique
// in the input is for the caller to see.
//
// Where the event is invalid but its id can be read, ParseEvent returns an
// event with nothing but that id beside the error. The error is one line and
// names the field.
func ParseEvent(line []byte) (*witness.Event, error) {
	// encoding/json would put U+FFFD for either, and no offset would be right.
	invalid := text.ValidUTF8(line)
	if invalid == nil {
		invalid = loneSurrogate(line)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(line, &fields); err != nil {
		if invalid != nil {
			err = invalid
		}
		return nil, jsonError(err, line)
	}
	if fields == nil {
		return nil, errors.New("want an object, got null")
	}
	id, err := requiredString(fields, "id")
	if err != nil {
		return nil, err
	}
	failed := &witness.Event{ID: id}
	if invalid != nil {
		return failed, invalid
	}
	if id == "" {
		return nil, errors.New("id: empty")
	}
	ev := &witness.Event{ID: id}
	if raw, ok := fields["aligned"]; ok && !isNull(raw) {
		if err := json.Unmarshal(raw, &ev.Aligned); err != nil {
			return failed, fmt.Errorf("aligned: want true or false, got %s", kindOf(raw))
		}
	}
	var reports []json.RawMessage
	raw, ok := fields["witnesses"]
	if !ok {
		return failed, errors.New("witnesses: missing")
	}
	if err := json.Unmarshal(raw, &reports); err != nil || isNull(raw) {
		return failed, fmt.Errorf("witnesses: want a list, got %s", kindOf(raw))
	}
	if len(reports) == 0 {
		return failed, errors.New("witnesses: empty")
	}
	ev.Witnesses = make([]*witness.Witness, len(reports))
	at := make(map[string]*witness.Witness, len(reports))
	for i, raw := range reports {
		w, err := parseWitness(raw)
		if err != nil {
			return failed, fmt.Errorf("witnesses[%d]%w", i, err)
		}
		if at[w.ID] != nil {
			return failed, fmt.Errorf("witnesses[%d].id: %q is already the id of witnesses[%d]", i, w.ID, at[w.ID].Index)
		}
		w.Index = i
		ev.Witnesses[i], at[w.ID] = w, w
	}
	for i, w := range ev.Witnesses {
		for next, n := w, 0; next.Translates != ""; n++ {
			of, ok := at[next.Translates]
			if !ok {
				return failed, fmt.Errorf("witnesses[%d].translates: no witness has the id %q", next.Index, next.Translates)
			}
			if of == w || n > len(at) {
				return failed, fmt.Errorf("witnesses[%d].translates: %q translates itself", i, w.ID)
			}
			next = of
		}
	}
	if ev.Aligned {
		first := ev.Witnesses[0]
		want := protocolLines(first.Text)
		for i, w := range ev.Witnesses[1:] {
			if got := protocolLines(w.Text); got != want {
				return failed, fmt.Errorf("aligned: witnesses[0] has %d lines, witnesses[%d] has %d", want, i+1, got)
			}
		}
	}
	return ev, nil
}

func parseWitness(raw json.RawMessage) (*witness.Witness, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil || fields == nil {
		return nil, fmt.Errorf(": want an object, got %s", kindOf(raw))
	}
	w := &witness.Witness{}
	var err error
	if w.ID, err = requiredString(fields, "id"); err != nil {
		return nil, fmt.Errorf(".%w", err)
	}
	if w.ID == "" {
		return nil, errors.New(".id: empty")
	}
	if w.Text, err = requiredString(fields, "text"); err != nil {
		return nil, fmt.Errorf(".%w", err)
	}
	var published string
	for _, f := range []struct {
		name string
		dst  *string
	}{
		{"lang", &w.Lang}, {"published", &published}, {"source_lang", &w.SourceLang}, {"outlet", &w.Outlet},
		{"url", &w.URL}, {"title", &w.Title}, {"translates", &w.Translates},
	} {
		raw, ok := fields[f.name]
		if !ok || isNull(raw) {
			continue
		}
		if err := json.Unmarshal(raw, f.dst); err != nil {
			return nil, fmt.Errorf(".%s: want a string, got %s", f.name, kindOf(raw))
		}
	}
	for _, l := range []struct{ name, tag string }{{"lang", w.Lang}, {"source_lang", w.SourceLang}} {
		if l.tag != "" && !langTag.MatchString(l.tag) {
			return nil, fmt.Errorf(".%s: %q is not a BCP 47 tag", l.name, l.tag)
		}
	}
	if published != "" {
		if w.Published, err = ParseDate(published); err != nil {
			return nil, fmt.Errorf(".published: %w", err)
		}
	} else if raw, ok := fields["published"]; ok && !isNull(raw) {
		return nil, errors.New(".published: empty")
	}
	return w, nil
}

func requiredString(fields map[string]json.RawMessage, name string) (string, error) {
	raw, ok := fields[name]
	if !ok {
		return "", fmt.Errorf("%s: missing", name)
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil || isNull(raw) {
		return "", fmt.Errorf("%s: want a string, got %s", name, kindOf(raw))
	}
	return s, nil
}

func isNull(raw json.RawMessage) bool { return string(raw) == "null" }

// kindOf names the type of a JSON value.
func kindOf(raw json.RawMessage) string {
	switch c := bytes.TrimSpace(raw)[0]; c {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "a truth value"
	case 'n':
		return "null"
	}
	return "a number"
}

// protocolLines counts lines in which a text may come over the wire: any line
// end counts, and the last line may have one or not.
func protocolLines(s string) int { return countLines(lineEnds(s)) }

// jsonError says where the line stops being JSON.
func jsonError(err error, line []byte) error {
	if len(bytes.TrimSpace(line)) == 0 {
		return errors.New("an empty line")
	}
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: byte %d: %s", syntax.Offset, syntax.Error())
	case errors.As(err, &typ):
		return fmt.Errorf("want an object, got %s", kindOf(line))
	}
	return err
}

// loneSurrogate returns an error where an escape names half of a character
// that is written in two (RFC 8259, section 8.2): it has no form in UTF-8.
func loneSurrogate(line []byte) error {
	for i := 0; ; {
		n := bytes.IndexByte(line[i:], '\\')
		if n < 0 || i+n+1 >= len(line) {
			return nil
		}
		i += n
		u := hex4(line[i:])
		switch {
		case u < 0xD800 || u > 0xDFFF:
			i += 2
		case u < 0xDC00 && isLow(hex4(line[min(i+6, len(line)):])):
			i += 12
		default:
			return fmt.Errorf("byte %d: the escape %s is half of a character", i, strings.ToLower(string(line[i:i+6])))
		}
	}
}

func isLow(u int) bool { return 0xDC00 <= u && u <= 0xDFFF }

// hex4 returns the value of the escape at the start of b, or -1.
func hex4(b []byte) int {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return -1
	}
	v, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return int(v)
}
