package intake

import (
	"strings"
	"unicode"
)

// reference is a case reference and whose it is.
type reference struct {
	start, end int
	own        bool // the municipality's: after "Er referens", in a stamp
	score      int  // how surely it is the sender's
}

// references finds the case references of a paper that somebody sent: whose they are
// is told by the words before them.
func (f *flow) references() []reference {
	var out []reference
	for i := range f.blocks[:min(len(f.blocks), mostJudged)] {
		b := f.blocks[i]
		rs := f.referencesIn(b)
		rs = append(rs, f.labelledNumbers(i, rs)...)
		for _, r := range rs {
			out = append(out, f.judged(i, r))
			if len(out) >= mostReferences {
				return out
			}
		}
	}
	return out
}

// judged tells whose a reference is.
func (f *flow) judged(i int, r found) reference {
	b := f.blocks[i]
	head := lowered(f.text[max(b.start, r.start-40):r.start])
	head = strings.TrimRight(head[strings.LastIndexByte(head, '\t')+1:], " :.")
	if head == "" && i > 0 {
		head = f.labelAbove(i, r.start)
	}
	v := reference{start: r.start, end: f.suffixed(r.end, b.end), score: 20}
	if i < f.headEnd() {
		v.score = 60
	}
	ours := []string{"er referens", "er ref", "ert dnr", "ert diarienummer", "ert diarienr", "er beteckning", "ert ärende", "ert ärendenummer", "eder referens", "er beteckn", "ert ärendenr"}
	theirs := []string{"vår referens", "vår ref", "vårt dnr", "vårt diarienummer", "vårt diarienr", "vår beteckning", "vårt ärende", "vårt ärendenummer"}
	switch {
	case endsWithAny(head, ours), f.isStamped(i):
		v.own, v.score = true, 0
	case endsWithAny(head, theirs):
		v.score = 100
	case strings.Contains(head, "ange "):
		v.score = 95
	case isDepartmental(f.text[r.start:r.end]):
		v.score = 90
	case referenceLabels[lastWord(head)]:
		v.score = max(v.score, 70)
	}
	return v
}

func endsWithAny(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// isStamped recognises the block of a stamp of the municipality that received the
// paper, and the lines just below one: "Inkom 2026-03-05".
func (f *flow) isStamped(i int) bool {
	for k := i; k >= max(0, i-2); k-- {
		text := f.of(f.blocks[k])
		if len(text) > 90 {
			break
		}
		for _, w := range wordsOf(text, 6) {
			switch w.lower {
			case "inkom", "ankom", "inkommen", "ankomststämpel", "diariefört", "diarieförd", "inkommet", "ink":
				return true
			}
		}
	}
	return false
}

// labelAbove is the label in the cell above a reference that stands alone in its own.
func (f *flow) labelAbove(i, at int) string {
	k := 0
	for n, c := range f.cells(i) {
		if at >= c.start && at < c.end {
			k = n
		}
	}
	above := f.cells(i - 1)
	if len(above) == 1 {
		k = 0
	}
	if k >= len(above) || above[k].end-above[k].start > 40 {
		return ""
	}
	return strings.Trim(lowered(f.text[above[k].start:above[k].end]), " :.")
}

// isDepartmental recognises the references of the government's offices: "Ju2026/01234".
func isDepartmental(s string) bool {
	n := 0
	for n < len(s) && n < 4 && !isDigit(s[n]) && s[n] != ' ' && s[n] != '-' && s[n] != '/' {
		n++
	}
	return n > 0 && n < 4 && len(s) > n+6 && isDigit(s[n]) && s[n+4] == '/' && unicode.IsUpper(firstRune(s)) && strings.Trim(s[n+5:], "0123456789") == ""
}

// suffixed goes on over "/L4" after a reference of a department.
func (f *flow) suffixed(end, limit int) int {
	j := end
	if j >= limit || f.text[j] != '/' {
		return end
	}
	for j++; j < limit && j < end+7; j++ {
		if c := f.text[j]; c < 'A' && !isDigit(c) || c > 'Z' {
			break
		}
	}
	if j == end+1 || j < limit && isWordRune(firstRune(f.text[j:])) {
		return end
	}
	return j
}

// labelledNumbers reads what stands after "dnr" and the like and has no year where
// other references have it: "402-12345-2026", "1.3-1234/2026", "2026:1234".
func (f *flow) labelledNumbers(i int, known []found) []found {
	var out []found
	for _, c := range f.cells(i) {
		if at, ok := f.afterReferenceLabel(i, c); ok {
			end := at
			for end < c.end && f.text[end] != ' ' && f.text[end] != ',' && f.text[end] != ')' && f.text[end] != ';' {
				end++
			}
			s := strings.TrimRight(f.text[at:end], ".:")
			digits := strings.Count(s, "") - 1 - len(strings.Map(notDigit, s))
			_, isDay := firstDay(s)
			if digits >= 3 && len(s) > 3 && len(s) < 30 && !isDay && !overlaps(known, at, at+len(s)) {
				out = append(out, found{at, at + len(s)})
			}
		}
	}
	return out
}

func notDigit(r rune) rune {
	if unicode.IsDigit(r) {
		return -1
	}
	return 'a'
}

func overlaps(known []found, start, end int) bool {
	for _, k := range known {
		if start < k.end && k.start < end {
			return true
		}
	}
	return false
}

// afterReferenceLabel gives where the token after a label of references in a cell
// begins, or a cell that stands below such a label.
func (f *flow) afterReferenceLabel(i int, c found) (int, bool) {
	text := f.text[c.start:c.end]
	if len(text) < 30 && i > 0 && strings.IndexByte(text, ' ') < 0 {
		if label := f.labelAbove(i, c.start); label != "" && referenceLabels[lastWord(label)] {
			return c.start, true
		}
	}
	if len(text) > 2000 {
		return 0, false
	}
	for at := 0; at < len(text); {
		w, ok := nextWord(text, at, len(text))
		if !ok {
			break
		}
		at = w.end
		if referenceLabels[w.lower] || w.lower == "referens" || w.lower == "mål" || w.lower == "målnummer" {
			rest := strings.TrimPrefix(strings.TrimLeft(text[w.end:], " .:"), "nr")
			k := len(text) - len(strings.TrimLeft(rest, " .:"))
			return c.start + k, k < len(text)
		}
	}
	return 0, false
}

// theirs picks the sender's reference, and lists the municipality's own. What is neither
// is some other paper's, and no number of this matter.
func (f *flow) theirs() (sender Field, ours []Field) {
	rs := f.references()
	best := -1
	for i, r := range rs {
		if !r.own && (best < 0 || r.score > rs[best].score) {
			best = i
		}
	}
	seen := map[string]bool{}
	add := func(r reference) {
		v := f.fieldOf(r.start, r.end)
		if v.Sure = true; !seen[v.Value] {
			seen[v.Value] = true
			ours = append(ours, v)
		}
	}
	for _, r := range rs {
		if r.own && (best < 0 || f.text[r.start:r.end] != f.text[rs[best].start:rs[best].end]) {
			add(r)
		}
	}
	if best < 0 {
		return Field{Doubt: NotFound}, ours
	}
	b := rs[best]
	sender = f.fieldOf(b.start, b.end)
	sender.Sure = true
	for _, r := range rs {
		if !r.own && r.score >= b.score-5 && b.score < 90 && tidy(f.text[r.start:r.end]) != sender.Value {
			sender.Sure, sender.Doubt = false, WhoseNumber
		}
	}
	if b.score < 60 {
		sender.Sure, sender.Doubt = false, WhoseNumber
	}
	return sender, ours
}
