// Package role finds one person under different offices: deputy secretary of
// state in one report, assistant secretary in another, under secretary in a
// third.
//
// An office is a title with what changes its rank. Deputy, under and assistant
// secretary are three offices, and "vice chancellor" for a deputy foreign
// minister is what machine translation makes of the Spanish word. Roles are
// compared over the whole event, person by person, through the one table of
// entities.
//
// What it does not report, on purpose: a description beside an office
// ("negotiator", "diplomat", "head of the delegation"); a shorter form of one
// office ("minister" for "foreign minister"); a former office beside the
// present one.
//
// Known false alarms: a person who holds two offices at once; an office that
// changed between two reports.
package role
