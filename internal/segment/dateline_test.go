package segment

import "testing"

func TestDateline(t *testing.T) {
	for _, tt := range []struct{ text, line string }{
		{"KABUL, March 4 (Wire) - A blast killed two people.", "KABUL, March 4 (Wire) - "},
		{"NEW YORK (NP) — Two people died in a fire.", "NEW YORK (NP) — "},
		{"BEIJING, May 2 (World News) -- China said on Friday it would not.", "BEIJING, May 2 (World News) -- "},
		{"BERLIN - Two people died in a fire.", "BERLIN - "},
		{"Kyiv, Ukraine (NP) – “We are ready,” he said.", "Kyiv, Ukraine (NP) – "},
		{"Vienna, 4 May - Talks ended.", "Vienna, 4 May - "},
		{"MOSCOW, March 4. /WIRE/. Two men were held.", "MOSCOW, March 4. /WIRE/. "},
		{"MOSCOW. March 4 (Wire) - Two men were held.", "MOSCOW. March 4 (Wire) - "},
		{"RIO DE JANEIRO, Brazil (NP) _ 12 people died.", "RIO DE JANEIRO, Brazil (NP) _ "},
		{"LIMA, May 2 (Wire) -", "LIMA, May 2 (Wire) -"},
		{"LA PAZ -- The blockades go on.", "LA PAZ -- "},
		{"NEW DELHI — Two people died.", "NEW DELHI — "},
		{"THE HAGUE - Judges ruled on Friday.", "THE HAGUE - "},

		{"NATO - the alliance of the West - said no.", ""},
		{"NATO – Russia talks ended.", ""},
		{"THE EU - Russia's rival - blamed Moscow.", ""},
		{"NEW ICBM - North Korea fires again.", ""},
		{"LA Lakers - They won again.", ""},
		{"BBC - Two people died.", ""},
		{"Vienna - the capital - was calm.", ""},
		{"Brazil - Chile ended 2-1.", ""},
		{"The minister (Foreign) - He said no.", ""},
		{"Paris Saint-Germain won on Friday - They lost on Sunday.", ""},
		{"Two people died - Police said nothing.", ""},
		{"He said: Lyon (France) - Paris is closed.", ""},
		{"A blast killed two people.", ""},
		{"", ""},
		{"- (", ""},
	} {
		if got := tt.text[:dateline(tt.text)]; got != tt.line {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.line)
		}
	}
}

func TestStatementsHasTheDatelineApart(t *testing.T) {
	got := cut("Fire in Graz\n\nGRAZ, Austria, May 2 (Wire) - Two people died. VIENNA (Wire) - Three fled.\nLINZ (Wire) - One.")
	want := []string{"Fire in Graz", "GRAZ, Austria, May 2 (Wire) -", "Two people died.", "VIENNA (Wire) - Three fled.", "LINZ (Wire) - One."}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("statement %d: got %q, want %q", i, got[i], want[i])
		}
	}
}
