package marks

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"io"
	"math"
	"sync"

	"github.com/factdiff/factdiff/witness"
)

// order.bin holds how often three classes of words follow each other in the
// UD English treebanks EWT and GUM (see the notice of package nlp); it is
// rebuilt by internal/marks/train. A class is a function word, or the Penn tag
// of any other.
//
//go:embed order.bin
var orderData []byte

// Order says how well words follow each other.
type Order struct {
	class          map[string]uint8
	triple         map[uint32]float64
	pair           map[uint32]float64
	pairKinds      map[uint32]float64
	single, kinds  [256]float64
	total, classes float64
}

var order = sync.OnceValue(func() *Order {
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(orderData)))
	if err != nil {
		panic(err) // the embedded file is broken: the build is
	}
	o, err := decodeOrder(raw)
	if err != nil {
		panic(err)
	}
	return o
})

// edge is the class of what stands before and after a sentence.
const edge = 0

// decodeOrder reads the names of the classes, each ended by a line's end, an
// empty one, and the triples: the difference of each to the one before, and its
// count.
func decodeOrder(raw []byte) (*Order, error) {
	o := &Order{class: map[string]uint8{}, triple: map[uint32]float64{}, pair: map[uint32]float64{}, pairKinds: map[uint32]float64{}}
	for n := 1; ; n++ {
		i := bytes.IndexByte(raw, '\n')
		if i < 0 || n > 255 {
			return nil, io.ErrUnexpectedEOF
		}
		name := string(raw[:i])
		raw = raw[i+1:]
		if name == "" {
			break
		}
		o.class[name] = uint8(n)
		o.classes++
	}
	key := uint32(0)
	seen := map[uint32]bool{}
	for len(raw) > 0 {
		d, n := binary.Uvarint(raw)
		c, m := binary.Uvarint(raw[max(n, 0):])
		if n <= 0 || m <= 0 {
			return nil, io.ErrUnexpectedEOF
		}
		raw = raw[n+m:]
		key += uint32(d)
		x := float64(c)
		o.triple[key] = x
		o.pair[key>>8] += x
		o.pairKinds[key>>8]++
		o.single[key>>8&255] += x
		if k := key & 0xFFFF; !seen[k] {
			seen[k] = true
			o.kinds[k>>8]++
		}
		o.total += x
	}
	return o, nil
}

// Class gives the class of a word by its lower-case form and its Penn tag.
func (o *Order) Class(lower, xpos string) uint8 {
	if c, ok := o.class["="+lower]; ok {
		return c
	}
	return o.class[xpos]
}

// surprise is the negative logarithm, to base 2, of the share of c after a and
// b: I. Witten and T. Bell's estimate (1991, method C), from triples to pairs
// to single classes.
func (o *Order) surprise(a, b, c uint8) float64 {
	p := (o.single[c] + 1) / (o.total + o.classes)
	bc := uint32(b)<<8 | uint32(c)
	if n := o.single[b]; n > 0 {
		p = (o.pair[bc] + o.kinds[b]*p) / (n + o.kinds[b])
	}
	ab := uint32(a)<<8 | uint32(b)
	if n := o.pair[ab]; n > 0 {
		t := o.pairKinds[ab]
		p = (o.triple[ab<<8|uint32(c)] + t*p) / (n + t)
	}
	return -math.Log2(p)
}

// Odd gives the mean surprise at the words of a statement and the token after
// which its worst place stands, with the mean surprise of the three words there.
func Odd(st *witness.Statement) (mean, worst float64, at int) {
	o := order()
	n := len(st.Tokens)
	if n == 0 {
		return 0, 0, 0
	}
	a, b := uint8(edge), uint8(edge)
	var last [2]float64
	sum := 0.0
	for i := 0; i <= n; i++ {
		c := uint8(edge)
		if i < n {
			c = o.Class(st.Tokens[i].Lower, st.Tokens[i].XPOS)
		}
		s := o.surprise(a, b, c)
		sum += s
		if w := (s + last[0] + last[1]) / 3; i >= 2 && w > worst {
			worst, at = w, i-1
		}
		last[0], last[1] = last[1], s
		a, b = b, c
	}
	return sum / float64(n+1), worst, at
}
