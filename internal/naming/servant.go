package naming

import "strings"

// joined writes the Arabic names of "servant of …" as one word, however they
// were parted and whichever vowel the article was given: Abdulrahman, Abdel
// Rahman, Abd al-Rahman and Abderrahman are one name.
func joined(words []string) []string {
	for i, w := range words {
		rest, next := "", ""
		for _, pre := range [...]string{"abdul", "abdal", "abdel", "abdol", "abd"} {
			if r, ok := strings.CutPrefix(w, pre); ok {
				rest = r
				if next = pre; rest == "" || pre != "abd" {
					break
				}
			}
		}
		switch {
		case next == "":
			continue
		case rest == "" && i+1 < len(words):
			return append(append(append([]string(nil), words[:i]...), "abdul"+words[i+1]), joined(words[i+2:])...)
		case rest != "" && next != "abd":
			words = append([]string(nil), words...)
			words[i] = "abdul" + rest
		case len(rest) > 4 && strings.Contains("aeou", rest[:1]) && rest[1] == rest[2]:
			words = append([]string(nil), words...)
			words[i] = "abdul" + rest[2:] // the article takes on the sound that follows: Abderrahman
		}
	}
	return words
}
