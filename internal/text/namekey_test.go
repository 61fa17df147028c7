package text

import "testing"

func TestNameKey(t *testing.T) {
	for _, same := range [][2]string{
		{"Riabkov", "Ryabkov"}, {"Sergey", "Sergei"}, {"Zelensky", "Zelenskyy"}, {"Shoigu", "Shoygu"},
		{"Alexei", "Aleksey"}, {"Khamenei", "Hamenei"}, {"Łukasz", "Lukasz"}, {"Iakov", "Yakov"},
	} {
		if a, b := NameKey(same[0]), NameKey(same[1]); a != b {
			t.Errorf("%s is %s, %s is %s", same[0], a, same[1], b)
		}
	}
	for _, other := range [][2]string{{"Putin", "Biden"}, {"Lithuania", "Latvia"}, {"Cheng", "Chinh"}, {"Kobe", "Kirby"}} {
		if NameKey(other[0]) == NameKey(other[1]) {
			t.Errorf("%s and %s meet", other[0], other[1])
		}
	}
}
