package main

import (
	"fmt"
	"image/color"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yttra/app/desk"
	"yttra/screens/parts"
)

// walker is a hand at the keyboard, and an eye on the window.
type walker struct {
	house  *house
	win    fyne.Window
	place  string // what is being walked
	faults []string
	stops  int
	loud   bool
}

// fail notes what is wrong, and where.
func (w *walker) fail(format string, args ...any) {
	s := w.place + ": " + fmt.Sprintf(format, args...)
	if !slices.Contains(w.faults, s) {
		fmt.Println("  FAULT", s)
		w.faults = append(w.faults, s)
	}
}

// say tells what is walked now.
func (w *walker) say(place string) {
	w.place = place
	fmt.Println(place)
}

// key presses real keys, one after the other, and waits until they have had
// their effect.
func (w *walker) key(names ...string) {
	args := append([]string{"key", "--delay", "12"}, names...)
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		w.fail("xdotool %v: %v %s", names, err, out)
	}
	w.rest()
}

// write types letters.
func (w *walker) write(s string) {
	exec.Command("xdotool", "type", "--delay", "15", s).Run()
	w.rest()
}

// rest waits until what came from the keyboard has been taken and drawn.
func (w *walker) rest() {
	for range 2 {
		time.Sleep(12 * time.Millisecond)
		fyne.DoAndWait(func() {})
	}
}

// look looks at the window.
func (w *walker) look() (l look) {
	fyne.DoAndWait(func() { l = see(w.win) })
	return l
}

// state is what the desk says now.
func (w *walker) state() (s desk.State) {
	fyne.DoAndWait(func() { s = w.house.desk.State() })
	return s
}

// do does something on the window's thread.
func (w *walker) do(f func()) { fyne.DoAndWait(f) }

