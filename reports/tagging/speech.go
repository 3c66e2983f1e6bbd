package tagging

import (
	"fmt"
	"strings"
)

// Outline is the structure tree as text, one element on a line, inline elements
// in brackets where they are read:
//
//	Document
//	  H1 Yttrande över motion
//	  P Nämnden har läst [Link protokollet → https://exempel.se] och tillstyrker.
func (s *Summary) Outline() string {
	if s.Root == nil {
		return ""
	}
	var b strings.Builder
	s.Root.write(&b, 0)
	return b.String()
}

// Text is all that is read aloud in the element, soft hyphens taken away as
// reading programs take them.
func (t *Tag) Text() string {
	var b strings.Builder
	t.speak(&b)
	return strings.ReplaceAll(b.String(), "\u00ad", "")
}

func (t *Tag) speak(b *strings.Builder) {
	b.WriteString(t.Said)
	for _, k := range t.Kids {
		k.speak(b)
	}
}

// Find lists the elements with the role, in reading order.
func (t *Tag) Find(role string) []*Tag {
	if t == nil {
		return nil
	}
	var found []*Tag
	if t.Role == role {
		found = append(found, t)
	}
	for _, k := range t.Kids {
		found = append(found, k.Find(role)...)
	}
	return found
}

// inline lists the roles that stand within a line (ISO 32000-1, 14.8.4.4).
var inline = map[string]bool{"": true, "Link": true, "Reference": true, "Span": true, "Quote": true}

func (t *Tag) write(b *strings.Builder, depth int) {
	b.WriteString(strings.Repeat("  ", depth) + t.label())
	if t.flat() {
		if s := strings.TrimSpace(t.line()); s != "" {
			b.WriteString(" " + s)
		}
		b.WriteByte('\n')
		return
	}
	b.WriteByte('\n')
	for _, k := range t.Kids {
		k.write(b, depth+1)
	}
}

// flat tells whether the element fits on one line: nothing but text within.
func (t *Tag) flat() bool {
	for _, k := range t.Kids {
		if !inline[k.Role] || !k.flat() {
			return false
		}
	}
	return true
}

// line is the text of a flat element with its inline elements in brackets.
func (t *Tag) line() string {
	if t.Role == "" {
		return strings.ReplaceAll(t.Said, "\u00ad", "")
	}
	var b strings.Builder
	for _, k := range t.Kids {
		if k.Role == "" {
			b.WriteString(k.line())
			continue
		}
		line := k.line()
		said := strings.TrimRight(line, " ")
		b.WriteString("[" + k.label() + " " + said + k.goes() + "]" + line[len(said):])
	}
	return b.String()
}

// goes is where the links of an element lead.
func (t *Tag) goes() string {
	s := ""
	for _, l := range t.Leads {
		if l.URL != "" {
			s += " → " + l.URL
		} else {
			s += fmt.Sprintf(" → page %d", l.Page)
		}
	}
	return s
}

// label is the role with what it says about itself.
func (t *Tag) label() string {
	s := t.Role
	for _, w := range []string{t.Scope, t.List} {
		if w != "" {
			s += " " + w
		}
	}
	if t.ID != "" {
		s += " #" + t.ID
	}
	if about := t.Alt + t.Summary; about != "" {
		s += " (" + about + ")"
	}
	return s
}
