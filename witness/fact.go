package witness

import "time"

// Fact is something a statement says, read off its words and normalised: one
// of *Quantity, *Time, *Name, *Role, *Quote, *Claim, *Attribution, *Negation,
// *Condition.
// The set is closed; a switch over it is complete.
type Fact interface {
	// Where returns the words that the fact was read from.
	Where() Span
	// Anchor returns the index in Statement.Tokens of the word that stands
	// for the fact in the parse: the number's noun, the name's head.
	Anchor() int
	sealed()
}

// At is the place of a fact, embedded in each kind.
type At struct {
	Span Span
	Head int
}

// Where returns the words that the fact was read from.
func (a At) Where() Span { return a.Span }

// Anchor returns the index of the token that stands for the fact.
func (a At) Anchor() int { return a.Head }

func (At) sealed() {}

// Interval is a set of numbers between two bounds. Infinite bounds are
// math.Inf. A point has Lo == Hi and neither end open.
type Interval struct {
	Lo, Hi         float64
	LoOpen, HiOpen bool
}

// QuantityKind says what sort of number a quantity is; two of different kinds
// are never compared.
type QuantityKind uint8

// The kinds of quantity.
const (
	Cardinal QuantityKind = iota // a count: "12 people"
	Ordinal                      // "the second round"
	Percent                      // "12 %"; the value is in hundredths: 0.12
	Money                        // the unit is the currency's ISO 4217 code
	Duration                     // in seconds; see SecondsInYear
	Age                          // in years
	Measure                      // the unit is the base unit of its dimension
	Score                        // "2-0": Value is the first number, Second the other
	Label                        // a number that names: "Flight 370", "COVID-19"
)

// SecondsInYear is how many seconds a year has where a length of time is read and where it is
// written: the mean year of the calendar.
const SecondsInYear = 31556952

// Hedge says how a quantity is qualified in words.
type Hedge uint8

// The hedges, each with the interval it makes of a number n.
const (
	Exact   Hedge = iota // n, to the precision in which it is written
	About                // about, around, some, roughly: n ± 15 %
	Nearly               // nearly, almost, close to: somewhat below n
	Over                 // more than, over: (n, ∞)
	AtLeast              // at least, a minimum of: [n, ∞)
	Under                // less than, under, fewer than: (0, n)
	AtMost               // up to, at most, as many as: (0, n]
	Vague                // dozens, several, tens of thousands: bounds from the table
	Rounded              // a compound adjective: "eight-hour": n ± half its unit
)

// Quantity is a number with what it counts.
type Quantity struct {
	At
	Kind   QuantityKind
	Value  Interval
	Point  float64 // the number as written, before hedge and rounding; NaN where there is none
	Second float64 // of a score or range
	// Numeral is the number in the words alone, before its unit: 8 of "eight
	// hours", 12 of "12 %". NaN where there is none.
	Numeral float64
	Hedge   Hedge
	Unit    string   // base unit or currency; empty for counts
	Of      string   // lemma of the noun that is counted or measured; empty where the parse shows none
	OfAt    int      // token index of that noun, or -1
	Mods    []string // lemmas that restrict the noun: "Ukrainian" of "two Ukrainian soldiers"
	Number  int      // token index of the numeral itself
}

// Granularity is the precision of a time.
type Granularity uint8

// The granularities, finest first.
const (
	Minute Granularity = iota
	Hour
	PartOfDay
	Day
	Week
	Month
	Year
	Decade
)

// Time is a date or time of day, as an interval of calendar time where it can
// be resolved and as its parts in any case.
type Time struct {
	At
	Grain Granularity
	// From and To bound the time, To exclusive; both zero where the words
	// give no date (a clock time alone) or the report's own is unknown.
	From, To time.Time
	// Weekday is 1 (Monday) to 7 as written, 0 where none was.
	Weekday int
	// Year, Month, Day as written, 0 where they were not.
	Year, Month, Day int
	// Minutes of the day, -1 where no clock time was given.
	Clock int
	// Relative says that the words count from the report's date: "yesterday";
	// Offset is by how many units of Grain.
	Relative bool
	Offset   int
	// Explicit says that the words alone name the day: "10 January".
	Explicit bool
	// Hedged says that the words bound the time: "by Friday", "since 2014".
	Hedged bool
	// Phase is the rough part of a month or of a longer time that is meant.
	Phase Phase
}

// Phase is a rough part of a time longer than a day.
type Phase uint8

