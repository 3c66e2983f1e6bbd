// Package check knows how a criterion or rule is looked for in a document: one
// file for each kind of look, conditions over the facts of the matter, the
// sentences that answer, and what contradicts what.
//
// Whatever is wrong with a rule is found when it is compiled; running cannot
// fail. It never changes a document, never saves, and never decides for the
// clerk: what is found is an indication, and the clerk's own answer stands over it.
package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
	"yttra/app/privacy"
	"yttra/app/spelling"
)

// Checker holds compiled rules and remembers the paragraphs it has read, so that
// a change in one paragraph costs the reading of one.
type Checker struct {
	packs   *packs.Packs
	lang    string
	rules   []*rule
	kinds   map[string][]sectionCondition
	signs   []sign
	forms   map[app.Decision][]int
	bodies  map[app.Level][]int
	speech  speech
	set     *language.Set
	waivers []uint8 // by phrase: what it does in a waiver
	faults  []*app.Problem

	mu      sync.Mutex
	memory  memory
	terms   termIndex
	profile app.Profile
	speller speller
	known   *privacy.Known // who and what the profile lets stand
}

// Result is what a check has to say about one document.
type Result struct {
	Findings []app.Finding         // by section and offset, those on the whole document last
	Approved []app.Answer          // personal data that somebody lets stand in this document, in the order they were approved
	Silenced int                   // findings that somebody wants to be spared, and are not among them
	Criteria []app.CriterionResult // those that apply, by id
	Words    int                   // of running text
	LIX      int                   // of running text
	Usual    int                   // LIX that is usual for the kind of document; 0 when unknown
}

// rule is a pack's rule made ready to run.
type rule struct {
	*packs.Rule
	when     *condition
	severity []severityWhen
	looks    []*look
}

type severityWhen struct {
	when     *condition
	severity app.Severity
}

// Compile makes the rules of the packs ready. lang is the person's language, sv
// or en; model wording is always Swedish. A fault in an embedded rule is
// returned with file, line and key; a municipality's rule with a fault is left
// out, or gives way to the one it replaces, and is listed by Faults.
func Compile(p *packs.Packs, lang string) (*Checker, error) {
	b := newBuilder(usualPhrases)
	c := &Checker{packs: p, lang: lang, known: &privacy.Known{}, memory: newMemory(), terms: newTermIndex(), kinds: map[string][]sectionCondition{}}
	for _, r := range p.Rules {
		compiled, err := b.rule(r)
		if err != nil && !r.Own {
			return nil, err
		}
		if err != nil {
			c.faults = append(c.faults, app.ProblemOf(err))
			if r.Base == nil {
				continue
			}
			if compiled, err = b.rule(r.Base); err != nil {
				return nil, err
			}
		}
		c.rules = append(c.rules, compiled)
	}
	if err := c.compileKinds(b); err != nil {
		return nil, err
	}
	c.compileWords(b)
	c.compileWaivers(b)
	c.set = b.set
	c.waivers = make([]uint8, c.set.Len())
	for id, kind := range b.waivers {
		c.waivers[id] = kind
	}
	c.speller.terms = spelling.NewList(p.Words)
	return c, nil
}

// Lang is the language that the checker speaks: sv or en.
func (c *Checker) Lang() string { return c.lang }

// Faults lists what was left out of a municipality's own rules.
func (c *Checker) Faults() []*app.Problem { return slices.Clone(c.faults) }

// Run checks one document of a matter. doc is its index; one out of range gives
// an empty Result. What depends on the day it is read is left out; see RunOn.
func (c *Checker) Run(m *app.Matter, doc int) Result { return c.RunOn(m, doc, "") }

// RunOn is Run with the day on which the document is read, by which deadlines
// are near or passed.
func (c *Checker) RunOn(m *app.Matter, doc int, today app.Date) Result {
	if doc < 0 || doc >= len(m.Documents) {
		return Result{}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.terms.words) > maxTerms {
		c.terms, c.memory = newTermIndex(), newMemory() // paragraphs hold identities of terms
	}
	r := c.newRun(m, &m.Documents[doc])
	r.today = today
	r.facts = c.factsOf(r)
	return c.result(r, c.rules)
}

// result runs the rules over a document that has been read.
func (c *Checker) result(r *run, rules []*rule) Result {
	var out Result
	for _, rule := range rules {
		if !c.applies(rule, r) && !c.spoken(rule, r) || c.elsewhere(rule, r) {
			continue
		}
		if rule.Criterion() {
			res, finding := c.criterion(rule, r)
			out.Criteria = append(out.Criteria, res)
			if finding != nil {
				out.Findings = append(out.Findings, *finding)
			}
			continue
		}
		out.Findings = append(out.Findings, c.plain(rule, r)...)
	}
	out.Approved = r.approvals()
	found := len(out.Findings)
	out.Findings = slices.DeleteFunc(out.Findings, r.silenced)
	out.Silenced = found - len(out.Findings)
	for i := range out.Findings {
		out.Findings[i].Place = r.inDocument(out.Findings[i].Place)
	}
	for _, c := range out.Criteria {
		for i := range c.Evidence {
			c.Evidence[i].Place = r.inDocument(c.Evidence[i].Place)
		}
	}
	slices.SortStableFunc(out.Findings, byPlace)
	counts := r.counts()
	out.Words, out.LIX = counts.Words, counts.LIX()
	if r.kind != nil {
		out.Usual = r.kind.LIX
	}
	return out
}

