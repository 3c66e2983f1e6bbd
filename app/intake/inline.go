package intake

import "strings"

// inline reads the claims of a sentence that begins with "att" at offset i, and
// of the sentences after it that begin with "att" too. It gives the offset
// where it stopped.
func (f *flow) inline(i, limit int) (claims []claim, end int) {
	limit = min(limit, i+6000)
	for len(claims) < mostClaims {
		end = sentenceEnd(f.text, i, limit)
		claims = append(claims, f.split(i, end)...)
		j := end
		for j < limit && f.text[j] == ' ' {
			j++
		}
		if j >= limit || !startsAtt(f.text[j:limit]) {
			return claims, max(end, min(j, limit))
		}
		i = j
	}
	return claims, end
}

// split cuts a sentence into claims at the "att" that stand beside the first.
func (f *flow) split(i, end int) []claim {
	i = f.afterStem(i+max(0, attAt(f.text[i:end])), end)
	var out []claim
	top := classAfter(f.text[i:end])
	nested := map[attClass]bool{}
	start := f.withRank(i)
	prev := ""
	for at := i; ; {
		w, ok := nextWord(f.text, at, end)
		if !ok {
			break
		}
		if w.lower == "att" && w.start > i {
			class := classAfter(f.text[w.start:end])
			if f.standsBeside(start, w, prev, class, top, nested[class]) {
				next := f.withRank(w.start)
				out = append(out, f.trimmed(start, next))
				start = next
				nested = map[attClass]bool{}
			} else {
				nested[class] = true
			}
		}
		prev, at = w.lower, w.end
	}
	out = append(out, f.trimmed(start, end))
	kept := out[:0]
	for _, c := range out {
		if c.end > c.start+4 {
			c.sure = true
			kept = append(kept, c)
		}
	}
	return kept
}

// isCouncil recognises who decides on a motion; "måtte besluta" has nobody.
func isCouncil(w string) bool {
	return strings.HasSuffix(w, "fullmäktige") || w == "kf" || w == "rf" || w == "måtte"
}

// withRank goes back over "i andra hand" before the "att" at offset i.
func (f *flow) withRank(i int) int {
	for _, lead := range []string{"i ", "för det "} {
		from := max(0, i-24)
		k := strings.LastIndex(strings.ToLower(f.text[from:i]), lead)
		if k < 0 || len(strings.ToLower(f.text[from:i])) != i-from {
			continue
		}
		if n := rankAt(f.text[from+k : i]); n > 0 && strings.Trim(f.text[from+k+n:i], " ,:–-\t") == "" {
			return from + k
		}
	}
	return i
}

// afterStem passes "att kommunfullmäktige beslutar" before a further "att".
func (f *flow) afterStem(i, end int) int {
	prev, before := "", ""
	at := i
	council := false
	for n := 0; n < 9; n++ {
		w, ok := nextWord(f.text, at, end)
		if !ok {
			return i
		}
		switch {
		case w.lower != "att" || w.start == i:
			council = council || isCouncil(w.lower)
		case prev == "följande", council && (prev == "beslutar" || prev == "besluta" || prev == "beslut"):
			return w.start
		case n < 4 && (prev == "besluta" || prev == "om" && strings.HasPrefix(before, "beslut")): // "att besluta om att"
			return w.start
		default:
			return i
		}
		before, prev, at = prev, w.lower, w.end
	}
	return i
}

// standsBeside decides whether an "att" opens a new claim. "samt att" does when
// the clause is of the claim's own class; "och att" also needs that no clause of
// that class stands between, to which it could belong. A new body as subject
// always opens a claim.
func (f *flow) standsBeside(start int, w word, prev string, class, top attClass, nested bool) bool {
	before := strings.TrimRight(f.text[start:w.start], " \t")
	joined := prev == "samt" || prev == "och" || prev == "dels" || prev == "även" || prev == "vidare"
	if joined {
		before = strings.TrimRight(before[:len(before)-len(prev)], " \t")
	}
	comma := strings.HasSuffix(before, ",")
	switch {
	case strings.HasSuffix(before, ";"), endsInNumber(before):
		return true
	case class == verbAtt && top == verbAtt && (joined || comma) && f.isCouncilVerb(w.end):
		return true
	case prev == "hand":
		return f.withRank(w.start) < w.start
	case prev == "på" && strings.HasSuffix(before, " på") && f.endsInJoiner(strings.TrimSuffix(before, " på")): // "yrkar på att … och på att"
		return true
	case !joined && !comma:
		return false
	case class != top:
		return prev == "samt" && !nested && comma
	case class == clauseAtt && nested:
		return f.subjectIsBody(w.end)
	case prev == "och" && !comma:
		return !nested
	case !joined:
		return !nested
	}
	return true
}

