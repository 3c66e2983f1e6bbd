package intake

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// remitted gives the title of what is sent out for an answer, as it stands and without
// the words that say what is done with it: "Remiss av betänkandet Tryggare skolor".
func (f *flow) remitted(v verdict) (title, subject Field) {
	from := 0
	if v.named {
		end := f.lineEnd(v.name)
		if !v.name.bare && !f.isAddressed(v.name.rest, end) {
			return f.titleOf(v.name.start, f.beforeTail(v.name.start, end), v.name.rest)
		}
		from = v.name.block + 1
	}
	if i := f.labelledSubject(); i.end > i.start {
		return f.titleOf(i.start, f.beforeTail(i.start, i.end), i.start)
	}
	if i := f.titleFrom(from); i >= 0 {
		b := f.blocks[i]
		_, end := f.continued(i, b.start)
		return f.titleOf(b.start, end, b.start)
	}
	if v.named { // nothing but what it is
		title = f.fieldOf(v.name.start, f.lineEnd(v.name))
		title.Doubt = Guessed
		return title, title
	}
	t := f.findTitle(opinionPaper)
	return t.field, t.subject
}

// isAddressed tells whether what follows a name only says to whom or by whom: "Skrivelse
// till utbildningsnämnden".
func (f *flow) isAddressed(from, end int) bool {
	w, ok := nextWord(f.text, from, end)
	return ok && (w.lower == "till" || w.lower == "från") && f.aboutAfter(w.end, end) < 0
}

// tails end a title that says more than what it is about: ", svar senast 2 november".
var tails = []string{", svar senast", " – svar senast", " - svar senast", " svar senast", ", svarsdatum", ", sista svarsdag", ", yttrande senast", ", senast ", ", dnr", " dnr ", " (dnr", ", diarienummer"}

// beforeTail gives where a title ends before such a tail.
func (f *flow) beforeTail(start, end int) int {
	low := lowered(f.text[start:end])
	for _, t := range tails {
		if k := strings.Index(low, t); k > 12 {
			low = low[:k]
		}
	}
	return start + len(low)
}

// lineEnd is where the line of a naming ends, with what it goes on over.
func (f *flow) lineEnd(n naming) int {
	for _, c := range f.cells(n.block) {
		if n.start >= c.start && n.start < c.end {
			if c.end < f.blocks[n.block].end {
				return c.end
			}
		}
	}
	_, end := f.continued(n.block, n.start)
	return end
}

// titleOf makes the fields of a title and of what it is about, which begins at rest.
func (f *flow) titleOf(start, end, rest int) (title, subject Field) {
	s, e := f.unquoted(start, end)
	title = f.fieldOf(s, e)
	title.Sure = true
	from := f.aboutFrom(max(s, min(rest, e)), e)
	if e-from < 3 {
		from = s
	}
	from, e = f.unquoted(from, e)
	subject = f.fieldOf(from, e)
	subject.Value, subject.Sure = upperFirst(subject.Value), true
	if subject.Value == "" {
		subject = title
	}
	return title, subject
}

// aboutFrom goes past the words between the name of a paper and what it is about:
// "av", "över", "från Miljödepartementet:".
func (f *flow) aboutFrom(from, end int) int {
	for range 4 {
		text := f.text[from:end]
		trimmed := strings.TrimLeft(text, " \t:.,–—-\"”“")
		from += len(text) - len(trimmed)
		w, ok := nextWord(f.text, from, end)
		if !ok || w.start != from {
			return from
		}
		switch {
		case w.lower == "från" || w.lower == "till": // whose it is, up to what it is about
			at := f.aboutAfter(w.end, end)
			if at < 0 {
				return from
			}
			from = at
		case aboutWords[w.lower], w.lower == "av", w.lower == "över", w.lower == "på", w.lower == "för", w.lower == "dig" || w.lower == "er":
			from = w.end
		default:
			return from
		}
	}
	return from
}

// aboutAfter finds where what a line is about begins: after "om" and the like, or after
// a colon or a dash. -1 when it does not say.
func (f *flow) aboutAfter(from, end int) int {
	for at := from; at < end; {
		w, ok := nextWord(f.text, at, end)
		if !ok {
			return -1
		}
		if lead := f.text[at:w.start]; at > from && (strings.ContainsAny(lead, ":") || strings.Contains(lead, " – ") || strings.Contains(lead, " - ")) {
			return w.start
		}
		if aboutWords[w.lower] && at > from {
			return w.end
		}
		at = w.end
	}
	return -1
}

// labelledSubject reads "Ärende: …", "Remissen avser: …" in the head.
func (f *flow) labelledSubject() found {
	for i := range min(len(f.blocks), f.headEnd()+3) {
		cells := f.cells(i)
		for k, c := range cells {
			text := f.text[c.start:c.end]
			n := labelBefore(text)
			low := lowered(text[:min(len(text), 40)])
			if n == 0 && strings.HasPrefix(low, "remissen avser:") {
				n = len("remissen avser:")
			}
			if n > 0 && n < len(text) {
				s, e := f.trimmedRange(c.start+n, c.end)
				if e-s > 6 {
					return found{s, e}
				}
			}
			if subjectLabels[strings.Trim(low, " :")] && len(text) < 30 {
				for _, v := range f.valuesOf(i, k) {
					if v.end-v.start > 6 && v.end-v.start < 250 {
						return v
					}
				}
			}
		}
	}
	return found{}
}

