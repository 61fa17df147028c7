package align

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// Features of a pair of statements, in the order of FeatureNames. Each lies
// between 0 and 1 unless said.
const (
	fBias        = iota
	fCosine      // cosine of the tf-idf vectors of lemmas
	fCoverMax    // share of idf weight of one side that the other has, the larger
	fCoverMin    // the smaller
	fIDFSum      // idf weight shared, squashed
	fEntities    // shared entities over all, weighted by rarity
	fEntityGap   // both name somebody, and nobody is shared
	fPersons     // persons shared
	fQuantities  // equal quantities over all
	fQuantityGap // both count, and nothing is equal
	fTimes       // times that overlap
	fTimeGap     // both date, and nothing overlaps
	fPredicates  // shared predicate lemmas, weighted
	fClaims      // claims with equal predicate and a shared participant
	fQuotes      // overlap of quoted words
	fQuoteBoth   // both hold a quotation
	fSpeaker     // the same speaker
	fOrder       // same place in the text, 1 for the same
	fRun         // longest run of common lemmas, squashed
	fLength      // shorter over longer
	fHeadline    // both are headlines or leads
	fShort       // the shorter has hardly any content
	fRarest      // idf of the rarest shared lemma, squashed
	fStems       // cosine after stemming
	featureCount
)

// FeatureNames are the features in words, for the trace of a finding.
var FeatureNames = [featureCount]string{
	"bias", "cosine", "cover-max", "cover-min", "idf-shared", "entities", "entity-gap", "persons", "quantities",
	"quantity-gap", "times", "time-gap", "predicates", "claims", "quotes", "both-quote", "speaker", "order", "run",
	"length", "headline", "short", "rarest", "stems",
}

type features [featureCount]float64

// bag is a statement as the features see it.
type bag struct {
	ref        witness.Ref
	st         *witness.Statement
	lemmas     []term // sorted by id
	stems      []term
	seq        []int32 // lemma ids in text order
	weight     float64 // sum of idf
	norm       float64
	stemNorm   float64
	entities   []int32 // entity ids, sorted
	persons    []int32
	quantities []*witness.Quantity
	times      []*witness.Time
	claims     []*witness.Claim
	predicates []term
	quoted     []int32
	speaker    *witness.Entity
	place      float64 // 0 to 1 through the text
}

type term struct {
	id  int32
	idf float64
}

// corpus holds the bags of an event and its lemma statistics.
type corpus struct {
	bags   []*bag
	ids    map[string]int32
	stems  map[string]int32
	df     []int32
	stemDF []int32
	edf    map[int32]int32 // statements that mention an entity
	n      float64
}

func newCorpus(ev *witness.Event) *corpus {
	c := &corpus{ids: map[string]int32{}, stems: map[string]int32{}, edf: map[int32]int32{}}
	for w, wit := range ev.Witnesses {
		for s, st := range wit.Statements {
			if st.Kind == witness.Furniture || st.Kind == witness.Byline {
				continue
			}
			b := &bag{ref: witness.Ref{Witness: w, Statement: s}, st: st, place: float64(s) / float64(max(1, len(wit.Statements)-1))}
			c.fill(b)
			if len(b.lemmas) > 0 {
				c.bags = append(c.bags, b)
			}
		}
	}
	c.n = float64(len(c.bags))
	for _, b := range c.bags {
		c.weigh(b)
	}
	return c
}

func intern(m map[string]int32, df *[]int32, s string) int32 {
	id, ok := m[s]
	if !ok {
		id = int32(len(m))
		m[s] = id
		*df = append(*df, 0)
	}
	return id
}

