package intake

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"yttra/app"
)

// dueLabels stand before the last day in a form or a letterhead.
var dueLabels = setOf2(`svar senast|svarsdatum|svarsdag|sista svarsdag|sista svarsdatum|sista svarsdatumet|sista dag för svar|sista dag att svara|sista dag för yttrande|sista dag för synpunkter|
	sista dag att lämna synpunkter|sista dag för remissvar|remisstid|remisstid till|remisstid t.o.m|remisstiden|svarstid|svar önskas|svar önskas senast|svar önskas före|yttrande senast|
	yttrande önskas senast|senast svar|remissvar senast|synpunkter senast|sista datum|sista datum för svar|sista datum för yttrande|sista dag|samrådstid|granskningstid|remisstiden går ut|
	besvaras senast|svar före|senaste svarsdatum|senaste svarsdag|svaras senast|yttrande ska vara inne|remissdatum t.o.m|ska besvaras|ska besvaras senast|tidsfrist|frist|
	sista dag att yttra sig|sista datum att svara|remissen besvaras senast|remiss svar senast|svarsfrist|remisstid t o m|svar oss tillhanda|svar oss tillhanda senast|senast`)

func setOf2(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(s, "|") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}

// limits make a day the last one.
var limits = []string{"senast", "före ", "innan ", "till och med", "t.o.m", "t o m", "tom ", "sista dag", "sista svarsdag", "fram till", "sista datum", "utgången av", "går ut", "tillhanda"}

// answers are words of a sentence that asks for one.
var answerWords = []string{"svar", "yttra", "synpunkt", "remiss", "tillhanda", "kommit in", "komma in", "inkom", "kom in med", "skickas", "skicka ", "lämnas", "lämna ", "sänds", "sändas", "insänd", "besked", "återkom", "samråd",
	"granskning", "åter", "mejla"}

// dueDay finds the last day to answer.
func (f *flow) dueDay(base app.Date) Field {
	var best, rival dueFound
	for i := range f.blocks[:min(len(f.blocks), mostJudged)] {
		for _, d := range f.dueDaysIn(i, base) {
			switch {
			case d.score > best.score:
				best, rival = d, dueFound{}
			case d.score == best.score && d.date == best.date && best.guessed:
				best = d
			case d.score == best.score && d.date != best.date && rival.score == 0:
				rival = d
			}
		}
	}
	if best.score == 0 {
		return Field{Doubt: NotFound}
	}
	v := Field{Value: string(best.date), Span: f.span(best.start, best.end), Sure: true}
	switch {
	case best.guessed:
		v.Sure, v.Doubt = false, YearGuessed
	case rival.score > 0:
		v.Sure, v.Doubt = false, ManyDays
	}
	return v
}

// dueFound is a day that may be the last to answer; its place is in flow.text.
type dueFound struct {
	day
	score   int
	guessed bool // the year was
}

func (f *flow) dueDaysIn(i int, base app.Date) []dueFound {
	b := f.blocks[i]
	text := f.of(b)
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	var out []dueFound
	low := lowered(text)
	for at := 0; len(out) < 60; {
		d, ok := nextDay(text, at)
		if !ok {
			break
		}
		at = d.end
		out = append(out, dueFound{day: d})
	}
	if base.Valid() && (mentionsLimit(low) || len(text) < 60) {
		out = append(out, yearless(text, base, out)...)
	}
	kept := out[:0]
	for _, d := range out {
		if d.score = f.dueScore(i, low, d.day); d.score > 0 {
			d.start, d.end = d.start+b.start, d.end+b.start
			kept = append(kept, d)
		}
	}
	return kept
}