// titleFrom finds the first block from i on that looks like a title.
func (f *flow) titleFrom(from int) int {
	best, bestScore := -1, 0
	for i := from; i < min(len(f.blocks), from+8); i++ {
		b := f.blocks[i]
		text := f.of(b)
		n := utf8.RuneCountInString(text[:min(len(text), 900)])
		low := lowered(text[:min(len(text), 300)])
		score := 0
		switch {
		case n < 6 || n > 260 || isBodyLine(text) || isReceiversHeading(low) || isGreeting(low) || b.mark != noMark:
		case strings.Contains(low, "sou 20") || strings.Contains(low, "(ds 20") || strings.HasPrefix(low, "betänkande") || strings.HasPrefix(low, "promemoria") || strings.HasPrefix(low, "motion ") ||
			strings.HasPrefix(low, "förslag till") || strings.HasPrefix(low, "detaljplan") || strings.HasPrefix(low, "granskning"):
			if !endsSentence(text) || n < 120 {
				score = 90 - (i - from)
			}
		default:
			score = min(60, f.looseTitleScore(i, text, n)+i) - (i - from)
		}
		if score > bestScore {
			best, bestScore = i, score
		}
		if n > 260 {
			break
		}
	}
	if bestScore < 20 {
		return -1
	}
	return best
}

func isGreeting(low string) bool {
	w, ok := nextWord(low, 0, min(len(low), 20))
	return ok && (w.lower == "hej" || w.lower == "hejsan" || w.lower == "bästa" || w.lower == "bäste" || w.lower == "kära") && len(low) < 80
}

// attachedMotion finds the motion that a remiss has below it: the block where it
// begins, or -1. What is asked for in it is found as in any motion.
func (f *flow) attachedMotion(after int) int {
	var at []int
	for i := max(1, after+1); i < len(f.blocks) && len(at) < 40; i++ {
		b := f.blocks[i]
		if b.mark != noMark || b.end-b.start > longestNaming {
			continue
		}
		if rest, ok := afterMotion(f.of(b)); ok && !speaksOfMotion(lowered(f.of(b))) && (rest == "" || !strings.HasPrefix(rest, "och ")) {
			at = append(at, i)
		}
	}
	for tries := 0; tries < 6 && len(at) > 0; tries++ {
		i := at[len(at)-1]
		at = at[:len(at)-1]
		claims, _ := f.from(i).findClaims(motionPaper)
		if len(claims) > 0 {
			return i
		}
	}
	return -1
}

// from is the flow from a block on; up to is the flow before it.
func (f *flow) from(i int) *flow {
	g := *f
	g.blocks = f.blocks[i:]
	return &g
}

func (f *flow) upTo(i int) *flow {
	if i < 0 {
		return f
	}
	g := *f
	g.blocks = f.blocks[:i]
	return &g
}

// asReferral proposes a matter from a remiss.
func (f *flow) asReferral(v verdict, source string) Proposal {
	p := Proposal{Kind: app.ReferralSource, source: source}
	after := 0
	if v.named {
		after = v.name.block
	}
	at := f.attachedMotion(after)
	own := f.upTo(at)
	if v.named && at >= 0 && v.name.block >= at {
		v.named = false
	}
	p.Title, p.Subject = own.remitted(v)
	asked, receivers := own.addressed()
	p.Receivers = receivers
	p.Sender = own.senderOfReferral(asked)
	p.SenderReference, p.References = own.theirs()
	if len(f.aside) > 0 { // in the heads of the pages
		if p.Sender.Value == "" {
			p.Sender = own.withHeads().senderOfReferral(nil)
		}
		if p.SenderReference.Value == "" {
			p.SenderReference, p.References = own.withHeads().theirs()
		}
	}
	p.Dates = own.findDates()
	p.Received = received(p.Dates)
	p.Due = own.dueDay(baseDay(p.Dates))
	p.dueIsNotReceived()
	p.Questions = own.findQuestions(0, len(own.blocks), false)
	switch {
	case at >= 0:
		motion := f.from(at)
		title := motion.findTitle(motionPaper)
		p.OfMotion = true
		p.Claims, p.Doubts = motion.findClaims(motionPaper)
		p.Movers = motion.findMovers(motionPaper, title.block)
		if isMotionTitle(p.Title.Value) || p.Title.Value == "" || p.Title.Doubt != NoDoubt {
			p.Subject = title.subject
		}
	case isMotionTitle(p.Title.Value):
		p.OfMotion = true
		p.Movers = f.findMovers(opinionPaper, -1)
		p.Claims, p.Doubts = f.findClaims(opinionPaper)
		if i := subjectAt(p.Subject.Value); i > 0 { // "motion av Anna Berg (V) om …" is about what follows
			p.Subject = f.within(p.Subject, i)
		}
	}
	return p
}

// isMotionTitle tells whether a title speaks of a motion: "Remiss: motion om bänkar".
func isMotionTitle(s string) bool {
	for _, w := range wordsOf(s, 40) {
		if w.lower == "motion" || w.lower == "motionen" {
			return true
		}
	}
	return false
}

// dueIsNotReceived takes the last day to answer from the days that the paper may have
// come in or been written.
func (p *Proposal) dueIsNotReceived() {
	if p.Due.Value == "" {
		return
	}
	for i, d := range p.Dates {
		if d.Span.Start < p.Due.Span.End && p.Due.Span.Start < d.Span.End {
			p.Dates[i].Role = DateMentioned
		}
	}
	p.Received = received(p.Dates)
}

// baseDay is the day that a year is taken from: the paper's own, or the day it came in,
// or the first it mentions.
func baseDay(ds []Date) app.Date {
	for _, role := range []DateRole{DateWritten, DateReceived, DateMoved, DateMentioned} {
		for _, d := range ds {
			if d.Role == role {
				return app.Date(d.Value)
			}
		}
	}
	return ""
}
