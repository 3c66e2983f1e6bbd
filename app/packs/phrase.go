package packs

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// known is a field of a standard phrase that the matter may fill in: what is
// said while it is not known, and where it is looked up: "[datum|received]".
var known = regexp.MustCompile(`\[([^\[\]|]+)\|([a-z]+)\]`)

// sources are where a field of a phrase is looked up.
var sources = []string{"abstain", "answer", "answers", "basis", "body", "date", "decided", "document", "due", "item", "movers", "no", "officers", "owner", "preparation",
	"questions", "received", "replies", "sender", "signatories", "title", "unanswered", "views", "yes", "yourref"}

// Phrase is a standard phrase with what the matter and the document know filled
// in; what they do not know stays as a [field].
func (p *Packs) Phrase(phrase string, m *app.Matter, d *app.Document) string {
	return known.ReplaceAllStringFunc(phrase, func(field string) string {
		parts := known.FindStringSubmatch(field)
		if text := p.lookUp(parts[2], m, d); text != "" {
			first, _ := utf8.DecodeRuneInString(parts[1])
			if (parts[2] == "body" || parts[2] == "owner") && !unicode.IsUpper(first) {
				text = lowerFirst(text)
			}
			return text
		}
		return "[" + parts[1] + "]"
	})
}

func (p *Packs) lookUp(source string, m *app.Matter, d *app.Document) string {
	switch source {
	case "yes", "no", "abstain":
		return p.Decisions.Sitting.tally(d.Meeting, app.Cast(source))
	case "answer":
		return p.answered(m)
	case "basis":
		return p.basis(m)
	case "questions":
		return askedAs(m.Motion)
	case "body":
		return d.Body
	case "date":
		return string(d.Date)
	case "document":
		return p.Title(m, d)
	case "movers":
		return p.movers(m.Movers)
	case "sender":
		return senderOf(m.Motion)
	case "due":
		if m.Motion == nil {
			return ""
		}
		return p.Referrals.Day(m.Motion.Due)
	case "received":
		return string(m.Received)
	case "owner":
		return genitive(d.Body)
	case "signatories":
		return p.people(d.Signatories, false)
	case "officers":
		return p.people(d.Officers, true)
	case "decided", "item":
		return p.decided(source, d)
	case "yourref":
		return d.YourRef
	case "title":
		return m.Title
	}
	return p.replies(source, m)
}

// decided is the day or the number of the decision that a paper is about, or the
// paper's own day.
func (p *Packs) decided(source string, d *app.Document) string {
	meets := d.Meeting
	if meets == nil {
		meets = &app.Meeting{}
	}
	if source == "item" {
		return meets.Item
	}
	return p.Referrals.Day(meets.Date)
}

// people writes "Åsa Ek (FE), ledamot, och Bo Alm (FE)" or, without what they
// are, "Åsa Ek (FE) och Bo Alm (FE)".
func (p *Packs) people(all []app.Person, titled bool) string {
	var names []string
	for _, v := range all {
		name := v.Name
		if titled && v.Title != "" && name != "" {
			name += ", " + lowerFirst(v.Title)
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return p.list(names)
}

// genitive makes "nämndens" of "nämnden".
func genitive(name string) string {
	if name == "" || strings.ContainsAny(name[len(name)-1:], "sxz") {
		return name
	}
	return name + "s"
}

// movers writes "Åsa Ek (FE) och Bo Alm (FE)".
func (p *Packs) movers(ms []app.Mover) string {
	var names []string
	for _, v := range ms {
		name := v.Name
		if v.Party != "" {
			name += " (" + v.Party + ")"
		}
		names = append(names, name)
	}
	return p.list(names)
}

// list writes "a, b och c".
func (p *Packs) list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " " + p.Decisions.And + " " + names[n-1]
	}
	return strings.Join(names, "")
}

// phraseFault tells of a field that is looked up where nothing is known.
func phraseFault(phrases []string) error {
	for _, s := range phrases {
		for _, parts := range known.FindAllStringSubmatch(s, -1) {
			if !slices.Contains(sources, parts[2]) {
				return fmt.Errorf("%q: %w", s, unknown(parts[2], sources))
			}
		}
	}
	return nil
}
