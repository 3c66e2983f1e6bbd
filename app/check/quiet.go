package check

import (
	"slices"

	"yttra/app"
	"yttra/app/privacy"
	"yttra/app/spelling"
)

// Know tells the checker what the municipality and the person at the desk have in
// common for every paper: their words, and the advice they do not want.
func (c *Checker) Know(p app.Profile) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.profile, c.known = p, privacy.KnownOf(p)
	c.speller.own = spelling.NewList(p.Words)
	clear(c.speller.listed)
}

// silenced tells whether somebody wants to be spared a finding, in this matter or
// in all. One that has been accepted with a reason is kept: the reason is printed.
func (r *run) silenced(f app.Finding) bool {
	if f.Waived != "" {
		return false
	}
	for _, list := range [][]app.Quiet{r.matter.Quiet, r.checker.profile.Quiet} {
		for _, q := range list {
			if q.Silences(f, r.doc.ID) {
				return true
			}
		}
	}
	return false
}

// Mends are the words that may stand instead of those a finding quotes, best
// first; none when nothing is known. For a word that is misspelt they are looked
// for now.
func (c *Checker) Mends(f app.Finding) []string {
	i := slices.IndexFunc(c.rules, func(r *rule) bool { return r.ID == f.Rule() })
	if i < 0 || !slices.ContainsFunc(c.rules[i].looks, func(l *look) bool { return l.name == "spelling" }) {
		return f.Mends()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.speller.dictionary == nil {
		return nil
	}
	return c.speller.suggest(f.Quote)
}

// Places gives every place in a document that a rule speaks of, also those that are told together; not those accepted with a reason, and
// not those that somebody wants to be spared.
func (c *Checker) Places(m *app.Matter, doc int, id string) []app.Finding {
	i := slices.IndexFunc(c.rules, func(r *rule) bool { return r.ID == id })
	if i < 0 || c.rules[i].Criterion() || doc < 0 || doc >= len(m.Documents) {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r := c.newRun(m, &m.Documents[doc])
	r.facts = c.factsOf(r)
	if !c.applies(c.rules[i], r) {
		return nil
	}
	all, _ := c.places(c.rules[i], r)
	all = slices.DeleteFunc(all, func(f app.Finding) bool {
		return f.Waived != "" || r.silenced(f)
	})
	for i := range all {
		all[i].Place = r.inDocument(all[i].Place)
	}
	return all
}
