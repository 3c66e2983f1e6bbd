package check

import (
	"slices"
	"sort"

	"yttra/app"
	"yttra/app/packs"
)

// verdict is what looks say of a criterion together.
type verdict struct {
	state     app.CriterionState // empty: nothing to say
	sentences []sentence
}

// worse orders verdicts when several looks speak: what fails stands over what
// waives, and that over what is found.
func worse(a, b app.CriterionState) bool {
	order := []app.CriterionState{"", app.NotAddressed, app.Indicated, app.Waived, app.Failed}
	return slices.Index(order, a) > slices.Index(order, b)
}

// criterion weighs one criterion: what the text says, and then what the clerk
// has said. A criterion that is failed or not addressed gives a finding.
func (c *Checker) criterion(rule *rule, r *run) (app.CriterionResult, *app.Finding) {
	w := c.words(rule.Rule)
	v := r.weigh(rule)
	res := app.CriterionResult{ID: rule.ID, Title: w.Title, Question: w.Question,
		State: v.state, Source: c.source(rule.Rule), Cost: rule.Area == packs.Cost}
	for _, s := range v.sentences {
		p := r.placeOf(s)
		res.Evidence = append(res.Evidence, app.Evidence{Place: p, Text: r.quote(p)})
	}
	if v.state == app.Waived && len(res.Evidence) > 0 {
		res.Reason = squeeze(res.Evidence[0].Text)
	}
	machine := res.State
	r.answer(&res)
	res.Severity = rule.gravity(r, res.State)
	if res.State == app.Waived {
		res.Severity = rule.gravity(r, machine)
	}
	if res.State != app.Failed && res.State != app.NotAddressed && !(res.State == app.Waived && machine != app.Waived) {
		return res, nil
	}
	why := w.Missing
	if res.State == app.Failed || machine == app.Failed {
		why = w.Fail
	}
	if res.Severity.Rank() < rule.severityOf(&r.facts).Rank() && r.facts.Declines {
		why += c.packs.Decisions.Lighter.In(c.lang)
	}
	f := &app.Finding{ID: rule.ID, Severity: res.Severity, Place: r.home(rule.Section), Title: w.Title, Why: why,
		Source: res.Source, Wording: rule.SV.Wording, Cost: res.Cost}
	if len(res.Evidence) > 0 {
		f.Place, f.Quote, f.Sentence = res.Evidence[0].Place, res.Evidence[0].Text, res.Evidence[0].Text
	}
	if res.State == app.Waived {
		f.Waived = res.Reason
	}
	return res, f
}

// gravity is how much it weighs that a criterion stands as it does. A gap weighs
// less in a paper that only records, or that declines what the criterion is about.
func (rule *rule) gravity(r *run, state app.CriterionState) app.Severity {
	switch {
	case state != app.NotAddressed:
		return rule.severityOf(&r.facts)
	case r.kind == nil || r.kind.Records:
		return app.Note
	case r.facts.Declines && rule.Declined != "":
		return rule.Declined
	}
	return rule.severityOf(&r.facts)
}

// weigh lets every look speak and keeps the worst. A criterion with nothing but
// red phrases, none of which stands in the text, has nothing to answer.
func (r *run) weigh(rule *rule) verdict {
	out := verdict{}
	for _, l := range rule.looks {
		if !l.when.holds(&r.facts) {
			continue
		}
		v := verdict{}
		if l.kind.find == nil {
			v = r.weighEvidence(l)
		} else if fs := l.kind.find(r, l); len(fs) > 0 {
			v = verdict{app.Failed, r.sentencesAt(fs)}
		}
		switch {
		case worse(v.state, out.state):
			out = v
		case v.state == out.state && v.state != "":
			out.sentences = sorted(append(out.sentences, v.sentences...))
		}
	}
	if out.state == "" {
		out.state = app.Indicated
	}
	return out
}

// sentencesAt names the sentences in which findings begin, each once, in order.
func (r *run) sentencesAt(fs []found) []sentence {
	var out []sentence
	for _, f := range fs {
		if s, ok := r.sentenceAt(f.place); ok {
			out = append(out, s)
		}
	}
	return sorted(out)
}

// sorted gives the sentences in the order of the text, each once.
func sorted(all []sentence) []sentence {
	slices.SortFunc(all, func(a, b sentence) int {
		return comparePlaces(a.section, b.section, a.part, b.part, a.n, b.n)
	})
	return slices.Compact(all)
}

// sentenceAt finds the sentence in which a place begins.
func (r *run) sentenceAt(p app.Place) (sentence, bool) {
	if p.Section < 0 || p.Span.Empty() {
		return sentence{}, false
	}
	parts := r.sections[p.Section].parts
	i := sort.Search(len(parts), func(i int) bool { return parts[i].at > p.Span.Start }) - 1
	if i < 0 {
		return sentence{}, false
	}
	at, all := p.Span.Start-parts[i].at, parts[i].text.Sentences
	n := sort.Search(len(all), func(n int) bool { return all[n].Span.End > at })
	return sentence{p.Section, i, n}, n < len(all) && all[n].Span.Start <= at
}
