package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff"
	"github.com/factdiff/factdiff/compare/suite"
	"github.com/factdiff/factdiff/internal/gate"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/termbase"
	"github.com/factdiff/factdiff/reports"
	"github.com/factdiff/factdiff/reports/render"
)

// authorVariable names who dismisses findings.
const authorVariable = gate.EnvPrefix + "AUTHOR"

// vocabulary is what a configuration may name.
func vocabulary() gate.Vocabulary {
	return gate.Vocabulary{Checks: checkNames(), Formats: reports.Names(), Env: []string{authorVariable}}
}

// configFlag is where the configuration comes from.
type configFlag struct{ file string }

func (f *configFlag) flag(c *cobra.Command) {
	c.Flags().StringVar(&f.file, "config", "", "use the configuration `FILE` and look for no other: --config desk.yaml")
}

// noConfig is a --config that names none: only the environment counts.
const noConfig = "\x00"

// none looks for no configuration where none is named.
func (f *configFlag) none() {
	if f.file == "" {
		f.file = noConfig
	}
}

// load reads the configuration of the inputs: the file that is named, or the
// first that is found in the folder of the first input and above it.
func (f *configFlag) load(args []string) (*gate.Config, error) {
	file := f.file
	switch file {
	case noConfig:
		file = ""
	case "":
		start := "."
		if len(args) > 0 && args[0] != "-" {
			start = args[0]
		}
		if info, err := os.Stat(start); err != nil {
			start = "."
		} else if !info.IsDir() {
			start = filepath.Dir(start)
		}
		var err error
		if file, err = gate.Find(start); err != nil {
			return nil, err
		}
		file = near(file)
	default:
		if _, err := os.Stat(file); err != nil {
			return nil, hint("look at --config", "%w", plain(err))
		}
	}
	return gate.Load(file, os.Environ(), vocabulary())
}

// near returns a path as seen from the working directory, where it lies below.
func near(file string) string {
	wd, err := os.Getwd()
	if err != nil || file == "" {
		return file
	}
	if rel, err := filepath.Rel(wd, file); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return file
}

// configured lays a configuration over the settings of a check: which checks
// run, how sure an alignment must be, and what words mean on this desk.
func configured(o *factdiff.Options, e *engine, c *gate.Config) (*words, error) {
	// A check that is asked for by name runs, whatever the file says.
	for _, name := range e.only {
		if _, err := lookupCheck(name); err != nil {
			return nil, err
		}
		if err := c.Override("checks."+name, "on", "--check", vocabulary()); err != nil {
			return nil, err
		}
	}
	var err error
	if o.Checks, err = e.checks(c.Enabled(suite.All)); err != nil {
		return nil, err
	}
	desk, err := wordsOf(c)
	if err != nil {
		return nil, err
	}
	o.Lexicon, o.Terms, o.Alignment = desk.lexicon, desk.terms, c.Thresholds.Alignment
	return desk, nil
}

// words is what a desk adds to the words that factdiff knows.
type words struct {
	lexicon *lexicon.Lexicon // nil where nothing is added
	terms   *termbase.Base   // nil where nothing is decided
	key     string           // of all that the two were made of
}

// wordsOf reads the words of a configuration and the files that it names.
func wordsOf(c *gate.Config) (*words, error) {
	w := &words{}
	made := [][]byte{}
	read := func(name string) ([]byte, error) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, plain(err)
		}
		made = append(made, data)
		return data, nil
	}
	lex := lexicon.Default()
	for _, name := range c.Lexicon {
		name = c.Resolve(name)
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		if lex, err = lex.Extend(near(name), data); err != nil {
			return nil, err
		}
		w.lexicon = lex
	}
	if same := slices.DeleteFunc(slices.Clone(c.Terms), func(t gate.Term) bool { return len(t.Same) == 0 }); len(same) > 0 {
		var err error
		if w.lexicon, err = lex.Extend("terms of "+c.Path(), terms(same)); err != nil {
			return nil, err
		}
	}
	entries, files := c.TermEntries()
	for _, name := range files {
		data, err := read(name)
		if err != nil {
			return nil, err
		}
		more, err := termbase.Read(near(name), data)
		if err != nil {
			return nil, err
		}
		entries = append(entries, more...)
	}
	if len(entries) > 0 {
		var err error
		if w.terms, err = termbase.New(entries); err != nil {
			return nil, err
		}
	}
	own, err := json.Marshal(c.Terms)
	if err != nil {
		return nil, err
	}
	w.key = gate.Key(append(made, own)...)
	return w, nil
}

