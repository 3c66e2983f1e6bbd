package layout

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// hyphenation is how freely words may be broken.
type hyphenation int

const (
	hyphenNever hyphenation = iota // headings, decisions, names, captions, notes
	hyphenText                     // five letters before, four after
	hyphenCell                     // narrow columns: four and three
)

func (h hyphenation) ends() (before, after int) {
	if h == hyphenCell {
		return 4, 3
	}
	return 5, 4
}

// jointList holds compounds without a binding s, as "kommun|styrelse".
//
//go:embed joints_sv.txt
var jointList string

// joint is a compound's letters and how many of them stand before the joint.
type joint struct {
	word []rune
	at   int
}

// readJoints parses lines of words with a bar at the joint.
func readJoints(list string) []joint {
	var out []joint
	for word := range strings.FieldsSeq(list) {
		a, b, ok := strings.Cut(word, "|")
		if ok {
			out = append(out, joint{[]rune(a + b), len([]rune(a))})
		}
	}
	return out
}

// beforeS are endings that take a binding s in a compound: utbildnings-nämnden.
var beforeS = [][]rune{[]rune("ing"), []rune("het"), []rune("skap"), []rune("tet"), []rune("ion"), []rune("dom"), []rune("nad")}

// onsets are two-letter beginnings of a Swedish word part.
const onsets = " bl br dr fj fl fn fr gl gn gr kl kn kr kv pl pr sj sk sl sm sn sp st sv tj tr tv vr "

// points gives where a word of letters may be broken: only at a joint between
// the parts of a compound that is on the list or has a binding s. Broken words
// cost the reader more than an uneven edge, so a doubtful place is none.
func points(word []rune, hy hyphenation, joints []joint) []int {
	if hy == hyphenNever {
		return nil
	}
	before, after := hy.ends()
	if len(word) < before+after {
		return nil
	}
	lower := lowered(word)
	var out []int
	for at := before; at <= len(lower)-after; at++ {
		if bindingS(lower, at) || atJoint(lower, at, joints) {
			out = append(out, at)
		}
	}
	return out
}

// bindingS reports whether the letter before at is an s that binds two parts.
func bindingS(w []rune, at int) bool {
	if w[at-1] != 's' || !begins(w[at:]) {
		return false
	}
	return slices.ContainsFunc(beforeS, func(end []rune) bool { return hasSuffix(w[:at-1], end) && at-1 > len(end)+1 })
}

// begins reports whether w can be the beginning of a word part: a vowel, one
// consonant and a vowel, or a usual pair of consonants; and it has a vowel.
func begins(w []rune) bool {
	if isVowel(w[0]) {
		return true
	}
	return isVowel(w[1]) || strings.Contains(onsets, " "+string(w[:2])+" ") && slices.ContainsFunc(w[2:], isVowel)
}

func atJoint(w []rune, at int, joints []joint) bool {
	return slices.ContainsFunc(joints, func(j joint) bool {
		from := at - j.at
		return from >= 0 && from+len(j.word) <= len(w) && slices.Equal(w[from:from+len(j.word)], j.word)
	})
}

// syllables gives every place between a vowel and a consonant before a vowel:
// a last resort for a word that is wider than its column.
func syllables(word []rune) []int {
	w := lowered(word)
	var out []int
	for at := 3; at < len(w)-2; at++ {
		if !isVowel(w[at]) && isVowel(w[at+1]) && slices.ContainsFunc(w[:at], isVowel) && !split(w[at-1], w[at]) {
			out = append(out, at)
		}
	}
	return out
}

// split reports whether two letters make one sound that a break would spoil.
func split(a, b rune) bool {
	switch string([]rune{a, b}) {
	case "sk", "st", "sj", "tj", "kj", "ch", "ck", "ng", "gn", "ph", "th":
		return true
	}
	return false
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyåäöéèüáàæø", r) }

func hasSuffix(w, end []rune) bool {
	return len(w) >= len(end) && slices.Equal(w[len(w)-len(end):], end)
}

func lowered(w []rune) []rune {
	out := make([]rune, len(w))
	for i, r := range w {
		out[i] = unicode.ToLower(r)
	}
	return out
}
