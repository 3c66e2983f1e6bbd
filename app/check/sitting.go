package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/language"
	"yttra/app/packs"
)

// sittingDays are the days of a meeting that a look may name.
var sittingDays = []string{"date", "adjusted", "posted", "removed"}

// sittingFacts are what minutes can lack.
var sittingFacts = append([]string{"deciding", "adjusters", "item"}, sittingDays...)

// sat is the meeting whose facts stand around a paper that is written here; nil
// when there is none, or when the paper has its own letterhead.
func (r *run) sat() *app.Meeting {
	if r.imported() {
		return nil
	}
	return r.doc.Meeting
}

// sittingDay gives a day of the meeting by its name; empty when it is not given.
func sittingDay(m *app.Meeting, name string) app.Date {
	switch {
	case name == "date":
		return m.Date
	case name == "adjusted":
		return m.Adjusted
	case m.Notice == nil:
		return ""
	case name == "posted":
		return m.Notice.Posted
	}
	return m.Notice.Removed
}

// sittingHas tells whether minutes say a fact; what they need not say, since they
// have no notice, they say.
func sittingHas(m *app.Meeting, name string) bool {
	switch name {
	case "deciding":
		return len(m.Deciding) > 0
	case "adjusters":
		return len(m.Adjusters) > 0
	case "item":
		return strings.TrimSpace(m.Item) != ""
	case "posted", "removed":
		return m.Notice == nil || sittingDay(m, name) != ""
	}
	return sittingDay(m, name) != ""
}

// sittingNames refuses names that are none of those a look may use. A fact that is
// missed has what it is called, in two languages: "item: paragraf | item".
func sittingNames(l packs.Look) (key string, err error) {
	for _, list := range []struct {
		key   string
		names []string
	}{{"phrases", l.Phrases}, {"with", l.With}} {
		for _, n := range list.names {
			known := sittingDays
			if l.Kind == "sitting_missing" {
				name, words, ok := strings.Cut(n, ": ")
				if sv, en, both := strings.Cut(words, " | "); !ok || !both || sv == "" || en == "" {
					return list.key, &packs.Flaw{Why: packs.NotAPhrase, What: n}
				}
				n, known = name, sittingFacts
			}
			if !slices.Contains(known, n) {
				return list.key, &packs.Flaw{Why: packs.NotOneOf, What: n, Want: known}
			}
		}
	}
	return "", nil
}

// findSittingDays speaks as findLabelDays does, of the days of a meeting that were
// entered and do not stand in the text.
func findSittingDays(r *run, l *look) []found {
	m := r.sat()
	if m == nil {
		return nil
	}
	begin, end := sittingDay(m, l.labels[0]), sittingDay(m, l.texts[0])
	if !begin.Valid() || !end.Valid() || withinDays(begin.DaysTo(end), l.max) {
		return nil
	}
	return []found{{place: whole, part: l.texts[0], words: []string{"{from}", string(begin), "{to}", string(end), "{n}", strconv.Itoa(begin.DaysTo(end))}}}
}

// withinDays tells whether so many days are no more than most or, when it is
// negative, no fewer; never before the day they are counted from.
func withinDays(days, most int) bool {
	return days >= 0 && (most > 0 && days <= most || most < 0 && days >= -most)
}

// findSittingMissing speaks once of everything that minutes should say of their
// meeting and do not.
func findSittingMissing(r *run, l *look) []found {
	m := r.sat()
	if m == nil {
		m = &app.Meeting{}
	}
	if r.imported() {
		return nil
	}
	var lacks []string
	for _, t := range l.texts {
		name, words, _ := strings.Cut(t, ": ")
		if !sittingHas(m, name) {
			sv, en, _ := strings.Cut(words, " | ")
			if r.checker.lang == "en" {
				sv = en
			}
			lacks = append(lacks, sv)
		}
	}
	if len(lacks) == 0 {
		return nil
	}
	return []found{{place: whole, words: []string{"{words}", strings.Join(lacks, ", "), "{n}", strconv.Itoa(len(lacks)), "{count}", strconv.Itoa(len(l.texts))}}}
}

// findSittingEnd speaks when the announcement is gone before the time of appeal is
// over because its last day is a Saturday, a Sunday or a holiday.
func findSittingEnd(r *run, _ *look) []found {
	m := r.sat()
	if m == nil || m.Notice == nil || !m.Notice.Removed.Valid() {
		return nil
	}
	a := cost.AppealOf(m.Adjusted, m.Notice.Posted)
	if a.End == "" || m.Notice.Posted.DaysTo(m.Notice.Removed) < 21 || !m.Notice.Removed.Before(a.Removed) {
		return nil
	}
	return []found{{place: whole, words: []string{"{from}", string(m.Notice.Posted), "{to}", string(m.Notice.Removed), "{end}", string(a.End), "{removed}", string(a.Removed)}}}
}

// findSittingItem speaks when the item is none of those that the minutes comprise.
func findSittingItem(r *run, _ *look) []found {
	m := r.sat()
	if m == nil {
		return nil
	}
	item, held := numbersOf(m.Item), numbersOf(m.Items)
	if len(item) == 0 || len(held) == 0 || slices.Contains(held, item[0]) {
		return nil
	}
	return []found{{place: whole, words: []string{"{here}", m.Items, "{there}", m.Item}}}
}

// findSittingVotes speaks of a vote that does not add up: somebody voted who does
// not decide, or twice, or the votes are not as many as those deciding.
func findSittingVotes(r *run, _ *look) []found {
	m := r.sat()
	if m == nil || len(m.Votes) == 0 || len(m.Deciding) == 0 {
		return nil
	}
	seats := map[string]int{}
	for _, row := range m.Deciding {
		name, _ := packs.Seat(row)
		seats[language.Fold(name)]++
	}
	var out []found
	for _, v := range m.Votes {
		name, _ := packs.Seat(v.Name)
		fold := language.Fold(name)
		if name == "" || seats[fold] > 0 {
			seats[fold]--
			continue
		}
		out = append(out, found{place: whole, part: name, words: []string{"{words}", name, "{n}", strconv.Itoa(len(m.Votes)), "{count}", strconv.Itoa(len(m.Deciding))}})
	}
	if len(out) == 0 && len(m.Votes) != len(m.Deciding) {
		out = append(out, found{place: whole, words: []string{"{words}", strconv.Itoa(len(m.Votes)), "{n}", strconv.Itoa(len(m.Votes)), "{count}", strconv.Itoa(len(m.Deciding))}})
	}
	return out
}

// findOtherLevel speaks when the line that leads in the decisions is worded for
// another kind of body than the one that the paper names.
func findOtherLevel(r *run, _ *look) []found {
	level, ok := r.checker.levelOf(r.doc.Body)
	if !ok || r.imported() || r.doc.Level == "" || level == r.doc.Level {
		return nil
	}
	return []found{{place: r.home(app.RoleProposal), words: []string{"{words}", r.doc.Body}}}
}

// levelOf tells by its name what kind of body it is; ok is false for a name that
// says nothing of it.
func (c *Checker) levelOf(body string) (app.Level, bool) {
	name := language.Fold(strings.TrimSpace(body))
	for _, b := range c.packs.Decisions.Bodies {
		if slices.ContainsFunc(b.Phrases, func(p string) bool { return language.Fold(p) == name }) {
			return b.Level, true
		}
	}
	for _, b := range c.packs.Decisions.Bodies {
		if b.Level == app.Committee && name != "" && slices.ContainsFunc(b.Ends, func(end string) bool { return strings.HasSuffix(name, end) }) {
			return b.Level, true
		}
	}
	return "", false
}