func byPlace(a, b app.Finding) int {
	if (a.Place.Section < 0) != (b.Place.Section < 0) {
		return cmp.Compare(b.Place.Section, a.Place.Section)
	}
	return cmp.Or(cmp.Compare(a.Place.Section, b.Place.Section), cmp.Compare(a.Place.Span.Start, b.Place.Span.Start),
		cmp.Compare(b.Severity.Rank(), a.Severity.Rank()), strings.Compare(a.ID, b.ID))
}

// applies tells whether a rule is for this kind of document, measure and matter.
func (c *Checker) applies(rule *rule, r *run) bool {
	return c.meant(rule, r) && rule.when.holds(&r.facts)
}

// meant tells whether a rule is for this kind of document and measure.
func (c *Checker) meant(rule *rule, r *run) bool {
	if r.kind != nil && r.kind.Spares(rule.ID) {
		return false
	}
	if len(rule.Kinds) > 0 && !slices.Contains(rule.Kinds, r.doc.Kind) {
		return false
	}
	return len(rule.Measures) == 0 || slices.ContainsFunc(rule.Measures, r.matter.Has)
}

// spoken tells whether a criterion that nobody has to answer here is answered, or
// failed, by the text all the same.
func (c *Checker) spoken(rule *rule, r *run) bool {
	if !rule.Spoken || !rule.Criterion() || !c.meant(rule, r) {
		return false
	}
	v := r.weigh(rule)
	return len(v.sentences) > 0 && v.state != app.NotAddressed
}

// elsewhere tells whether a criterion speaks in another of the matter's papers: minutes
// record what was decided, and the reasons stand in the paper that was decided on. What
// the minutes themselves say against it is told all the same.
func (c *Checker) elsewhere(rule *rule, r *run) bool {
	if !rule.Criterion() || r.kind == nil || !r.kind.Records {
		return false
	}
	other := slices.ContainsFunc(r.matter.Documents, func(d app.Document) bool {
		k, ok := c.packs.Kind(d.Kind)
		return ok && !k.Records && !k.Spares(rule.ID) && (len(rule.Kinds) == 0 || slices.Contains(rule.Kinds, d.Kind))
	})
	if !other {
		return false
	}
	v := r.weigh(rule)
	return v.state != app.Failed || len(v.sentences) == 0
}

// severityOf is the first conditional severity that holds, or the rule's own.
func (rule *rule) severityOf(f *Facts) app.Severity {
	for _, s := range rule.severity {
		if s.when.holds(f) {
			return s.severity
		}
	}
	return rule.Severity
}

// words are the rule's in the person's language.
func (c *Checker) words(r *packs.Rule) packs.Words {
	if c.lang == "en" {
		return r.EN
	}
	return r.SV
}

// source cites the rule's sources; one that nobody has read says so.
func (c *Checker) source(r *packs.Rule) string {
	cited := make([]string, 0, len(r.Sources))
	for _, s := range r.Sources {
		text := s.SV
		if c.lang == "en" && s.EN != "" {
			text = s.EN
		}
		if s.Sure == app.Known || s.Sure == app.Calculated {
			text += c.packs.Decisions.Unsure.In(c.lang)
		}
		cited = append(cited, text)
	}
	return strings.Join(cited, "; ")
}

// plain runs a rule that speaks only when it finds something; what repeats itself
// is told once.
func (c *Checker) plain(rule *rule, r *run) []app.Finding {
	fs, how := c.places(rule, r)
	fs, weights := together(fs, how)
	if rule.Area != packs.Language || slices.ContainsFunc(rule.looks, func(l *look) bool { return l.name == "spelling" }) {
		return fs
	}
	return fewest(fs, weights, mostAdvice+r.facts.Words/wordsPerAdvice)
}

// maxPlaces is how many places one look of a plain rule is told at. A text with
// more has been told.
const maxPlaces = 1000

// places gives every place that a plain rule speaks of, and how each is told.
func (c *Checker) places(rule *rule, r *run) (out []app.Finding, how []telling) {
	w, severity := c.words(rule.Rule), rule.severities(&r.facts)
	for _, l := range rule.looks {
		if !l.when.holds(&r.facts) {
			continue
		}
		fs := l.kind.find(r, l)
		for _, f := range fs[:min(len(fs), maxPlaces)] {
			fill := strings.NewReplacer(f.words...)
			id := rule.ID
			if f.part != "" {
				id += "/" + f.part
			}
			finding := app.Finding{ID: id, Severity: severity(f.whose), Place: f.place, Quote: r.quote(f.place),
				Title: fill.Replace(w.Title), Why: fill.Replace(w.Fail), Source: c.source(rule.Rule),
				Wording: fill.Replace(rule.SV.Wording), Cost: rule.Area == packs.Cost, Personal: rule.Area == packs.Personal,
				Mend: strings.Join(f.mend, "\n"), Word: f.about, Repeats: f.more}
			finding.Sentence = r.around(f.place)
			finding.Waived = r.waived(finding)
			out, how = append(out, finding), append(how, telling{f.group, f.weight})
		}
	}
	return out, how
}

// errMissing says that a look has not what it must have.
var errMissing = &packs.Flaw{Why: packs.Missing}
