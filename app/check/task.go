package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// task is what a text says that a motion wants somebody to be told to do.
type task struct {
	place app.Place
	text  string
	who   []string // those who get it, folded, in order of the alphabet
}

// tasksIn gives the tasks that the motion asks for, as a paper retells it: in the
// section about the motion, and where a mover is named.
func (r *run) tasksIn() []task {
	var out []task
	for i, s := range r.sections {
		for j, p := range s.parts {
			for n, st := range p.text.Sentences {
				u := slices.IndexFunc(p.text.Words[st.First:st.Last], func(w language.Word) bool { return w.Fold == r.packs.Decisions.Speech.Task })
				if u < 0 {
					continue
				}
				at := sentence{i, j, n}
				if s.role != app.RoleMotion && !r.moverSpeaks(at, st.First+u) {
					continue
				}
				if who := r.givenTo(at, st.First+u); len(who) > 0 {
					place := r.placeOf(at)
					out = append(out, task{place, squeeze(r.quote(place)), who})
				}
			}
		}
	}
	return out
}

// givenTo names those who get the task at a word: "ge kulturnämnden i uppdrag"
// and "kulturnämnden och kommunstyrelsen får i uppdrag".
func (r *run) givenTo(s sentence, task int) []string {
	t := r.sections[s.section].parts[s.part].text
	words, actors := r.packs.Decisions.Speech, r.actorsIn(s)
	verb := task - 1
	for ; verb >= t.Sentences[s.n].First && !slices.Contains(words.Give, t.Words[verb].Fold) && !slices.Contains(words.Get, t.Words[verb].Fold); verb-- {
	}
	if verb < t.Sentences[s.n].First {
		return nil
	}
	var who []string
	if slices.Contains(words.Give, t.Words[verb].Fold) {
		for _, a := range actors {
			if a.first > verb && a.last < task {
				who = append(who, a.name)
			}
		}
	} else {
		for next, i := verb, actorFrom(actors, verb)-1; i >= 0 && joined(t.Words[actors[i].last+1:next], words.Joins); i-- {
			who = append(who, actors[i].name)
			next = actors[i].first
		}
	}
	slices.Sort(who)
	return slices.Compact(who)
}

// joined tells whether nothing but an "och" stands between two names.
func joined(between []language.Word, joins []string) bool {
	return len(between) == 0 || len(between) == 1 && slices.Contains(joins, between[0].Fold)
}

// findOtherTasks speaks when two papers, or a paper and the claims, say that the
// motion wants different bodies to get the task.
func findOtherTasks(r *run, _ *look) []found {
	own := r.tasksIn()
	if len(own) == 0 {
		return nil
	}
	for _, o := range append(r.papers(), r.claimsAsPaper()) {
		theirs := o.tasksIn()
		if len(theirs) == 0 || slices.ContainsFunc(theirs, func(other task) bool {
			return slices.ContainsFunc(own, func(t task) bool { return slices.Equal(t.who, other.who) })
		}) {
			continue // it says the same somewhere
		}
		other := theirs[0]
		return []found{{place: own[0].place, words: []string{"{here}", strings.Join(own[0].who, ", "), "{there}", strings.Join(other.who, ", "), "{paper}", o.name(), "{text}", other.text}}}
	}
	return nil
}

// claimsAsPaper gives the claims as the section about the motion of a paper.
func (r *run) claimsAsPaper() *run {
	var text strings.Builder
	for _, c := range r.matter.Claims {
		text.WriteString("- " + c.Text + "\n")
	}
	d := &app.Document{Kind: r.doc.Kind, Title: r.matter.Title, Sections: []app.Section{{Role: app.RoleMotion, Text: text.String()}}}
	return r.checker.newRun(r.matter, d)
}
