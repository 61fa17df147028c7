package lexicon

import (
	"embed"
	"io/fs"
	"path"
	"sync"
)

//go:embed data/*.tsv
var embedded embed.FS

// A Lexicon is a set of typed tables: those that the program carries, and what a desk has added. It is immutable and
// safe for concurrent use; a table is read when it is first asked for.
type Lexicon struct {
	sections func() map[string][]section
	files    []source

	reporting     lazy[Phrases[Reporting]]
	implicative   lazy[Phrases[Implicative]]
	negative      lazy[Phrases[Negative]]
	modal         lazy[Phrases[Modal]]
	hedge         lazy[Phrases[Hedge]]
	approximator  lazy[Phrases[Approximator]]
	title         lazy[Phrases[Title]]
	titleModifier lazy[Phrases[TitleModifier]]
	gendered      lazy[Phrases[Gendered]]
	given         lazy[Phrases[Given]]
	places        lazy[gazetteer]
	organisation  lazy[Phrases[*Organisation]]
	spelling      lazy[Phrases[string]]
	nickname      lazy[Phrases[string]]
	unit          lazy[Phrases[Unit]]
	number        lazy[Phrases[Number]]
	calendar      lazy[Phrases[CalendarWord]]
	counted       lazy[Phrases[string]]
	state         lazy[Phrases[string]]
	topic         lazy[Phrases[Topic]]
	course        lazy[Phrases[string]]
	deed          lazy[Phrases[string]]
	happening     lazy[Phrases[string]]
	headship      lazy[Phrases[string]]
	direction     lazy[Phrases[string]]
	cause         lazy[Phrases[string]]
	condition     lazy[Phrases[Condition]]
	degree        lazy[Phrases[Degree]]
	outcome       lazy[Phrases[[]Outcome]]
	part          lazy[Phrases[Part]]
	calling       lazy[Phrases[Calling]]
	leaning       lazy[Phrases[Leaning]]
	phrased       lazy[map[string]bool]
	calque        lazy[Phrases[Calque]]
	construction  lazy[Phrases[Construction]]
	official      lazy[Phrases[OfficialName]]
	boilerplate   lazy[Phrases[Boilerplate]]
	opposite      lazy[relation]
	notOpposite   lazy[relation]
	synonym       lazy[relation]
	converse      lazy[Phrases[Converse]]
	class         lazy[Phrases[Member]]
	function      lazy[Phrases[string]]
	contraction   lazy[Phrases[string]]
	light         lazy[Phrases[string]]
	generic       lazy[Phrases[string]]
	british       lazy[Phrases[string]]
}

// lazy computes a value when it is first asked for.
type lazy[T any] struct {
	once sync.Once
	v    *T
}

func (l *lazy[T]) get(build func() *T) *T {
	l.once.Do(func() { l.v = build() })
	return l.v
}

var standard = sync.OnceValue(func() *Lexicon {
	names, _ := fs.Glob(embedded, "data/*.tsv") // in alphabetical order
	var files []source
	for _, name := range names {
		data, _ := embedded.ReadFile(name)
		files = append(files, source{path.Base(name), data})
	}
	return newLexicon(files)
})

// Default gives the tables that the program carries.
func Default() *Lexicon { return standard() }

// Extend gives a lexicon with the entries of data added to those of lx; lx is unchanged. Data is a file as described
// in the package comment, name is for messages. Every entry is checked: the error joins one message a bad line, each
// "name:line: what is wrong". Where an entry has the key of an older one, the new one is found first.
func (lx *Lexicon) Extend(name string, data []byte) (*Lexicon, error) {
	src := source{name, data}
	if err := check(src); err != nil {
		return nil, err
	}
	files := make([]source, 0, len(lx.files)+1)
	return newLexicon(append(append(files, lx.files...), src)), nil
}

func newLexicon(files []source) *Lexicon {
	return &Lexicon{files: files, sections: sync.OnceValue(func() map[string][]section { return split(files) })}
}
