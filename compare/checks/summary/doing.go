package summary

import (
	"fmt"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// oneDoing reports whether two predicates tell of one kind of doing.
func (l *look) oneDoing(s, c *witness.Claim) bool {
	return l.tied(s.Head, c.Head) || s.Predicate == c.Predicate || l.p.Lexicon.Synonymous(s.Predicate, c.Predicate, lexicon.Verb)
}

// shared counts the participants of s that c has in the same role, those whose
// role another fills, and those that it does not have.
func (l *look) shared(s, c *witness.Claim) (same, apart, none int) {
	role := func(p, q *witness.Arg) {
		switch {
		case p == nil:
		case q == nil:
			none++
		case l.same(p, q):
			same++
		default:
			apart++
		}
	}
	role(s.Agent, c.Agent)
	role(s.Patient, c.Patient)
	for i := range s.Others {
		found := false
		for j := range c.Others {
			found = found || l.same(&s.Others[i], &c.Others[j])
		}
		if found || l.timed(s.Others[i].Head) && l.sameDay(s, c) {
			same++
		} else {
			none++
		}
	}
	return same, apart, none
}

// timed reports whether word i of the short statement is of a date.
func (l *look) timed(i int) bool {
	return slices.ContainsFunc(compare.Facts[*witness.Time](l.short), func(t *witness.Time) bool { return t.Head == i })
}

// claims lists the claims of a statement, a vote by its outcome.
func claims(st *witness.Statement) []*witness.Claim {
	var out []*witness.Claim
	for _, c := range compare.Facts[*witness.Claim](st) {
		out = append(out, voted(c))
	}
	return out
}

// voted reads a vote for something as its approval, and one against it as its
// rejection.
func voted(c *witness.Claim) *witness.Claim {
	if c.Predicate != "vote" || c.Patient != nil {
		return c
	}
	for i := range c.Others {
		predicate := map[string]string{"for": "approve", "against": "reject"}[c.Others[i].Prep]
		if predicate != "" {
			v := *c
			v.Predicate, v.Patient = predicate, &c.Others[i]
			v.Others = slices.Delete(slices.Clone(c.Others), i, i+1)
			return &v
		}
	}
	return c
}

// participants lists who takes part in a claim.
func participants(c *witness.Claim) []*witness.Arg {
	var out []*witness.Arg
	for _, p := range [...]*witness.Arg{c.Agent, c.Patient} {
		if p != nil {
			out = append(out, p)
		}
	}
	for i := range c.Others {
		out = append(out, &c.Others[i])
	}
	return out
}

// gathers reports whether the clause of c holds all participants of s, in
// whatever role: a parse that hangs an object elsewhere still leaves it there.
func (l *look) gathers(s, c *witness.Claim) bool {
	n := 0
	all := participants(s)
	for _, p := range all {
		if l.short.Tokens[p.Head].UPOS == "PRON" {
			continue
		}
		j := l.to[p.Head]
		switch {
		case j >= 0 && l.tied(p.Head, j) && l.inClause(j, c), p == s.Agent && l.meant(p, c):
			n++
		default:
			return false
		}
	}
	return n > 1 || n == 1 && len(all) == 1 && all[0] == s.Patient && all[0].Entity != nil && all[0].Entity.Kind != witness.Place
}

// meant reports whether the doer of c is a pronoun for p, who is named before it
// in its sentence, or in the one before.
func (l *look) meant(p *witness.Arg, c *witness.Claim) bool {
	if p == nil || c.Agent == nil || l.long.Tokens[c.Agent.Head].UPOS != "PRON" || c.Agent.Entity != nil && c.Agent.Entity != p.Entity {
		return false
	}
	if j := l.to[p.Head]; j >= 0 && l.tied(p.Head, j) {
		return j < c.Agent.Head
	}
	if l.long.Index == 0 {
		return false
	}
	before := l.long.Witness.Statements[l.long.Index-1]
	return slices.ContainsFunc(before.Tokens, func(t witness.Token) bool { return t.Form == l.short.Tokens[p.Head].Form })
}

// inClause reports whether word j of the long statement belongs to the clause
// of c: it hangs from its predicate through no other verb, or is the subject
// of a verb that governs it.
func (l *look) inClause(j int, c *witness.Claim) bool {
	if c.Agent != nil && c.Agent.Head == j || c.Patient != nil && c.Patient.Head == j {
		return true
	}
	toks := l.long.Tokens
	subject := false
	for steps := 0; j >= 0 && steps < 12; steps++ {
		if j == c.Head {
			return true
		}
		if toks[j].UPOS == "VERB" {
			break
		}
		subject = toks[j].Rel == "nsubj" || toks[j].Rel == "nsubj:pass"
		j = toks[j].Head
	}
	if !subject {
		return false
	}
	for k, steps := c.Head, 0; k >= 0 && steps < 4; k, steps = toks[k].Head, steps+1 {
		if k == j {
			return true
		}
	}
	return false
}

// affirmed reports whether the long statement says of a doing what the short
// one says.
func (l *look) affirmed(s *witness.Claim) bool {
	for _, c := range claims(l.long) {
		if same, apart, none := l.shared(s, c); l.oneDoing(s, c) && same > 0 && apart == 0 && none == 0 && s.Negative == c.Negative && c.Modality == s.Modality {
			return true
		}
	}
	return false
}

// turned reports a doing that one statement affirms and the other denies, or
// puts into its opposite.
func (l *look) turned(s *witness.Claim) bool {
	if !settled[s.Modality] || l.speaks(s) || denies(l.short) != s.Negative {
		return false
	}
	for _, c := range claims(l.long) {
		same, apart, none := l.shared(s, c)
		if !settled[c.Modality] || aim(l.long, c.Head) || !(same > 0 && apart == 0 && (none == 0 || none == 1 && same > 1)) && !l.gathers(s, c) {
			continue
		}
		switch {
		case l.oneDoing(s, c) && s.Negative != c.Negative:
			l.report(s.Head, c.Head, ground{topic: s.Predicate, reason: "One says that it was so, the other that it was not.", confidence: 0.7, short: answer(s), long: answer(c)})
			return true
		case l.opposed(s, c) && s.Negative == c.Negative && !ended(l.short, s) && !ended(l.long, c) && (!inTurn[s.Predicate] || l.sameDay(s, c)):
			l.report(s.Head, c.Head, ground{topic: "opposites", reason: fmt.Sprintf("“%s” is the opposite of “%s”.", s.Predicate, c.Predicate), confidence: 0.7})
			return true
		}
	}
	return false
}

// inTurn are doings that are followed by their opposites: who arrived leaves,
// who lived dies. They stand against those only on one day.
var inTurn = map[string]bool{"arrive": true, "reach": true, "enter": true, "come": true, "leave": true, "depart": true, "exit": true, "go": true,
	"live": true, "die": true, "open": true, "close": true, "begin": true, "start": true, "end": true, "stop": true, "finish": true,
	"rise": true, "fall": true, "gain": true, "lose": true, "buy": true, "sell": true, "win": true, "increase": true, "decrease": true}

// sameDay reports whether the short statement has a day, and the clause of c has
// it too.
func (l *look) sameDay(s, c *witness.Claim) bool {
	for _, t := range compare.Facts[*witness.Time](l.short) {
		if j := l.to[t.Head]; j >= 0 && l.tied(t.Head, j) && (l.inClause(j, c) || j > c.Head && j-c.Head <= nearby) {
			return true
		}
	}
	return false
}

// nearby is the number of words after a verb within which a date is its own,
// whatever the parse hangs it from.
const nearby = 6

// answer says whether a claim is put as so.
func answer(c *witness.Claim) string {
	if c.Negative {
		return "not " + c.Predicate
	}
	return c.Predicate
}

// settled are the modalities under which a denial denies the doing: who tries
// in vain is not who did not.
var settled = map[witness.Modality]bool{witness.Actual: true, witness.Future: true}

// speaks reports whether a claim is of saying: of that it is never sure that
// the same is said.
func (l *look) speaks(c *witness.Claim) bool {
	return l.p.Lexicon.Reports(c.Predicate, lexicon.Verb, "say", "claim", "ask", "answer")
}

// denies reports whether a statement has a word that denies: a short one that
// has, and whose claim is read as affirmed, is not understood.
func denies(st *witness.Statement) bool {
	return len(compare.Facts[*witness.Negation](st)) > 0 || slices.ContainsFunc(st.Tokens, func(t witness.Token) bool { return nobody[t.Lower] })
}

var nobody = map[string]bool{"no-one": true, "nobody": true, "none": true, "nothing": true, "neither": true, "nor": true, "no": true}

// opposed reports whether two predicates are opposites and no two ends of one
// deed.
func (l *look) opposed(s, c *witness.Claim) bool {
	if _, ok := l.p.Lexicon.Converse(s.Predicate, c.Predicate); ok {
		return false
	}
	return l.p.Lexicon.Opposed(s.Predicate, c.Predicate, lexicon.Verb) ||
		arriving[s.Predicate] && parting[c.Predicate] || parting[s.Predicate] && arriving[c.Predicate]
}

var (
	arriving = map[string]bool{"arrive": true, "reach": true, "enter": true}
	parting  = map[string]bool{"depart": true, "leave": true}
)

// elsewhere reports a doing that the short statement gives to one who is named
// in the long one too, but of whom another thing is told there.
func (l *look) elsewhere(s *witness.Claim) bool {
	for _, c := range claims(l.long) {
		same, apart, _ := l.shared(s, c)
		if !l.oneDoing(s, c) || s.Negative != c.Negative || same < 1 || apart != 1 {
			continue
		}
		for _, r := range [...][2]*witness.Arg{{s.Agent, c.Agent}, {s.Patient, c.Patient}} {
			if r[0] == nil || r[1] == nil || l.same(r[0], r[1]) || r[0].Entity == nil || r[0].Entity.Kind != witness.Person && r[0].Entity.Kind != witness.Organisation {
				continue
			}
			other := l.who(l.relative(c, r[1].Head))
			j := l.to[r[0].Head]
			if r[0] == s.Patient && s.Agent != nil || l.common(r[0].Head) || l.alikeNamed(r[0], other) {
				continue
			}
			if other < 0 || j < 0 || !l.tied(r[0].Head, j) || l.within(j, other) || named(l.long, other) == r[0].Entity || titled(l.long, other) == r[0].Entity || !l.parted(j, other) || l.ofIts(r[0].Entity, other) {
				continue
			}
			l.report(r[0].Head, other, ground{topic: s.Predicate + ", who", reason: "Both are named in the longer statement, and it tells this of the one.", confidence: 0.6})
			return true
		}
	}
	return false
}

// common reports whether a capital letter is all that makes a name of word i of
// the short statement, as at the head of a sentence.
func (l *look) common(i int) bool {
	t := &l.short.Tokens[i]
	return t.UPOS == "NOUN" || i == 0 && t.Form != strings.ToUpper(t.Form) && lexicon.Known(t.Lemma, lexicon.Noun)
}

// alikeNamed reports whether word i of the long statement is part of the name
// of p: "King" of "Martin Luther King".
func (l *look) alikeNamed(p *witness.Arg, i int) bool {
	return i >= 0 && slices.ContainsFunc(p.Entity.Forms, func(f string) bool { return slices.Contains(strings.Fields(f), l.long.Tokens[i].Form) })
}

// relative returns the pronoun "who" that is the subject of c, or i: what the
// parse takes it for may be a thing.
func (l *look) relative(c *witness.Claim, i int) int {
	for k, t := range l.long.Tokens {
		if t.Head == c.Head && t.Lower == "who" && strings.HasPrefix(t.Rel, "nsubj") {
			return k
		}
	}
	return i
}

// who returns the noun that a word of the long statement stands for: itself,
// or what a relative pronoun follows; -1 for another pronoun.
func (l *look) who(i int) int {
	toks := l.long.Tokens
	if toks[i].Lower == "who" {
		for i--; i >= 0 && toks[i].UPOS == "PUNCT"; i-- {
		}
		for i >= 0 && toks[i].Rel == "flat" {
			i = toks[i].Head
		}
	}
	if i < 0 || toks[i].UPOS != "NOUN" && toks[i].UPOS != "PROPN" {
		return -1
	}
	return i
}

// aim reports whether a verb is only the aim of another doing: "came to help find
// the cause".
func aim(st *witness.Statement, i int) bool {
	for steps := 0; i >= 0 && steps < 4; i, steps = st.Tokens[i].Head, steps+1 {
		switch st.Tokens[i].Rel {
		case "xcomp", "conj":
		case "advcl":
			m := compare.Child(st, i, "mark")
			return m >= 0 && st.Tokens[m].Lower == "to"
		default:
			return false
		}
	}
	return false
}

// ended reports whether a doing is told up to a time, after which its opposite
// may hold: "were closed until noon".
func ended(st *witness.Statement, c *witness.Claim) bool {
	for k := c.Head + 1; k < len(st.Tokens) && k <= c.Head+nearby; k++ {
		if w := st.Tokens[k].Lower; w == "until" || w == "till" {
			return true
		}
	}
	return false
}

// titled returns who is named right after the noun at token i and the words of its
// kind: "rookie running back Ann Ray".
func titled(st *witness.Statement, i int) *witness.Entity {
	for k := i + 1; k < len(st.Tokens) && k <= i+4; k++ {
		if st.Tokens[k].UPOS == "PROPN" {
			return named(st, k)
		}
		if u := st.Tokens[k].UPOS; u != "NOUN" && u != "ADJ" && u != "ADV" && st.Tokens[k].XPOS != "VBG" {
			return nil
		}
	}
	return nil
}

// named returns who or what is named at word i of a statement.
func named(st *witness.Statement, i int) *witness.Entity {
	if n := compare.NameOver(st, i); n != nil {
		return n.Entity
	}
	return nil
}

// parted reports whether a verb stands between two words of the long statement:
// what makes up one name or one phrase has none.
func (l *look) parted(i, j int) bool {
	return slices.ContainsFunc(l.long.Tokens[min(i, j):max(i, j)], func(t witness.Token) bool { return t.UPOS == "VERB" })
}

// ofIts reports whether word i of the long statement is said of e itself, in
// what e does: "Larue was known as the bagman who served time".
func (l *look) ofIts(e *witness.Entity, i int) bool {
	for steps := 0; i >= 0 && steps < 12; steps, i = steps+1, l.long.Tokens[i].Head {
		for _, c := range compare.Facts[*witness.Claim](l.long) {
			if c.Head == i && (c.Agent != nil && c.Agent.Entity == e || c.Agent == nil && c.Patient != nil && c.Patient.Entity == e) {
				return true
			}
		}
		if l.long.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// within reports whether word j of the long statement stands under word i, or
// the other way round, with no verb between.
func (l *look) within(j, i int) bool {
	under := func(j, i int) bool {
		for steps := 0; j >= 0 && steps < 30; steps, j = steps+1, l.long.Tokens[j].Head {
			if j == i {
				return true
			}
			if l.long.Tokens[j].UPOS == "VERB" {
				return false
			}
		}
		return false
	}
	return under(j, i) || under(i, j)
}

// direction reports one who leaves a place in one statement, and leaves for it
// in the other.
func (l *look) direction(s *witness.Claim) bool {
	if !leaving[s.Predicate] {
		return false
	}
	for _, c := range claims(l.long) {
		if !leaving[c.Predicate] || !l.same(s.Agent, c.Agent) && !l.meant(s.Agent, c) {
			continue
		}
		from, to := ends(s)
		start, aim := ends(c)
		for k, r := range [...][2]*witness.Arg{{from, aim}, {to, start}} {
			if l.same(r[0], r[1]) && !l.same(from, start) && !l.same(to, aim) {
				l.report(r[0].Head, r[1].Head, ground{topic: "whence and whither", reason: "What the one leaves, the other leaves for.", confidence: 0.8, short: way[k], long: way[1-k]})
				return true
			}
		}
	}
	return false
}

var way = [...]string{"left", "made for"}

// leaving are verbs whose object is left behind, and whose "for" is the aim.
var leaving = map[string]bool{"leave": true, "depart": true, "sail": true, "set off": true, "set out": true}

// ends returns what is left and what is made for.
func ends(c *witness.Claim) (from, to *witness.Arg) {
	from = c.Patient
	for i := range c.Others {
		switch c.Others[i].Prep {
		case "from":
			from = &c.Others[i]
		case "for":
			to = &c.Others[i]
		}
	}
	return from, to
}
