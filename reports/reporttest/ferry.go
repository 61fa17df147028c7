package reporttest

import (
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/witness"
)

// Plain returns five invented reports of a ferry that struck a pier, with
// findings of every kind and severity.
func Plain() *compare.Result {
	b := newBuilder("ferry", "Ferry strikes the pier at Port Alder")
	day := witness.Date(2031, time.March, 4)
	b.report(&witness.Witness{ID: "A", Path: "ferry/a.txt", Outlet: "Alder Post", Title: "Ferry strikes pier, twelve hurt", Lang: "en", Published: day}, `
Ferry strikes pier, twelve hurt

1|A passenger ferry struck the northern pier at Port Alder on [[day=2031-03-04: Tuesday]] morning.
2|Police said [[hurt=12: twelve people]] were taken to hospital, none of them in danger.

3|The harbour master, [[name=ilse varga: Ilse Varga]], said that [[actor=ferry → pier: the ferry hit the pier]] at low speed.
4|[[quote=nothing to see: “We came in through fog and could see nothing,”]] the captain told reporters.
5|The company [[denial=not admitted: has not admitted]] that the radar was broken.
6|Divers [[divers=reported: searched the basin]] until the evening.
`)
	b.report(&witness.Witness{ID: "B", Path: "ferry/b.txt", Outlet: "Coast Radio", Lang: "en", Published: day}, `
1|The ferry Merle ran against a pier in Port Alder on [[day=2031-03-04: 4 March]].
2|[[hurt=12: A dozen passengers]] were hurt, according to the police.

3|Harbour master [[name=ilse varga: Ilse Varga]] spoke of [[actor=ferry → pier: a ferry that rammed the pier]].
5|The operator [[denial=not admitted: denied]] that its radar had failed.
6|A team of divers [[divers=reported: went through the basin]] until nightfall.
`)
	b.report(&witness.Witness{ID: "C", Path: "ferry/c.txt", Outlet: "The Strait", Lang: "en", SourceLang: "pt", Published: day}, `
1|In Port Alder a ship of line collided with the pier north this [[day=2031-03-04: Tuesday]].
2|The police counts [[hurt=14: fourteen wounded]], all out of danger.

3|The captain of the port, [[name=elsa varga: Elsa Varga]], affirmed that [[actor=pier → ferry: the pier struck the ferry]] at low speed.
4|[[quote=no danger: “We came in through fog and could see no danger,”]] declared the commander.
5|The company [[denial=admitted: admitted]] that the radar was damaged.
For [[gender=her: her]] part, Captain Joris Brandt thanked the rescuers.
[[space=spacing: costs“,he]] added.
`)
	b.report(&witness.Witness{ID: "D", Path: "ferry/d.txt", Outlet: "Harbour Wire", Lang: "en", Published: day.AddDate(0, 0, 1)}, `
1|A ferry with 210 people on board crashed into a pier at Port Alder on [[day=2031-03-03: Monday]].
2|[[hurt=more than 10: More than ten]] of them were injured, police said.

3|“She did not brake,” harbour master [[name=ilse varga: Ilse Varga]] said.
6|The basin [[divers=reported: was searched by divers]] into the night.
`)
	b.report(&witness.Witness{ID: "E", Path: "ferry/e.txt", Lang: "en", Published: day}, `
1|Port Alder: a ferry hit the north pier early on [[day=2031-03-04: Tuesday, 4 March]].
2|[[hurt=12: Twelve]] were hurt.

5|The shipping line [[denial=not admitted: would not confirm]] a fault of the radar.
Read also: ten ferries that you must take this summer.
`)
	b.finding("actor", compare.Finding{Check: "actor", Kind: compare.Conflict, Severity: compare.Critical, Confidence: 0.91,
		Message:  "A and B: the ferry struck the pier; C: the pier struck the ferry",
		Outliers: []string{"C"}, Reason: "agent and patient of “strike” are exchanged; a pier does not move"})
	b.finding("denial", compare.Finding{Check: "polarity", Kind: compare.Conflict, Severity: compare.Critical, Confidence: 0.84,
		Message:  "A, B and E: the company has not admitted that the radar was broken; C: it has",
		Outliers: []string{"C"}, Reason: "“admit” stands under a negation in three reports and without one in C"})
	b.finding("hurt", compare.Finding{Check: "quantity", Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.97,
		Message:  "number of injured: A, B and E say 12; C says 14; D says more than 10",
		Outliers: []string{"C"}, Reason: "12 and 14 are exact counts and disjoint; 12 lies inside more than 10"})
	b.finding("day", compare.Finding{Check: "date", Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.88,
		Message:  "day of the collision: A, B, C and E say Tuesday 4 March; D says Monday 3 March",
		Outliers: []string{"D"}, Reason: "“Monday” in a report of Wednesday 5 March 2031 is 2031-03-03"})
	b.finding("quote", compare.Finding{Check: "quote", Kind: compare.Conflict, Severity: compare.Major, Confidence: 0.6,
		Message: "the captain's words: A has “could see nothing”; C has “could see no danger”",
		Reason:  "the same utterance, by six shared words in order; the object differs in sense"})
	b.finding("name", compare.Finding{Check: "name", Kind: compare.Conflict, Severity: compare.Minor, Confidence: 0.55,
		Message:  "the harbour master: A, B and D name Ilse Varga; C names Elsa Varga",
		Outliers: []string{"C"}, Reason: "one office, one surname, two given names that are no spellings of each other"})
	b.finding("gender", compare.Finding{Check: "gender", Kind: compare.Artefact, Severity: compare.Minor, Confidence: 0.8,
		Message: "C: “her” stands for Captain Joris Brandt, elsewhere “he”", Outliers: []string{}, Suggest: "his",
		Reason: "Joris is a man's name, and the next sentence has “he”"})
	b.finding("space", compare.Finding{Check: "punctuation", Kind: compare.Artefact, Severity: compare.Minor, Confidence: 0.99,
		Message: "C: the closing mark is an opening one, and a space is missing", Suggest: "costs”, he"})
	b.finding("divers", compare.Finding{Check: "coverage", Kind: compare.Omission, Severity: compare.Info, Confidence: 0.7,
		Message:  "A, B and D report the divers' search; C and E do not",
		Outliers: []string{"C", "E"}, Reason: "no statement of C or E has a part in the group"})
	return b.result()
}

// Empty returns two reports that agree.
func Empty() *compare.Result {
	b := newBuilder("calm", "")
	b.report(&witness.Witness{ID: "A", Path: "calm/a.txt", Lang: "en"}, "1|Twelve people were hurt.")
	b.report(&witness.Witness{ID: "B", Path: "calm/b.txt", Lang: "en"}, "1|A dozen were hurt.")
	return b.result()
}
