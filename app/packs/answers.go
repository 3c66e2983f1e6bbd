package packs

import (
	"regexp"
	"strings"
	"unicode"

	"yttra/app"
)

// mostNamed is how many bodies a sentence names; more are counted.
const mostNamed = 8

// replies is what a source of referrals says, as the small Markdown of
// app/markup; empty when the matter has none.
func (p *Packs) replies(source string, m *app.Matter) string {
	all := m.Replies()
	if len(all) == 0 {
		return ""
	}
	switch source {
	case "replies":
		return p.counted(m, all)
	case "answers":
		return p.answerTable(all)
	case "unanswered":
		return p.waiting(all)
	case "views":
		return p.views(all)
	}
	return p.prepared(m, all)
}

// matter is what was referred: the motion, or the matter.
func (p *Packs) matter(m *app.Matter) string {
	if len(m.Movers) > 0 || len(m.Claims) > 0 {
		return p.Referrals.Motion
	}
	return p.Referrals.Matter
}

// counted says how many were asked, how many have answered, and what they think.
func (p *Packs) counted(m *app.Matter, all []app.Referral) string {
	w := &p.Referrals
	noun, said := w.noun(all), 0
	stands := map[app.Stand]int{}
	for _, r := range all {
		if r.Replied() {
			said++
			stands[w.Stand(r.Stand).ID]++
		}
	}
	many := noun.Many
	if len(all) == 1 {
		many = noun.One
	}
	out := upperFirst(fill(w.Asked, "{matter}", p.matter(m), "{n}", w.Number(len(all)), "{noun}", many))
	switch {
	case said == 0:
		return out + " " + w.None
	case said == len(all) && said == 1:
		out += " " + w.Only
	case said == len(all) && said == 2:
		out += " " + w.Both
	case said == len(all):
		out += " " + w.All
	default:
		out += " " + upperFirst(fill(w.Some, "{n}", w.Number(said)))
	}
	var think []string
	for _, s := range w.Stands {
		if n := stands[s.ID]; n > 0 {
			think = append(think, fill(s.Count, "{n}", w.Number(n)))
		}
	}
	return out + " " + upperFirst(p.list(think)) + "."
}

// answerTable has a row for each answer.
func (p *Packs) answerTable(all []app.Referral) string {
	w := &p.Referrals
	head := first(w.noun(all).Head, w.Heads.Body)
	out := []string{"| " + strings.Join([]string{head, w.Heads.Decision, w.Heads.Reference, w.Heads.Stand}, " | ") + " |", "|---|---|---|---|"}
	for _, r := range all {
		if r.Replied() {
			out = append(out, "| "+strings.Join([]string{p.cell(r.Body), p.cell(p.decision(r)), p.cell(r.Reference), w.Stand(r.Stand).Short}, " | ")+" |")
		}
	}
	if len(out) == 2 {
		return w.None
	}
	return strings.Join(out, "\n")
}

// decision is the day and number of an answer: "2026-02-12, § 27".
func (p *Packs) decision(r app.Referral) string {
	var out []string
	if r.Answered != "" {
		out = append(out, string(r.Answered))
	}
	if item := strings.TrimLeft(r.Item, "§ \u00a0"); item != "" {
		out = append(out, fill(p.Referrals.Item, "{n}", item))
	}
	return strings.Join(out, ", ")
}

func (p *Packs) cell(s string) string { return first(literal(s), p.Referrals.CellNone) }

// waiting lists those who have not answered; empty when all have.
func (p *Packs) waiting(all []app.Referral) string {
	w := &p.Referrals
	var out []string
	for _, r := range all {
		switch {
		case r.Replied():
		case r.Due == "":
			out = append(out, "- "+fill(w.Undue, "{body}", literal(r.Body)))
		default:
			out = append(out, "- "+fill(w.Due, "{day}", literal(w.Day(r.Due)), "{body}", literal(r.Body)))
		}
	}
	return strings.Join(out, "\n")
}

// views has a sub-heading for each that has answered: its stand, its reasons as
// they stand, and who thought otherwise.
func (p *Packs) views(all []app.Referral) string {
	w := &p.Referrals
	var out []string
	for _, r := range all {
		if !r.Replied() {
			continue
		}
		name := literal(r.Body)
		out = append(out, "### "+first(name, w.noun(all).Head, w.Heads.Body), upperFirst(fill(w.Stand(r.Stand).Now, "{body}", first(name, w.noun(all).Head, w.Heads.Body))),
			first(lowered(strings.TrimSpace(r.Summary)), w.NoSummary))
		if rows := rowsOf(r.Dissent); len(rows) > 0 {
			out = append(out, w.Dissent, "- "+strings.Join(rows, "\n- "))
		}
	}
	return strings.Join(out, "\n\n")
}

// prepared tells of the referrals in a sentence or two for each, for the section
// about how a matter was prepared.
func (p *Packs) prepared(m *app.Matter, all []app.Referral) string {
	if len(all) > mostNamed {
		return p.counted(m, all)
	}
	w := &p.Referrals
	var names, then []string
	for _, r := range all {
		names = append(names, lowerFirst(literal(r.Body)))
		if !r.Replied() {
			then = append(then, upperFirst(fill(w.Waiting, "{body}", literal(r.Body))))
			continue
		}
		s := fill(w.Stand(r.Stand).Then, "{body}", literal(r.Body))
		if r.Answered != "" {
			s += " " + fill(w.On, "{day}", w.Day(r.Answered))
		}
		if item := strings.TrimLeft(r.Item, "§ \u00a0"); item != "" {
			s += ", " + fill(w.Item, "{n}", literal(item))
		}
		then = append(then, upperFirst(s)+".")
	}
	return strings.Join(append([]string{upperFirst(fill(w.AskedByName, "{matter}", p.matter(m), "{names}", p.list(names)))}, then...), " ")
}

var (
	marks  = regexp.MustCompile(`[\\*\[\]<>|#]`)
	begins = regexp.MustCompile(`^([-+]|\d{1,9}[.)]|[a-z]\))`)
	heads  = regexp.MustCompile(`(?m)^( {0,3})### +(.*\S)[ \t]*$`)
)

// literal writes a name or a number on one line, so that the small Markdown reads
// none of it as a mark.
func literal(s string) string {
	s = marks.ReplaceAllString(strings.Join(strings.FieldsFunc(s, breaks), " "), `\$0`)
	return begins.ReplaceAllStringFunc(s, func(m string) string { return m[:len(m)-1] + `\` + m[len(m)-1:] })
}

// breaks are the spaces at which a line may end.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }

// lowered makes sub-headings of a text that stands under a sub-heading to bold
// lines.
func lowered(s string) string { return heads.ReplaceAllString(s, "$1**$2**\n") }

// rowsOf gives the rows that say something, as items of a list.
func rowsOf(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = literal(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
