package quantity

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/factdiff/factdiff/align"
	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/lexicon"
	"github.com/factdiff/factdiff/witness"
)

// ordinal reports whether the noun of a count has an ordinal too: then it is one,
// and the count is of something else.
func ordinal(st *witness.Statement, q *witness.Quantity) bool {
	for _, o := range compare.Facts[*witness.Quantity](st) {
		if o.Kind == witness.Ordinal && o.OfAt == q.OfAt {
			return true
		}
	}
	return false
}

// rare is the least rarity of a noun that tells by itself what is counted.
const rare = 0.6

// subject names what a quantity counts, over the whole event; nothing where
// it could be several things.
func subject(lex *lexicon.Lexicon, st *witness.Statement, q *witness.Quantity) string {
	if q.Kind == witness.Label || q.Kind == witness.Ordinal || q.Kind == witness.Score || q.Kind == witness.Percent || math.IsNaN(q.Point) {
		return ""
	}
	if q.Unit == "Mw" {
		if dated(st) || afterwards(st) {
			return ""
		}
		return "magnitude"
	}
	if q.Kind == witness.Duration {
		if class(lex, q.Of) == "meeting" {
			return meetingLength
		}
		if what := halted(st, q); q.Point < day && what != "" {
			return haltLength + " of the " + what
		}
		return ""
	}
	s := state(lex, st, q)
	if bodily[s] && !living(lex, q.Of) {
		s = "" // "80 hurt and seven villages damaged"
	}
	if q.Numeral == 1 || dated(st) {
		return "" // "one of them"; another year's event, told for comparison
	}
	if nation := nationality(lex, st, q); nation != "" {
		return "people of " + nation + " " + s
	}
	switch {
	case q.Kind == witness.Cardinal && s != "" && !many[s] && (class(lex, q.Of) == "people" || q.Of == "" || lex.States().Has(q.Of) || s == "arrested" && class(lex, q.Of) == "protester"):
		return s
	case q.Kind == witness.Cardinal && q.Of != "" && !owned[class(lex, q.Of)] && !compounded(st, q) && align.Rarity(q.Of) >= rare:
		if s == "" && person(q.Of) || ordinal(st, q) {
			return "" // two groups of youths; "36 knockouts, in the seventh round"
		}
		return q.Of + " " + s
	}
	return ""
}

// many are the states in which an event has several numbers of people, by whom and
// where: those whom each side deployed, those who marched in each town.
var many = map[string]bool{"deployed": true, "protesting": true, "attending": true, "voting": true}

// ofPeople reports whether both of two quantities are told of the doings of people
// whom their nouns name: "the talks of the ministers".
func ofPeople(a, b *witness.Quantity) bool {
	return slices.ContainsFunc(a.Mods, person) && slices.ContainsFunc(b.Mods, person)
}

// meetingLength is the subject of how long a meeting took, whatever its nouns are
// restricted by: of one meeting some reports name the place, some the matter.
const meetingLength = "duration of the meeting"

// haltLength is the subject of how long something stood still.
const haltLength = "length of the interruption"

// day is the length of a day in seconds.
const day = 86400

// halted returns what stood still for a length of time, or nothing: a game by
// whatever noun, anything else by its own.
func halted(st *witness.Statement, q *witness.Quantity) string {
	c := claimOf(st, q)
	if c == nil || c.Negative || c.Modality != witness.Actual || !halts[c.Predicate] || c.Patient == nil || st.Tokens[c.Patient.Head].UPOS != "NOUN" {
		return ""
	}
	if games[c.Patient.Lemma] {
		return "game"
	}
	return c.Patient.Lemma
}

// games are the nouns for what is played.
var games = map[string]bool{"game": true, "match": true, "play": true, "fixture": true, "final": true, "semi-final": true, "tie": true, "derby": true}

// halts are verbs for what makes something stand still for a while.
var halts = map[string]bool{"interrupt": true, "halt": true, "suspend": true, "stop": true, "hold up": true, "pause": true}

// owned are the classes of things of which an event has several figures, each of
// somebody's own, and people, of whom the noun says too little.
var owned = map[string]bool{"people": true, "tally": true, "seat": true, "vote": true, "rank": true}

// dated reports whether a statement names a month or year: it likely tells of
// another event.
func dated(st *witness.Statement) bool {
	for _, t := range compare.Facts[*witness.Time](st) {
		if t.Grain >= witness.Month && !t.Relative {
			return true
		}
	}
	return false
}

