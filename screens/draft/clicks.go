package draft

import (
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"yttra/app"
)

// clicks counts clicks in one place in quick succession.
type clicks struct {
	at   fyne.Position
	when time.Time
	n    int
}

const (
	clickPause = 450 * time.Millisecond
	clickNear  = 5
)

// count is the number of a click: 1, 2 or 3, and then 1 again.
func (c *clicks) count(at fyne.Position, now time.Time) int {
	d := at.Subtract(c.at)
	again := now.Sub(c.when) <= clickPause && max(d.X, -d.X) <= clickNear && max(d.Y, -d.Y) <= clickNear
	if !again || c.n == 3 {
		c.n = 0
	}
	c.n++
	c.at, c.when = at, now
	return c.n
}

// choosePart selects a span of the live text.
func (p *page) choosePart(s app.Span) {
	_, b, ok := p.liveBox()
	if !ok || s.Empty() {
		return
	}
	p.live.quiet = true
	p.live.choose(s, b.rows)
	p.live.quiet = false
	p.moved()
}

// wordNear is the word around an offset, or the one that ends there; between
// words, what stands there.
func wordNear(text string, at int) app.Span {
	s := wordAt(text, at)
	if s.Empty() && at < len(text) {
		_, n := utf8.DecodeRuneInString(text[at:])
		s.End = at + n
	}
	return s
}