func (c *corpus) fill(b *bag) {
	seen := map[int32]bool{}
	seenStem := map[int32]bool{}
	toks := b.st.Tokens[:min(len(b.st.Tokens), maxWords)]
	for i := range toks {
		t := &toks[i]
		if !Content(t) {
			continue
		}
		id := intern(c.ids, &c.df, t.Lemma)
		b.seq = append(b.seq, id)
		if !seen[id] {
			seen[id] = true
			b.lemmas = append(b.lemmas, term{id: id})
			c.df[id]++
		}
		sid := intern(c.stems, &c.stemDF, stem(t.Lemma))
		if !seenStem[sid] {
			seenStem[sid] = true
			b.stems = append(b.stems, term{id: sid})
			c.stemDF[sid]++
		}
	}
	byID := func(x, y term) int { return int(x.id - y.id) }
	slices.SortFunc(b.lemmas, byID)
	slices.SortFunc(b.stems, byID)
	for _, f := range b.st.Facts {
		switch f := f.(type) {
		case *witness.Name:
			if f.Entity != nil {
				b.entities = append(b.entities, int32(f.Entity.ID))
				if f.Entity.Kind == witness.Person {
					b.persons = append(b.persons, int32(f.Entity.ID))
				}
			}
		case *witness.Quantity:
			if f.Kind != witness.Label {
				b.quantities = append(b.quantities, f)
			}
		case *witness.Time:
			b.times = append(b.times, f)
		case *witness.Claim:
			b.claims = append(b.claims, f)
			b.predicates = append(b.predicates, term{id: intern(c.ids, &c.df, f.Predicate)})
		case *witness.Quote:
			if f.Speaker != nil {
				b.speaker = f.Speaker
			}
			for i := range toks {
				if f.Inner.Contains(toks[i].Span) && Content(&toks[i]) {
					b.quoted = append(b.quoted, intern(c.stems, &c.stemDF, stem(toks[i].Lemma)))
				}
			}
		case *witness.Attribution:
			if b.speaker == nil {
				b.speaker = f.Speaker
			}
		}
	}
	b.entities = uniq(b.entities)
	b.persons = uniq(b.persons)
	b.quoted = uniq(b.quoted)
	for _, e := range b.entities {
		c.edf[e]++
	}
	slices.SortFunc(b.predicates, byID)
	b.predicates = slices.CompactFunc(b.predicates, func(x, y term) bool { return x.id == y.id })
}

func uniq(x []int32) []int32 {
	slices.Sort(x)
	return slices.Compact(x)
}

func (c *corpus) idf(df int32) float64 {
	return math.Log((c.n + 2) / (float64(df) + 0.5))
}

func (c *corpus) weigh(b *bag) {
	for i := range b.lemmas {
		t := &b.lemmas[i]
		t.idf = c.idf(c.df[t.id])
		b.weight += t.idf
		b.norm += t.idf * t.idf
	}
	for i := range b.stems {
		t := &b.stems[i]
		t.idf = c.idf(c.stemDF[t.id])
		b.stemNorm += t.idf * t.idf
	}
	for i := range b.predicates {
		b.predicates[i].idf = c.idf(max(1, c.df[b.predicates[i].id]))
	}
	b.norm, b.stemNorm = math.Sqrt(b.norm), math.Sqrt(b.stemNorm)
}

// pair fills in the features of two bags.
func (c *corpus) pair(a, b *bag) (f features) {
	f[fBias] = 1
	shared, rarest, dot := 0.0, 0.0, 0.0
	common(a.lemmas, b.lemmas, func(x, _ term) {
		shared += x.idf
		dot += x.idf * x.idf
		rarest = max(rarest, x.idf)
	})
	if a.norm > 0 && b.norm > 0 {
		f[fCosine] = dot / (a.norm * b.norm)
	}
	ca, cb := shared/max(a.weight, 1e-9), shared/max(b.weight, 1e-9)
	f[fCoverMax], f[fCoverMin] = max(ca, cb), min(ca, cb)
	f[fIDFSum] = squash(shared, 12)
	f[fRarest] = squash(rarest, 4)
	dot = 0
	common(a.stems, b.stems, func(x, _ term) { dot += x.idf * x.idf })
	if a.stemNorm > 0 && b.stemNorm > 0 {
		f[fStems] = dot / (a.stemNorm * b.stemNorm)
	}
	f[fEntities], f[fEntityGap] = c.entities(a.entities, b.entities)
	if n := len(a.persons) + len(b.persons); n > 0 {
		f[fPersons] = 2 * float64(shareCount(a.persons, b.persons)) / float64(n)
	}
	f[fQuantities], f[fQuantityGap] = quantities(a, b)
	f[fTimes], f[fTimeGap] = times(a, b)
	total := 0.0
	for _, p := range a.predicates {
		total += p.idf
	}
	common(a.predicates, b.predicates, func(x, _ term) { f[fPredicates] += x.idf })
	if total > 0 {
		f[fPredicates] /= total
	}
	f[fClaims] = claims(a, b)
	if len(a.quoted) > 0 && len(b.quoted) > 0 {
		f[fQuoteBoth] = 1
		f[fQuotes] = float64(shareCount(a.quoted, b.quoted)) / float64(min(len(a.quoted), len(b.quoted)))
	}
	if a.speaker != nil && a.speaker == b.speaker {
		f[fSpeaker] = 1
	}
	f[fOrder] = 1 - math.Abs(a.place-b.place)
	f[fRun] = squash(float64(longestRun(a.seq, b.seq)), 3)
	f[fLength] = float64(min(len(a.lemmas), len(b.lemmas))) / float64(max(len(a.lemmas), len(b.lemmas)))
	if lead(a) && lead(b) {
		f[fHeadline] = 1
	}
	if min(len(a.lemmas), len(b.lemmas)) <= 3 {
		f[fShort] = 1
	}
	return f
}

