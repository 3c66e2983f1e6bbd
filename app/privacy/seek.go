package privacy

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Seam is put between pieces of a text that stand apart where it is kept but may
// belong together, as the lines and runs of a page. A Seeker reads over it.
const Seam = '\x1f'

// Seeker finds words that are to be gone, however they are written: in capitals,
// in the genitive, broken over lines, with hyphens, points or nothing between
// them, with other spaces and dashes in a number. It finds whole words only, and a
// single name only where it has a capital letter. It takes time in proportion to
// the text. The zero Seeker finds nothing.
type Seeker struct {
	sought []sought
	by     map[[2]rune][]int // by the first two letters
	stand  *Seeker           // words that may stand although they hold some that are sought
}

// sought is words to find: letters and digits only, small.
type sought struct {
	letters []rune // without their accents, as in an address on the web
	exact   []rune // with them
	word    []bool // a word of it begins here
	single  bool   // one word, with a capital
	digits  bool   // a number
	id      int
}

// Found is a place where sought words stand. Span holds the s of a genitive.
type Found struct {
	Span     app.Span
	ID       int // as it was given to Gone
	Genitive bool
}

// Gone adds words to find; what has less than two letters or digits is nothing.
func (s *Seeker) Gone(words string, id int) {
	sign := signs(words)
	if len(sign) < 2 {
		return
	}
	w := sought{id: id, digits: true, single: true}
	for i, c := range sign {
		digit := unicode.IsDigit(c.letter)
		w.letters, w.exact = append(w.letters, c.letter), append(w.exact, c.exact)
		w.word = append(w.word, i == 0 || c.gap != "" || digit != unicode.IsDigit(sign[i-1].letter))
		w.digits = w.digits && digit
		w.single = w.single && !digit && (i == 0 || c.gap == "")
	}
	w.single = w.single && sign[0].capital
	for _, k := range s.by[[2]rune(w.letters)] {
		if old := s.sought[k]; slices.Equal(old.exact, w.exact) && old.single == w.single {
			return
		}
	}
	if s.by == nil {
		s.by = map[[2]rune][]int{}
	}
	s.by[[2]rune(w.letters)] = append(s.by[[2]rune(w.letters)], len(s.sought))
	s.sought = append(s.sought, w)
}

// Stand adds words that may stand although some of them are sought.
func (s *Seeker) Stand(words string) {
	if s.stand == nil {
		s.stand = &Seeker{}
	}
	s.stand.Gone(words, 0)
}

// Empty reports whether nothing is sought.
func (s *Seeker) Empty() bool { return s == nil || len(s.sought) == 0 }

// Find gives what is found, in the order of the text. Where one lies in another,
// the longer counts.
func (s *Seeker) Find(text string) []Found {
	if s.Empty() {
		return nil
	}
	sign := signs(text)
	var free []app.Span
	if s.stand != nil {
		for _, f := range s.stand.among(sign) {
			free = append(free, f.Span)
		}
	}
	return slices.DeleteFunc(s.among(sign), func(f Found) bool {
		return slices.ContainsFunc(free, func(a app.Span) bool {
			return a.Start <= f.Span.Start && f.Span.End <= a.End && a.End-a.Start > f.Span.End-f.Span.Start
		})
	})
}

// among finds what is sought among the signs of a text.
func (s *Seeker) among(sign []sign) []Found {
	var out []Found
	for i := 0; i+1 < len(sign); i++ {
		best, longest := Found{}, 0
		for _, k := range s.by[[2]rune{sign[i].letter, sign[i+1].letter}] {
			w := &s.sought[k]
			if len(w.letters) > longest && w.at(sign, i) {
				if stop, genitive, ok := w.ends(sign, i+len(w.letters)); ok {
					best, longest = Found{app.Span{Start: sign[i].at, End: sign[stop-1].end}, w.id, genitive}, len(w.letters)
				}
			}
		}
		if longest > 0 {
			out = append(out, best)
			i += longest - 1
		}
	}
	return out
}

