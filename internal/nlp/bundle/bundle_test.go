package bundle

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

func TestRoundTrip(t *testing.T) {
	random := make([]byte, 5000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range random {
		random[i] = byte(r.Uint32())
	}
	parts := []Part{
		{"text", bytes.Repeat([]byte("a line\n\n"), 100)}, {"empty", nil}, {"random", random},
	}
	file := Encode("header\nof two lines", parts)
	got, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if !bytes.Equal(got[p.Name], p.Data) {
			t.Errorf("part %s: %d bytes back of %d", p.Name, len(got[p.Name]), len(p.Data))
		}
	}
	if !bytes.Equal(file, Encode("header\nof two lines", parts)) {
		t.Error("two encodings differ")
	}
	for _, n := range []int{0, 5, len(file) / 2, len(file) - 1} {
		if _, err := Decode(file[:n]); err == nil {
			t.Errorf("file cut to %d bytes: no error", n)
		}
	}
}
