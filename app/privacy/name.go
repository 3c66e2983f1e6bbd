package privacy

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// name is a person's name in a paragraph.
type name struct {
	first, last int // its tokens
	span        app.Span
	key         string // small letters, without the s of a genitive
	full        bool   // more than a given name
	sure        bool   // the given name is nothing but a name
	public      bool   // party, title or known by everybody: may stand
	child       bool   // the text says it is a child's
	close       bool   // it is taken for one only because a child is spoken of near it
	maybe       bool   // it stands where children's names stand
	kin         bool   // the text says it is a private person's
	speaks      bool   // it says or has written something
	alone       bool   // it is all there is in the paragraph
	beside      bool   // one particular child is spoken of near it
}

// names finds the names of persons.
func (r *reader) names() []name {
	var out []name
	for i := 0; i < len(r.tokens); i++ {
		if !r.tokens[i].capital {
			continue
		}
		n, ok := r.nameAt(i)
		if !ok {
			continue
		}
		if n.first > 0 && len(out) > 0 && out[len(out)-1].last >= n.first {
			n.first = out[len(out)-1].last + 1
		}
		n.span = r.span(int(r.tokens[n.first].start), int(r.tokens[n.last].end))
		n.key = r.nameKey(n)
		out = append(out, n)
		i = n.last
	}
	r.settle(out)
	return out
}

// nameAt reads a name that begins at token i with a given name, with an initial
// or any word before a surname that is one for sure, or alone after a word that
// says that a name follows: "eleven Xander".
func (r *reader) nameAt(i int) (name, bool) {
	word := r.word(i)
	g := lex.givenName(word)
	if g == noName && len(word) > 3 && strings.ToUpper(word) == word && r.joined2(i) {
		g = lex.givenName(titled(word)) // ANNA BERG
	}
	if g == noName && !r.mayBegin(i) {
		return name{}, false
	}
	last := r.runEnd(i)
	n := name{first: i, last: last, full: last > i, sure: g == usualName}
	switch {
	case g == noName:
		called := i > 0 && r.gap(i-1) == " " && r.is(i-1, isChild) && r.noun(i-1) && plainWord(word) && !r.is(i, isNever|isTitle) && !r.ends(i) && r.gap(i) == " " && !r.tokens[i+1].capital
		family := i > 0 && r.gap(i-1) == " " && contains([]string{"familjen", "herr", "fru", "fröken", "syskonen", "makarna"}, strings.ToLower(r.word(i-1))) && plainWord(word) && !r.is(i, isNever|isTitle)
		surname := last == i+1 && lex.sureSurname(r.word(last)) && !r.is(i, isNever|isTitle|isKin|isPlace|isBefore|isChild|isChildren) && (plainWord(word) && !r.opens(i) || r.initial(i))
		if !called && !family && !surname {
			return n, false
		}
		n.full, n.child, n.kin = n.full || family, called, family
	case g == alsoWord && n.full && !r.surnameLike(i, last):
		return n, false
	case g == alsoWord && !n.full && !r.is(i-1, isChild|isKin):
		return n, false
	}
	if !(g == noName && n.kin) && r.isPlaceName(i, last) {
		return n, false
	}
	if g != noName {
		n.first = r.runStart(i)
		n.full = n.full || n.first < i
	}
	return n, true
}

// mayBegin tells whether a word that is no given name may begin a name all the
// same: another capital word follows it, or a small one that names persons
// stands before it.
func (r *reader) mayBegin(i int) bool {
	if i+1 < len(r.tokens) && r.tokens[i+1].capital && len(r.gap(i)) <= 2 {
		return true
	}
	return i > 0 && r.gap(i-1) == " " && r.is(i-1, isChild|isKin)
}

// plainWord tells whether a word is capital and then small letters.
func plainWord(w string) bool {
	_, n := utf8.DecodeRuneInString(w)
	return len(w) > n && strings.ToLower(w[n:]) == w[n:] && !strings.ContainsAny(w, "0123456789:")
}

// noun tells whether token k is no name: small, or at the head of its sentence.
func (r *reader) noun(k int) bool { return !r.tokens[k].capital || r.opens(k) }

func (r *reader) initial(i int) bool {
	w := r.word(i)
	return utf8.RuneCountInString(w) == 1 && strings.HasPrefix(r.gap(i), ".")
}