// at tells whether the words begin at sign i and go on to their end.
func (w *sought) at(sign []sign, i int) bool {
	if len(sign)-i < len(w.letters) || !starts(sign, i) || w.single && !sign[i].capital {
		return false
	}
	for k, letter := range w.letters {
		if c := sign[i+k]; c.letter != letter || w.single && c.exact != w.exact[k] || k > 0 && c.gap != "" && !w.spans(k, c.gap) {
			return false
		}
	}
	return true
}

// spans tells whether what stands before letter k of the words may stand there.
func (w *sought) spans(k int, gap string) bool {
	const longest = 6
	switch {
	case strings.Trim(gap, string(Seam)) == "":
		return true
	case utf8.RuneCountInString(gap) > longest:
		return false
	case w.word[k] || unicode.IsDigit(w.letters[k]) && unicode.IsDigit(w.letters[k-1]):
		return true
	}
	broken, hyphen := strings.CutPrefix(gap, "-") // a word that goes on in the next line
	return strings.Trim(broken, " \n"+string(Seam)) == "" && (hyphen && broken != "" || !hyphen && strings.Contains(gap, "\n"))
}

// starts tells whether a word, or a number, begins at sign i.
func starts(sign []sign, i int) bool {
	return i == 0 || sign[i].gap != "" || unicode.IsDigit(sign[i].letter) != unicode.IsDigit(sign[i-1].letter) ||
		sign[i].capital && !sign[i-1].capital
}

// ends tells whether the words end before sign i, or with the s of a genitive there.
func (w *sought) ends(sign []sign, i int) (stop int, genitive, ok bool) {
	if w.over(sign, i) {
		return i, false, true
	}
	last := w.letters[len(w.letters)-1]
	if !w.digits && last != 's' && sign[i].letter == 's' && sign[i].gap == "" && w.over(sign, i+1) {
		return i + 1, true, true
	}
	return i, false, false
}

// over tells whether a word is over before sign i. A hyphen at the end of a line
// with a small letter after it is one inside a word, which may be any other.
func (w *sought) over(sign []sign, i int) bool {
	if !(i == len(sign) || starts(sign, i)) {
		return false
	}
	if i == len(sign) || !w.single || sign[i].capital || unicode.IsDigit(sign[i].letter) {
		return true
	}
	return !strings.HasPrefix(sign[i].gap, "-") || strings.Trim(sign[i].gap, "- \n"+string(Seam)) != "" || !strings.ContainsAny(sign[i].gap, "\n"+string(Seam))
}

// sign is a letter or digit of a text.
type sign struct {
	letter  rune // small and without its accent
	exact   rune // small
	capital bool
	gap     string // what stands between it and the one before
	at, end int    // its bytes in the text
}

// signs gives the letters and digits of a text, plain.
func signs(text string) []sign {
	p := normalise(text)
	out := make([]sign, 0, len(p.text))
	from := 0
	for i := 0; i < len(p.text); {
		r, n := utf8.DecodeRuneInString(p.text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			span := p.span(i, i+n)
			small := unicode.ToLower(r)
			out = append(out, sign{bare(small), small, unicode.IsUpper(r), p.text[from:i], span.Start, span.End})
			from = i + n
		case unicode.Is(unicode.Mn, r) && from == i:
			from = i + n // an accent belongs to its letter
		}
		i += n
	}
	return out
}

// bare gives a letter without its accent, as names are written in addresses.
func bare(r rune) rune {
	switch {
	case r < 'à' || r > 'ÿ':
		return r
	case r <= 'å':
		return 'a'
	case r >= 'è' && r <= 'ë':
		return 'e'
	case r >= 'ì' && r <= 'ï':
		return 'i'
	case r >= 'ò' && r <= 'ø' && r != '÷':
		return 'o'
	case r >= 'ù' && r <= 'ü':
		return 'u'
	case r == 'ñ':
		return 'n'
	}
	return r
}
