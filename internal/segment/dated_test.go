package segment

import (
	"testing"
	"time"

	"github.com/factdiff/factdiff/witness"
)

// TestOwnDate reads the day of a report from a line of its own, and leaves
// alone a line that says more, or that two readers would read as two days.
func TestOwnDate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Ferry sinks\nPublished: November 28, 2005\nA ferry sank.", "2005-11-28"},
		{"Ferry sinks\nLast updated 15:48 15/09/2013\nA ferry sank.", "2013-09-15"},
		{"Updated 11/27/2005 3:41 PM\nA ferry sank.", "2005-11-27"},
		{"Sun, 15 Sep 2013\nA ferry sank.", "2013-09-15"},
		{"8:44AM BST 16th Sept 2013\nA ferry sank.", "2013-09-16"},
		{"Monday, 28 November 2005, 02:24 GMT\nA ferry sank.", "2005-11-28"},
		{"10/01/2022\nA ferry sank.", ""},
		{"1/1/2022\nA ferry sank.", "2022-01-01"},
		{"31 February 2022\nA ferry sank.", ""},
		{"The ferry sank on 28 November 2005.", ""},
		{"28 November\nA ferry sank.", ""},
		{"a\nb\nc\nd\ne\nf\ng\nh\n28 November 2005", ""},
		{"", ""},
	} {
		w := &witness.Witness{Text: tt.text}
		Statements(w, false)
		got := ""
		if !w.Published.IsZero() {
			got = w.Published.Format(time.DateOnly)
		}
		if got != tt.want {
			t.Errorf("%q is dated %q, want %q", tt.text, got, tt.want)
		}
	}
	w := &witness.Witness{Text: "28 November 2005\nA ferry sank.", Published: witness.Date(2006, 1, 2)}
	if Statements(w, false); w.Published != witness.Date(2006, 1, 2) {
		t.Errorf("a date that was given gave way to %v", w.Published)
	}
}
