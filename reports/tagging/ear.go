package tagging

import (
	"errors"
	"fmt"
	"strings"
)

// heard is what a page's content says, as a program hears it that knows the
// marks and the fonts and does not look at the ink.
type heard struct {
	marks     map[int]string         // MCID → its text; present although it may say nothing
	artifacts []string               // the texts that are not to be read aloud
	stray     []string               // operators that paint outside every mark
	codes     map[*dict]map[int]bool // font → the codes shown in it
	broken    []string               // marks that do not pair
	shown     strings.Builder        // all texts, as they are drawn
}

// listener hears one page.
type listener struct {
	heard
	fonts   map[name]*dict // of the page, by resource name
	unicode map[*dict]map[int]string
	font    *dict
	open    []int  // MCIDs of the open marks; -1: an artifact
	seam    string // put before every piece that is drawn
}

// listen hears a page. unicode remembers the fonts' maps from page to page; seam is
// put before every piece of text.
func (f *file) listen(page ref, unicode map[*dict]map[int]string, seam string) (*heard, error) {
	d := f.dict(page)
	s := f.stream(d.get("Contents"))
	if s == nil {
		return nil, errors.New("the page has no contents")
	}
	content, err := s.plain()
	if err != nil {
		return nil, err
	}
	l := &listener{fonts: map[name]*dict{}, unicode: unicode, seam: seam}
	l.marks, l.codes = map[int]string{}, map[*dict]map[int]bool{}
	if fonts := f.dict(f.dict(d.get("Resources")).get("Font")); fonts != nil {
		for _, e := range fonts.entries {
			l.fonts[e.key] = f.dict(e.value)
			if err := f.learn(l.fonts[e.key], unicode); err != nil {
				return nil, fmt.Errorf("font %s: %w", e.key, err)
			}
		}
	}
	if err := scan(content, l.hear); err != nil {
		return nil, err
	}
	if len(l.open) > 0 {
		l.broken = append(l.broken, "a mark is never closed")
	}
	return &l.heard, nil
}

// paints lists the operators that leave ink on the page, but for text.
const paints = " S s f F f* B B* b b* sh Do "

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
	case "Tf":
		if len(o.args) == 2 {
			n, _ := o.args[0].(name)
			l.font = l.fonts[n]
		}
	case "Tj", "'", "\"", "TJ":
		l.show(o)
	default:
		if strings.Contains(paints, " "+o.op+" ") && len(l.open) == 0 {
			l.stray = append(l.stray, o.op)
		}
	}
	return nil
}

func (l *listener) enter(o operation) {
	mcid := o.mcid()
	if mcid >= 0 {
		if _, twice := l.marks[mcid]; twice {
			l.broken = append(l.broken, fmt.Sprintf("mark %d stands twice", mcid))
		}
		l.marks[mcid] += ""
	} else if len(o.args) == 0 || o.args[0] != name("Artifact") {
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
	l.shown.WriteString(s.String())
	switch {
	case len(l.open) == 0:
		l.stray = append(l.stray, o.op+" "+s.String())
	case l.open[len(l.open)-1] < 0:
		l.artifacts = append(l.artifacts, s.String())
	default:
		l.marks[l.open[len(l.open)-1]] += s.String()
	}
}

// spell turns two-byte codes into text; a code that the font's map lacks is
// U+FFFD.
func (l *listener) spell(s *strings.Builder, codes []byte) {
	used := l.codes[l.font]
	if used == nil {
		used = map[int]bool{}
		l.codes[l.font] = used
	}
	for i := 0; i+1 < len(codes); i += 2 {
		code := int(codes[i])<<8 | int(codes[i+1])
		used[code] = true
		if t, ok := l.unicode[l.font][code]; ok {
			s.WriteString(t)
		} else {
			s.WriteRune('\uFFFD')
		}
	}
}

// learn reads a font's ToUnicode map, once.
func (f *file) learn(font *dict, unicode map[*dict]map[int]string) error {
	if font == nil || unicode[font] != nil {
		return nil
	}
	unicode[font] = map[int]string{}
	s := f.stream(font.get("ToUnicode"))
	if s == nil {
		return nil
	}
	b, err := s.plain()
	if err != nil {
		return err
	}
	return scan(b, func(o operation) error {
		switch o.op {
		case "endbfchar":
			return learnRanges(unicode[font], o.args, 2)
		case "endbfrange":
			return learnRanges(unicode[font], o.args, 3)
		}
		return nil
	})
}

// learnRanges reads groups of first code, last code (in threes only) and text.
// A range that leaves its low byte is an error, as to validators.
func learnRanges(m map[int]string, args []any, group int) error {
	for ; len(args) >= group; args = args[group:] {
		first, ok1 := bytesOf(args[0])
		last, ok2 := bytesOf(args[group-2])
		to, ok3 := textOf(utf16BE(args[group-1]))
		if !ok1 || !ok2 || !ok3 || len(first) != 2 || len(last) != 2 || first[0] != last[0] || to == "" {
			return errors.New("a ToUnicode map that is not ours")
		}
		runes := []rune(to)
		for c := int(first[1]); c <= int(last[1]); c++ {
			m[int(first[0])<<8|c] = string(runes)
			runes[len(runes)-1]++
		}
	}
	return nil
}

// utf16BE gives a string of a ToUnicode map the byte order mark that text
// strings have.
func utf16BE(v any) any {
	b, ok := bytesOf(v)
	if !ok {
		return nil
	}
	return raw(fmt.Sprintf("<FEFF%X>", b))
}
