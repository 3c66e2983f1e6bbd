package assess

import "fyne.io/fyne/v2"

const (
	cardsWidth = 280
	cardHeight = 76
	sideWidth  = 380
	sideNarrow = 330
	leastPanel = 220  // of the screening, which scrolls when there is no room for all
	mostPanel  = 0.7  // of the screen's height
	leastWide  = 1080 // of the screen, for the picture to stand beside the steps
)

// frame lays the steps and the picture over the list, and the chosen criterion
// beside both; in a narrow window the steps need the whole width.
type frame struct{ v *view }

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 300) }

func (f frame) Layout(o []fyne.CanvasObject, s fyne.Size) {
	top, list, line, side := o[0], o[1], o[2], o[3]
	if narrow := s.Width < leastWide; narrow != f.v.narrow {
		f.v.narrow = narrow
		f.v.fold.press.Refresh()
		f.v.weigh.shut.Hidden = narrow // the line above it folds it there
		for _, c := range f.v.cards {
			c.Refresh()
		}
	}
	beside := float32(sideWidth)
	if f.v.narrow {
		beside = sideNarrow
	}
	f.v.height = s.Height
	rest := s.Width - beside - 1
	width, below := rest, float32(0)
	if f.v.narrow {
		width = s.Width
	}
	top.Resize(fyne.NewSize(width, top.MinSize().Height)) // what wraps must know its width before its height
	high := float32(int(top.MinSize().Height + 0.5))
	put(top, 0, 0, width, high)
	put(list, 0, high, rest, s.Height-high)
	if f.v.narrow {
		below = high
	}
	put(line, rest, below, 1, s.Height-below)
	put(side, rest+1, below, beside, s.Height-below)
}

// stepsLayout sets the three cards in a column with the picture beside them, as
// long as there is room; else the cards side by side and the picture folded under
// them. The screening, when it is open, stands in the place of all.
type stepsLayout struct {
	v     *view
	width float32 // of the last layout: the height follows from it
}

func (l *stepsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(400, l.run(o, max(l.width, 600)))
}

func (l *stepsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	l.run(o, s.Width)
}

func (l *stepsLayout) run(o []fyne.CanvasObject, width float32) float32 {
	cards, line, fold, weigh, panel := o[:3], o[3], o[4], o[5], o[6]
	set := func(k fyne.CanvasObject, x, y, w float32) float32 {
		if k.Size().Width != w {
			k.Resize(fyne.NewSize(w, k.MinSize().Height))
		}
		h := float32(int(k.MinSize().Height + 0.5))
		put(k, x, y, w, h)
		return y + h
	}
	var y float32
	for _, k := range o[:6] { // the screening stands in their place
		if panel.Visible() {
			k.Hide()
		} else {
			k.Show()
		}
	}
	if panel.Visible() {
		high := min(l.v.screening.natural(width), max(leastPanel, l.v.height*mostPanel))
		put(panel, 0, 0, width, high)
		return high
	}
	if !l.v.fold.folded() {
		y = 14
		for _, c := range cards {
			put(c, 20, y, cardsWidth, cardHeight)
			y += cardHeight + 8
		}
		y = set(line, 20, y, cardsWidth)
		weigh.Show()
		fold.Hide()
		y = max(y, set(weigh, 20+cardsWidth+14, 12, width-cardsWidth-20-14-16))
	} else {
		each := (width - 36 - 20) / 3
		for i, c := range cards {
			put(c, 20+float32(i)*(each+10), 12, each, cardHeight)
		}
		y = set(line, 20, 12+cardHeight+6, width-36)
		fold.Show()
		weigh.(*fyne.Container).Hidden = !l.v.fold.shows()
		y = set(fold, 20, y, width-36)
		if weigh.Visible() {
			y = set(weigh, 20, y+2, width-36)
		}
	}
	return y + 8
}

// chipsLayout shows the chips when there is room for them, else the dropdown; and
// the hint after them when there is room for that.
type chipsLayout struct{}

func (chipsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width, 29)
}

func (chipsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	pick, other := o[0], o[1]
	if pick.MinSize().Width > s.Width {
		pick, other = other, pick
	}
	other.Hide()
	pick.Show()
	m, hint := pick.MinSize(), o[2].MinSize()
	put(pick, 0, (s.Height-m.Height)/2, m.Width, m.Height)
	if m.Width+hint.Width+12 > s.Width {
		o[2].Hide()
		return
	}
	o[2].Show()
	put(o[2], s.Width-hint.Width, (s.Height-hint.Height)/2, hint.Width, hint.Height)
}
