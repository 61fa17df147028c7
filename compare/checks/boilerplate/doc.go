// Package boilerplate finds text that a site adds to a report: disclaimers,
// forms, links to share, the site's praise of itself.
//
// It is no statement of the event, and where a desk takes it for one it ends
// up in print.
//
// What it does not report, on purpose: a byline, a dateline, a note of the
// agency that a report came from. A sentence is told only where its wording is
// that of the table with some weight, or where a notice stands at the end or
// word for word in another report.
//
// Known false alarms: news about web sites and their forms.
package boilerplate
