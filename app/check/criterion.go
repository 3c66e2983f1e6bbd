package check

import (
	"slices"
	"sort"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// verdict is what looks say of a criterion together.
type verdict struct {
	state     app.CriterionState // empty: nothing to say
	sentences []sentence
	reckoned  []app.Reckoned // what the estimate answers
	told      []string       // what it lacks or contradicts, in the person's language
	alone     bool           // what is told of the estimate is all there is to say
	only      *look          // lacking: words by which a text answers all the same
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
		State: v.state, Source: c.source(rule.Rule), Cost: rule.Area == packs.Cost, Reckoned: v.reckoned}
	for _, s := range v.sentences {
		p := r.placeOf(s)
		res.Evidence = append(res.Evidence, app.Evidence{Place: p, Text: r.quote(p)})
	}
	if v.state == app.Waived && len(res.Evidence) > 0 {
		res.Reason = squeeze(res.Evidence[0].Text)
	}
	machine := res.State
	r.answer(&res)
	if res.State == machine && (machine == app.NotAddressed || machine == app.Failed) {
		res.Lacks = strings.Join(v.told, " ")
	}
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
	switch {
	case res.Lacks == "":
	case v.alone, res.State == app.NotAddressed && len(res.Evidence) > 0: // the text speaks of it
		why = res.Lacks
	default:
		why += " " + res.Lacks
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
// less in a paper that only records, that advises those who decide, or that declines
// what the criterion is about.
func (rule *rule) gravity(r *run, state app.CriterionState) app.Severity {
	switch {
	case state != app.NotAddressed:
		return rule.severityOf(&r.facts)
	case r.kind == nil || r.kind.Records || r.kind.Advice:
		return app.Note
	case r.facts.Declines && rule.Declined != "":
		return rule.Declined
	}
	return rule.severityOf(&r.facts)
}

// weigh lets every look speak and keeps the worst. A criterion with nothing but
// red phrases, none of which stands in the text, has nothing to answer.
func (r *run) weigh(rule *rule) verdict {
	out, lacking := verdict{}, verdict{}
	for _, l := range rule.looks {
		if !l.when.holds(&r.facts) {
			continue
		}
		v := verdict{}
		if l.kind.weigh != nil {
			v = l.kind.weigh(r, l)
		} else if fs := l.kind.find(r, l); len(fs) > 0 {
			v = verdict{state: app.Failed, sentences: r.sentencesAt(fs), told: r.say(l, fs[0].words...), alone: true}
		}
		out = out.and(v)
		if v.only != nil {
			lacking = lacking.and(v)
		}
	}
	if out.state == app.Indicated && len(out.reckoned) == 0 && lacking.only != nil && !r.answersAnyhow(out.sentences, lacking.only) {
		lacking.sentences, lacking.alone = out.sentences, true
		out = lacking
	}
	if out.state == "" {
		out.state = app.Indicated
	}
	return out
}

// and lays another look's verdict beside this one: the worse stands, and what the
// estimate says is heard of both.
func (v verdict) and(o verdict) verdict {
	if worse(o.state, v.state) {
		v, o = o, v
	}
	v.reckoned = slices.Concat(v.reckoned, o.reckoned)
	switch {
	case o.state == "":
		return v
	case o.state == v.state:
		v.sentences, v.alone = sorted(slices.Concat(v.sentences, o.sentences)), v.alone && o.alone
		v.told = slices.Concat(v.told, o.told)
	case v.state == app.Failed && o.state == app.NotAddressed:
		v.told = slices.Concat(v.told, o.told)
	case v.state == app.Failed && len(v.sentences) == 0:
		v.sentences = o.sentences // what the text says, that the estimate does not bear out
	}
	return v
}

// answersAnyhow tells whether a text answers although the estimate has no line for it: one
// of its sentences says why.
func (r *run) answersAnyhow(all []sentence, l *look) bool {
	said := r.within(l.unless)
	return slices.ContainsFunc(all, said.has)
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
