package surface

import (
	"reflect"
	"slices"
	"testing"
)

func TestDictionary(t *testing.T) {
	words := []string{"talk", "envoy", "straße", "o'clock"}
	entries := []Entry{{POS: 3, Noun: 10, Verb: 32}, {POS: 1, Noun: 18}}
	byKey := map[uint32]uint16{}
	var keys []uint32
	for i, form := range words {
		var w Word
		w.Of(form)
		keys = append(keys, SetKey(w.Lower))
		byKey[keys[i]] = uint16(i % 2)
	}
	slices.Sort(keys)
	d := &Dictionary{Words: NewSet(keys), Entries: entries}
	for _, k := range keys {
		d.Class = append(d.Class, byKey[k])
	}
	got, err := DictionaryFromColumns(d.Columns())
	if err != nil || !reflect.DeepEqual(got, d) {
		t.Fatalf("%+v, %v; want %+v", got, err, d)
	}
	for i, form := range words {
		var w Word
		got.Describe(&w, form)
		if w.Entry != entries[i%2] {
			t.Errorf("%s: %+v", form, w.Entry)
		}
		got.Describe(&w, form+"x")
		if w.Entry != (Entry{}) {
			t.Errorf("%sx: %+v", form, w.Entry)
		}
	}
	for i := range DictionaryColumns {
		c := d.Columns()
		c[i] = c[i][:len(c[i])-1]
		if _, err := DictionaryFromColumns(c); err == nil {
			t.Errorf("column %d cut short: no error", i)
		}
	}
}
