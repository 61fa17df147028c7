package naming

import (
	"slices"
	"testing"
)

func TestServantNames(t *testing.T) {
	for _, c := range []struct {
		form string
		want []string
	}{
		{"Abdulrahman Yousef", []string{"abdulrahman", "yousef"}},
		{"Abdel Rahman Yousef", []string{"abdulrahman", "yousef"}},
		{"Abd al-Rahman Yousef", []string{"abdulrahman", "yousef"}},
		{"Abderrahman Yousef", []string{"abdulrahman", "yousef"}},
		{"Gamal Abdel Nasser", []string{"gamal", "abdulnasser"}},
		{"Paula Abdul", []string{"paula", "abdul"}},
		{"Abdullah Gul", []string{"abdullah", "gul"}},
	} {
		if got := Words(c.form); !slices.Equal(got, c.want) {
			t.Errorf("Words(%q) = %q, want %q", c.form, got, c.want)
		}
	}
}
