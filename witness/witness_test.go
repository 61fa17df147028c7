package witness

import "testing"

func TestEnglish(t *testing.T) {
	for lang, want := range map[string]bool{"": true, "en": true, "EN": true, "en-GB": true, "En-US": true, "enm": false, "uk": false, "zh-Hant": false} {
		if got := (&Witness{Lang: lang}).English(); got != want {
			t.Errorf("%q: %v, want %v", lang, got, want)
		}
	}
}
