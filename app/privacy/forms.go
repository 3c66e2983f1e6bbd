package privacy

import "strings"

// Forms gives the words by which the words of a hit are looked for elsewhere: as
// they stand and without the s of a genitive, and of a whole name the given name
// and the surname alone where they can hardly be anything else, and nobody known has
// them. What is personal only beside somebody, such as an illness, has none:
// elsewhere it is a word.
func (k *Known) Forms(h Hit, words string) []string {
	if h.Kind == Group || h.Kind == Health || h.Kind == Protected {
		return nil
	}
	out := []string{words}
	if !isName(h.Kind) {
		return out
	}
	parts := strings.Fields(normalise(words).text)
	if len(parts) == 0 {
		return nil
	}
	last := parts[len(parts)-1]
	if stem, ok := genitive(last); ok && lex.given[last] == noName && !lex.surnames[last] && (lex.givenName(stem) != noName || lex.surname(stem)) {
		parts[len(parts)-1], last = stem, stem
		out = append(out, strings.Join(parts, " "))
	}
	if len(parts) == 1 {
		return out
	}
	out = append(out, last+" "+strings.Join(parts[:len(parts)-1], " "))
	if lex.given[parts[0]] == usualName && !k.given[withoutS(strings.ToLower(parts[0]))] {
		out = append(out, parts[0])
	}
	if lex.sureSurname(last) && !k.family(strings.ToLower(last)) {
		out = append(out, last)
	}
	return out
}

// family tells whether somebody known has the surname.
func (k *Known) family(last string) bool {
	for key := range k.persons {
		if strings.HasSuffix(key, " "+withoutS(last)) || strings.HasSuffix(key, " "+last) {
			return true
		}
	}
	return false
}

// Named tells whether a text, as somebody has written it by itself, is the name of
// a person, and by which key that person is known.
func Named(text string) (key string, ok bool) {
	names := Read(text).names
	if len(names) != 1 || !names[0].alone {
		return "", false
	}
	return names[0].key, true
}
