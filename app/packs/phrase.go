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
var sources = []string{"body", "date", "document", "movers", "received", "title"}

// Phrase is a standard phrase with what the matter and the document know filled
// in; what they do not know stays as a [field].
func (p *Packs) Phrase(phrase string, m *app.Matter, d *app.Document) string {
	return known.ReplaceAllStringFunc(phrase, func(field string) string {
		parts := known.FindStringSubmatch(field)
		if text := p.lookUp(parts[2], m, d); text != "" {
			first, _ := utf8.DecodeRuneInString(parts[1])
			if parts[2] == "body" && !unicode.IsUpper(first) {
				text = lowerFirst(text)
			}
			return text
		}
		return "[" + parts[1] + "]"
	})
}

func (p *Packs) lookUp(source string, m *app.Matter, d *app.Document) string {
	switch source {
	case "body":
		return d.Body
	case "date":
		return string(d.Date)
	case "document":
		return p.Title(m, d)
	case "movers":
		return p.movers(m.Movers)
	case "received":
		return string(m.Received)
	}
	return m.Title
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
