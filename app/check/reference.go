package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
)

// reference is a case reference (diarienummer) in a text: "KS 2026/00214",
// "GYVF-2019-433" (criteria C.5).
type reference struct {
	span   app.Span
	code   string // capitals; empty when only "dnr" stands before it
	year   string
	number string // as written, with its noughts
}

// notCodes are capitals before a year that belong to laws, inquiries and the like.
var notCodes = strings.Fields("SFS SOU DS PROP BET DIR RSKR NJA RÅ HFD AD MÖD JO KOM COM EU EG ISO SS EN LOU LUF KL FL OSL PBL SOL LSS HSL GDPR AFS NFS BFS SKOLFS HSLF HT VT EM VM OS")

// referencesIn finds the references of a text. A reference has a code of
// capitals, or "dnr" before it; an ISO day or an interval of years has neither.
func referencesIn(t *language.Text) []reference {
	var out []reference
	for i, w := range t.Words {
		at := yearIn(w.Fold)
		if at < 0 {
			continue
		}
		if r, ok := referenceAt(t, i, at); ok {
			out = append(out, r)
		}
	}
	return out
}

// yearIn gives the byte where a year of four digits begins a word, alone or
// after capitals: "2026", "gyvf-2019-433"; -1 when there is none.
func yearIn(word string) int {
	at := strings.IndexAny(word, "0123456789")
	if at < 0 || len(word) < at+4 || at > 12 {
		return -1
	}
	if y := word[at : at+2]; y != "19" && y != "20" || strings.Trim(word[at:at+4], "0123456789") != "" {
		return -1
	}
	if len(word) > at+4 && word[at+4] >= '0' && word[at+4] <= '9' {
		return -1
	}
	return at
}

// referenceAt reads the reference whose year begins at byte at of word i.
func referenceAt(t *language.Text, i, at int) (reference, bool) {
	w := t.Words[i]
	whole := t.Of(w.Span)
	if len(whole) != len(w.Fold) {
		return reference{}, false // soft hyphens: no reference
	}
	r := reference{span: w.Span, year: whole[at : at+4]}
	labelled := false
	if at > 0 {
		r.code = strings.TrimRight(whole[:at], "-./")
	} else if i > 0 {
		r.code, labelled = codeBefore(t, i)
		if r.code != "" {
			r.span.Start = t.Words[i-1].Span.Start
		}
	}
	if !isCode(r.code) && !(r.code == "" && labelled) {
		return reference{}, false
	}
	rest := whole[at+4:]
	if rest == "" && i+1 < len(t.Words) {
		gap := t.Source[w.Span.End:t.Words[i+1].Span.Start]
		if gap != "/" && gap != ":" && !(r.code != "" && gap == "-") {
			return reference{}, false
		}
		rest, r.span.End = gap+t.Of(t.Words[i+1].Span), t.Words[i+1].Span.End
	}
	r.number = leadingDigits(strings.TrimLeft(rest, "-:./"))
	isDay := r.code == "" && len(rest) == 6 && rest[0] == '-' && rest[3] == '-'
	return r, r.number != "" && len(r.number) <= 6 && !isDay
}

// codeBefore gives the code that stands before word i, and whether the word
// before is the label of a reference.
func codeBefore(t *language.Text, i int) (code string, labelled bool) {
	before := t.Words[i-1]
	gap := t.Source[before.Span.End:t.Words[i].Span.Start]
	if strings.HasPrefix(before.Fold, "dnr") || strings.HasPrefix(before.Fold, "diarien") {
		return "", strings.Trim(gap, " \t:.\u00a0\n") == ""
	}
	if len(gap) != 1 && gap != "\u00a0" || !strings.Contains(" /-.\u00a0", gap) {
		return "", false
	}
	return t.Of(before.Span), false
}

func isCode(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 2 && n <= 6 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) && !slices.Contains(notCodes, s)
}

func leadingDigits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }

// same tells whether two references are to one matter, however they are written.
func (a reference) same(b reference) bool {
	return a.code == b.code && a.year == b.year && value(a.number) == value(b.number)
}

func value(number string) int {
	n, _ := strconv.Atoi(number)
	return n
}

// slip tells whether one reference looks like a slip for the other: two digits
// have changed places, one inner digit or the year differs. The neighbour of a
// number is more likely another matter.
func (a reference) slip(b reference) bool {
	switch {
	case a.code != b.code || a.code == "" || len(a.number) < 3 || len(b.number) < 3:
		return false
	case a.year != b.year:
		return value(a.number) == value(b.number)
	case len(a.number) != len(b.number):
		return false
	}
	var differ []int
	for i := range len(a.number) {
		if a.number[i] != b.number[i] {
			differ = append(differ, i)
		}
	}
	switch len(differ) {
	case 1:
		return differ[0] < len(a.number)-1
	case 2:
		i, j := differ[0], differ[1]
		return j == i+1 && a.number[i] == b.number[j] && a.number[j] == b.number[i]
	}
	return false
}

// findReferences speaks of references that look like slips for one that the
// matter has, that the papers write more often, or that stands in the head.
func findReferences(r *run, _ *look) []found {
	var known []reference
	if !r.facts.Imported { // what was read out of a finished paper proves nothing of it
		known = r.knownReferences()
	}
	sure := len(known)
	use := map[string]*useOfReference{}
	for _, o := range append([]*run{r}, r.papers()...) {
		for _, s := range o.sections {
			for _, p := range s.parts {
				for _, x := range p.references {
					u := use[x.id()]
					if u == nil {
						u = &useOfReference{inHead: slices.Contains(formRoles, s.role)}
						use[x.id()] = u
						if len(known) < maxNamed {
							known = append(known, x)
						}
					}
					u.count++
				}
			}
		}
	}
	told := map[string]bool{}
	var out []found
	for i, s := range r.sections {
		for _, p := range s.parts {
			for _, x := range p.references {
				n := slices.IndexFunc(known, func(k reference) bool { return x.slip(k) })
				if n < 0 || told[x.id()] || len(out) == maxTold || slices.ContainsFunc(known[:sure], x.same) {
					continue
				}
				if n >= sure && !use[known[n].id()].outweighs(use[x.id()]) {
					continue
				}
				told[x.id()] = true
				out = append(out, found{place: place(i, p.at, x.span), words: []string{"{here}", p.text.Of(x.span), "{there}", known[n].String()}})
			}
		}
	}
	return out
}

// useOfReference is how often papers name a reference, and whether the first time
// is in a letterhead.
type useOfReference struct {
	count  int
	inHead bool
}

// outweighs tells which of two that look alike is the right one.
func (u *useOfReference) outweighs(o *useOfReference) bool {
	return u.count > o.count || u.count == o.count && u.inHead && !o.inHead
}

// id is the same for a reference however it is written.
func (a reference) id() string { return a.code + " " + a.year + " " + strconv.Itoa(value(a.number)) }

// String writes a reference in one form.
func (a reference) String() string { return a.code + " " + a.year + "/" + a.number }

// knownReferences are those that the matter and its papers carry as fields.
func (r *run) knownReferences() []reference {
	fields := slices.Clone(r.matter.References)
	for _, d := range r.matter.Documents {
		fields = append(fields, d.CaseRef, d.YourRef)
	}
	var out []reference
	for _, f := range fields {
		if f != "" {
			out = append(out, referencesIn(language.Read(f))...)
		}
	}
	return out
}
