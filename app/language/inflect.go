package language

import "strings"

// ending tells what may follow a literal in a word.
type ending uint8

const (
	nothing   ending = iota // the word ends there
	anything                // "*"
	inflected               // "~": the noun or adjective in its forms
	weak                    // as inflected, after a stem that has lost its last vowel
)

// stem is what the forms of a word begin with.
type stem struct {
	literal string
	after   ending
}

// Endings of Swedish nouns and adjectives, each also with the s of genitive. They
// are a closed list, so that "plan~" takes planen and planernas but not planera.
var (
	fullEndings = endings("n en et t ar er or r na ena arna erna orna a are net nen met mer men merna")
	weakEndings = endings("an ar or er arna orna erna et en na ena na")
)

func endings(list string) map[string]bool {
	out := map[string]bool{"": true, "s": true}
	for e := range strings.FieldsSeq(list) {
		out[e], out[e+"s"] = true, true
	}
	return out
}

// fits reports whether rest may follow.
func (e ending) fits(rest string) bool {
	switch e {
	case anything:
		return true
	case inflected:
		return len(rest) <= len("ernas")+1 && fullEndings[rest]
	case weak:
		return rest != "" && rest != "s" && weakEndings[rest]
	}
	return rest == ""
}

// stems gives what a literal's forms begin with: "skola" also as "skol" (skolor),
// "regel" as "regl" (regler), "gymnasium" as "gymnasi" (gymnasiet), "talesman" as
// "talesmän".
func (e ending) stems(literal string) []stem {
	out := []stem{{literal, e}}
	if e != inflected || letters(literal) < 4 {
		return out
	}
	cut := func(n int) string { return literal[:len(literal)-n] }
	for _, end := range []string{"a", "e", "um"} {
		if strings.HasSuffix(literal, end) {
			return append(out, stem{cut(len(end)), weak})
		}
	}
	for _, end := range []string{"el", "er", "en"} {
		if strings.HasSuffix(literal, end) {
			return append(out, stem{cut(2) + end[1:], inflected})
		}
	}
	if strings.HasSuffix(literal, "man") {
		out = append(out, stem{cut(2) + "än", inflected})
	}
	return out
}
