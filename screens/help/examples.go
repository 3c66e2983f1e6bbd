package help

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/markup"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/screens/parts"
)

// mostExamples is how many that pass, and how many that do not, a page shows; all
// of them are tests.
const mostExamples = 5

// examples are the rule's own, which are also its tests: first those that pass,
// then those that do not, each with what is the case in its matter.
func examples(p *packs.Packs, r *packs.Rule, w i18n.Words) []Block {
	var good, bad []Block
	shown := map[bool]int{}
	for _, e := range r.Examples {
		passes := e.State == app.Indicated || e.State == app.Waived || e.Found != nil && !*e.Found
		if shown[passes]++; shown[passes] > mostExamples {
			continue
		}
		var blocks []Block
		if given := givenIn(p, e, w); given != "" {
			blocks = append(blocks, Block{Kind: Fact, Spans: []Span{{Text: given}}})
		}
		text := strings.Join(strings.Fields(strings.ReplaceAll(markup.Plain(e.Text), "##", "")), " ")
		blocks = append(blocks, Block{Kind: Quote, Mark: mark(r, e, passes), Spans: []Span{{Text: text}}})
		if passes {
			good = append(good, blocks...)
		} else {
			bad = append(bad, blocks...)
		}
	}
	var out []Block
	if len(good) > 0 {
		out = append(append(out, plain(Head, w.T("help.good"))), good...)
	}
	if len(bad) > 0 {
		out = append(append(out, plain(Head, w.T("help.bad"))), bad...)
	}
	return out
}

// mark is the shape an example would get.
func mark(r *packs.Rule, e packs.Example, passes bool) string {
	switch {
	case e.State == app.Waived:
		return parts.MarkSetAside // nobody but the text has said it
	case e.State != "":
		return parts.StateMark(e.State)
	case passes:
		return parts.MarkMet
	}
	return parts.SeverityMark(r.Severity)
}

// givenIn says what is the case in the matter of an example, besides its text: the
// kind of paper, the measures, whom it affects, days, claims. Empty: nothing that a
// reader needs to know.
func givenIn(p *packs.Packs, e packs.Example, w i18n.Words) string {
	var out []string
	if k, ok := p.Kind(e.Kind); ok {
		name := k.SV.Name
		if w.Lang() == "en" {
			name = k.EN.Name
		}
		out = append(out, name)
	}
	for _, m := range e.Measures {
		out = append(out, w.T("measure."+string(m)))
	}
	for _, name := range []string{"children", "employees", "public"} {
		if e.Facts[name] == true {
			out = append(out, w.T("group."+name))
		}
	}
	for _, name := range []string{app.AnswerPurchase, app.TopicPilot} {
		if e.Facts[name] == true {
			out = append(out, w.T("assess.answer."+name))
		}
	}
	day := func(key string, v any) {
		if s, ok := v.(string); ok && s != "" {
			out = append(out, w.T(key, i18n.Vars{"Day": s}))
		}
	}
	day("help.given_date", e.Facts["date"])
	day("help.given_date", e.Document["date"])
	day("help.given_received", e.Matter["received"])
	day("help.given_today", string(e.Today))
	out = append(out, moneyIn(e, w)...)
	return strings.Join(append(out, claimsIn(e, w)...), " · ")
}

// moneyIn tells what an example's matter costs, how it is decided, and whether it
// says how it is paid.
func moneyIn(e packs.Example, w i18n.Words) []string {
	var out []string
	decided, _ := e.Facts["decision"].(map[string]any)
	for _, d := range app.Decisions {
		if n, ok := decided[string(d)].(int64); ok && n > 0 {
			out = append(out, small(w.T("decision."+string(d))))
		}
	}
	if n, ok := e.Facts["cost"].(int64); ok && n > 0 {
		out = append(out, w.T("help.given_cost", i18n.Vars{"Sum": w.Kronor(n * 100)}))
	}
	if e.Facts["financing"] == true {
		out = append(out, w.T("help.given_financing"))
	}
	return out
}

// claimsIn tells the claims of an example's matter, with what is proposed of them.
func claimsIn(e packs.Example, w i18n.Words) []string {
	var out []string
	list, _ := e.Matter["claims"].([]any)
	if tables, ok := e.Matter["claims"].([]map[string]any); ok {
		for _, t := range tables {
			list = append(list, t)
		}
	}
	for _, c := range list {
		claim, _ := c.(map[string]any)
		text := fmt.Sprint(claim["text"])
		if d, _ := claim["decision"].(string); d != "" && w.Has("decision."+d) {
			text += ": " + small(w.T("decision."+d))
		}
		out = append(out, text)
	}
	return out
}
