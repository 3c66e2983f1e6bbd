package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// found is a stretch of the flow.
type found struct{ start, end int }

// referencesIn finds case references (diarienummer) in the block. A reference
// has a year and a number, and a code of letters before, between or after them,
// unless "dnr" or the like stands before it. ISO days and intervals of years
// have the same form and are left out (criteria C.5).
func (f *flow) referencesIn(b block) []found {
	var out []found
	for i := b.start; i+4 <= b.end; i++ {
		r, ok := shortReference(f.text[:b.end], b.start, i)
		if !ok {
			if !isYearInReference(f.text[:b.end], i, b.start) {
				continue
			}
			r, ok = f.referenceAround(b, i)
		}
		if ok && (len(out) == 0 || r.start >= out[len(out)-1].end) {
			out = append(out, r)
			i = r.end - 1
		}
	}
	return out
}

// isYearInReference finds 19xx or 20xx that does not stand inside a longer number.
func isYearInReference(s string, i, from int) bool {
	if s[i] != '1' && s[i] != '2' || i > from && isDigit(s[i-1]) {
		return false
	}
	c := s[i : i+2]
	return (c == "19" || c == "20") && isDigit(s[i+2]) && isDigit(s[i+3])
}

// referenceAround reads the reference whose year stands at i.
func (f *flow) referenceAround(b block, i int) (found, bool) {
	s := f.text
	end, inner, ok := tailOfReference(s[:b.end], i+4)
	if !ok {
		return numberFirst(s, b.start, i)
	}
	start, code := codeBefore(s, b.start, i)
	labelled := isReferenceLabel(s, b.start, start)
	if code == "" && inner == "" && !labelled {
		return found{}, false
	}
	if code != "" && (notCodes[code] || strings.HasSuffix(code, "FS")) {
		return found{}, false
	}
	if isInterval(s[i:end]) && !labelled || isISODay(s[i:end]) {
		return found{}, false
	}
	return found{start, end}, true
}

// shortReference reads "KS24/0123": a code, two figures of the year and a number of at
// least three.
func shortReference(s string, from, i int) (found, bool) {
	if i+6 > len(s) || s[i+2] != '/' || !isDigit(s[i]) || !isDigit(s[i+1]) || i-2 < from || isDigit(s[i-1]) {
		return found{}, false
	}
	_, width := figures(s[i+3:])
	start, code := codeBefore(s, from, i)
	if width < 3 || code == "" || s[i-1] == ' ' && !isReferenceLabel(s, from, start) || notCodes[code] {
		return found{}, false
	}
	return found{start, i + 3 + width}, true
}

// numberFirst reads "123/2026" after "dnr", the year at i.
func numberFirst(s string, from, i int) (found, bool) {
	if i-1 <= from || s[i-1] != '/' && s[i-1] != '-' || i+4 < len(s) && isDigit(s[i+4]) {
		return found{}, false
	}
	j := i - 1
	for j > from && isDigit(s[j-1]) && i-j < 7 {
		j--
	}
	if j == i-1 {
		return found{}, false
	}
	start, _ := codeBefore(s, from, j)
	return found{start, i + 4}, isReferenceLabel(s, from, start)
}

// tailOfReference reads what comes after the year: a separator, perhaps a code,
// a number and up to two further parts. inner is the code.
func tailOfReference(s string, i int) (end int, inner string, ok bool) {
	j := i
	sep := byte(0)
	if j < len(s) && strings.IndexByte("-/:.", s[j]) >= 0 {
		sep = s[j]
		j++
	}
	k := j
	if sep == 0 && k < len(s) && s[k] == ' ' { // 2013 KS 548
		k++
	}
	n := lettersAt(s[k:], true)
	if n > 0 && n <= 6 {
		inner = s[k : k+n]
		k += n
		if k < len(s) && strings.IndexByte(" -/.", s[k]) >= 0 {
			k++
		}
	} else {
		k = j
		if sep == 0 {
			return 0, "", false
		}
	}
	_, width := figures(s[min(k, len(s)):])
	if width == 0 {
		return 0, "", false
	}
	return furtherParts(s, k+width), inner, true
}

// furtherParts goes on over "/003" and "-5".
func furtherParts(s string, i int) int {
	for range 2 {
		if i+1 >= len(s) || strings.IndexByte("-/.", s[i]) < 0 || !isDigit(s[i+1]) {
			break
		}
		_, width := figures(s[i+1:])
		if width == 0 || width > 5 {
			break
		}
		i += 1 + width
	}
	return i
}

// codeBefore reads the code of letters that ends just before i, with a joining
// mark or one space: "KS/", "GYVF-", "KS ".
func codeBefore(s string, from, i int) (start int, code string) {
	j := i
	if j > from && strings.IndexByte(" -/.:", s[j-1]) >= 0 {
		j--
	}
	k := j
	for k > from {
		r, n := utf8.DecodeLastRuneInString(s[from:k])
		if !unicode.IsLetter(r) && !(r == '/' && k < j) && !(r == '-' && k < j) {
			break
		}
		k -= n
	}
	w := s[k:j]
	for strings.HasPrefix(w, "-") || strings.HasPrefix(w, "/") {
		w = w[1:]
		k++
	}
	if !isCode(w, j < i && s[j] == ' ') && !isDepartmental(s[k:min(len(s), i+7)]) { // S2026/00789
		return i, ""
	}
	return k, strings.ToUpper(w)
}

// isCode reports whether w can be the code of an authority. Before a space it
// must be all capitals, since an ordinary word may stand there.
func isCode(w string, spaced bool) bool {
	n := utf8.RuneCountInString(w)
	if n < 2 || n > 10 || !unicode.IsUpper(firstRune(w)) || referenceLabels[strings.ToLower(w)] {
		return false
	}
	upper := 0
	for _, r := range w {
		if unicode.IsUpper(r) || r == '/' || r == '-' {
			upper++
		}
	}
	return upper == n && n <= 9 || !spaced && n <= 6
}

func lettersAt(s string, upper bool) int {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) || upper && !unicode.IsUpper(r) {
			break
		}
		i += n
	}
	return i
}

// isReferenceLabel reports whether "dnr" or the like stands just before i.
func isReferenceLabel(s string, from, i int) bool {
	head := strings.TrimRight(s[max(from, i-40):i], " \t.:#")
	return referenceLabels[lastWord(head)] || strings.HasSuffix(strings.ToLower(head), "vår ref") || strings.HasSuffix(strings.ToLower(head), "er ref")
}

var referenceLabels = setOf(`dnr diarienummer diarienr diarienumret ärendenummer ärendenr ärende-id ärendeid diariet beteckning ref`)

// notCodes look like an authority's code but belong to laws, courts, terms and
// budgets.
var notCodes = setOf(`SFS SOU DS PROP BET DIR RSKR NJA RÅ HFD AD MÖD JO KOM COM EU EG ISO SS EN FN RP LOU LUF KL FL OSL PBL SOL LSS LVU HSL
	DSL KBL TF RF HT VT LÅ KV Q Q1 VM EM OS COP AGENDA BUDGET ÅR MOTION NR ART KAP GDPR DOS TEL MB UNGDOM LGR GY VER FS SKOLLAG`)

// isInterval recognises 2024-2027, 2024/2025 and the riksmöte 2019/20.
func isInterval(s string) bool {
	if len(s) == 9 && (s[4] == '-' || s[4] == '/') {
		return (s[5:7] == "19" || s[5:7] == "20") && strings.Trim(s[5:], "0123456789") == ""
	}
	return false
}

func isISODay(s string) bool {
	d, ok := isoDay(s, 0)
	return ok && d.end >= len(s)
}
