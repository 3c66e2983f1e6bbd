package search

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: small letters, å ä ö as one sign each however they
// were typed and never without their marks, other letters without theirs: idé is
// found as ide.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return strings.Map(plain, strings.ToLower(norm.NFC.String(s)))
		}
	}
	return strings.ToLower(s)
}

// plain takes the marks off letters that Swedish has as variants only.
func plain(r rune) rune {
	if r < 'à' || r > 'ÿ' {
		return r
	}
	switch r {
	case 'å', 'ä', 'ö':
		return r
	case 'æ':
		return 'ä'
	case 'ø':
		return 'ö'
	}
	const from, to = "àáâãçèéêëìíîïñòóôõùúûüýÿ", "aaaaceeeeiiiinoooouuuuyy"
	if i := strings.IndexRune(from, r); i >= 0 {
		return rune(to[i/2])
	}
	return r
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// pieces are the words of a folded text: letters and digits.
func pieces(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) })
}

// endings are those of Swedish words that are taken off in the index, the longest
// that leaves a root. A bare s is not one: lots of roots end in it, and what has it
// is found by its beginning anyway. Roots stay beginnings of their words, and the
// root of a compound ends with the root of its last part: so skolor finds
// förskolorna.
var endings = byLength(
	"a", "e", "as", "es",
	"an", "en", "et", "ar", "er", "or", "na", "at",
	"ans", "ens", "ets", "ars", "ers", "ors", "nas", "ena", "ade", "are", "ast", "ata",
	"ande", "arna", "erna", "orna", "aren", "aste", "ades", "arne", "ares", "atet", "aten", "ater", "enas",
	"andet", "andes", "arnas", "ernas", "ornas", "arens", "atets", "atens", "heten", "heter",
	"andets", "aterna", "hetens", "heters", "heterna", "aternas", "heternas",
)

// leastRoot is how many letters a root has; one that begins with a vowel may do
// with two: år.
const leastRoot = 3

// byLength orders endings by their number of bytes; they are all ASCII.
func byLength(list ...string) [][]string {
	var out [][]string
	for _, e := range list {
		for len(out) <= len(e) {
			out = append(out, nil)
		}
		out[len(e)] = append(out[len(e)], e)
	}
	return out
}

// root takes the ending off a folded word.
func root(w string) string {
	if w == "" || '0' <= w[0] && w[0] <= '9' {
		return w
	}
	for n := min(len(endings)-1, len(w)-2); n > 0; n-- {
		cut := len(w) - n
		if slices.Contains(endings[n], w[cut:]) && rooted(w[:cut]) {
			return w[:cut]
		}
	}
	return w
}

// rooted reports whether something can be a root: long enough, with a vowel.
func rooted(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < leastRoot {
		r, _ := utf8.DecodeRuneInString(s)
		return n == 2 && (r == 'å' || r == 'ö')
	}
	return strings.ContainsAny(s, "aeiouyåäö")
}

// changing are roots that change their vowel, and the other form.
var changing = [][2]string{
	{"bok", "böck"}, {"stad", "städ"}, {"land", "länd"}, {"hand", "händ"}, {"fot", "fött"}, {"rot", "rött"}, {"natt", "nätt"},
	{"tand", "tänd"}, {"strand", "stränd"}, {"ledamot", "ledamöt"}, {"son", "sön"}, {"dotter", "döttr"}, {"broder", "bröd"},
	{"mor", "mödr"}, {"far", "fädr"}, {"bond", "bönd"}, {"man", "män"}, {"rand", "ränd"}, {"and", "änd"}, {"spång", "spänd"},
}

// variants are other roots that a word of this root may have: regel and regl(er),
// program and programm(et), bok and böck(er). Those of the second list are looked
// for only as a whole word or the end of one: budg(et) of budgeten, kommun of kommuns.
func variants(r string) (free, close []string) {
	for _, c := range changing {
		for i := range c {
			if strings.HasSuffix(r, c[i]) {
				free = append(free, strings.TrimSuffix(r, c[i])+c[1-i])
			}
		}
	}
	n := len(r)
	if n < 4 {
		return free, nil
	}
	end := func(list ...string) bool {
		return slices.ContainsFunc(list, func(e string) bool { return strings.HasSuffix(r, e) })
	}
	switch {
	case end("mm", "nn"):
		free = append(free, r[:n-1])
	case end("eln"): // regeln
		free = append(free, r[:n-1], r[:n-3]+"l")
	case end("elns"):
		free = append(free, r[:n-2], r[:n-4]+"l")
	case end("el") && !strings.ContainsRune("aeiouyl", rune(r[n-3])):
		free = append(free, r[:n-2]+"l")
	case r[n-1] == 'l' && strings.ContainsRune("bdfgkmpstv", rune(r[n-2])):
		free = append(free, r[:n-1]+"el")
	case end("het"): // enheten, enhet
		close = append(close, r[:n-2], r[:n-3])
	case end("et", "at"): // budgeten, budget
		close = append(close, r[:n-2])
	case end("dd", "tt"): // utredde, utrett
		close = append(close, r[:n-2]+"d")
	case end("h"): // möjlighet, möjligheten
		close = append(close, r[:n-1])
	case end("and"):
		close = append(close, r[:n-3])
	case end("lt", "gt", "kt"), end("s") && strings.ContainsRune("bdfghjklmnprtv", rune(r[n-2])):
		close = append(close, r[:n-1])
	}
	return free, slices.DeleteFunc(close, func(s string) bool { return !rooted(s) })
}

// wordsIn gives the words of a folded text one by one.
func wordsIn(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for at := range wordsAt(s) {
			if !yield(s[at[0]:at[1]]) {
				return
			}
		}
	}
}