func mentionsLimit(low string) bool {
	for _, w := range limits {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.Contains(low, "svar") || strings.Contains(low, "yttra") || strings.Contains(low, "remiss") || strings.Contains(low, "samråd")
}

// dueScore weighs a day by the label or the sentence it stands in; low is its block in
// small letters.
func (f *flow) dueScore(i int, low string, d day) int {
	cellStart := strings.LastIndexByte(low[:d.start], '\t') + 1
	label := strings.Trim(low[cellStart:d.start], " :.–-")
	label = strings.TrimSuffix(strings.TrimSpace(label), " den")
	switch {
	case dueLabels[label] && label != "senast":
		return 100
	case label == "" && len(low)-cellStart < 60 && f.dueLabelNear(i, low, cellStart):
		return 98
	}
	from := sentenceFrom(low, d.start)
	to := sentenceEnd(low, d.end, min(len(low), d.end+260))
	sentence, before := low[from:to], low[max(from, d.start-70):d.start]
	if strings.Contains(sentence, "i kraft") || strings.Contains(sentence, "uppdaterad") || strings.Contains(sentence, "ändrad") {
		return 0
	}
	asks, limited := hasAny(sentence, answerWords), hasAny(before, limits) || strings.HasPrefix(strings.TrimLeft(low[d.end:], " "), "tillhanda")
	score := 0
	switch {
	case asks && limited:
		score = 90
	case limited && len(sentence) < 60:
		score = 55
	case asks && isPeriod(before) && (strings.Contains(sentence, "tid") || strings.Contains(sentence, "pågår") || strings.Contains(sentence, "samråd")):
		score = 85
	case asks && (strings.Contains(before, "önskas") || strings.Contains(before, "emotses")):
		score = 60
	}
	switch {
	case score == 0:
	case strings.Contains(sentence, "anmäl") || strings.Contains(sentence, "frågor om") || strings.Contains(sentence, "informationsmöte") || strings.Contains(sentence, "samrådsmöte"):
		score -= 40
	case strings.Contains(sentence, "anstånd") || strings.Contains(sentence, "förläng"):
		score -= 30
	case strings.Contains(sentence, "remissvar") || strings.Contains(sentence, "yttrande") || strings.Contains(sentence, "synpunkter") || strings.Contains(sentence, "svar"):
		score += 3
	}
	return score
}

// dueLabelNear looks for the label of a day that stands alone: in the cell to its left,
// in the cell above it, in the block above.
func (f *flow) dueLabelNear(i int, low string, cellStart int) bool {
	if cellStart > 1 {
		left := low[strings.LastIndexByte(low[:cellStart-1], '\t')+1 : cellStart-1]
		if dueLabels[strings.Trim(left, " :.")] {
			return true
		}
	}
	if i == 0 {
		return false
	}
	above := f.cells(i - 1)
	k := strings.Count(low[:cellStart], "\t")
	if len(above) == 1 {
		k = 0
	}
	if k >= len(above) {
		return false
	}
	return dueLabels[strings.Trim(lowered(f.text[above[k].start:above[k].end]), " :.")]
}

func hasAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isPeriod tells whether a day ends a period: "1 mars–12 april", "mellan … och".
func isPeriod(before string) bool {
	before = strings.TrimRight(before, " ")
	before = strings.TrimSuffix(before, " den")
	for _, end := range []string{"–", "-", " till", " och", "t.o.m.", "till och med"} {
		if strings.HasSuffix(before, end) && strings.ContainsAny(before[max(0, len(before)-45):], "0123456789") {
			return true
		}
	}
	return false
}

// sentenceFrom gives where the sentence begins that s[i] stands in, at most 260 bytes back.
func sentenceFrom(s string, i int) int {
	from := max(0, i-260)
	for j := i - 2; j > from; j-- {
		if (s[j] == '.' || s[j] == '!' || s[j] == '?') && s[j+1] == ' ' && !shortBefore(s, from, j) {
			return j + 2
		}
	}
	for from > 0 && from < i && !isRuneStart(s[from]) {
		from++
	}
	return from
}

func isRuneStart(c byte) bool { return c < 0x80 || c >= 0xc0 }

// yearless finds days without a year, "12 april" and "12/4", and gives them the first
// one on or after base. Those that stand inside the days that are known are left out.
func yearless(s string, base app.Date, known []dueFound) []dueFound {
	var out []dueFound
	for i := 0; i < len(s) && len(out) < 30; i++ {
		if !isDigit(s[i]) || i > 0 && (isDigit(s[i-1]) || strings.IndexByte("-./:", s[i-1]) >= 0 || isLetterBefore(s, i)) {
			continue
		}
		n, width := figures(s[i:])
		if width == 0 || width > 2 || n < 1 || n > 31 {
			continue
		}
		month, end := monthAfter(s, i+width)
		if month == 0 || inside(known, i) {
			continue
		}
		year, _ := strconv.Atoi(string(base)[:4])
		date := app.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, n))
		if date.Valid() && date.Before(base) || !date.Valid() {
			date = app.Date(fmt.Sprintf("%04d-%02d-%02d", year+1, month, n))
		}
		if date.Valid() {
			start := i
			if strings.HasSuffix(strings.ToLower(s[max(0, i-4):i]), "den ") {
				start -= len("den ")
			}
			out = append(out, dueFound{day: day{start, end, date}, guessed: true})
		}
	}
	return out
}

func isLetterBefore(s string, i int) bool { return unicode.IsLetter(lastRune(s[:i])) }

func inside(known []dueFound, i int) bool {
	for _, k := range known {
		if i >= k.start && i < k.end {
			return true
		}
	}
	return false
}

// monthAfter reads " april", ":e april" or "/4" at i, with no year after it.
func monthAfter(s string, i int) (month, end int) {
	if i < len(s) && s[i] == '/' {
		n, width := figures(s[i+1:])
		end = i + 1 + width
		if width == 0 || width > 2 || n > 12 || end < len(s) && (strings.IndexByte("/-.", s[end]) >= 0 && end+1 < len(s) && isDigit(s[end+1])) {
			return 0, 0
		}
		return n, end
	}
	for _, e := range []string{":e", ":a", "e", "."} {
		if strings.HasPrefix(s[i:], e+" ") {
			i += len(e)
			break
		}
	}
	if i >= len(s) || s[i] != ' ' {
		return 0, 0
	}
	w, ok := nextWord(s, i, len(s))
	if !ok || w.start > i+2 {
		return 0, 0
	}
	return monthNumbers[w.lower], w.end
}
