// Package actor finds who does what to whom told in two ways: agent and
// patient exchanged, in versions of one text any two words that stand in each
// other's place, another country attacked, another club that won, a ship of
// another country sunk, a person of another country. In one report alone it finds somebody who acts on
// himself ("Russia does not intend to invade Russia", "Russia, which called on
// Russia"), who helps a rising in his own land, or who demands for another what
// he elsewhere demands for himself.
//
// Claims come from the parse: predicate, agent, patient, over passives,
// relative clauses and "intends to". Only participants that are named, or whose
// pronoun is clear, are compared.
//
// Over the whole event it holds together what one alone does (part.tsv): who brokered the
// truce, moved the amendment, led the inquiry, to whom the prize went. Two persons, two
// bodies or two countries for one such part are told as minor, where the reports are short
// or the statements correspond and the deed is done to one thing.
//
// What it does not report, on purpose: a participant that one report leaves
// out; a country against its part or its whole; claims that the parser was
// unsure of; a person beside a body, who may act for it.
//
// Known false alarms: two deeds of one kind by one agent in one sentence.
package actor
