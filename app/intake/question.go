package intake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What of a paper is proposed as questions to answer.
const (
	mostQuestions   = 40
	longestQuestion = 400 // bytes; a longer one is no heading
)

// asked is a question as it stands in the flow.
type asked struct {
	start, end int
	listed     bool // an item of a list, a heading, or led in
}

// findQuestions lists the questions that a paper asks to have answered, each once, as
// they were put. Items of a list under "Frågor" are questions whether or not they end
// so. What is asked in running text is taken when nothing is asked more firmly, and
// only when prose is true: a remiss tells of much that nobody is asked about.
func (f *flow) findQuestions(from, to int, prose bool) []Field {
	var firm, loose []asked
	for i := from; i < to && len(firm) < mostQuestions; i++ {
		if n := f.askedBelow(i, to); n > i {
			for k := i + 1; k <= n; k++ {
				firm = append(firm, f.itemQuestions(k, true)...)
			}
			i = n
			continue
		}
		b := f.blocks[i]
		switch {
		case b.mark != noMark, b.level > 0 || b.end-b.start < 140 && !strings.Contains(f.of(b), ". "):
			if found := f.itemQuestions(i, false); len(found) > 0 || !prose {
				firm = append(firm, found...)
				continue
			}
			loose = append(loose, f.proseQuestions(i)...)
		case prose:
			loose = append(loose, f.proseQuestions(i)...)
		}
	}
	firm = append(firm, led(loose)...)
	slices.SortStableFunc(firm, func(a, b asked) int { return a.start - b.start })
	if len(firm) == 0 {
		firm = loose
	}
	return f.questionFields(firm)
}

func led(all []asked) []asked {
	var out []asked
	for _, q := range all {
		if q.listed {
			out = append(out, q)
		}
	}
	return out
}

func (f *flow) questionFields(all []asked) []Field {
	var out []Field
	seen := map[string]bool{}
	for _, q := range all {
		v := f.fieldOf(q.start, q.end)
		v.Value = upperFirst(strings.TrimRight(v.Value, " ;,"))
		if utf8.RuneCountInString(v.Value) < 3 || len(v.Value) > longestQuestion || seen[v.Value] {
			continue
		}
		seen[v.Value] = true
		if v.Sure = q.listed; !q.listed {
			v.Doubt = InProse
		}
		if out = append(out, v); len(out) == mostQuestions {
			break
		}
	}
	return out
}

// questionLeads head a list of questions.
var questionLeads = []string{"följande fråg", "frågor att besvara", "frågor att svara", "frågor som vi", "frågor vi", "fråga oss", "frågar vi", "frågar vi oss", "våra frågor", "mina frågor", "frågorna är", "svar på frågor",
	"synpunkter på följande", "synpunkter särskilt på", "särskilt synpunkter", "särskilt svar", "särskilt belysa", "särskilt beakta", "särskilt yttra", "särskilt lämna", "vi undrar", "jag undrar", "undrar vi", "undrar jag", "vi vill veta",
	"jag vill veta", "vill vi veta", "vill därför veta", "vi frågar", "jag frågar", "vill jag fråga", "vill vi fråga", "vill fråga", "vi önskar svar", "önskar vi svar", "vi begär svar", "vi vill ha svar", "svar på följande", "besvara följande",
	"beakta följande", "frågeställningar", "vi ställer oss frågan", "önskas svar på", "önskar få svar", "önskar få besked", "därför ställa", "vill därför fråga", "vill därför ställa"}

var questionHeadings = setOf2(`frågor|fråga|frågeställningar|frågor att besvara|frågor till nämnden|frågor till kommunstyrelsen|frågor till förvaltningen|våra frågor|mina frågor|frågor som ska besvaras|
	särskilda frågor|frågor som önskas besvarade|specifika frågor|remissfrågor|frågor till remissinstanserna|frågor till remissinstansen|vi undrar|synpunkter önskas på|frågor i remissen|följande frågor|frågeställning`)

