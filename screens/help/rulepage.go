package help

import (
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/screens/parts"
)

// rulePage makes the page of a criterion or a plain rule: what is asked and why,
// what is enough and what is not, the law and how sure it is, examples that were
// run, and the wording.
func rulePage(p *packs.Packs, r *packs.Rule, w i18n.Words) Page {
	words := r.In(w.Lang()).General()
	page := Page{ID: r.ID, Title: words.Title}
	page.Blocks = append(page.Blocks, Block{Kind: Fact, Mark: parts.SeverityMark(r.Severity), Spans: []Span{{Text: severity(r, w) + " · " + r.ID}}})
	switch {
	case r.Own && r.Base != nil:
		page.Blocks = append(page.Blocks, plain(Fact, w.T("help.changed_rule", i18n.Vars{"File": r.File})))
	case r.Own:
		page.Blocks = append(page.Blocks, plain(Fact, w.T("help.own_rule", i18n.Vars{"File": r.File})))
	}
	part := func(head string, text string) {
		if text != "" {
			page.Blocks = append(page.Blocks, plain(Head, head), plain(Para, text))
		}
	}
	why := w.T("help.fail")
	if !r.Criterion() {
		why = w.T("part.why")
	}
	part(w.T("help.question"), words.Question)
	part(w.T("help.accept"), words.Accept)
	part(why, words.Fail)
	part(w.T("help.missing"), words.Missing)
	page.Blocks = append(page.Blocks, plain(Head, w.T("help.applies")), plain(Para, applies(r, w)))
	page.Blocks = append(page.Blocks, laws(r, w)...)
	page.Blocks = append(page.Blocks, examples(p, r, w)...)
	if r.SV.Wording != "" {
		page.Blocks = append(page.Blocks, plain(Head, w.T("help.wording")), plain(Quote, r.SV.General().Wording))
	}
	page.Blocks = append(page.Blocks, plain(Head, w.T("help.more")), more(r, w))
	return page
}

// severity says how much a rule weighs, and that it may weigh otherwise.
func severity(r *packs.Rule, w i18n.Words) string {
	s := w.T("severity." + string(r.Severity))
	for _, when := range r.SeverityWhen {
		if when.Severity != r.Severity {
			return s + ", " + w.T("help.sometimes", i18n.Vars{"Severity": small(w.T("severity." + string(when.Severity)))})
		}
	}
	return s
}

// applies says which matters a rule is asked in.
func applies(r *packs.Rule, w i18n.Words) string {
	s := w.T("help.always")
	if len(r.Measures) > 0 && len(r.Measures) < len(app.Measures) {
		var names []string
		for _, m := range r.Measures {
			names = append(names, small(w.T("measure."+string(m))))
		}
		s = w.T("help.measures", i18n.Vars{"Measures": strings.Join(names, ", ")})
	}
	switch {
	case strings.Contains(r.When, "children"):
		s += " " + w.T("help.children")
	case strings.Contains(r.When, "purchase"):
		s += " " + w.T("help.purchase")
	case strings.Contains(r.When, "pilot"):
		s += " " + w.T("help.pilot")
	case strings.Contains(r.When, "measure."):
		s += " " + w.T("help.measures_when", i18n.Vars{"Measures": measuresIn(r.When, w)})
	case r.When != "":
		s += " " + w.T("help.condition")
	}
	return s
}

// measuresIn names the kinds of measure that a condition speaks of.
func measuresIn(when string, w i18n.Words) string {
	var names []string
	for _, m := range app.Measures {
		if strings.Contains(when, "measure."+string(m)) {
			names = append(names, small(w.T("measure."+string(m))))
		}
	}
	return strings.Join(names, ", ")
}

// small begins a name with a small letter, inside a sentence; AI stays AI.
func small(s string) string {
	r := []rune(s)
	if len(r) > 1 && !unicode.IsUpper(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}

// laws are the sources of a rule, each with the day it was read against the
// original, or that it has not been.
func laws(r *packs.Rule, w i18n.Words) []Block {
	if len(r.Sources) == 0 {
		return nil
	}
	out := []Block{plain(Head, w.T("part.law"))}
	for _, s := range r.Sources {
		text, sure, mark := s.SV, w.T("assess.checked", i18n.Vars{"Day": string(s.Checked)}), ""
		if w.Lang() == "en" && s.EN != "" {
			text = s.EN
		}
		if s.Sure != app.Verified || s.Checked == "" {
			sure, mark = w.T("assess.not_checked"), parts.MarkSerious
		}
		out = append(out, plain(Para, text), Block{Kind: Fact, Mark: mark, Spans: []Span{{Text: sure}}})
	}
	return out
}

// more links to the topic a rule belongs to and the screen where it is answered.
func more(r *packs.Rule, w i18n.Words) Block {
	topic := "screen-draft"
	switch {
	case strings.Contains(r.ID, "SKYDD"), r.Area == packs.Personal:
		topic = "protected"
	case r.Area == packs.Proportionality:
		topic = "three-steps"
	case r.Area == packs.Cost:
		topic = costTopic(r.ID)
	case strings.HasPrefix(r.ID, "FORM-DEC"), strings.HasPrefix(r.ID, "FORM-CHAIN"):
		topic = "claims"
	}
	screen := "screen-draft"
	if r.Criterion() {
		screen = "screen-assess"
	}
	out := Block{Kind: Para, Spans: []Span{{Text: w.T("help.see." + topic), Link: topic}}}
	if screen != topic {
		out.Spans = append(out.Spans, Span{Text: " · "}, Span{Text: w.T("help.see." + screen), Link: screen})
	}
	return out
}