// isCouncilVerb reports whether the verb at offset i says what only the council does, so
// that its "att" is none of those in "i uppdrag att utreda …, att ta fram …".
func (f *flow) isCouncilVerb(i int) bool {
	w, ok := nextWord(f.text, i, min(len(f.text), i+30))
	return ok && councilVerbs[w.lower]
}

var councilVerbs = setOf(`ge uppdra avsätta anslå anta tillsätta besluta godkänna fastställa upphäva bevilja tillskjuta uppmana ålägga utse bemyndiga`)

// endsInJoiner reports whether s ends in "och", "samt" or a comma.
func (f *flow) endsInJoiner(s string) bool {
	return strings.HasSuffix(s, " och") || strings.HasSuffix(s, " samt") || strings.HasSuffix(s, ",")
}

// endsInNumber finds an item number inside a sentence: "… 2) att".
func endsInNumber(s string) bool {
	t := strings.TrimRight(s, ").")
	return len(t) < len(s) && len(t) > 2 && isDigit(t[len(t)-1]) && (t[len(t)-2] == ' ' || t[len(t)-2] == '(')
}

func (f *flow) subjectIsBody(i int) bool {
	w, ok := nextWord(f.text, i, min(len(f.text), i+60))
	if !ok {
		return false
	}
	for _, stem := range []string{"kommun", "nämnd", "fullmäktige", "förvaltning", "stad", "region", "ks", "kf"} {
		if strings.HasPrefix(w.lower, stem) || len(stem) > 2 && strings.Contains(w.lower, stem) {
			return true
		}
	}
	return false
}

// trimmed takes away what is not part of a claim: joining words and stops at
// its ends, a second "att".
func (f *flow) trimmed(start, end int) claim {
	if k := attAt(f.text[start:end]); k > 0 {
		start = max(start, f.withRank(start+k))
	}
	for { // "Att att"
		w, ok := nextWord(f.text, start, end)
		if !ok || w.lower != "att" {
			break
		}
		next, ok := nextWord(f.text, w.end, end)
		if !ok || next.lower != "att" {
			break
		}
		start = next.start
	}
	end = f.beforeComment(start, end)
	for end > start {
		s := withoutNumber(strings.TrimRight(f.text[start:end], " \t\n,;:"))
		s = strings.TrimRight(trimStop(s), " ,;")
		for _, w := range []string{" samt", " och", " dels", "\tsamt", "\toch", " och på", " samt på"} {
			s = strings.TrimSuffix(s, w)
		}
		if start+len(s) == end {
			break
		}
		end = start + len(s)
	}
	return claim{start: start, end: end}
}

// beforeComment ends a claim before a sentence in which the movers speak for
// themselves: "Vi hoppas på ert stöd."
func (f *flow) beforeComment(start, end int) int {
	for i := start; ; {
		i = sentenceEnd(f.text, i, end)
		if i >= end {
			return end
		}
		w, ok := nextWord(f.text, i, end)
		if ok && (w.lower == "vi" || w.lower == "jag" || w.lower == "tack") {
			return i
		}
		if ok {
			i = w.end
		}
	}
}

// withoutNumber takes off the number of the next item: "…, 2)".
func withoutNumber(s string) string {
	t := strings.TrimSuffix(s, ")")
	if len(t) == len(s) {
		return s
	}
	u := strings.TrimRight(t, "0123456789")
	if n := len(t) - len(u); n < 1 || n > 2 || !strings.HasSuffix(u, " ") && !strings.HasSuffix(u, "(") {
		return s
	}
	return strings.TrimRight(strings.TrimSuffix(u, "("), " ,;")
}

// trimStop takes a full stop off the end, but not that of an abbreviation.
func trimStop(s string) string {
	quoted := strings.TrimRight(s, "”\"")
	if strings.HasSuffix(quoted, ".") && strings.Count(s, "”")+strings.Count(s, "\"")+strings.Count(s, "“") == 1 {
		s = quoted // of a paper that is quoted in whole
	}
	if strings.HasSuffix(s, ".") && !endsAbbreviation(s) {
		return strings.TrimSuffix(s, ".")
	}
	return strings.TrimSuffix(s, "!")
}
