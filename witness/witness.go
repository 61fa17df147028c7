// Package witness is the data model of factdiff: what flows from the reading
// of files to the printing of findings. It has no behaviour beyond the few
// predicates that every stage needs in the same sense.
//
// The words are those of text collation. A witness is one report of an event;
// its siglum is the short label under which it is cited; a reading is what a
// witness has in one place. A statement is the unit that is aligned across
// witnesses: a sentence, a headline, a line of site furniture. A group is one
// column of the alignment table: the statements, one cell a witness, that
// state the same thing.
//
// Everything refers to a witness's text by half-open byte spans, from the
// first stage to the last. Lines and columns are made when something is
// printed, and nowhere else.
//
// The stages fill the model in one direction and each leaves what came before
// untouched: reading makes the Event, segmentation sets Witness.Statements,
// the analyser Statement.Tokens, extraction Statement.Facts and
// Event.Entities, alignment Event.Groups.
package witness

import (
	"cmp"
	"strings"
	"time"
)

// Span is a half-open range of bytes in one witness's text.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether every byte of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Event is several reports of one event: the unit of work.
type Event struct {
	ID    string
	Title string

	// Witnesses are in an order of their texts while the stages go through
	// them (package factdiff sees to it), so that none can depend on how
	// reports are named or listed; once the checks have run, in ascending
	// order of ID, in which they are shown.
	Witnesses []*Witness

	// Aligned says that every witness has the same number of lines and that
	// line i of each states the same thing.
	Aligned bool

	// Parallel says that the witnesses are versions of one text, such as
	// translations of one source, though nobody said so: their statements
	// follow each other alike from beginning to end. Set by alignment.
	Parallel bool

	// Entities is the one table of persons, places and organisations over
	// all witnesses. Set by extraction.
	Entities []*Entity

	// Groups are the columns of the alignment table, in the order in which
	// their earliest statements stand. Set by alignment.
	Groups []*Group

	// Beads say which statements of a report in another language and of its
	// translation correspond, in text order, translation by translation. Set
	// by alignment.
	Beads []Bead
}

// Bead is a run of statements of a source and the run of its translation that
// corresponds to it. One of the two may be empty: what is left out, or added.
type Bead struct {
	Source, Translation int   // positions in Event.Witnesses
	From, Into          []int // statements of the one and of the other
	// Score is how sure the two correspond, from 0 to 1.
	Score float64
}

// Witness is one report.
type Witness struct {
	ID         string // the siglum, unique in the event
	Text       string // valid UTF-8; every span refers to it
	Path       string // where it was read from; empty where it came from a stream
	Original   *Original
	Lang       string // BCP 47 tag of the text; where none was given, Check sets the one it takes it for
	SourceLang string // language it was translated from; empty where unknown
	Outlet     string
	Title      string
	Author     string
	URL        string
	Translates string // ID of the witness of which this one is a translation

	// Published anchors "Monday" and "today". Zero where unknown. Where reading
	// was given none, segmentation takes it from a first line of the text that is
	// nothing but a date.
	Published time.Time

	// CopyOf is the ID of a witness whose text this one repeats; copies of
	// one agency text do not vote twice. Set by alignment or the manifest.
	CopyOf string

	Index      int // position in Event.Witnesses
	Statements []*Statement
}

// Voice names the report whose text w has: itself, or the one that it copies. Copies
// are one voice, however often they are printed.
func (w *Witness) Voice() string { return cmp.Or(w.CopyOf, w.ID) }

// English reports whether the text of w is English: so is one of which nothing
// is said.
func (w *Witness) English() bool {
	lang, _, _ := strings.Cut(w.Lang, "-")
	return lang == "" || strings.EqualFold(lang, "en")
}

// Original ties the text of a witness to the file that it was read out of,
// where that has markup: a Markdown file or a web page. A witness whose text
// is its file, line by line, has none.
type Original struct {
	Text string // of the file, in UTF-8 with lines that end in LF
	// Stretches are in ascending order of Text and do not overlap there. What
	// lies between two was not in the file, such as the line break between
	// two paragraphs.
	Stretches []Stretch
}

// Stretch ties a stretch of a witness's text to where it stands in the file.
// Where the two are as long as each other they run alongside; otherwise one
// stands for the other as a whole, as "&" for "&amp;".
type Stretch struct{ Text, File Span }

// StatementKind says what part of a report a statement is.
type StatementKind uint8

// The kinds of statement.
const (
	Body      StatementKind = iota // running text
	Headline                       // the title, or a line set as one
	Dateline                       // "GENEVA, Jan 10 (Agency) —"
	Byline                         // a line that is a name
	Furniture                      // what the site adds: disclaimers, comment forms, share buttons
)

// Statement is a unit of one witness's text that can be aligned with others.
type Statement struct {
	Witness   *Witness
	Index     int // position in Witness.Statements
	Span      Span
	Paragraph int // index of the paragraph, from 0
	Line      int // index of the line of the text, from 0
	Kind      StatementKind
	Tokens    []Token
	Facts     []Fact
}

// Text returns the words of the statement as they stand in the report.
func (st *Statement) Text() string { return st.Witness.Text[st.Span.Start:st.Span.End] }

// Token is a word or mark of a statement with its analysis, in the terms of
// Universal Dependencies.
type Token struct {
	Span  Span   // in the witness's text
	Form  string // as it stands
	Lower string // lower case, typographic marks made plain: for matching, never for printing
	Lemma string // lower-case lemma
	UPOS  string // universal part of speech
	XPOS  string // Penn tag
	Head  int    // index of the head in Statement.Tokens; -1 for a root
	Rel   string // relation to the head
	Conf  float32
}

// Relation is the relation to the head without its subtype, where English has
// one: "nsubj" of "nsubj:pass".
func (t *Token) Relation() string {
	for i := range len(t.Rel) {
		if t.Rel[i] == ':' {
			return t.Rel[:i]
		}
	}
	return t.Rel
}

// Ref names a statement of an event by the position of its witness and its
// own position there.
type Ref struct{ Witness, Statement int }

// Group is one column of the alignment table.
type Group struct {
	ID int

	// Cells[w] lists the statements of witness w that belong here, in text
	// order. An empty cell is a gap; two statements are a 1:2 bead.
	Cells [][]int

	// Score is how sure the aligner is that the cells state the same thing,
	// from 0 to 1: the mean probability over the pairs.
	Score float64

	// Links are the word alignments between statements of the group: all
	// pairs of a small group, and each member against a few central ones of
	// a large group.
	Links []Link
}

// Members lists the statements of g in order of witness and text.
func (g *Group) Members() []Ref {
	var out []Ref
	for w, cell := range g.Cells {
		for _, s := range cell {
			out = append(out, Ref{w, s})
		}
	}
	return out
}

// Link is the word alignment of two statements of different witnesses.
type Link struct {
	A, B  Ref
	Score float64 // probability that the two state the same thing
	Words []WordLink
}

// WordLink ties token A of one statement to token B of another.
type WordLink struct {
	A, B int
	Kind LinkKind
	// Weight is how alike the two words are, from 0 (placed by their
	// neighbours alone) to 1 (the same).
	Weight float32
}

// LinkKind says why two words are taken to correspond.
type LinkKind uint8

// The kinds of word link, the surest first.
const (
	LinkSame      LinkKind = iota // the same form or lemma
	LinkValue                     // equal quantities, times or entities
	LinkVariant                   // spelling variant, derivation or transliteration
	LinkSynonym                   // synonym or near hypernym
	LinkRelated                   // other relation of the lexicon: an opposite, a sister term
	LinkStructure                 // different words in the same slot
)
