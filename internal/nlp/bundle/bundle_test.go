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
	skewed := make([]byte, 5000)
	for i := range skewed {
		skewed[i] = byte(r.ExpFloat64() * 10)
	}
	parts := []Part{
		{"text", bytes.Repeat([]byte("a line\n\n"), 100)}, {"empty", nil}, {"random", random}, {"skewed", skewed},
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

// Every length, every skew, the degenerate ones too: what is coded comes back,
// and what is damaged gives an error or other bytes, never a panic or a hang.
func TestHuffman(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 300 {
		for _, mean := range []float64{0, 0.05, 1, 8, 1000} {
			data := make([]byte, n)
			for i := range data {
				data[i] = byte(r.ExpFloat64() * mean)
			}
			packed := huffman(data)
			got := make([]byte, n)
			if err := unhuffman(got, packed); err != nil || !bytes.Equal(got, data) {
				t.Fatalf("%d bytes of mean %g: %v", n, mean, err)
			}
			if n > 0 {
				packed[r.IntN(len(packed))] ^= byte(1 + r.IntN(255))
				_ = unhuffman(got, packed)
				if err := unhuffman(got, packed[:r.IntN(lengths)]); err == nil {
					t.Fatal("no code lengths, and no error")
				}
			}
		}
	}
	// Counts like Fibonacci numbers would need codes of 40 bits.
	var fib []byte
	for c, n, m := 0, 1, 1; len(fib) < 1<<20; c, n, m = c+1, m, n+m {
		fib = append(fib, bytes.Repeat([]byte{byte(c)}, n)...)
	}
	got := make([]byte, len(fib))
	if err := unhuffman(got, huffman(fib)); err != nil || !bytes.Equal(got, fib) {
		t.Error("skewed counts:", err)
	}
}

func BenchmarkDecode(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	data := make([]byte, 1<<21)
	for i := range data {
		data[i] = byte(r.ExpFloat64() * 10)
	}
	for _, c := range []struct {
		method string
		packed []byte
	}{{"huffman", huffman(data)}, {"deflate", deflate(data)}} {
		b.Run(c.method, func(b *testing.B) {
			out := make([]byte, len(data))
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if err := unpack(c.method, out, c.packed); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