// joined2 tells whether the next word, too, is in capitals and a surname.
func (r *reader) joined2(i int) bool {
	return i+1 < len(r.tokens) && r.gap(i) == " " && strings.ToUpper(r.word(i+1)) == r.word(i+1) && lex.surname(titled(r.word(i+1)))
}

func (r *reader) surnameLike(i, last int) bool {
	for k := i + 1; k <= last; k++ {
		if lex.surname(r.word(k)) {
			return true
		}
	}
	return false
}

// particles may stand inside a name.
var particles = []string{"von", "af", "de", "la", "al", "van", "der", "den", "el", "da", "du", "bin", "ben", "ibn", "av", "zu", "di", "dos"}

// maxName is how many words a name has at most.
const maxName = 5

// runEnd gives the last token of a name that begins at i.
func (r *reader) runEnd(i int) int {
	last := i
	for k := i; k+1 < len(r.tokens) && k-i < maxName; k++ {
		gap := r.gap(k)
		switch {
		case gap == " ", gap == "  ", gap == "\n" && last == i && lex.surname(r.word(k+1)):
		case (gap == ". " || gap == ".") && r.initial(k):
		default:
			return last
		}
		switch {
		case r.partOfName(k + 1):
			last = k + 1
		case gap == " " && contains(particles, r.word(k+1)) && k+2 < len(r.tokens) && r.tokens[k+2].capital:
		default:
			return last
		}
	}
	return last
}

// runStart takes in capital words before a given name: "Nima Gholam Ali".
func (r *reader) runStart(i int) int {
	for n := 0; n < 2 && i > 0 && r.gap(i-1) == " " && r.partOfName(i-1) && !r.opens(i-1) && !r.is(i-1, isTitle|isKin|isPlace|isBefore|isChild|isChildren); n++ {
		i--
	}
	return i
}

// partOfName tells whether token i can be a surname or another given name.
func (r *reader) partOfName(i int) bool {
	w := r.word(i)
	if !r.tokens[i].capital || r.is(i, isNever) || contains(shortParties, w) && !strings.HasPrefix(r.gap(i), ".") || strings.ContainsAny(w, "0123456789:") {
		return false
	}
	if len(w) > 1 && strings.ToUpper(w) == w {
		return len(w) > 3 && lex.surname(titled(w))
	}
	if r.is(i, isTitle) && !lex.surnames[w] {
		return false
	}
	return plainWord(w) || strings.Contains(w, "-") || r.initial(i) || strings.Contains(w, "'") || utf8.RuneCountInString(w) == 1 || mixedCase(w)
}

// mixedCase tells of names such as McDonald and AlHassan.
func mixedCase(w string) bool {
	return strings.HasPrefix(w, "Mc") || strings.HasPrefix(w, "Mac") || strings.HasPrefix(w, "Al") || strings.HasPrefix(w, "O’") || strings.HasPrefix(w, "De")
}

// isPlaceName tells whether the words are the name of a place or a body.
func (r *reader) isPlaceName(first, last int) bool {
	if last+1 < len(r.tokens) {
		next, gap := r.word(last+1), r.gap(last)
		if gap == " " && r.is(last+1, isPlace) || strings.Contains(gap, "&") || gap == " " && isDigit(next[0]) && last > first {
			return true
		}
		if (gap == " " || gap == "-") && r.tokens[last+1].capital && r.is(last+1, isPlace) {
			return true
		}
	}
	if w := r.word(last); last > first && r.is(last, isPlace) && !lex.surnames[w] || first > 0 && strings.Contains(r.gap(first-1), "&") {
		return true
	}
	if first == 0 || r.gap(first-1) != " " && r.gap(first-1) != "." && r.gap(first-1) != ". " {
		return false
	}
	return r.is(first-1, isBefore) && !r.opens(first) || r.is(first-1, isPlace) && r.tokens[first-1].capital && !r.is(first-1, isTitle) && !r.opens(first-1)
}

// nameKey is the key of a name.
func (r *reader) nameKey(n name) string {
	var room [maxName + 4]string
	words := room[:0]
	for i := n.first; i <= n.last; i++ {
		words = append(words, r.word(i))
	}
	return keyOf(words)
}

// withoutS takes the s of a genitive off a name, and off one that ends in s by
// itself too, so that both are written alike.
func withoutS(w string) string {
	stem, ok := genitive(w)
	if !ok || len(stem) < 3 {
		return w
	}
	return stem
}
