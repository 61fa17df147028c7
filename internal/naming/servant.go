package naming

import "strings"

// joined writes the Arabic names of "servant of …" as one word, however they
// were parted and whichever vowel the article was given: Abdulrahman, Abdel
// Rahman, Abd al-Rahman and Abderrahman are one name.
func joined(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		rest, ok := servantOf(words[i])
		switch {
		case !ok:
			out = append(out, words[i])
		case rest != "":
			out = append(out, "abdul"+rest)
		case i+1 < len(words):
			i++
			out = append(out, "abdul"+words[i])
		default:
			out = append(out, words[i])
		}
	}
	return out
}

// servantOf cuts "servant of" and the article off a folded word; the rest is
// empty where whose servant stands in the next word.
func servantOf(word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(word, "abd")
	if !ok || rest == "" {
		return rest, ok
	}
	for _, article := range [...]string{"ul", "al", "el", "ol"} {
		if name, ok := strings.CutPrefix(rest, article); ok {
			return name, true
		}
	}
	if len(rest) > 4 && strings.Contains("aeou", rest[:1]) && rest[1] == rest[2] {
		return rest[2:], true // the article takes on the sound that follows: Abderrahman
	}
	return "", false
}
