package factdiff

import (
	"sync"

	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/internal/nlp"
)

var warmOnce sync.Once

// warm begins to expand the models and tables that every check needs, side by
// side: each expands itself when it is first asked for, and in a short run the
// first asking is most of the time.
func warm(lex *lexicon.Lexicon) {
	warmOnce.Do(func() {
		for _, f := range []func(){
			func() { nlp.Default() },
			func() { lexicon.Known("word", lexicon.Noun); lexicon.Proper("name") },
			func() { lex.Places(); lex.Organisations(); lex.GivenNames() },
			func() { lex.Titles(); lex.Calques(); lex.Boilerplates(); lex.OfficialNames() },
		} {
			go f()
		}
	})
}
