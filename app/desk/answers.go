package desk

import (
	"cmp"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Waive accepts a finding about the open document with a reason.
func (d *Desk) Waive(f app.Finding, reason string) {
	a := answerTo(f)
	a.State, a.Reason = app.Waived, reason
	d.Answer(a)
}

// WaiveAll accepts what a finding quotes wherever it stands in the open document.
func (d *Desk) WaiveAll(f app.Finding, reason string) {
	a := answerTo(f)
	a.State, a.Reason, a.All = app.Waived, reason, true
	d.Answer(a)
}

// Same counts the findings that WaiveAll would accept with this one, itself too.
func (d *Desk) Same(f app.Finding) int {
	a, n := answerTo(f), 0
	a.All = true
	for _, g := range d.state.Findings {
		if g.ID == f.ID && g.Waived == "" && a.Covers(g.Quote) {
			n++
		}
	}
	return n
}

// Unwaive takes back the reason a finding was accepted with.
func (d *Desk) Unwaive(f app.Finding) { d.Unanswer(answerTo(f)) }

func answerTo(f app.Finding) app.Answer {
	a := app.Answer{Criterion: f.ID, Sentence: f.Sentence}
	if f.Quote != f.Sentence {
		a.Words = f.Quote
	}
	return a
}

// outdated tells whether an answer gives way to a new one: it is about the same,
// or about the same rule in words that are no longer in the document.
func (d *Desk) outdated(old, now app.Answer, doc *app.Document) bool {
	if old.All && stands(doc, cmp.Or(old.Words, old.Sentence)) {
		return d.sameAnswer(now, old)
	}
	return d.sameAnswer(now, old) || old.Criterion == now.Criterion && old.Document == now.Document && old.Sentence != "" && !stands(doc, old.Sentence)
}

func stands(doc *app.Document, sentence string) bool {
	for _, s := range doc.Sections {
		if strings.Contains(squeeze(markup.Read(s.Text).Text), squeeze(sentence)) {
			return true
		}
	}
	return false
}

// sameAnswer tells whether an answer takes the place of another: a criterion has
// one in a document, whatever sentence it rests on; a plain rule has one for each
// place it speaks of.
func (d *Desk) sameAnswer(a, b app.Answer) bool {
	if a.Criterion != b.Criterion || b.Document != "" && a.Document != b.Document {
		return false
	}
	if r, ok := d.parts.Packs.Rule(a.Criterion); ok && r.Criterion() {
		return true
	}
	if b.All {
		return b.Covers(cmp.Or(a.Words, a.Sentence))
	}
	return sameWords(a.Sentence, b.Sentence) && (sameWords(a.Words, b.Words) || b.Words == "") ||
		b.Words == "" && sameWords(a.Words, b.Sentence)
}

// sameWords compares texts as checks do, whatever white space they have.
func sameWords(a, b string) bool { return squeeze(a) == squeeze(b) }

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
