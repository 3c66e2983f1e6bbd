package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// dayAt is a calendar day in a paragraph.
type dayAt struct {
	span     app.Span
	word     int      // its first word
	date     app.Date // empty when there is no such day
	weekday  string   // as written before it; empty when none is
	weekspan app.Span
}

var (
	monthNames = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}
	weekdays   = []string{"söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"}
)

// daysIn finds days written 2026-03-12 or 12 mars 2026, also those that do not
// exist, with the weekday that stands before them.
func daysIn(t *language.Text) []dayAt {
	var out []dayAt
	for i, w := range t.Words {
		d, ok := isoDay(w)
		if !ok {
			d, ok = writtenDay(t, i)
		}
		if !ok {
			continue
		}
		d.word = i
		for back := 1; back <= 2 && i-back >= 0; back++ {
			if name := strings.TrimSuffix(t.Words[i-back].Fold, "en"); slices.Contains(weekdays, name) {
				d.weekday, d.weekspan = name, t.Words[i-back].Span
			}
		}
		out = append(out, d)
	}
	return out
}

func isoDay(w language.Word) (dayAt, bool) {
	f := w.Fold
	if len(f) != 10 || f[4] != '-' || f[7] != '-' || yearIn(f) != 0 {
		return dayAt{}, false
	}
	date, _ := app.ParseDate(f)
	return dayAt{span: w.Span, date: date}, true
}

// writtenDay reads "12 mars 2026" from word i.
func writtenDay(t *language.Text, i int) (dayAt, bool) {
	if i+2 >= len(t.Words) || len(t.Words[i].Fold) > 2 || len(t.Words[i+2].Fold) != 4 || yearIn(t.Words[i+2].Fold) != 0 {
		return dayAt{}, false
	}
	for _, j := range []int{i, i + 1} {
		if strings.TrimSpace(t.Source[t.Words[j].Span.End:t.Words[j+1].Span.Start]) != "" {
			return dayAt{}, false
		}
	}
	n, err := strconv.Atoi(t.Words[i].Fold)
	month := slices.Index(monthNames, t.Words[i+1].Fold) + 1
	if err != nil || n == 0 || month == 0 {
		return dayAt{}, false
	}
	date, _ := app.ParseDate(t.Words[i+2].Fold + "-" + twoDigits(month) + "-" + twoDigits(n))
	return dayAt{span: app.Span{Start: t.Words[i].Span.Start, End: t.Words[i+2].Span.End}, date: date}, true
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// findImpossibleDays speaks of days that no calendar has, and of weekdays that
// are not those of their day.
func findImpossibleDays(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		for _, p := range s.parts {
			for _, d := range p.days {
				at, right := d.span, ""
				switch day, ok := d.date.Time(); {
				case !ok:
				case d.weekday != "" && weekdays[day.Weekday()] != d.weekday:
					at.Start, right = d.weekspan.Start, weekdays[day.Weekday()]
				default:
					continue
				}
				out = append(out, found{place: place(i, p.at, at), words: []string{"{words}", p.text.Of(at), "{weekday}", right}})
			}
		}
	}
	if l.max > 0 && len(out) > l.max {
		out = out[:l.max]
	}
	return out
}

// dated is a day that a sentence gives for what its phrase names.
type dated struct {
	run   *run
	place app.Place
	date  app.Date
}

// datedIn gives the days that stand near one of the phrases in its sentence.
func (r *run) datedIn(l *look) []dated {
	excused, wanted := r.within(l.unless), r.within(l.with)
	var out []dated
	for _, h := range r.everywhere(l.phrases, datedRoles) {
		s := h.sentence()
		if excused.has(s) || len(l.with) > 0 && !wanted.has(s) {
			continue
		}
		p := r.sections[s.section].parts[s.part]
		st := p.text.Sentences[s.n]
		if d := nearestDay(p.days, h.First, h.Last, st.First, st.Last); d != nil {
			out = append(out, dated{r, place(s.section, p.at, d.span), d.date})
		}
	}
	return out
}

// nearestDay is the first day after words of a sentence, or else the last before
// them; nil when none stands near.
func nearestDay(days []dayAt, first, last, from, to int) (best *dayAt) {
	for i := range days {
		d := &days[i]
		switch {
		case d.date == "" || d.word < from || d.word >= to:
		case d.word > last:
			if d.word-last <= nearDay {
				return d
			}
			return best
		case first-d.word <= nearDay:
			best = d
		}
	}
	return best
}

// everywhere gives where phrases stand in sections with such roles, in order,
// also in what somebody else is said to say: a day is a day.
func (r *run) everywhere(phrases []int, roles []string) []spot {
	var out []spot
	for _, p := range phrases {
		for _, i := range r.at(p) {
			if s := r.hits[i]; slices.Contains(roles, r.sections[s.section].role) {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b spot) int {
		return comparePlaces(a.section, b.section, a.part, b.part, a.Span.Start, b.Span.Start)
	})
	return out
}

// nearDay is how many words a day may stand from what it is the day of.
const nearDay = 8

// datedRoles are where a paper tells of the matter's days.
var datedRoles = []string{roleHead, "item", app.RoleIngress, app.RoleSummary, app.RoleMotion, "background", "preparation", app.RoleAssessment, app.RoleProposal}

// findDays speaks when papers give two days for the same thing, or one that
// comes after the paper's own day.
func findDays(r *run, l *look) []found {
	own := r.datedIn(l)
	var out []found
	for n, d := range own {
		var other *dated
		for i := range n {
			if own[i].date != d.date {
				other = &own[i]
			}
		}
		for _, o := range r.papers() {
			if all := o.datedIn(l); other == nil && len(all) > 0 && !slices.ContainsFunc(all, func(x dated) bool { return x.date == d.date }) {
				other = &all[0]
			}
		}
		there := ""
		switch {
		case other != nil:
			there = string(other.date)
			if other.run != r {
				there += " (" + other.run.name() + ")"
			}
		case r.doc.Date.Valid() && r.doc.Date.Before(d.date) && l.max != 0:
			there = string(r.doc.Date)
		default:
			continue
		}
		return append(out, found{place: d.place, words: []string{"{here}", string(d.date), "{there}", there}})
	}
	return out
}
