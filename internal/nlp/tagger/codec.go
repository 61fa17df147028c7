package tagger

import (
	"encoding/binary"
	"errors"
	"strings"

	"github.com/factdiff/factdiff/internal/nlp/surface"
)

// EncodeTags writes the classes as lines of two tags.
func EncodeTags(tags []Tag) []byte {
	var b strings.Builder
	for _, t := range tags {
		b.WriteString(t.UPOS + " " + t.XPOS + "\n")
	}
	return []byte(b.String())
}

var errCorrupt = errors.New("tagger: corrupt model")

// DecodeTags is the inverse of EncodeTags.
func DecodeTags(data []byte) ([]Tag, error) {
	var tags []Tag
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) != 2 || len(tags) == MaxTags {
			return nil, errCorrupt
		}
		tags = append(tags, Tag{UPOS: f[0], XPOS: f[1]})
	}
	if len(tags) == 0 {
		return nil, errCorrupt
	}
	return tags, nil
}

// Encode writes a lexicon as its keys and then its classes, little-endian.
func (l *Lexicon) Encode() []byte {
	var b []byte
	for _, k := range l.Words.Keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, c := range l.Classes {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return b
}

// DecodeLexicon is the inverse of Encode.
func DecodeLexicon(b []byte) (*Lexicon, error) {
	if len(b)%6 != 0 {
		return nil, errCorrupt
	}
	n := len(b) / 6
	keys, classes := make([]uint32, n), make([]uint16, n)
	for i := range n {
		keys[i] = binary.LittleEndian.Uint32(b[4*i:])
		classes[i] = binary.LittleEndian.Uint16(b[4*n+2*i:])
	}
	return &Lexicon{Words: surface.NewSet(keys), Classes: classes}, nil
}
