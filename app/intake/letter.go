package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// asLetter proposes a matter from a skrivelse, a medborgarförslag or a letter.
func (f *flow) asLetter(v verdict, source string) Proposal {
	p := Proposal{Kind: app.LetterSource, source: source}
	if v.named {
		p.Title, p.Subject = f.remitted(v)
	} else if i := f.labelledSubject(); i.end > i.start {
		p.Title, p.Subject = f.titleOf(i.start, i.end, i.start)
	} else {
		p.Title, p.Subject = f.letterTitle()
	}
	title := -1
	if v.named {
		title = v.name.block
	}
	p.Claims, _ = f.findClaims(motionPaper)
	p.Movers = f.politicians(title)
	p.Dates = f.findDates()
	p.Received = received(p.Dates)
	p.Due = f.dueDay(baseDay(p.Dates))
	p.dueIsNotReceived()
	asked, _ := f.addressed()
	p.Sender = f.senderOfLetter(v, p.Movers, asked)
	p.SenderReference, p.References = f.theirs()
	if !f.saysOurs(p.SenderReference) { // a letter seldom has a number of its own: it is the municipality's
		p.SenderReference = Field{Doubt: NotFound}
	}
	p.Questions = f.findQuestions(0, len(f.blocks), true)
	if !v.named && !f.isWritten(asked) { // an article asks too, but nobody here
		p.Sender = Field{Doubt: NotFound}
		for i := range p.Questions {
			p.Questions[i].Sure, p.Questions[i].Doubt = false, InProse
		}
	}
	return p
}

// isWritten tells whether somebody writes to somebody: a greeting, an addressee or a
// question that is led in.
func (f *flow) isWritten(asked map[int]bool) bool {
	if len(asked) > 0 {
		return true
	}
	for _, b := range f.blocks[:min(len(f.blocks), mostJudged)] {
		low := lowered(f.text[b.start:min(b.end, b.start+400)])
		if len(low) < 60 && (isGreeting(low) || isClosing(low)) || hasAny(low, questionLeads) {
			return true
		}
	}
	return false
}

func isClosing(low string) bool {
	return strings.Contains(low, "hälsning") || strings.HasPrefix(low, "mvh") || strings.HasPrefix(low, "vänligen") || strings.HasPrefix(low, "undertecknat")
}

// saysOurs tells whether a reference is said to be the sender's: "vår referens".
func (f *flow) saysOurs(v Field) bool {
	if v.Value == "" {
		return false
	}
	for _, r := range f.references() {
		if r.score >= 90 && tidy(f.text[r.start:r.end]) == v.Value {
			return true
		}
	}
	return false
}

// politicians are those who have signed with a party, as members of a committee do.
func (f *flow) politicians(title int) []Mover {
	var out []Mover
	for _, m := range f.findMovers(motionPaper, title) {
		if m.Party.Value != "" && m.Name.Doubt != FarFromEnd {
			out = append(out, m)
		}
	}
	return out
}

// senderOfLetter finds who writes: by a label or the title, politicians by their
// signatures, an organisation at the foot or the head, a person by the signature.
// A private person is said to be one.
func (f *flow) senderOfLetter(v verdict, politicians []Mover, asked map[int]bool) Field {
	if s := f.fromInTitle(v); s.Value != "" {
		return s
	}
	for i := range f.blocks[:min(len(f.blocks), mostJudged)] {
		for _, c := range f.labelledSender(i) {
			if !asked[i] {
				s := f.fieldOf(c.start, c.end)
				s.Sure = true
				return s
			}
		}
	}
	if len(politicians) > 0 {
		return ofPoliticians(politicians)
	}
	if personal[lowered(f.text[v.name.start:v.name.end])] {
		if s := f.labelledPerson(); s.Value != "" {
			return s
		}
	}
	foot, private := f.footSender(asked)
	if foot.Value != "" && !private {
		return foot
	}
	heads := slices.DeleteFunc(f.letterheads(asked), func(c candidate) bool { return c.score < 70 || !isOutside(f.text[c.start:c.end]) })
	if len(heads) > 0 {
		return f.bestSender(heads)
	}
	if foot.Value == "" {
		foot = f.labelledPerson()
	}
	return foot
}

// ofPoliticians is the sender when those who write sit for parties: all of them.
func ofPoliticians(ms []Mover) Field {
	v := ms[0].whole()
	labels := make([]string, len(ms))
	for i, m := range ms {
		s := m.whole().Span
		v.Span = app.Span{Start: min(v.Span.Start, s.Start), End: max(v.Span.End, s.End)}
		labels[i] = m.label()
	}
	v.Value, v.Sure, v.Doubt = strings.Join(labels, ", "), true, NoDoubt
	return v
}

// personal papers are written by one person.
var personal = setOf(`medborgarförslag invånarförslag kommuninvånarförslag medborgarinitiativ e-förslag ungdomsförslag`)

// letterTitle finds the title of a letter that does not say that it is one: the last
// line before the greeting or the running text that is no address and no name.
func (f *flow) letterTitle() (title, subject Field) {
	best := -1
	for i := range min(len(f.blocks), f.headEnd()+1) {
		b := f.blocks[i]
		text := f.of(b)
		n := utf8.RuneCountInString(text)
		if isGreeting(lowered(text)) || n > 160 || sentenceEnd(text, 0, len(text)) < len(text) || endsSentence(text) && n > 70 && i > 0 {
			break
		}
		if b.mark == noMark && !isAddressLine(text) && !isBodyLine(text) && f.looseTitleScore(i, text, n) > 1 {
			best = i
		}
	}
	if best < 0 {
		return Field{Doubt: NotFound}, Field{Doubt: NotFound}
	}
	b := f.blocks[best]
	_, end := f.continued(best, b.start)
	title, subject = f.titleOf(b.start, end, b.start)
	title.Sure, title.Doubt, subject.Sure, subject.Doubt = false, Guessed, false, Guessed
	return title, subject
}

