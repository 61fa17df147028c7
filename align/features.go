package align

import (
	"math"
	"slices"

	"github.com/factdiff/factdiff/witness"
)

// Features of a pair of statements, in the order of FeatureNames. Nearly all
// lie between 0 and 1.
const (
	fBias          = iota
	fCosEvent      // cosine by rarity in the event
	fCosWorld      // cosine by rarity in English
	fCosBoth       // by both
	fCoverMax      // share of one side's weight that the other has, the larger
	fCoverMin      // the smaller
	fSharedEvent   // weight shared, squashed
	fSharedWorld   //
	fRarest        // weight of the rarest lemma shared, squashed
	fNouns         // nouns shared over all
	fVerbs         // verbs
	fModifiers     // adjectives and adverbs
	fNameWords     // words of names
	fRoot          // the main predicate of one is said in the other, for one or both
	fRootBoth      // the main predicates are alike
	fSubjects      // the subjects are alike
	fArcs          // words that hang together in both
	fArcCount      // how many, squashed
	fEntities      // shared entities over all, weighted by rarity
	fEntitiesFlat  // unweighted
	fEntityGap     // both name somebody, and nobody is shared
	fEntityLeft    // both name somebody whom the other does not
	fPersons       // persons shared
	fPersonGap     //
	fPlaces        // places shared
	fPlaceGap      //
	fQuantities    // equal quantities over all
	fQuantityCount // equal quantities with their noun, squashed
	fQuantityGap   // both count the same thing, and nothing is equal
	fTimes         // times that overlap
	fTimeGap       // both date, and nothing overlaps
	fPredicates    // shared predicates, weighted
	fClaims        // claims with like predicate and a shared participant
	fClaimsBoth    // and both participants
	fQuotes        // overlap of quoted words
	fQuoteBoth     // both hold a quotation
	fQuoteOne      // one does
	fQuotedApart   // one is mostly quoted words and the other is not
	fQuotedAlike   // both are
	fSpeaker       // the same speaker
	fSpeakerGap    // another
	fOrder         // same place in the text, 1 for the same
	fLeads         // both stand at the beginning
	fLeadOne       // one does
	fHeadlines     // one is a headline
	fRun           // longest run of common words, squashed
	fLength        // shorter over longer
	fShort         // how little the shorter says, squashed
	fLong          // how much the longer says
	fBrief         // how few statements their reports have
	fDocCosine     // likeness of the whole reports
	fDocCentred    //
	fDocNames      //
	fDocSecond     //
	fBriefCentred  // and of brief ones
	fBriefSecond   //
	fBriefNames    //
	fCoverSecond   //
	fBriefCosine   //
	fCloseLong     // the smaller cover of two long statements
	fClause        // the best pair of clauses: cosine, damped where they say little
	fClauseWeight  // weight that it shares, squashed
	fArcWeight     // weight of the words that hang together in both, squashed
	fSharp         // weight shared, cubed: the rare words of the event alone
	fSharpShare    // over all
	fSecondRarest  // weight of the second rarest lemma shared
	fCosHigh       // cosine above 0.2
	fCosHigher     // above 0.4
	fLoose         // share of the weight that is said loosely in the other, the smaller
	fLooseMax      // the larger
	fOwn           // weight of words shared that stand in few statements of either report, squashed
	fOwnShare      // over all
	fOwnBest       // the best one
	fClaimsLoose   // claims with loosely like predicates and a shared participant
	fClaimsSense   // and with the same polarity, where it is negative, or modality
	fQuantityNear  // quantities of one kind that are near
	fWindow        // cosine of one with the other and the sentence before it, the larger way
	fCentral       // how near both are to what the reports begin with, the geometric mean
	fCentralMin    // the farther
	fCentralShare  // words shared that the beginnings have, over all that they share
	fBriefShared   // weight shared in brief reports
	fNamesVerbs    // entities and verbs shared
	fNamesCosine   // entities shared, and the cosine
	fNumbersCosine // quantities shared, and the cosine
	fClauseOwn     // the best clauses and the best own word
	fCentralCosine // near to what the event is about, and to each other
	fCentralVerbs  //
	fTimesCosine   // one time, and the cosine
	fClaimsNames   // claims and entities shared
	fRunCover      // the longest run, and the smaller cover
	fLeadsCentral  // both stand at the beginning, near to what the event is about
	featureCount
)