func lead(b *bag) bool { return b.ref.Statement <= 1 }

func squash(x, half float64) float64 { return x / (x + half) }

func common(a, b []term, f func(x, y term)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			f(a[i], b[j])
			i++
			j++
		}
	}
}

func shareCount(a, b []int32) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

func (c *corpus) entities(a, b []int32) (shared, gap float64) {
	if len(a) == 0 || len(b) == 0 {
		return 0, 0
	}
	all, both := 0.0, 0.0
	for _, e := range a {
		all += c.idf(c.edf[e])
	}
	for _, e := range b {
		w := c.idf(c.edf[e])
		if _, ok := slices.BinarySearch(a, e); ok {
			both += w
		} else {
			all += w
		}
	}
	if both == 0 {
		return 0, 1
	}
	return both / max(all, 1e-9), 0
}

func quantities(a, b *bag) (equal, gap float64) {
	if len(a.quantities) == 0 || len(b.quantities) == 0 {
		return 0, 0
	}
	n, comparable := 0, false
	for _, x := range a.quantities {
		for _, y := range b.quantities {
			if x.Kind != y.Kind || x.Unit != y.Unit {
				continue
			}
			comparable = true
			if x.Value == y.Value {
				n++
				break
			}
		}
	}
	if n == 0 {
		if comparable {
			return 0, 1
		}
		return 0, 0
	}
	return min(1, 2*float64(n)/float64(len(a.quantities)+len(b.quantities))), 0
}

func times(a, b *bag) (equal, gap float64) {
	known := false
	for _, x := range a.times {
		for _, y := range b.times {
			if x.From.IsZero() || y.From.IsZero() || x.Grain > witness.Day || y.Grain > witness.Day {
				if x.Weekday > 0 && x.Weekday == y.Weekday {
					return 1, 0
				}
				continue
			}
			known = true
			if x.From.Before(y.To) && y.From.Before(x.To) {
				return 1, 0
			}
		}
	}
	if known {
		return 0, 1
	}
	return 0, 0
}

// claims counts claims of one predicate that share a participant.
func claims(a, b *bag) float64 {
	n := 0
	for _, x := range a.claims {
		for _, y := range b.claims {
			if x.Predicate == y.Predicate && (sameArg(x.Agent, y.Agent) || sameArg(x.Patient, y.Patient)) {
				n++
				break
			}
		}
	}
	return squash(float64(n), 1)
}

func sameArg(x, y *witness.Arg) bool {
	if x == nil || y == nil {
		return false
	}
	if x.Entity != nil && x.Entity == y.Entity {
		return true
	}
	return x.Lemma == y.Lemma && len(x.Lemma) > 3
}

// longestRun is the length of the longest stretch of content lemmas that both
// have in one order without a gap.
func longestRun(a, b []int32) int {
	best := 0
	row := make([]int, len(b)+1)
	for i := range a {
		prev := 0
		for j := range b {
			next := row[j+1]
			if a[i] == b[j] {
				row[j+1] = prev + 1
				best = max(best, row[j+1])
			} else {
				row[j+1] = 0
			}
			prev = next
		}
	}
	return best
}

// stem cuts a lemma to the part that its relatives share: invasion and invade
// meet only in WordNet, but diplomat and diplomatic do here.
func stem(w string) string {
	for _, suf := range [...]string{"ization", "isation", "ational", "fulness", "ousness", "iveness", "ically", "ation", "ition", "ments", "ment", "ness", "ities", "ity", "ical", "ions", "ion", "ers", "ing", "ive", "ous", "ies", "ial", "ian", "ed", "er", "al", "ic", "ly", "es", "s", "e", "y"} {
		if len(w)-len(suf) >= 4 && w[len(w)-len(suf):] == suf {
			return w[:len(w)-len(suf)]
		}
	}
	return w
}
