package tagging

import (
	"errors"
	"fmt"
	"strings"
)

// heard is what a page's content says, as a program hears it that knows the
// marks and the fonts and does not look at the ink.
type heard struct {
	marks     map[int]string     // MCID → its text; present although it may say nothing
	artifacts []string           // the texts that are not to be read aloud
	stray     []string           // operators that paint outside every mark
	codes     map[*dict]*codeSet // font → the codes shown in it
	broken    []string           // marks that do not pair
	shown     strings.Builder    // all texts, as they are drawn, when there is a seam between
	colours   map[string]bool    // operators that set a colour of the printer's: k, K
}

// listener hears one page.
type listener struct {
	heard
	file      *file
	alphabets alphabets
	resources *dict
	forms     int // how deep in forms that are drawn
	font      *dict
	saved     []*dict // the fonts of the saved graphics states
	open      []int   // MCIDs of the open marks; artifact, or span for one that takes its place in that around it
	seam      string  // put before every piece that is drawn
}

// Marks that are not in the tree.
const (
	artifact = -1
	span     = -2
)

// listen hears a page. The alphabets remember the fonts from page to page; seam is
// put before every piece of text.
func (f *file) listen(page ref, known alphabets, seam string) (*heard, error) {
	content, err := f.content(page)
	if err != nil {
		return nil, err
	}
	l := &listener{file: f, alphabets: known, resources: f.dict(f.inherited(page, "Resources")), seam: seam}
	l.marks, l.codes, l.colours = map[int]string{}, map[*dict]*codeSet{}, map[string]bool{}
	if err := scan(content, l.hear); err != nil {
		return nil, err
	}
	if len(l.open) > 0 {
		l.broken = append(l.broken, "a mark is never closed")
	}
	return &l.heard, nil
}

// paints lists the operators that leave ink on the page, but for text.
const paints = " S s f F f* B B* b b* sh BI "

func (l *listener) hear(o operation) error {
	switch o.op {
	case "BMC", "BDC":
		l.enter(o)
	case "EMC":
		if len(l.open) == 0 {
			l.broken = append(l.broken, "a mark is closed that was not open")
			return nil
		}
		l.open = l.open[:len(l.open)-1]
	case "q":
		l.saved = append(l.saved, l.font)
	case "Q":
		if n := len(l.saved); n > 0 {
			l.font, l.saved = l.saved[n-1], l.saved[:n-1]
		}
	case "Tf":
		if len(o.args) == 2 {
			l.font = l.resource("Font", o.args[0])
			return l.file.learn(l.font, l.alphabets)
		}
	case "Tj", "'", "\"", "TJ":
		l.show(o)
	case "Do":
		return l.draw(o)
	case "k", "K":
		l.colours[o.op] = true
	default:
		if strings.Contains(paints, " "+o.op+" ") && len(l.open) == 0 {
			l.stray = append(l.stray, o.op)
		}
	}
	return nil
}

// resource finds a named resource of the page, or of the form that is drawn.
func (l *listener) resource(kind name, key any) *dict {
	n, _ := key.(name)
	return l.file.dict(l.file.dict(l.resources.get(kind)).get(n))
}

// draw hears a form: what it says belongs to the mark that is open.
func (l *listener) draw(o operation) error {
	if len(l.open) == 0 {
		l.stray = append(l.stray, o.op)
	}
	if len(o.args) != 1 || l.forms > 8 {
		return errors.New("a form without a name, or too deep in others")
	}
	n, _ := o.args[0].(name)
	s := l.file.stream(l.file.dict(l.resources.get("XObject")).get(n))
	if s == nil {
		return fmt.Errorf("nothing is called %s", n)
	}
	if s.dict.get("Subtype") != name("Form") {
		return nil
	}
	content, err := s.plain()
	if err != nil {
		return err
	}
	around, font := l.resources, l.font
	if own := l.file.dict(s.dict.get("Resources")); own != nil {
		l.resources = own
	}
	l.forms++
	err = scan(content, l.hear)
	l.forms--
	l.resources, l.font = around, font
	return err
}

func (l *listener) enter(o operation) {
	mcid := o.mcid()
	if mcid < 0 && len(o.args) == 2 {
		if d := l.resource("Properties", o.args[1]); d != nil {
			mcid = operation{args: []any{nil, d}}.mcid()
		}
	}
	switch {
	case mcid >= 0 && l.forms > 0:
		l.broken = append(l.broken, "a mark inside a form")
	case mcid >= 0:
		if _, twice := l.marks[mcid]; twice {
			l.broken = append(l.broken, fmt.Sprintf("mark %d stands twice", mcid))
		}
		l.marks[mcid] += ""
	case len(o.args) > 0 && o.args[0] == name("Artifact"):
		mcid = artifact
	case len(l.open) > 0:
		mcid = span
	default:
		mcid = artifact
		l.broken = append(l.broken, "a mark that is neither an artifact nor in the tree")
	}
	l.open = append(l.open, mcid)
}

func (l *listener) show(o operation) {
	var s strings.Builder
	s.WriteString(l.seam)
	for _, a := range o.args {
		parts, ok := a.(array)
		if !ok {
			parts = array{a}
		}
		for _, p := range parts {
			if codes, ok := bytesOf(p); ok {
				l.spell(&s, codes)
			}
		}
	}
	if l.seam != "" {
		l.shown.WriteString(s.String())
	}
	at := len(l.open) - 1
	for at > 0 && l.open[at] == span {
		at--
	}
	switch {
	case at < 0:
		l.stray = append(l.stray, o.op+" "+s.String())
	case l.open[at] < 0:
		l.artifacts = append(l.artifacts, s.String())
	default:
		l.marks[l.open[at]] += s.String()
	}
}

// spell turns codes into text; a code that the font has no meaning for is U+FFFD.
func (l *listener) spell(s *strings.Builder, codes []byte) {
	used := l.codes[l.font]
	if used == nil {
		used = &codeSet{}
		l.codes[l.font] = used
	}
	abc := l.alphabets[l.font]
	for i := 0; i+abc.width() <= len(codes); i += abc.width() {
		code := int(codes[i])
		if abc.width() == 2 {
			code = code<<8 | int(codes[i+1])
		}
		used.add(code)
		if t, ok := abc.letter(code); ok {
			s.WriteString(t)
		} else {
			s.WriteRune('\uFFFD')
		}
	}
}