// FeatureNames are the features in words, for the trace of a finding.
var FeatureNames = [featureCount]string{
	"bias", "cosine-event", "cosine-world", "cosine", "cover-max", "cover-min", "shared-event", "shared-world", "rarest",
	"nouns", "verbs", "modifiers", "name-words", "root", "roots", "subjects", "arcs", "arc-count",
	"entities", "entities-flat", "entity-gap", "entity-left", "persons", "person-gap", "places", "place-gap",
	"quantities", "quantity-count", "quantity-gap", "times", "time-gap", "predicates", "claims", "claims-both",
	"quotes", "both-quote", "one-quotes", "quoted-apart", "quoted-alike", "speaker", "speaker-gap", "order", "leads", "one-leads", "headlines", "run",
	"length", "short", "long", "brief", "reports", "reports-centred", "reports-names", "reports-second",
	"brief-centred", "brief-second", "brief-names", "cover-second", "brief-cosine", "close-long",
	"clause", "clause-shared", "arc-shared", "sharp", "sharp-share", "second-rarest", "cosine-high", "cosine-higher",
	"loose", "loose-max", "own", "own-share", "own-best", "claims-loose", "claims-sense", "quantity-near", "window",
	"central", "central-min", "central-share", "brief-shared",
	"names-verbs", "names-cosine", "numbers-cosine", "clause-own", "central-cosine", "central-verbs", "times-cosine",
	"claims-names", "run-cover", "leads-central",
}

type features [featureCount]float64

// weigh sums up the weights of a bag.
func (c *corpus) weigh(b *bag) {
	for _, t := range b.terms {
		w := &c.words[t.id]
		b.weight += w.weight
		b.normEvent += w.event * w.event
		b.normWorld += w.world * w.world
		b.normWeight += w.weight * w.weight
		b.sharp += w.weight * w.weight * w.weight
		b.own += (0.3 + w.world) / math.Sqrt(float64(t.here))
	}
	for i := range b.clauses {
		x := &b.clauses[i]
		for _, id := range b.clauseTerms[x.from:x.to] {
			w := c.words[id].weight
			x.weight += w
			x.norm += w * w
		}
		x.norm = math.Sqrt(x.norm)
	}
}

// like is what one term of a statement finds in another.
type like struct {
	sim  float64 // how alike the best partner is, 0 where there is none
	wide float64 // loosely alike counted too
	here int32   // statements of the other's report that have the partner
}

// match finds for each term of a its like in b: by term of a, appended to
// dst.
func (c *corpus) match(dst []like, a, b *bag) []like {
	j := 0
	for _, t := range a.terms {
		for j < len(b.terms) && b.terms[j].id < t.id {
			j++
		}
		var l like
		if j < len(b.terms) && b.terms[j].id == t.id {
			l = like{1, 1, b.terms[j].here}
		} else {
			for _, o := range c.words[t.id].near {
				if o.sim > l.wide {
					if k := b.find(o.id); k >= 0 {
						l.wide = o.sim
						if o.sim > loose {
							l.sim, l.here = o.sim, b.terms[k].here
						}
					}
				}
			}
		}
		dst = append(dst, l)
	}
	return dst
}