// The phases, in order of time; neighbours overlap in use.
const (
	AllOfIt Phase = iota
	Early         // early, the beginning of
	Middle        // mid
	Late          // late, the end of
)

// Apart reports whether no day is in both phases: the early and the late.
func (p Phase) Apart(o Phase) bool { return p == Early && o == Late || p == Late && o == Early }

// EntityKind is the sort of thing that a name names.
type EntityKind uint8

// The kinds of entity.
const (
	OtherEntity EntityKind = iota
	Person
	Place
	Organisation
)

// Gender is the grammatical gender that English pronouns give a person.
type Gender uint8

// The genders; Unknown makes no claim.
const (
	UnknownGender Gender = iota
	Feminine
	Masculine
)

// Entity is one person, place, organisation or other named thing, over all
// witnesses of an event.
type Entity struct {
	ID     int
	Kind   EntityKind
	Name   string   // the fullest form seen
	Forms  []string // every form seen, sorted
	Gender Gender   // from titles, given names and agreement over the reports
	Key    string   // gazetteer key ("country:RU", "org:nato"), or the folded name
}

// Name is a mention of an entity.
type Name struct {
	At
	Entity *Entity
	Form   string // as written, without title or possessive
	// Metonym says that the name stands for a government: "Moscow", "the
	// Kremlin", and as a demonym "Russian".
	Metonym bool
	Demonym bool
	// First and Last are the indices of the mention's tokens, inclusive.
	First, Last int
}

// Role is an office or description attached to a person.
type Role struct {
	At
	Holder *Entity // nil where the statement names no holder
	// Office is the key of the office's head in the lexicon
	// ("secretary of state", "foreign minister"), Modifier what changes its
	// rank ("deputy", "under", "assistant", "vice"; empty for the office
	// itself), Of the country or body, as an entity key or lemma.
	Office   string
	Modifier string
	Of       string
	Former   bool
}

// Quote is a quotation.
type Quote struct {
	At
	Inner   Span    // without the marks
	Speaker *Entity // nil where it could not be told
	// SpeakerWords are the words that name the speaker where no entity does.
	SpeakerWords string
	Verb         string // lemma of the reporting verb, if any
	Scare        bool   // a word or two set in marks inside a sentence
}

// Modality is how real a claim is put.
type Modality uint8

// The modalities.
const (
	Actual   Modality = iota // did, does
	Future                   // will, is going to
	Intended                 // plans to, intends to
	Possible                 // may, might, could
	Able                     // can
	Ought                    // should
	Must                     // must, has to
	Wanted                   // calls for, demands, wants
	Supposed                 // if, would
	Tried                    // tries to, attempts to
	Expected                 // is expected to, probably
	Alleged                  // accused of, allegedly, reportedly
)

// Tense is the time of a claim's verb against the report.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
	FutureTense
)

// Arg is a participant of a claim.
type Arg struct {
	Head   int     // token index
	Lemma  string  // lemma of the head word
	Entity *Entity // the entity it names, through a pronoun where it is clear
	Prep   string  // the preposition that ties it to the verb; empty for subject and object
}

// Claim is who did what to whom.
type Claim struct {
	At
	Predicate string // lemma, with its particle: "back down"
	Agent     *Arg   // nil where the parse shows none
	Patient   *Arg
	Others    []Arg
	Negative  bool
	Modality  Modality
	Tense     Tense
	// Attribution is who says so; nil where the report itself does.
	Attribution *Attribution
	Conf        float32 // agreement of the parse on the arcs the claim was read from
}

// Condition is how something is said to stand: a road open or closed, a driver
// hurt or unhurt.
type Condition struct {
	At
	Scale, Value string // of the lexicon; a denial is read into the value
	Denied       bool   // the value was read from a denial
	Thing        Arg    // what it is said of
	Doer         *Arg   // who brought it about or plans it, where that is said
	Modality     Modality
}

// Attribution is a reporting verb with its speaker.
type Attribution struct {
	At
	Verb         string
	Kind         string // the lexicon's kind of reporting verb: "say", "deny", "warn"
	Speaker      *Entity
	SpeakerWords string
	Content      int // token index of the head of what is said, or -1
}

// Negation is a word that turns the sense of another.
type Negation struct {
	At
	Cue   int // token index of the negating word
	Scope int // token index of the word it turns
	// Implicit says that the sense is in the word itself: "fail", "unable".
	Implicit bool
}

// Date returns the calendar day y-m-d at midnight UTC.
func Date(y int, m time.Month, d int) time.Time {
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