// told is a quantity in its statement.
type told struct {
	st *witness.Statement
	q  *witness.Quantity
}

// across compares what independent reports say of one subject anywhere: how
// many died, how strong the quake was.
func across(p *compare.Pass) {
	single(p, func(st *witness.Statement, q *witness.Quantity) string {
		if s := subject(p.Lexicon, st, q); !tolled(s) {
			return s
		}
		return ""
	})
}

// single compares the figures of which an event has one to each subject, wherever
// the reports give them. A report that gives two for one subject speaks of two
// things, and is left out. A figure of no subject ("") is not compared.
func single(p *compare.Pass, subject func(*witness.Statement, *witness.Quantity) string) {
	bySubject := map[string][][]told{} // by witness
	var subjects []string
	for st := range p.Statements() {
		if st.Kind == witness.Furniture || abroad(p, st) {
			continue
		}
		for _, q := range compare.Facts[*witness.Quantity](st) {
			s := subject(st, q)
			if s == "" {
				continue
			}
			if bySubject[s] == nil {
				bySubject[s] = make([][]told, len(p.Event.Witnesses))
				subjects = append(subjects, s)
			}
			bySubject[s][st.Witness.Index] = append(bySubject[s][st.Witness.Index], told{st, q})
		}
	}
	slices.Sort(subjects)
	for _, s := range subjects {
		var voices [][]told
		for _, list := range bySubject[s] {
			if s == "magnitude" {
				list = mainShock(list)
			}
			if len(list) > 0 && uniform(list) && len(voices) < maxVoices {
				voices = append(voices, list[:min(len(list), maxPlaces)])
			}
		}
		for i, a := range voices {
			for _, b := range voices[i+1:] {
				compareAcross(p, s, a, b)
			}
		}
	}
}

// mainShock keeps the greatest magnitude of a report: what came before and
// after the shock that it tells of was weaker.
func mainShock(list []told) []told {
	if len(list) == 0 {
		return nil
	}
	return []told{slices.MaxFunc(list, func(a, b told) int { return cmp.Compare(a.q.Point, b.q.Point) })}
}

// afterwards reports whether a statement tells of a lesser shock alone.
func afterwards(st *witness.Statement) bool {
	return has(st, lesserShocks) && !has(st, quakes)
}

// lesserShocks are the words for the shocks beside the one that is reported.
var lesserShocks = wordSet("aftershock", "foreshock")

// maxVoices bounds the reports that are compared pair by pair on one subject.
const maxVoices = 24

// maxPlaces is in how many places at most a report's figure is shown. Who
// corrects it has to correct it in all of them.
const maxPlaces = 4

// uniform reports whether a report gives one figure only.
func uniform(list []told) bool {
	for _, t := range list[1:] {
		if !near(t.q.Point, list[0].q.Point) {
			return false
		}
	}
	return true
}

// compareAcross compares the figure of two reports, wherever they give it.
func compareAcross(p *compare.Pass, subject string, as, bs []told) {
	for _, a := range as {
		for _, b := range bs {
			comparePlaces(p, subject, a, b)
		}
	}
}

func comparePlaces(p *compare.Pass, subject string, a, b told) {
	if !tolled(subject) && a.q.Unit != "Mw" && (toldBesides(p.Lexicon, a, b.q) || toldBesides(p.Lexicon, b, a.q)) {
		return
	}
	if a.q.Kind != b.q.Kind || a.q.Unit != b.q.Unit || near(a.q.Point, b.q.Point) || converted(a.q, b.q) ||
		otherParty(subject, a, b) || byNoun(subject) && !oneDoing(p.Lexicon, a, b) || a.q.Unit != "Mw" && !(subject == meetingLength && !ofPeople(a.q, b.q)) && !restricted(p.Lexicon, a.q, b.q) ||
		coupleOf(p, nil, a, b).vetoed(subjects) != nil {
		return
	}
	va, vb := compare.QuantityValue(a.q), compare.QuantityValue(b.q)
	d := compare.Difference{
		A:     compare.Spot{Statement: a.st, Span: a.q.Span, Value: va},
		B:     compare.Spot{Statement: b.st, Span: b.q.Span, Value: vb},
		Kind:  compare.Conflict,
		Topic: subject, Cause: cause(p.Lexicon, a, b), Severity: compare.Major, Confidence: 0.7,
		Reason: va + " and " + vb + " cannot both be right.",
	}
	if tolled(subject) {
		d.Topic = "number of " + subject
	}
	reason := reconciled(p.Lexicon, a, b)
	switch {
	case intersect(a.q.Value, b.q.Value):
		if imprecision(a.q, b.q) != compare.Minor && !(tolled(subject) && outgrown(a.q, b.q)) {
			return
		}
		d.Kind, d.Severity = compare.Imprecision, compare.Minor
		d.Reason = va + " and " + vb + " can both be true, but are not the same figure."
		if superseded(a, b) {
			d.Severity = compare.Info
		}
	case rounding(a.q, b.q):
		return
	case reason != "":
		d.Kind, d.Severity, d.Reason = compare.Imprecision, compare.Info, reason
	case subject != meetingLength && !strings.HasPrefix(subject, haltLength) && subject != "dead" && subject != "injured" && subject != "missing" && subject != "displaced" && subject != "magnitude":
		d.Severity = compare.Minor
	}
	p.ReportAcross(d)
}

