package parts

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/i18n"
)

// mostHits is how many places a search marks: more are of no use to anybody.
const mostHits = 5000

// Find marks every place where words stand, whether their letters are large or small
// and however they are broken into lines, and goes to the first one from where one is.
// It gives how many there are.
func (p *Original) Find(words string) int {
	p.sought, p.hits, p.hit = words, nil, -1
	if what := fold(words, nil); strings.TrimSpace(what) != "" {
		p.hits = p.folds().find(strings.Trim(what, " "))
	}
	if len(p.hits) > 0 {
		from := p.ground.within(p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height).Start
		p.hit = sort.Search(len(p.hits), func(i int) bool { return p.hits[i].Start >= from }) % len(p.hits)
		p.seek(p.hits[p.hit])
	}
	p.counted()
	p.view.update()
	return len(p.hits)
}

// Next goes to the next place that was found, and Prev to the one before; after the
// last comes the first.
func (p *Original) Next() { p.step(1) }
func (p *Original) Prev() { p.step(-1) }

func (p *Original) step(by int) {
	if n := len(p.hits); n > 0 {
		p.hit = (p.hit + by + n) % n
		p.seek(p.hits[p.hit])
		p.counted()
		p.view.update()
	}
}

func (p *Original) counted() {
	switch {
	case strings.TrimSpace(p.sought) == "":
		p.count.Set("", Muted)
	case len(p.hits) == 0:
		p.count.Set(p.o.Words.T("original.none"), Serious)
	default:
		p.count.Set(p.o.Words.T("part.of", i18n.Vars{"N": p.hit + 1, "Of": len(p.hits)}), Muted)
	}
}

// fieldKey are the keys of the search field.
func (p *Original) fieldKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if shifted() {
			p.Prev()
		} else {
			p.Next()
		}
	case fyne.KeyDown:
		p.Next()
	case fyne.KeyUp:
		p.Prev()
	default:
		return false
	}
	return true
}

// shifted tells whether Shift is held down.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// folded is a text as it is looked for, and where each of its bytes came from.
type folded struct {
	text string
	from []int32
}

func (p *Original) folds() folded {
	if p.text.from == nil {
		p.text.text = fold(p.o.Text.String, &p.text.from)
	}
	return p.text
}

// fold makes letters small, any room between words one space, and leaves out soft
// hyphens. from is told where each byte came from, and where the text ends.
func fold(s string, from *[]int32) string {
	var b strings.Builder
	b.Grow(len(s))
	room := false
	for i, r := range s {
		switch {
		case r == '\u00ad' || r == '\u200b':
			continue
		case unicode.IsSpace(r):
			if room {
				continue
			}
			r = ' '
		default:
			r = unicode.ToLower(r)
		}
		room = r == ' '
		n := b.Len()
		b.WriteRune(r)
		for ; from != nil && n < b.Len(); n++ {
			*from = append(*from, int32(i))
		}
	}
	if from != nil {
		*from = append(*from, int32(len(s)))
	}
	return b.String()
}

func (f folded) find(what string) []app.Span {
	var out []app.Span
	for at := 0; len(out) < mostHits; {
		i := strings.Index(f.text[at:], what)
		if i < 0 {
			break
		}
		at += i
		out = append(out, app.Span{Start: int(f.from[at]), End: int(f.from[at+len(what)])})
		at += len(what)
	}
	return out
}

// Places are where words stand in a text, whether their letters are large or small and
// however they are broken into lines; mostHits of them.
func Places(text, words string) []app.Span {
	what := strings.Trim(fold(words, nil), " ")
	if what == "" {
		return nil
	}
	var f folded
	f.text = fold(text, &f.from)
	return f.find(what)
}

// wordsAround widens a span to whole words.
func wordsAround(text string, s app.Span) app.Span {
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:s.Start])
		if unicode.IsSpace(r) {
			break
		}
		s.Start -= n
	}
	for s.End < len(text) {
		r, n := utf8.DecodeRuneInString(text[s.End:])
		if unicode.IsSpace(r) {
			break
		}
		s.End += n
	}
	return s
}

// trimmed takes the room at the ends of a span away.
func trimmed(text string, s app.Span) app.Span {
	in := text[s.Start:s.End]
	s.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	s.End = max(s.Start, s.End-(len(in)-len(strings.TrimRightFunc(in, unicode.IsSpace))))
	return s
}

// wordOn is where the word after a byte ends, wordBack where the one before begins.
func wordOn(text string, at int) int {
	for at < len(text) && isRoom(text, at) {
		at++
	}
	for at < len(text) && !isRoom(text, at) {
		at++
	}
	return at
}

func wordBack(text string, at int) int {
	for at > 0 && isRoom(text, at-1) {
		at--
	}
	for at > 0 && !isRoom(text, at-1) {
		at--
	}
	return at
}

func isRoom(text string, at int) bool {
	return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'
}
