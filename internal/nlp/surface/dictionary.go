package surface

import (
	"encoding/binary"
	"errors"
)

// An Entry is what a dictionary knows about a form out of context: the parts of
// speech it may be, as bits, and the subject fields of its commonest noun and
// verb senses, 0 where it is no noun or no verb. What a bit and a number stand
// for is the business of who makes the dictionary; features only tell them
// apart. The zero Entry is that of unknown words.
type Entry struct {
	POS        uint16
	Noun, Verb uint8
}

// A Dictionary describes more words than any treebank has.
type Dictionary struct {
	Words   Set      // lower-cased forms
	Class   []uint16 // parallel to Words.Keys: which of Entries
	Entries []Entry
}

// Describe fills w for a form, entry included.
func (d *Dictionary) Describe(w *Word, form string) {
	w.Of(form)
	w.Entry = Entry{}
	if i := d.Words.Find(w.Lower); i >= 0 {
		w.Entry = d.Entries[d.Class[i]]
	}
}

// DictionaryColumns is the number of columns of a dictionary; see
// Dictionary.Columns.
const DictionaryColumns = 3

// Columns returns the dictionary as columns that compress well each in its own
// way, or not at all: the entries; the gaps between keys and the classes, as
// varints.
func (d *Dictionary) Columns() [][]byte {
	var entries, gaps, classes []byte
	for _, e := range d.Entries {
		entries = append(binary.LittleEndian.AppendUint16(entries, e.POS), e.Noun, e.Verb)
	}
	last := uint32(0)
	for i, k := range d.Words.Keys {
		gaps = binary.AppendUvarint(gaps, uint64(k-last))
		last = k
		classes = binary.AppendUvarint(classes, uint64(d.Class[i]))
	}
	return [][]byte{entries, gaps, classes}
}

var errDictionary = errors.New("surface: corrupt dictionary")

// DictionaryFromColumns is the inverse of Columns.
func DictionaryFromColumns(c [][]byte) (*Dictionary, error) {
	if len(c) != DictionaryColumns || len(c[0])%4 != 0 || len(c[0]) > 4<<16 {
		return nil, errDictionary
	}
	entries, gaps, classes := c[0], c[1], c[2]
	d := &Dictionary{}
	for e := entries; len(e) > 0; e = e[4:] {
		d.Entries = append(d.Entries, Entry{POS: binary.LittleEndian.Uint16(e), Noun: e[2], Verb: e[3]})
	}
	keys := make([]uint32, 0, len(gaps)/2)
	for last := uint64(0); len(gaps) > 0; {
		gap, n := binary.Uvarint(gaps)
		last += gap
		if n <= 0 || gap > 1<<32-1 || last > 1<<32-1 {
			return nil, errDictionary
		}
		gaps = gaps[n:]
		keys = append(keys, uint32(last))
	}
	d.Class = make([]uint16, len(keys))
	for i := range d.Class {
		class, n := binary.Uvarint(classes)
		if n <= 0 || class >= uint64(len(d.Entries)) {
			return nil, errDictionary
		}
		classes = classes[n:]
		d.Class[i] = uint16(class)
	}
	if len(classes) > 0 {
		return nil, errDictionary
	}
	d.Words = NewSet(keys)
	return d, nil
}
