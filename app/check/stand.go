package check

import (
	"slices"

	"yttra/app"
	"yttra/app/language"
)

// stand is what a sentence of the paper proposes, and to whom.
type stand struct {
	sentence  sentence
	place     app.Place
	text      string
	decisions []app.Decision
	decider   app.Level // the last body that is proposed to; empty when none is named
	claims    []int     // the claims it speaks of by number; none: the motion as a whole
}

// standsIn gives the stands of the sentences with a word of proposing that name
// a decision, in the order of the text. A point of the proposal needs no word of
// proposing. What movers and other bodies propose is not the paper's stand.
func (r *run) standsIn(l *look) []stand {
	var out []stand
	spots := r.spots(l, l.phrases)
	if slices.Equal(l.roles, []string{app.RoleProposal}) {
		spots = r.spots(l, slices.Concat(l.phrases, r.checker.allForms()))
	}
	for _, group := range bySentence(spots) {
		s := group[0].sentence()
		st := stand{sentence: s, place: r.placeOf(s), decisions: r.decisionsIn(s), claims: r.claimsNamedIn(s)}
		if len(st.decisions) == 0 || r.moverSpeaks(s, group[0].First) || r.otherSpeaks(s, group[0].First) {
			continue
		}
		st.text = squeeze(r.quote(st.place))
		for _, b := range r.actorsIn(s) {
			if b.first > group[0].First && b.level != "" && b.level != app.Committee {
				st.decider = b.level
			}
		}
		out = append(out, st)
	}
	return out
}

// allForms are the phrases of every decision.
func (c *Checker) allForms() []int {
	var out []int
	for _, d := range app.Decisions {
		out = append(out, c.forms[d]...)
	}
	return out
}

// moverSpeaks tells whether those who moved the motion are named before a word.
func (r *run) moverSpeaks(s sentence, word int) bool {
	return slices.ContainsFunc(r.hitsIn(s), func(h hit) bool {
		return h.First < word && slices.Contains(r.checker.speech.movers, h.Phrase)
	})
}

// otherSpeaks tells whether another committee than the paper's own is the one
// that proposes at a word: a report tells of what others have answered.
func (r *run) otherSpeaks(s sentence, word int) bool {
	t := r.sections[s.section].parts[s.part].text
	from := subjectOf(r.actorsIn(s), word, t.Sentences[s.n].First, true)
	return from != nil && from.level == app.Committee && !r.ownCommittee(from.name)
}

// ownCommittee tells whether a committee is the paper's: the one it names as its
// body, or one that its head, opening line or proposal names. Plain "nämnden" is
// when there is one.
func (r *run) ownCommittee(name string) bool {
	if r.own == nil {
		r.own = r.ownCommittees()
	}
	return r.own[name]
}

func (r *run) ownCommittees() map[string]bool {
	own := map[string]bool{}
	for _, w := range language.Read(r.doc.Body + "\n" + r.doc.To).Words {
		if level, ok := r.checker.actorEnding(w.Fold); ok && level == app.Committee {
			own[w.Fold] = true
		}
	}
	for i, s := range r.sections {
		if s.role == roleHead || s.role == app.RoleIngress || s.role == app.RoleProposal {
			r.addCommittees(own, i, maxOwn)
		}
	}
	committee := r.kind == nil || r.kind.Level == app.Committee
	if i := r.doc.Section(app.RoleSummary); len(own) == 0 && i >= 0 && committee {
		r.addCommittees(own, i, 1)
	}
	if len(own) > 0 || committee { // in the board's own paper "nämnden" is another
		for _, b := range r.packs.Decisions.Bodies {
			for _, e := range b.Ends {
				own[e] = true
			}
		}
	}
	return own
}

// maxOwn is how many committees a paper may have for its own.
const maxOwn = 12

// addCommittees adds the committees that a section names, until there are so many.
func (r *run) addCommittees(own map[string]bool, section, most int) {
	for _, p := range r.sections[section].parts {
		for _, w := range p.text.Words {
			if len(own) >= most {
				return
			}
			if level, ok := r.checker.actorEnding(w.Fold); ok && level == app.Committee {
				own[w.Fold] = true
			}
		}
	}
}

func lastStand(ss []stand) *stand {
	if len(ss) == 0 {
		return nil
	}
	return &ss[len(ss)-1]
}