// askedBelow gives the last item of the list of questions that block i leads in, or i
// when it leads in none.
func (f *flow) askedBelow(i, to int) int {
	b := f.blocks[i]
	low := lowered(f.text[max(b.start, b.end-300):b.end])
	heading := len(low) < 60 && b.mark == noMark && questionHeadings[strings.Trim(low, " :.*_0123456789")]
	lead := heading || strings.HasSuffix(low, ":") && (hasAny(low, questionLeads) || strings.Contains(low, "fråg") && len(low) < 200)
	if !lead {
		return i
	}
	k := i + 1
	if heading && k < to && f.blocks[k].mark == noMark && strings.HasSuffix(f.of(f.blocks[k]), ":") { // "Vi vill veta:" below the heading
		k++
	}
	first := k
	for k < to && k-first < mostQuestions {
		n := f.blocks[k]
		text := f.of(n)
		if n.level > 0 || isSignOff(text) && n.mark == noMark || first < k && n.mark != f.blocks[first].mark && !strings.HasSuffix(text, "?") {
			break
		}
		if n.mark == noMark && !strings.HasSuffix(text, "?") && !isIndirect(text) {
			break
		}
		k++
	}
	if k == first {
		return i
	}
	return k - 1
}

// isIndirect recognises a line that asks without a mark: "om kommunen planerar …",
// "hur många platser som saknas".
func isIndirect(s string) bool {
	w, ok := nextWord(s, 0, min(len(s), 40))
	return ok && startsLower(s) && (interrogatives[w.lower] || w.lower == "om" || w.lower == "huruvida") && len(s) < longestQuestion
}

var interrogatives = setOf(`hur vad vem vilka vilken vilket när var varför vilkas vems varifrån vart`)

// itemQuestions reads the questions of an item or a heading: each of its sentences that
// ends with a question mark, or, in a list that is led in as questions, all of it.
func (f *flow) itemQuestions(i int, led bool) []asked {
	b := f.blocks[i]
	var out []asked
	for at := b.start; at < b.end && len(out) < mostQuestions; {
		end := sentenceEnd(f.text, at, b.end)
		if s, e := f.trimmedRange(at, end); endsAsking(f.text[s:e]) {
			s, e = f.withoutQuotes(s, e)
			out = append(out, asked{s, e, true})
		}
		at = end
	}
	if len(out) == 0 && led {
		if s, e := f.trimmedRange(b.start, b.end); e > s {
			return []asked{{s, e, true}}
		}
	}
	return out
}

func endsAsking(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, " \"”“'»)*_"), "?")
}

// withoutQuotes trims quotes and marks off a question.
func (f *flow) withoutQuotes(s, e int) (int, int) {
	text := f.text[s:e]
	trimmed := strings.TrimLeft(text, " \"”“'»–-•*0123456789.)")
	s += len(text) - len(trimmed)
	if i := strings.LastIndexByte(trimmed, '?'); i >= 0 {
		return s, s + i + 1
	}
	return s, e
}

// proseQuestions reads the sentences of a paragraph that ask: with a question mark, or
// "Vi undrar om …". Those that are led in are firm.
func (f *flow) proseQuestions(i int) []asked {
	b := f.blocks[i]
	if strings.IndexByte(f.of(b), '?') < 0 && !hasAny(lowered(f.text[b.start:min(b.end, b.start+4000)]), questionLeads) {
		return nil
	}
	var out []asked
	ledIn := false
	for at := b.start; at < b.end && len(out) < mostQuestions; {
		end := sentenceEnd(f.text, at, b.end)
		s, e := f.trimmedRange(at, end)
		low := lowered(f.text[s:min(e, s+500)])
		at = end
		leads := hasAny(low, questionLeads)
		switch {
		case endsAsking(f.text[s:e]):
			s, e = f.afterLead(s, e)
			s, e = f.withoutQuotes(s, e)
			out = append(out, asked{s, e, ledIn || leads})
		case leads && asksIndirectly(low):
			out = append(out, asked{s, e, true})
		}
		ledIn = ledIn && endsAsking(f.text[s:e]) || leads
	}
	return out
}

// afterLead takes "Vi undrar: " from the question after it.
func (f *flow) afterLead(s, e int) (int, int) {
	text := f.text[s:e]
	if k := strings.LastIndexByte(text[:min(len(text), 120)], ':'); k > 0 && hasAny(lowered(text[:k]), questionLeads) {
		return f.trimmedRange(s+k+1, e)
	}
	return s, e
}

// asksIndirectly recognises "vi undrar hur …", "vi vill veta om …".
func asksIndirectly(low string) bool {
	for _, lead := range []string{"undrar", "vill veta", "vill därför veta", "frågar", "svar på"} {
		k := strings.Index(low, lead)
		if k < 0 {
			continue
		}
		for _, w := range wordsOf(low[k+len(lead):min(len(low), k+len(lead)+60)], 4) {
			if interrogatives[w.lower] || w.lower == "om" || w.lower == "huruvida" {
				return true
			}
		}
	}
	return false
}
