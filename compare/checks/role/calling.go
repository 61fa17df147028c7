package role

import (
	"slices"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// fields are callings of which a person has one, field by field: nobody is the nurse and the
// surgeon of one event. The words of a string are one calling. A teacher who is a cyclist
// besides is in two fields.
var fields = [][][]string{
	{{"nurse", "matron"}, {"doctor", "physician", "surgeon", "medic", "anaesthetist", "anesthetist", "paediatrician", "pediatrician", "cardiologist", "pathologist", "gp"}, {"dentist"}, {"pharmacist", "chemist"}, {"paramedic"}, {"midwife"}},
	{{"teacher", "schoolteacher", "headteacher", "headmaster", "headmistress"}, {"pupil", "schoolboy", "schoolgirl"}, {"caretaker", "janitor"}, {"cleaner"}},
	{{"judge", "magistrate"}, {"prosecutor"}, {"juror"}, {"bailiff"}},
	{{"pilot", "captain", "driver", "motorist"}, {"co-pilot"}, {"passenger"}, {"pedestrian"}, {"cyclist"}, {"motorcyclist", "biker"}, {"steward", "stewardess"}, {"conductor"}},
	{{"goalkeeper", "keeper", "goalie"}, {"striker", "forward", "midfielder", "defender", "winger", "centre-back", "full-back"}, {"referee", "umpire"}},
	{{"priest", "vicar", "parson", "clergyman", "pastor"}, {"imam"}, {"rabbi"}, {"churchwarden", "sexton", "verger"}, {"organist"}},
	{{"baker"}, {"butcher"}, {"carpenter", "joiner"}, {"electrician"}, {"plumber"}, {"farmer", "grower"}, {"fisherman"}, {"miner", "pitman"}, {"hairdresser", "barber"}, {"tailor"}, {"blacksmith"}, {"roofer"}, {"bricklayer", "mason"}, {"locksmith"}, {"mechanic"}},
	{{"landlord", "landlady"}, {"tenant", "lodger"}},
	{{"prisoner", "inmate", "detainee"}, {"warder", "guard", "jailer"}},
}

// calling returns the field of a noun and its place there; -1 where it is in none.
func calling(word string) (field, place int) {
	for f, places := range fields {
		for k, words := range places {
			if slices.Contains(words, word) {
				return f, k
			}
		}
	}
	return -1, -1
}

// callings reads the callings of persons: "Ann Berg, a nurse", "the nurse Ann Berg".
func callings(_ *lexicon.Lexicon, st *witness.Statement) []bond {
	var out []bond
	for i := range st.Tokens {
		t := &st.Tokens[i]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || compare.NameOver(st, i) != nil {
			continue
		}
		word, last := compound(st, i)
		if f, _ := calling(word); f < 0 || bygone(st, i) {
			continue
		}
		ph := phrase{opening(st, i), i, last}
		if n := beside(st, ph); n != nil {
			out = append(out, bond{st: st, bearer: n.Entity, span: compare.TokenSpan(st, i, last), sort: ofCalling, value: word, shown: text(st, i, last)})
		}
	}
	return out
}

// bygone reports whether words before the noun at token i put it into another time, or
// into the part that somebody plays.
func bygone(st *witness.Statement, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch st.Tokens[k].Lower {
		case "former", "formerly", "once", "previously", "ex", "retired", "future", "later", "then", "as", "not":
			return true
		case ",":
			return false
		}
	}
	return false
}

// twoCallings reports whether two nouns are two callings of one field.
func twoCallings(a, b string) bool {
	fa, ka := calling(a)
	fb, kb := calling(b)
	return fa == fb && ka != kb
}
