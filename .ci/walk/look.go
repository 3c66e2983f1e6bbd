package main

import (
	"fmt"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// box is a place in the window.
type box struct{ x, y, w, h float32 }

func (b box) and(o box) box {
	x, y := max(b.x, o.x), max(b.y, o.y)
	return box{x, y, max(0, min(b.x+b.w, o.x+o.w)-x), max(0, min(b.y+b.h, o.y+o.h)-y)}
}
func (b box) empty() bool   { return b.w <= 0 || b.h <= 0 }
func (b box) area() float32 { return b.w * b.h }
func (b box) String() string {
	return fmt.Sprintf("%.0f,%.0f %.0f×%.0f", b.x, b.y, b.w, b.h)
}

// ring is where a ring is, and what of that is in sight.
type ring struct{ at, seen box }

// look is what a person sees of the window just now.
type look struct {
	focus   fyne.Focusable
	name    string // of what has the focus: its type and words
	at      box    // where it stands
	seen    box    // what of that is in sight
	in      bool   // it stands in what is in front: the window, or the dialog over it
	rings   []ring // what shows the focus: the rings, and the caret of the text
	overlay bool
	words   string // everything that can be read in front
	size    fyne.Size
}

// see looks at the window; on the window's thread.
func see(win fyne.Window) look {
	c := win.Canvas()
	l := look{focus: c.Focused(), size: c.Size()}
	root := c.Content()
	if top := c.Overlays().Top(); top != nil {
		root, l.overlay = top, true
	}
	var words []string
	walkTree(root, func(o fyne.CanvasObject, at, clip box) {
		switch k := o.(type) {
		case *canvas.Text:
			if k.Text != "" && !at.and(clip).empty() {
				words = append(words, k.Text)
			}
		case *canvas.Rectangle:
			accent := parts.Color(parts.Accent)
			frame := k.StrokeWidth == 2 && k.StrokeColor == accent
			caret := k.FillColor == accent && at.w == 2 && at.h > 10
			if seen := at.and(clip); (frame || caret) && !seen.empty() && seen.area() >= 0.3*at.area() {
				l.rings = append(l.rings, ring{at, seen})
			}
		}
		if f, ok := o.(fyne.Focusable); ok && f == l.focus {
			l.in, l.at, l.seen = true, at, at.and(clip)
		}
	})
	l.words = strings.Join(words, " | ")
	l.name = nameOf(l.focus)
	return l
}

// nameOf is a part's type and its words.
func nameOf(f fyne.Focusable) string {
	if f == nil {
		return "nothing"
	}
	var words []string
	walkTree(f.(fyne.CanvasObject), func(o fyne.CanvasObject, _, _ box) {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" && len(words) < 16 {
			words = append(words, t.Text)
		}
	})
	name := reflect.TypeOf(f).String() + " ”" + strings.Join(words, " ") + "”"
	if r := []rune(name); len(r) > 150 {
		name = string(r[:150]) + "…"
	}
	return name
}

// walkTree goes through everything visible in an object, with its place in the
// window and what of the window it can be seen in.
func walkTree(root fyne.CanvasObject, visit func(o fyne.CanvasObject, at, clip box)) {
	if root == nil {
		return
	}
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(root)
	var walk func(o fyne.CanvasObject, at fyne.Position, clip box)
	walk = func(o fyne.CanvasObject, at fyne.Position, clip box) {
		if o == nil || !o.Visible() {
			return
		}
		b := box{at.X, at.Y, o.Size().Width, o.Size().Height}
		visit(o, b, clip)
		if _, ok := o.(*container.Scroll); ok {
			clip = clip.and(b)
		}
		var inner []fyne.CanvasObject
		switch o := o.(type) {
		case *fyne.Container:
			inner = o.Objects
		case fyne.Widget:
			inner = test.WidgetRenderer(o).Objects()
		}
		for _, k := range inner {
			walk(k, at.Add(k.Position()), clip)
		}
	}
	whole := box{0, 0, 100000, 100000}
	if c := fyne.CurrentApp().Driver().CanvasForObject(root); c != nil {
		whole = box{0, 0, c.Size().Width, c.Size().Height}
	}
	walk(root, p, whole)
}