// isAddressLine recognises a street with its number, a post code, a telephone number.
func isAddressLine(s string) bool {
	if len(s) > 60 {
		return false
	}
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	ws := wordsOf(s, 6)
	return digits >= 5 || digits > 0 && len(ws) <= 4 && isDigit(s[len(s)-1]) || digits > 0 && len(ws) <= 3
}

// fromInTitle reads "Skrivelse från Föräldrarådet vid Ekskolan om trafiken".
func (f *flow) fromInTitle(v verdict) Field {
	if !v.named || v.name.bare {
		return Field{}
	}
	w, ok := nextWord(f.text, v.name.rest, f.blocks[v.name.block].end)
	if !ok || w.lower != "från" && w.lower != "av" || strings.TrimSpace(f.text[v.name.rest:w.start]) != "" {
		return Field{}
	}
	end := f.lineEnd(v.name)
	if at := f.aboutAfter(w.end, end); at > 0 {
		end = at
		if last := lastWord(f.text[w.end:end]); aboutWords[last] {
			end = w.end + strings.LastIndex(lowered(f.text[w.end:end]), last)
		}
	}
	s, e := f.trimmedRange(w.end, end)
	if e -= len(f.text[s:e]) - len(strings.TrimRight(f.text[s:e], " ,:–-")); e <= s || e-s > 120 {
		return Field{}
	}
	out := f.fieldOf(s, e)
	out.Sure = true
	if _, _, isName := bareName(f.text, s, e); isName && bodyWeight(f.text[s:e]) == 0 {
		out.Sure, out.Doubt = false, PrivatePerson
	}
	return out
}

// footSender reads the signature: an organisation, or a person with none.
func (f *flow) footSender(asked map[int]bool) (v Field, private bool) {
	for i := max(f.signatureStart(), 0); i < len(f.blocks); i++ {
		b := f.blocks[i]
		text := f.of(b)
		if asked[i] || len(text) > 160 || endsAsking(text) {
			continue
		}
		for _, c := range f.cells(i) {
			cell := f.text[c.start:c.end]
			low := lowered(cell)
			start := c.start
			for _, lead := range []string{"för ", "på uppdrag av ", "genom ", "styrelsen för ", "vänliga hälsningar ", "mvh ", "hälsningar "} {
				if strings.HasPrefix(low, lead) {
					start += len(lead)
					break
				}
			}
			if s, e, weight, ok := f.nameOfBody(start, c.end); ok && weight >= 2 && isBodyLine(f.text[s:e]) {
				out := f.fieldOf(s, e)
				out.Sure = true
				return out, false
			}
			if f.heads(cell) {
				out := f.fieldOf(c.start, c.end)
				out.Sure = true
				return out, false
			}
			if s, e, ok := bareName(f.text, start, c.end); ok && v.Value == "" && bodyWeight(cell) == 0 {
				v = f.fieldOf(s, e)
				v.Doubt, private = PrivatePerson, true
			}
		}
	}
	return v, private
}

// heads tells whether a line of the signature stands at the very top as well: it is the
// letterhead of an organisation.
func (f *flow) heads(line string) bool {
	for i := range min(3, len(f.blocks)) {
		if strings.EqualFold(strings.TrimSpace(f.of(f.blocks[i])), line) && i+5 < len(f.blocks) {
			return true
		}
	}
	return false
}

func hasVerb(s string) bool {
	for _, w := range wordsOf(s, 12) {
		switch w.lower {
		case "är", "har", "ska", "kan", "vill", "önskar", "undrar", "anser", "tackar", "ser", "hoppas":
			return true
		}
	}
	return false
}

// signatureStart is the block after which names are signatures: the greeting, or the
// last paragraph of running text.
func (f *flow) signatureStart() int {
	for i := len(f.blocks) - 1; i >= max(0, len(f.blocks)-25); i-- {
		low := lowered(f.of(f.blocks[i]))
		if len(low) < 60 && isClosing(low) {
			return i
		}
	}
	return f.footStart()
}

// labelledPerson reads the name in a form: "Namn: Åsa Ek", "Förslagsställare".
func (f *flow) labelledPerson() Field {
	for i := range f.blocks[:min(len(f.blocks), 80)] {
		cells := f.cells(i)
		for k, c := range cells {
			text := f.text[c.start:c.end]
			w, ok := nextWord(text, 0, min(len(text), 40))
			if !ok || w.start > 0 || !personLabels[w.lower] {
				continue
			}
			values := []found{}
			if at := strings.IndexByte(text, ':'); at > 0 && at+1 < len(text) {
				values = append(values, found{c.start + at + 1, c.end})
			} else if len(text) < 40 {
				values = f.valuesOf(i, k)
			}
			for _, v := range values {
				name := f.text[v.start:v.end]
				if cut := strings.IndexAny(name, "<,("); cut > 0 {
					v.end = v.start + cut
				}
				if s, e, ok := bareName(f.text, v.start, v.end); ok {
					out := f.fieldOf(s, e)
					out.Doubt = PrivatePerson
					return out
				}
			}
		}
	}
	return Field{Doubt: NotFound}
}

var personLabels = setOf(`namn från avsändare förslagsställare förslagsställarens initiativtagare namnförtydligande inlämnare för-`)
