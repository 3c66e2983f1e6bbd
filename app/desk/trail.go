package desk

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// What an auditor is told of a matter follows from what is saved and what was saved
// before: a reason that was taken back meanwhile leaves nothing, by whatever road. Only
// what the matter itself does not say, like which version was restored, is noted when it
// is done.

// note keeps something that was done until it is saved.
func (d *Desk) note(e app.Event) { d.done = append(d.done, e) }

// noteVersion notes that an older version, or a section of it, took the place of what
// was there.
func (d *Desk) noteVersion(a app.Action, n uint64, e app.Event) {
	e.Action, e.About = a, strconv.FormatUint(n, 10)
	d.note(e)
}

// events are what the next save tells of.
func (d *Desk) events() []app.Event {
	out := slices.Clone(d.done)
	whole := func(e app.Event) bool { return e.Action == app.ActRestored }
	if d.kept == nil || slices.ContainsFunc(out, whole) { // what was done to it elsewhere, or before, is not done now
		return out
	}
	return append(out, d.between(d.kept, d.matter)...)
}

// between tells what was done from one state of a matter to another.
func (d *Desk) between(old, now *app.Matter) []app.Event {
	out := d.judged(old, now)
	for i := range old.Documents {
		if now.Document(old.Documents[i].ID) < 0 {
			out = append(out, app.Event{Action: app.ActDocumentRemoved, Document: old.Documents[i].ID, About: old.Documents[i].Kind})
		}
	}
	for i := range now.Documents {
		doc, was := &now.Documents[i], &app.Document{}
		if at := old.Document(doc.ID); at >= 0 {
			was = &old.Documents[at]
		}
		for _, e := range slices.Concat(settled(was, doc), published(was, doc), exported(was, doc)) {
			e.Document = doc.ID
			out = append(out, e)
		}
	}
	return out
}

// judged tells of findings that were accepted, criteria that were judged, and of both
// that were taken back.
func (d *Desk) judged(old, now *app.Matter) (out []app.Event) {
	for _, a := range without(now.Answers, old.Answers) {
		e := app.Event{By: a.By, Document: a.Document, About: rule(a), Reason: a.Reason}
		switch {
		case a.State == app.Waived && d.personal(a):
			e.Action = app.ActPersonal
		case a.State == app.Waived:
			e.Action = app.ActWaived
		case a.State == app.Met:
			e.Action = app.ActMet
		default:
			e.Action = app.ActFailed
		}
		out = append(out, e)
	}
	for _, a := range without(old.Answers, now.Answers) {
		replaced := slices.ContainsFunc(now.Answers, func(b app.Answer) bool { return d.sameAnswer(b, a) })
		if replaced || a.Document != "" && now.Document(a.Document) < 0 {
			continue
		}
		e := app.Event{Action: app.ActWithdrawn, Document: a.Document, About: rule(a)}
		if d.personal(a) {
			e.Action = app.ActPersonalNot
		}
		out = append(out, e)
	}
	return out
}

// without gives the answers that are not among others.
func without(all, others []app.Answer) (out []app.Answer) {
	type said struct {
		criterion, document, sentence, words, reason, by string
		state                                            app.CriterionState
		all                                              bool
	}
	of := func(a app.Answer) said {
		return said{a.Criterion, a.Document, a.Sentence, a.Words, a.Reason, a.By, a.State, a.All}
	}
	known := map[said]bool{}
	for _, a := range others {
		known[of(a)] = true
	}
	for _, a := range all {
		if !known[of(a)] {
			out = append(out, a)
		}
	}
	return out
}

// rule is the id of the rule that an answer is about, without the part that tells
// missing things apart.
func rule(a app.Answer) string {
	id, _, _ := strings.Cut(a.Criterion, "/")
	return id
}

// personal tells whether an answer lets personal data stand.
func (d *Desk) personal(a app.Answer) bool {
	r, ok := d.parts.Packs.Rule(rule(a))
	return ok && r.Area == packs.Personal
}

// settled tells of a document that was made final, or opened again.
func settled(was, now *app.Document) []app.Event {
	switch {
	case was.Status == now.Status:
		return nil
	case now.Status == app.Final:
		return []app.Event{{Action: app.ActFinal}}
	}
	return []app.Event{{Action: app.ActReopened}}
}

// published tells what was decided of the copy for the web. The words that stand are
// not told, only that somebody let some stand and why.
func published(was, now *app.Document) (out []app.Event) {
	old, p := publishing(was), publishing(now)
	for _, k := range p.Keep {
		if !slices.ContainsFunc(old.Keep, func(o app.Kept) bool { return o.Words == k.Words && o.Reason == k.Reason }) {
			out = append(out, app.Event{Action: app.ActPersonalWeb, By: k.By, Reason: k.Reason})
		}
	}
	for _, k := range old.Keep {
		if !slices.ContainsFunc(p.Keep, func(n app.Kept) bool { return n.Words == k.Words }) {
			out = append(out, app.Event{Action: app.ActPersonalNot})
		}
	}
	given, before := p.By != "" || p.On != "", old.By != "" || old.On != ""
	switch {
	case given && (p.Sum != old.Sum || p.By != old.By || p.On != old.On):
		out = append(out, app.Event{Action: app.ActWebApproved, By: p.By, Sum: p.Sum})
	case before && !given:
		out = append(out, app.Event{Action: app.ActWebWithdrawn})
	}
	return out
}

func publishing(d *app.Document) app.Publishing {
	if d.Publishing == nil {
		return app.Publishing{}
	}
	return *d.Publishing
}

// exported tells of final files that were made and found to be what was placed.
func exported(was, now *app.Document) (out []app.Event) {
	for _, e := range now.Exports {
		known := slices.ContainsFunc(was.Exports, func(o app.Export) bool { return o.At.Equal(e.At) && o.Name == e.Name && o.Sum == e.Sum })
		if known || !goesOut(e) {
			continue
		}
		a := app.ActExported
		if e.Copy == app.WebCopy {
			a = app.ActExportedWeb
		}
		out = append(out, app.Event{Action: a, At: e.At, By: e.By, Name: e.Name, Sum: e.Sum, About: string(e.Copy)})
	}
	return out
}

// goesOut tells whether a file is a final one without faults.
func goesOut(e app.Export) bool { return e.Status == app.Final && e.Fault == "" }
