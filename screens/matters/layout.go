package matters

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// Widths of the columns of a row, and of the panel beside the list.
const (
	marginLeft  = 20
	marginRight = 16
	tallyWidth  = 108
	stageWidth  = 206
	timeWidth   = 136
	sideWidth   = 332
	searchWidth = 340
	wideFrom    = 1096 // from here on the panel stands beside the list; below, it is a strip
	leastStages = 680  // of the list, before the column with stages gives way
)

// places are the left edges of title, findings, stage and time in a row of a
// width; stages says whether there is room for that column.
func places(width float32) (title, tally, stage, time float32, stages bool) {
	time = width - marginRight - timeWidth
	stage, stages = time, width >= leastStages
	if stages {
		stage -= stageWidth
	}
	return marginLeft, stage - tallyWidth, stage, time, stages
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(float32(int(x)), float32(int(y))))
	o.Resize(fyne.NewSize(max(0, w), max(0, h)))
}

// headLayout sets the words over the columns.
type headLayout struct{}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 28) }

func (headLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	title, tally, stage, time, stages := places(s.Width)
	o[2].Hide()
	if stages {
		o[2].Show()
	}
	for i, x := range []struct{ from, to float32 }{{title, tally}, {tally, stage}, {stage, time}, {time, s.Width}} {
		put(o[i], x.from, 0, x.to-x.from-4, s.Height)
	}
}

// besideLayout lays out list, line, panel and strip: the panel beside the list when
// there is room, else the strip under it; neither when there is nothing to tell of.
type besideLayout struct{ bare bool }

func (l *besideLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *besideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	list, line, panel, strip := o[0], o[1], o[2], o[3]
	wide := s.Width >= wideFrom
	show(line, wide && !l.bare)
	show(panel, wide && !l.bare)
	show(strip, !wide && !l.bare)
	w, h := s.Width, s.Height
	switch {
	case l.bare:
	case wide:
		w -= sideWidth + 1
		put(line, w, 0, 1, h)
		put(panel, w+1, 0, sideWidth, h)
	default:
		high := strip.MinSize().Height
		h -= high
		put(strip, 0, h, w, high)
	}
	put(list, 0, 0, w, h)
}

func show(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// filterLayout lays out chips and order; where the chips have no room a dropdown
// takes their place.
type filterLayout struct{}

func (filterLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[1].MinSize().Width+8+o[2].MinSize().Width, 34)
}

func (filterLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	chips, drop, order := o[0], o[1], o[2]
	m := order.MinSize()
	put(order, s.Width-m.Width, (s.Height-m.Height)/2, m.Width, m.Height)
	room := s.Width - m.Width - 8
	m = chips.MinSize()
	show(chips, m.Width <= room)
	show(drop, m.Width > room)
	put(chips, 0, (s.Height-m.Height)/2, m.Width, m.Height)
	m = drop.MinSize()
	put(drop, 0, (s.Height-m.Height)/2, m.Width, m.Height)
}

// searchLayout gives the search its width, the button that narrows the list its place
// beside it, and the key after that when there is room.
type searchLayout struct{}

func (searchLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120+8+o[2].MinSize().Width, 34)
}

func (searchLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	key, filter := o[1].MinSize(), o[2].MinSize()
	w := min(searchWidth, s.Width-8-filter.Width)
	show(o[1], s.Width >= w+8+filter.Width+12+key.Width)
	put(o[0], 0, (s.Height-34)/2, w, 34)
	put(o[2], w+8, (s.Height-filter.Height)/2, filter.Width, filter.Height)
	put(o[1], w+8+filter.Width+12, (s.Height-key.Height)/2, key.Width, key.Height)
}

// filled lays something on the panel's ground.
func filled(o fyne.CanvasObject) fyne.CanvasObject { return parts.Fill(parts.Panel, o) }