// terms writes a desk's terms as a file of the lexicon: names as spellings of
// one name, other words as synonyms in whatever part of speech.
func terms(list []gate.Term) []byte {
	var names, synonyms strings.Builder
	cell := strings.NewReplacer("\t", " ", "\n", " ", ";", " ")
	for _, t := range list {
		var same []string
		for _, s := range t.Same {
			same = append(same, strings.ToLower(cell.Replace(s)))
		}
		term, others := strings.ToLower(cell.Replace(t.Term)), strings.Join(same, ";")
		if strings.IndexFunc(t.Term, unicode.IsUpper) >= 0 {
			fmt.Fprintf(&names, "%s\t%s\n", term, others)
			continue
		}
		for _, pos := range []string{"n", "v", "a"} {
			fmt.Fprintf(&synonyms, "%s\t%s\t%s\n", pos, term, others)
		}
	}
	var b strings.Builder
	if names.Len() > 0 {
		b.WriteString("[spelling]\n" + names.String())
	}
	if synonyms.Len() > 0 {
		b.WriteString("[synonym]\n" + synonyms.String())
	}
	return []byte(b.String())
}

func (a *app) config() *cobra.Command {
	var file configFlag
	c := &cobra.Command{
		Use:   "config [PATH]",
		Short: "Print the configuration that is in force, and where each value came from",
		Long: `Config prints every setting that is in force for the reports at PATH, with the
file and line, the variable or the default that it came from.

Settings stand in .factdiff.yaml, which is looked for from the reports upward;
FACTDIFF_FAIL_ON=minor and the like go before it, and flags before both. factdiff
schema config prints a JSON Schema for editors.`,
		Example: `  factdiff config
  factdiff config events/talks
  FACTDIFF_FAIL_ON=minor factdiff config`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				if _, err := os.Stat(args[0]); err != nil {
					return hint("name the reports that the settings are for", "%w", plain(err))
				}
			}
			cfg, err := file.load(args)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.stdout)
			if cfg.Path() == "" {
				fmt.Fprintf(w, "# no %s was found\n", gate.ConfigName)
			} else {
				fmt.Fprintf(w, "# %s\n", cfg.Path())
			}
			settings := cfg.Settings()
			var key, value int
			for _, s := range settings {
				key, value = max(key, render.Width(s.Key)), max(value, min(render.Width(s.Value), 40))
			}
			for _, s := range settings {
				fmt.Fprintf(w, "%-*s  %-*s  %s\n", key, s.Key, value, s.Value, s.From)
			}
			return w.Flush()
		},
	}
	file.flag(c)
	return c
}

func (a *app) schema() *cobra.Command {
	c := &cobra.Command{
		Use:   "schema " + strings.Join(gate.Schemas, "|"),
		Short: "Print the JSON Schema of a file that factdiff reads or writes",
		Long: `Schema prints a JSON Schema (draft 2020-12): of .factdiff.yaml, of the result
that batch and --format json write, or of .factdiff-ignore.yaml.`,
		Example: `  factdiff schema config > factdiff.schema.json
  factdiff schema result`,
		ValidArgs: gate.Schemas,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return hint("as in factdiff schema config", "schema wants one of %s", strings.Join(gate.Schemas, ", "))
			}
			data, err := gate.Schema(args[0])
			if err != nil {
				return hint("want "+strings.Join(gate.Schemas, ", "), "there is no schema %q", args[0])
			}
			_, err = a.stdout.Write(data)
			return err
		},
	}
	return c
}
