package parts

import "fyne.io/fyne/v2"

// ButtonKind is how much a button asks for: one Primary in each region.
type ButtonKind int

const (
	Plain ButtonKind = iota
	Primary
	Quiet // accent text only
)

// ButtonOptions make a button.
type ButtonOptions struct {
	Text     string
	Icon     string // may be empty
	Kind     ButtonKind
	Tap      func()
	Disabled bool
	Why      string // why it is disabled, said beside it; may be empty
}

// ringGap is the room between a button and its focus ring.
const ringGap = 3

// NewButton makes a button, 31 px tall.
func NewButton(o ButtonOptions) *Press {
	return NewPress(PressOptions{Tap: o.Tap, Gap: ringGap, Disabled: o.Disabled,
		Draw: func(t Touch) fyne.CanvasObject {
			if t.Disabled && o.Why != "" {
				return Row(10, drawButton(o, t), Hint(o.Why))
			}
			return drawButton(o, t)
		}})
}

func drawButton(o ButtonOptions, t Touch) fyne.CanvasObject {
	ink, ground, border := Ink, t.Ground(Page), Edge
	side := float32(12)
	switch {
	case t.Disabled:
		ink, ground, border = Muted, Clear, Line
		if o.Kind == Quiet {
			border, side = Clear, 6
		}
	case o.Kind == Primary:
		ink, ground, border = OnAccent, Accent, Accent
		switch { // the accent stays under the pointer: a darker edge shows it
		case t.Pressed:
			ground, border = Ink, Ink
		case t.Hovered:
			border = Ink
		}
	case o.Kind == Quiet:
		ink, ground, border = Accent, t.Calm(Clear), Clear
		side = 6
	}
	behind := ground
	if behind == Clear {
		behind = Page
	}
	var objects []fyne.CanvasObject
	if o.Icon != "" {
		objects = append(objects, Icon(o.Icon, 18, ink, behind))
	}
	if o.Text != "" {
		objects = append(objects, Text(o.Text, TextControl, ink, Bold))
	}
	return Fixed(0, 31, Box(ground, border, 4, Pad(0, side, 1, side, Centre(Row(6, objects...)))))
}

// NewLink is a quiet button that is only its words, as tall as the text: rows
// and cards end in it.
func NewLink(text string, tap func()) *Press {
	return NewPress(PressOptions{Tap: tap, Gap: 2, Draw: func(t Touch) fyne.CanvasObject {
		return Box(t.Calm(Clear), Clear, 3, Pad(1, 4, 2, 4, Text(text, TextSecond, Accent, Bold)))
	}})
}

// Tag is a small framed word: Utkast.
func Tag(s string, c Token) fyne.CanvasObject {
	return Box(Clear, c, 3, Pad(1, 7, 2, 7, Text(s, TextHint, c, Bold)))
}

// Hint is a muted line beside something: a key, a reason.
func Hint(s string) fyne.CanvasObject { return Text(s, TextHint, Muted, Regular) }