// byNoun reports whether a subject is a rare noun of which no state is told. It is then
// one thing only where the same is done with it: a man hit by seven bullets had a gun
// with four.
func byNoun(subject string) bool {
	noun, stateless := strings.CutSuffix(subject, " ")
	return stateless && !strings.Contains(noun, " ")
}

// oneDoing reports whether two figures are told of one doing: the verbs above them are
// alike, or one of the figures has none.
func oneDoing(lex *lexicon.Lexicon, a, b told) bool {
	as, bs := verbsOver(lex, a), verbsOver(lex, b)
	return len(as) == 0 || len(bs) == 0 || likeVerbs(lex, as, bs)
}

// likeVerbs reports whether two lists of verbs have two that tell of one doing.
func likeVerbs(lex *lexicon.Lexicon, as, bs []string) bool {
	return slices.ContainsFunc(as, func(x string) bool {
		return slices.ContainsFunc(bs, func(y string) bool {
			return x == y || lex.Synonymous(x, y, lexicon.Verb) || doings[x] != "" && doings[x] == doings[y]
		})
	})
}

// doings groups verbs that are no synonyms but tell of one doing in the news: who has
// seized rifles has found them.
var doings = map[string]string{
	"seize": "find", "confiscate": "find", "recover": "find", "find": "find", "discover": "find",
	"kill": "kill", "murder": "kill", "hit": "hit", "strike": "hit",
	"damage": "damage", "cut": "damage", "sever": "damage", "destroy": "destroy", "burn": "destroy",
}

// downing are the verbs by which what flies is kept from its target, whatever is done to it:
// each force has its own for one night's tally.
var downing = wordSet("shoot", "down", "destroy", "intercept", "neutralise", "neutralize", "suppress", "repel", "bring")

// verbsOver lists the verb above a figure and those that are joined to it: "were found
// and confiscated". What a thing is or has is no doing.
func verbsOver(lex *lexicon.Lexicon, t told) []string {
	v := compare.VerbAbove(t.st, t.q.Number)
	if v < 0 && t.q.OfAt >= 0 {
		v = max(compare.Child(t.st, t.q.OfAt, "acl"), compare.Child(t.st, t.q.OfAt, "acl:relcl")) // "two boats suspected of …"
	}
	if v < 0 || lex.LightVerbs().Has(t.st.Tokens[v].Lemma) {
		return nil
	}
	out := []string{t.st.Tokens[v].Lemma}
	if class(lex, t.q.Of) == "drone" && downing[t.st.Tokens[v].Lemma] {
		out = append(out, "shoot down")
	}
	for i := range t.st.Tokens {
		if k := &t.st.Tokens[i]; k.UPOS == "VERB" && k.Rel == "conj" && k.Head == v || i == t.st.Tokens[v].Head && t.st.Tokens[v].Rel == "conj" {
			out = append(out, k.Lemma)
		}
	}
	return out
}

// outgrown reports whether one of two totals that can both be true is so far above
// the other that its report knew more: "at least 17", "26".
func outgrown(a, b *witness.Quantity) bool {
	if a.Point > b.Point {
		a, b = b, a
	}
	return b.Point > growth*a.Point && !(a.Hedge == witness.Over && b.Point < nextRound(a.Point))
}

// nextRound returns the figure that one would say instead of a round one if more were
// known: 24 for a dozen, 300 for 200. Of a figure that is not round, it is that figure.
func nextRound(x float64) float64 {
	if x == 12 {
		return 24
	}
	if x < 10 || significant(x) > 1 {
		return x
	}
	return x + math.Pow(10, math.Floor(math.Log10(x)))
}

// growth is by how much a total is taken to grow before it is another figure.
const growth = 1.25
