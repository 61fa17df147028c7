package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/witness"
)

// cacheFlag says where results are kept; nowhere by default, as reports may be
// under embargo.
type cacheFlag struct{ dir string }

// userCache is the value of --cache without a folder.
const userCache = "user"

func (f *cacheFlag) flag(c *cobra.Command) {
	c.Flags().StringVar(&f.dir, "cache", "", "keep results, and use those of unchanged events, in `DIR` or the user's cache: --cache, --cache=.cache")
	c.Flags().Lookup("cache").NoOptDefVal = userCache
}

// open opens the cache for results that rest on a desk's own words; the nil
// store keeps nothing.
func (f *cacheFlag) open(desk *words) (*store, error) {
	if f.dir == "" {
		return nil, nil
	}
	dir := f.dir
	if dir == userCache {
		home, err := os.UserCacheDir()
		if err != nil {
			return nil, hint("name a folder, as in --cache=.cache", "there is no cache of the user: %v", err)
		}
		dir = filepath.Join(home, "factdiff")
	}
	c, err := gate.OpenCache(dir, 0)
	if err != nil {
		return nil, plain(err)
	}
	binary, err := gate.BinaryHash()
	if err != nil {
		return nil, plain(err)
	}
	return &store{cache: c, binary: binary, words: []byte(desk.key)}, nil
}

// store keeps what checking an event gave.
type store struct {
	cache         *gate.Cache
	binary, words []byte // of which a result is made beside the event
}

// kept is a result as it is stored: what reporters show of it, and no text.
// The texts are part of the key, so that they are at hand when it is found.
type kept struct {
	Result    compare.Result // without what is not JSON
	Traces    [][]string     // of the findings
	Places    [][]int        // the statements of their readings
	Witnesses []keptWitness
	Groups    []witness.Group
}

type keptWitness struct {
	CopyOf     string
	Lang       string
	Statements []keptStatement
}

type keptStatement struct {
	Span            witness.Span
	Paragraph, Line int
	Kind            witness.StatementKind
	Times           []witness.Time // for the timeline; no reporter looks at other facts
}

// check is factdiff.Check, or its result as it was found before. What cannot
// be kept is no error: the next run is only slower.
func (s *store) check(ctx context.Context, ev *witness.Event, o factdiff.Options) (*compare.Result, error) {
	if s == nil {
		return factdiff.Check(ctx, ev, o)
	}
	key := s.key(ev, o)
	if data, ok := s.cache.Get(key); ok {
		if r, ok := restore(ev, o, data); ok {
			return r, nil
		}
	}
	r, err := factdiff.Check(ctx, ev, o)
	if err != nil {
		return nil, err
	}
	if data, err := keep(r); err == nil {
		_ = s.cache.Put(key, data)
	}
	return r, nil
}

// key depends on all that a result depends on: the reports with what is known
// of them, the settings, the desk's words, and the program.
func (s *store) key(ev *witness.Event, o factdiff.Options) string {
	settings := []any{o.Vote, o.Alignment, ev.ID, ev.Title, ev.Aligned}
	for _, c := range o.Checks {
		settings = append(settings, c.Name)
	}
	for _, w := range ev.Witnesses {
		settings = append(settings, w.ID, w.Text, w.Lang, w.SourceLang, w.Outlet, w.Title, w.Author, w.URL, w.Translates, w.CopyOf, w.Published)
	}
	data, err := json.Marshal(settings)
	if err != nil {
		panic(err) // strings, numbers and dates
	}
	return gate.Key([]byte("result 1"), s.binary, s.words, data)
}

func keep(r *compare.Result) ([]byte, error) {
	k := kept{Result: compare.Result{Schema: r.Schema, ID: r.ID, Witnesses: r.Witnesses, Groups: r.Groups, Findings: r.Findings, Notes: r.Notes}}
	for _, f := range r.Findings {
		var places []int
		for _, rd := range f.Readings {
			places = append(places, rd.Statement)
		}
		k.Traces, k.Places = append(k.Traces, f.Trace), append(k.Places, places)
	}
	for _, w := range r.Event.Witnesses {
		kw := keptWitness{CopyOf: w.CopyOf, Lang: w.Lang}
		for _, st := range w.Statements {
			ks := keptStatement{Span: st.Span, Paragraph: st.Paragraph, Line: st.Line, Kind: st.Kind}
			for _, t := range compare.Facts[*witness.Time](st) {
				ks.Times = append(ks.Times, *t)
			}
			kw.Statements = append(kw.Statements, ks)
		}
		k.Witnesses = append(k.Witnesses, kw)
	}
	for _, g := range r.Event.Groups {
		k.Groups = append(k.Groups, witness.Group{ID: g.ID, Cells: g.Cells, Score: g.Score})
	}
	return json.Marshal(&k)
}

// restore makes of what was kept the result of ev, and reports whether it
// fits. Check puts the witnesses in order; so does restore.
func restore(ev *witness.Event, o factdiff.Options, data []byte) (*compare.Result, bool) {
	var k kept
	if err := json.Unmarshal(data, &k); err != nil || len(k.Witnesses) != len(ev.Witnesses) ||
		len(k.Traces) != len(k.Result.Findings) || len(k.Places) != len(k.Result.Findings) {
		return nil, false
	}
	slices.SortStableFunc(ev.Witnesses, func(a, b *witness.Witness) int { return strings.Compare(a.ID, b.ID) })
	for i, w := range ev.Witnesses {
		w.Index, w.CopyOf, w.Lang = i, k.Witnesses[i].CopyOf, k.Witnesses[i].Lang
		for _, ks := range k.Witnesses[i].Statements {
			st := &witness.Statement{Witness: w, Index: len(w.Statements), Span: ks.Span, Paragraph: ks.Paragraph, Line: ks.Line, Kind: ks.Kind}
			for _, t := range ks.Times {
				st.Facts = append(st.Facts, &t)
			}
			w.Statements = append(w.Statements, st)
		}
	}
	for _, g := range k.Groups {
		ev.Groups = append(ev.Groups, &g)
	}
	for i := range k.Result.Findings {
		f := &k.Result.Findings[i]
		if len(k.Places[i]) != len(f.Readings) {
			return nil, false
		}
		f.Trace = k.Traces[i]
		for j := range f.Readings {
			f.Readings[j].Statement = k.Places[i][j]
		}
	}
	k.Result.Event, k.Result.Checks = ev, o.Checks
	return &k.Result, true
}