// find gives the place of a lemma among the terms, or -1.
func (b *bag) find(id int32) int {
	lo, hi := 0, len(b.terms)
	for lo < hi {
		m := (lo + hi) / 2
		if b.terms[m].id < id {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(b.terms) && b.terms[lo].id == id {
		return lo
	}
	return -1
}

// alike says how near two lemmas are.
func (c *corpus) alike(x, y int32) float64 {
	if x < 0 || y < 0 {
		return 0
	}
	if x == y {
		return 1
	}
	for _, o := range c.words[x].near {
		if o.id == y {
			return o.sim
		}
	}
	return 0
}

// pairScratch is room for the features of one pair, reused.
type pairScratch struct{ ab, ba []like }

// tally sums up one side of a pair.
type tally struct {
	event, world, weight      float64 // dots
	cover                     float64
	sharedEvent, sharedWorld  float64
	rarest, second, sharp     float64
	begin, wide, own, ownBest float64
	have, all                 [4]float64 // nouns, verbs, modifiers, names
}

func (c *corpus) tally(b *bag, likes []like) (t tally) {
	for k, x := range b.terms {
		w, s := &c.words[x.id], likes[k].sim
		t.wide += likes[k].wide * w.weight
		class := 0
		switch {
		case x.pos&asName != 0:
			class = 3
		case x.pos&(asNoun|asNumber) != 0:
			class = 0
		case x.pos&asVerb != 0:
			class = 1
		default:
			class = 2
		}
		t.all[class] += w.weight
		if s == 0 {
			continue
		}
		t.have[class] += s * w.weight
		t.begin += s * w.world * w.begin
		own := s * (0.3 + w.world) / math.Sqrt(float64(x.here)*float64(likes[k].here))
		t.own += own
		t.ownBest = max(t.ownBest, own)
		t.event += s * w.event * w.event
		t.world += s * w.world * w.world
		t.weight += s * w.weight * w.weight
		t.cover += s * w.weight
		t.sharedEvent += s * w.event
		t.sharedWorld += s * w.world
		t.sharp += s * w.weight * w.weight * w.weight
		if v := s * w.weight; v > t.rarest {
			t.rarest, t.second = v, t.rarest
		} else {
			t.second = max(t.second, v)
		}
	}
	return t
}

// pair fills in the features of two bags.
func (c *corpus) pair(sc *pairScratch, a, b *bag) (f features) {
	f[fBias] = 1
	sc.ab, sc.ba = c.match(sc.ab[:0], a, b), c.match(sc.ba[:0], b, a)
	x, y := c.tally(a, sc.ab), c.tally(b, sc.ba)
	cos := func(dx, dy, nx, ny float64) float64 {
		if nx <= 0 || ny <= 0 {
			return 0
		}
		return min(1, (dx+dy)/2/math.Sqrt(nx*ny))
	}
	f[fCosEvent] = cos(x.event, y.event, a.normEvent, b.normEvent)
	f[fCosWorld] = cos(x.world, y.world, a.normWorld, b.normWorld)
	f[fCosBoth] = cos(x.weight, y.weight, a.normWeight, b.normWeight)
	ca, cb := x.cover/max(a.weight, 1e-9), y.cover/max(b.weight, 1e-9)
	f[fCoverMax], f[fCoverMin] = max(ca, cb), min(ca, cb)
	f[fSharedEvent] = squash((x.sharedEvent+y.sharedEvent)/2, 8)
	f[fSharedWorld] = squash((x.sharedWorld+y.sharedWorld)/2, 3)
	f[fRarest] = squash(max(x.rarest, y.rarest), 3)
	for k, at := range [...]int{fNouns, fVerbs, fModifiers, fNameWords} {
		if all := x.all[k] + y.all[k]; all > 0 {
			f[at] = (x.have[k] + y.have[k]) / all
		}
	}
	f[fRootBoth] = c.alike(a.root, b.root)
	f[fSubjects] = c.alike(a.subject, b.subject)
	f[fRoot] = (c.said(a, b, sc.ab) + c.said(b, a, sc.ba)) / 2
	c.arcs(&f, a, b)
	c.clauses(&f, a, b)
	f[fSharp] = squash((x.sharp+y.sharp)/2, 20)
	f[fSharpShare] = min(1, (x.sharp+y.sharp)/max(a.sharp+b.sharp, 1e-9))
	la, lb := x.wide/max(a.weight, 1e-9), y.wide/max(b.weight, 1e-9)
	f[fLoose], f[fLooseMax] = min(la, lb), max(la, lb)
	f[fOwn] = squash((x.own+y.own)/2, 1.5)
	f[fOwnShare] = min(1, (x.own+y.own)/max(a.own+b.own, 1e-9))
	f[fOwnBest] = max(x.ownBest, y.ownBest) / 1.3
	f[fCentralShare] = (x.begin + y.begin) / max(x.sharedWorld+y.sharedWorld, 1e-9)
	f[fWindow] = max(c.window(a, b), c.window(b, a))
	f[fSecondRarest] = squash(max(x.second, y.second), 3)
	f[fCosHigh], f[fCosHigher] = max(0, f[fCosBoth]-0.2), max(0, f[fCosBoth]-0.4)
	c.names(&f, a, b)
	c.quantities(&f, a, b)
	f[fTimes], f[fTimeGap] = times(a, b)
	c.claims(&f, a, b)
	quotes(&f, a, b)
	c.frame(&f, a, b)
	together(&f)
	return f
}

// said says how far the main predicate of a is among the words of b.
func (c *corpus) said(a, b *bag, likes []like) float64 {
	if a.root < 0 {
		return 0
	}
	k, ok := slices.BinarySearchFunc(a.terms, a.root, func(t term, id int32) int { return int(t.id - id) })
	if !ok {
		return 0
	}
	return likes[k].sim
}

func squash(x, half float64) float64 { return x / (x + half) }

// shared counts what two sorted lists have in common.
func shared[T any](a, b []T, cmp func(x, y T) int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch k := cmp(a[i], b[j]); {
		case k < 0:
			i++
		case k > 0:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

func cmpID(x, y int32) int { return int(x - y) }

func (c *corpus) names(f *features, a, b *bag) {
	overlap := func(x, y []int32) (share, gap float64) {
		if len(x) == 0 || len(y) == 0 {
			return 0, 0
		}
		n := shared(x, y, cmpID)
		if n == 0 {
			return 0, 1
		}
		return 2 * float64(n) / float64(len(x)+len(y)), 0
	}
	f[fPersons], f[fPersonGap] = overlap(a.persons, b.persons)
	f[fPlaces], f[fPlaceGap] = overlap(a.places, b.places)
	f[fEntitiesFlat], f[fEntityGap] = overlap(a.entities, b.entities)
	if len(a.entities) == 0 || len(b.entities) == 0 {
		return
	}
	all, both, left := 0.0, 0.0, 0.0
	for _, e := range a.entities {
		all += c.idf(c.edf[e])
	}
	mine := all
	for _, e := range b.entities {
		w := c.idf(c.edf[e])
		if _, ok := slices.BinarySearch(a.entities, e); ok {
			both += w
		} else {
			all += w
			left += w
		}
	}
	f[fEntities] = both / max(all, 1e-9)
	f[fEntityLeft] = squash(min(mine-both, left), 3)
}

// counted says how alike what two quantities count is.
func (c *corpus) counted(x, y *witness.Quantity) float64 {
	if x.Of == "" || y.Of == "" {
		return 0
	}
	if x.Of == y.Of {
		return 1
	}
	i, ok1 := c.ids[x.Of]
	j, ok2 := c.ids[y.Of]
	if !ok1 || !ok2 {
		return 0
	}
	return c.alike(i, j)
}

func (c *corpus) quantities(f *features, a, b *bag) {
	if len(a.quantities) == 0 || len(b.quantities) == 0 {
		return
	}
	n, of, comparable := 0, 0, false // of both sides together
	for _, side := range [...][2]*bag{{a, b}, {b, a}} {
		for _, x := range side[0].quantities {
			equal, sameNoun := false, false
			for _, y := range side[1].quantities {
				if x.Kind != y.Kind || x.Unit != y.Unit {
					continue
				}
				like := c.counted(x, y)
				if like > loose {
					comparable = true
				}
				if like > 0 || x.Kind != witness.Cardinal && x.Kind != witness.Ordinal {
					if r := x.Point / y.Point; r > 1/nearFigure && r < nearFigure {
						f[fQuantityNear] = 1
					}
				}
				if x.Value == y.Value {
					equal = true
					sameNoun = sameNoun || x.Of == y.Of || like > loose
				}
			}
			if equal {
				n++
			}
			if sameNoun {
				of++
			}
		}
	}
	f[fQuantities] = float64(n) / float64(len(a.quantities)+len(b.quantities))
	f[fQuantityCount] = squash(float64(of)/2, 1)
	if n == 0 && comparable {
		f[fQuantityGap] = 1
	}
}

// nearFigure is how many times as large one of two figures that are near may be.
const nearFigure = 1.6

func times(a, b *bag) (equal, gap float64) {
	known := false
	for _, x := range a.times {
		for _, y := range b.times {
			if x.From.IsZero() || y.From.IsZero() || x.Grain > witness.Day || y.Grain > witness.Day {
				if x.Weekday > 0 && y.Weekday > 0 {
					if x.Weekday == y.Weekday {
						return 1, 0
					}
					known = true
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

// claims compares who did what to whom.
func (c *corpus) claims(f *features, a, b *bag) {
	x, y := c.claimed(a, b), c.claimed(b, a)
	if all := x.all + y.all; all > 0 {
		f[fPredicates] = (x.share + y.share) / all
	}
	f[fClaims] = squash((x.tight+y.tight)/2, 1)
	f[fClaimsBoth] = max(x.both, y.both)
	f[fClaimsLoose] = squash((x.loosely+y.loosely)/2, 1)
	f[fClaimsSense] = squash((x.sense+y.sense)/2, 1)
}

// claimed sums up what the claims of one statement find in another: the weight of
// the predicates, and of those that have a like one; claims of like or loosely like
// predicate and a shared participant; the best of those that share both; those of one
// polarity or modality that is not plain.
type claimed struct{ all, share, tight, loosely, both, sense float64 }

func (c *corpus) claimed(a, b *bag) (t claimed) {
	for i := range a.claims {
		x := &a.claims[i]
		w := c.words[x.predicate].weight
		t.all += w
		best, tight, loosely := 0.0, 0.0, 0.0
		for j := range b.claims {
			y := &b.claims[j]
			s := c.alike(x.predicate, y.predicate)
			if s == 0 {
				continue
			}
			if s > loose {
				best = max(best, s)
			}
			agent, patient := c.sameParticipant(x.agent, y.agent), c.sameParticipant(x.patient, y.patient)
			if !agent && !patient {
				continue
			}
			loosely = max(loosely, s)
			if s > loose {
				tight = max(tight, s)
				if agent && patient {
					t.both = max(t.both, s)
				}
			}
			if x.modality == y.modality && x.negative == y.negative && (x.negative || x.modality != witness.Actual) {
				t.sense += s
			}
		}
		t.tight += tight
		t.loosely += loosely
		t.share += best * w
	}
	return t
}

// window is the cosine of a with b and the sentence before b, which names what
// a pronoun in b stands for.
func (c *corpus) window(a, b *bag) float64 {
	p := b.before
	if p == nil || a.normWeight <= 0 {
		return 0
	}
	const damp = 0.6 // what the sentence before counts for
	dot := 0.0
	for _, t := range a.terms {
		w := c.words[t.id].weight
		switch {
		case b.find(t.id) >= 0:
			dot += w * w
		case p.find(t.id) >= 0:
			dot += damp * w * w
		}
	}
	return min(1, dot/math.Sqrt(a.normWeight*(b.normWeight+damp*damp*p.normWeight)))
}

func (c *corpus) sameParticipant(x, y participant) bool {
	if x.entity != nil && x.entity == y.entity {
		return true
	}
	return x.id >= 0 && c.alike(x.id, y.id) > 0.6
}

func quotes(f *features, a, b *bag) {
	qa, qb := len(a.quoted) > 0, len(b.quoted) > 0
	switch {
	case qa && qb:
		f[fQuoteBoth] = 1
		f[fQuotes] = float64(shared(a.quoted, b.quoted, cmpID)) / float64(min(len(a.quoted), len(b.quoted)))
	case qa || qb:
		f[fQuoteOne] = 1
	}
	x, y := a.quotedShare(), b.quotedShare()
	f[fQuotedApart], f[fQuotedAlike] = math.Abs(x-y), min(x, y)
	if a.speaker != nil && b.speaker != nil {
		if a.speaker == b.speaker {
			f[fSpeaker] = 1
		} else {
			f[fSpeakerGap] = 1
		}
	}
}

// quotedShare is the part of a statement's content words that are quoted. What
// a person said in so many words and what reports make of it are told apart by
// it.
func (b *bag) quotedShare() float64 {
	return float64(len(b.quoted)) / float64(max(len(b.terms), 1))
}

// frame fills in what is told by where the statements stand, not by their
// words.
func (c *corpus) frame(f *features, a, b *bag) {
	f[fOrder] = 1 - math.Abs(a.place-b.place)
	la, lb := lead(a), lead(b)
	if la && lb {
		f[fLeads] = 1
	} else if la || lb {
		f[fLeadOne] = 1
	}
	if a.st.Kind == witness.Headline || b.st.Kind == witness.Headline {
		f[fHeadlines] = 1
	}
	f[fRun] = squash(float64(longestRun(a.seq, b.seq)), 3)
	short, long := float64(min(len(a.terms), len(b.terms))), float64(max(len(a.terms), len(b.terms)))
	f[fLength] = short / long
	f[fShort] = 1 - squash(short, 4)
	f[fLong] = squash(long, 16)
	f[fCloseLong] = f[fCoverMin] * squash(short, 6)
	f[fBrief] = math.Sqrt(a.brief * b.brief)
	d := c.docs.at(a.ref.Witness, b.ref.Witness)
	if d == nil {
		d = &docLike{}
	}
	f[fDocCosine], f[fDocCentred], f[fDocNames], f[fDocSecond] = d.cosine, d.centred, d.names, d.second
	f[fBriefCentred], f[fBriefSecond], f[fBriefNames] = f[fBrief]*d.centred, f[fBrief]*d.second, f[fBrief]*d.names
	f[fCoverSecond] = f[fCoverMax] * d.second
	f[fBriefCosine] = f[fBrief] * f[fCosBoth]
	f[fBriefShared] = f[fBrief] * f[fSharedWorld]
	f[fCentral], f[fCentralMin] = math.Sqrt(a.central*b.central), min(a.central, b.central)
}

// together fills in what is evidence only where two things come together.
func together(f *features) {
	f[fNamesVerbs] = f[fEntities] * f[fVerbs]
	f[fNamesCosine] = f[fEntities] * f[fCosBoth]
	f[fNumbersCosine] = f[fQuantities] * f[fCosBoth]
	f[fClauseOwn] = f[fClause] * f[fOwnBest]
	f[fCentralCosine] = f[fCentral] * f[fCosBoth]
	f[fCentralVerbs] = f[fCentral] * f[fVerbs]
	f[fTimesCosine] = f[fTimes] * f[fCosBoth]
	f[fClaimsNames] = f[fClaimsLoose] * f[fEntities]
	f[fRunCover] = f[fRun] * f[fCoverMin]
	f[fLeadsCentral] = f[fLeads] * f[fCentral]
}

// lead reports whether a statement is what its report begins with, a dateline aside.
func lead(b *bag) bool { return b.nth <= 1 }

// longestRun is the length of the longest stretch of content words that both
// have in one order without a gap.
func longestRun(a, b []int32) int {
	a, b = a[:min(len(a), maxWords)], b[:min(len(b), maxWords)]
	var row [maxWords + 1]int32
	best := int32(0)
	for i := range a {
		prev := int32(0)
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
	return int(best)
}