// until waits until something holds, and says so when it never does.
func (w *walker) until(what string, holds func() bool) bool {
	for range 60 {
		if holds() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.fail("%s; one reads: %.300s", what, w.look().words)
	return false
}

// shows waits until words can be read in front.
func (w *walker) shows(words string) bool {
	return w.until(fmt.Sprintf("”%s” is not shown", words), func() bool { return strings.Contains(w.look().words, words) })
}

// hides waits until words can no longer be read.
func (w *walker) hides(words string) bool {
	return w.until(fmt.Sprintf("”%s” is still shown", words), func() bool { return !strings.Contains(w.look().words, words) })
}

// on presses Tab until what has the focus has words in its name.
func (w *walker) on(words string) bool {
	for range 90 {
		if strings.Contains(w.look().name, words) {
			return true
		}
		w.key("Tab")
	}
	w.fail("Tab does not come to ”%s”", words)
	return false
}

// check looks at what has the focus: it is something, in front, in sight, and
// drawn so that one sees it.
func (w *walker) check(step string) look {
	l := w.look()
	w.stops++
	if w.loud {
		fmt.Printf("    %-10s %s  %s\n", step, l.name, l.at)
	}
	switch least := float32(120 * 400); {
	case l.focus == nil:
		w.fail("after %s nothing has the focus", step)
		return l
	case !l.in:
		w.fail("after %s the focus is behind what is in front, or gone: %s", step, l.name)
		return l
	case !strings.Contains(l.name, "draft.live") && l.seen.area() < min(least, l.at.area())*0.9: // of the text the caret is enough
		w.fail("after %s %s is out of sight: at %s, of that %s", step, l.name, l.at, l.seen)
	}
	if !strings.HasPrefix(step, "shift") { // the same part, seen before
		w.ringed(step, l)
	}
	return l
}

// ringed holds that a ring, or the caret, is drawn at what has the focus: in the
// tree, and on the screen.
func (w *walker) ringed(step string, l look) {
	beside := box{l.at.x - 6, l.at.y - 6, l.at.w + 12, l.at.h + 12}
	for range 12 { // a frame may be on its way
		pic, err := photograph()
		if err != nil {
			w.fail("%v", err)
			return
		}
		for _, r := range w.look().rings {
			if !r.at.and(beside).empty() && w.drawn(pic, r) {
				return
			}
		}
		time.Sleep(40 * time.Millisecond)
	}
	w.fail("after %s nothing shows the focus of %s at %s (rings in the tree: %v)", step, l.name, l.at, l.rings)
}

// near tells whether a channel is the accent's, or almost: edges are softened.
func near(got byte, want uint32) bool {
	return max(int(got), int(want>>8))-min(int(got), int(want>>8)) <= 64
}

// drawn tells whether the edges of a ring are in the accent on the screen.
func (w *walker) drawn(pic picture, ring ring) bool {
	red, green, blue, _ := color.RGBAModel.Convert(parts.Color(parts.Accent)).RGBA()
	scale := w.win.Canvas().Scale()
	accent := func(x, y float32) bool {
		for d := float32(-2); d <= 2; d++ {
			for _, p := range [][2]float32{{x + d, y}, {x, y + d}} {
				r, g, b := pic.at(int(p[0]*scale), int(p[1]*scale))
				if near(r, red) && near(g, green) && near(b, blue) {
					return true
				}
			}
		}
		return false
	}
	sides, r, s := 0, ring.at, ring.seen
	for _, p := range [][2]float32{{s.x + s.w/2, r.y + 1}, {s.x + s.w/2, r.y + r.h - 1}, {r.x + 1, s.y + s.h/2}, {r.x + r.w - 1, s.y + s.h/2}} {
		if accent(p[0], p[1]) {
			sides++
		}
	}
	return sides >= 2
}

// round walks Tab around until it is back where it began, and Shift+Tab the same
// way back. region gives, for a place, where in the order of the window it
// stands; nil: the order is not held.
func (w *walker) round(region func(look) int) {
	way := w.forth()
	if region != nil {
		w.ordered(way, region)
	}
	if len(way) > 1 {
		w.back(way)
	}
}

// forth walks Tab around and gives its stops.
func (w *walker) forth() []look {
	const most = 120
	way := []look{w.check("the start")}
	for len(way) <= most {
		l := w.past("Tab", way[len(way)-1])
		switch {
		case l.focus == nil:
			return nil
		case same(l, way[0]):
			return way
		case slices.ContainsFunc(way, func(o look) bool { return o.focus == l.focus }):
			w.fail("Tab goes in a ring that does not come back to %s: %s again after %d", way[0].name, l.name, len(way))
			return nil
		}
		way = append(way, l)
	}
	w.fail("Tab has not come round after %d", most)
	return nil
}

// same tells whether two looks are at the same part, drawn anew perhaps.
func same(a, b look) bool { return a.focus == b.focus || a.name == b.name && a.at == b.at }

// past presses a key until something else has the focus: in a grid it goes from
// cell to cell.
func (w *walker) past(key string, from look) look {
	for range 200 {
		w.key(key)
		l := w.look()
		if l.focus == nil || l.focus != from.focus {
			return w.check(key)
		}
		if len(l.rings) > 0 && len(from.rings) > 0 && l.rings[0] == from.rings[0] {
			w.fail("%s stays on %s", key, l.name)
			return look{}
		}
		from.rings = l.rings
	}
	w.fail("%s does not come out of %s", key, from.name)
	return look{}
}

// back walks Shift+Tab. From the text it goes up the page from the caret, so it
// may leave out what stands below; what it meets must come in the order of Tab.
func (w *walker) back(way []look) {
	at, met, added, last := len(way), 0, 0, way[0]
	for range len(way) + 2 {
		l := w.past("shift+Tab", last)
		last = l
		if same(l, way[0]) {
			if met < len(way)/2 {
				w.fail("Shift+Tab comes round after %d of %d", met+1, len(way))
			}
			return
		}
		n := slices.IndexFunc(way, func(o look) bool { return o.focus == l.focus })
		if n < 0 { // drawn anew meanwhile
			n = slices.IndexFunc(way, func(o look) bool { return o.name == l.name })
		}
		if n < 0 { // Tab from the outline goes to the caret and from the text to the open finding: past the paper's facts and the two filters
			if added++; added > 3 {
				w.fail("Shift+Tab comes to %s, where Tab has not been", l.name)
				return
			}
			continue
		}
		if n >= at {
			w.fail("Shift+Tab comes to %s, which is not before %s", l.name, way[min(at, len(way)-1)].name)
			return
		}
		at = n
		met++
	}
	w.fail("Shift+Tab does not come back to %s", way[0].name)
}

// ordered holds that the stops, from the first in the rail on, stand in the order
// of the window's parts.
func (w *walker) ordered(way []look, region func(look) int) {
	start := 0
	for i := range way {
		if region(way[i]) == 0 && region(way[(i+len(way)-1)%len(way)]) != 0 {
			start = i
		}
	}
	for i := 1; i < len(way); i++ {
		a, b := way[(start+i-1)%len(way)], way[(start+i)%len(way)]
		if region(b) < region(a) {
			w.fail("%s (%s) comes before %s (%s)", a.name, a.at, b.name, b.at)
		}
	}
}

// pulse is drawn in every frame and counts them: what is drawn is asked whether it
// can be seen.
type pulse struct {
	widget.BaseWidget
	asked atomic.Int64
}

func (p *pulse) Visible() bool { p.asked.Add(1); return true }
func (p *pulse) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// still holds that the window is not drawn while nobody touches it.
func (w *walker) still() {
	p := &pulse{}
	var frame *fyne.Container
	w.do(func() {
		p.ExtendBaseWidget(p)
		frame, _ = w.win.Content().(*fyne.Container)
		if frame != nil {
			frame.Objects = append(frame.Objects, p)
		}
	})
	if frame == nil {
		w.fail("the window's content is not a container")
		return
	}
	w.do(func() { w.win.Canvas().Refresh(p) })
	time.Sleep(400 * time.Millisecond) // what was under way
	if p.asked.Load() == 0 {
		w.fail("no frame was counted")
	}
	p.asked.Store(0)
	time.Sleep(1500 * time.Millisecond)
	if n := p.asked.Load(); n > 18 {
		w.fail("the window is drawn at rest: asked %d times in 1.5 s", n)
	}
	w.do(func() {
		frame.Objects = slices.DeleteFunc(frame.Objects, func(o fyne.CanvasObject) bool { return o == p })
	})
}
