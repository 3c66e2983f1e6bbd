package pdf

import (
	"context"
	"fmt"
	"math"
	"strconv"

	"yttra/app"
	"yttra/app/reading"
)

// maxSheets is how many pages a file may have, and maxGlyphs how many letters are read of
// it: what is longer is no motion, and is to be read in parts.
const (
	maxSheets = 500
	maxGlyphs = 1_000_000
)

// sheets reads every page of a file, and what is to be said of it. It fails with
// CodeFileLocked, CodeManyPages, CodeBrokenFile, CodeTooHungry and CodeNotPaper.
func sheets(ctx context.Context, data []byte) ([]Sheet, []app.Remark, error) {
	e := &theEngine
	e.mu.Lock()
	defer e.mu.Unlock()
	d, err := e.hold(ctx, Sum(data), data)
	if err != nil {
		return nil, nil, err
	}
	if d.pages > maxSheets {
		return nil, nil, &app.Problem{Code: app.CodeManyPages, Where: strconv.Itoa(maxSheets), Err: fmt.Errorf("it has %d", d.pages)}
	}
	d.remarks, d.active, d.attached = nil, nil, nil
	if err := d.look(data); err != nil {
		return nil, nil, err
	}
	out := make([]Sheet, 0, d.pages)
	letters := 0
	for i := range d.pages {
		if letters > maxGlyphs {
			d.remarks = append(d.remarks, app.Remark{Code: app.RemarkMorePages, N: i})
			break
		}
		var s Sheet
		if err := d.sheet(i, &s); err != nil {
			return nil, nil, err
		}
		letters += len(s.Glyphs)
		out = append(out, s)
	}
	return out, d.told(out), nil
}

// sheet reads a page. One that is damaged stays empty.
func (d *document) sheet(i int, out *Sheet) error {
	e := d.e
	page, v := d.open(i, out)
	if page == 0 {
		return e.fault(nil, "")
	}
	defer e.call(fnClosePage, page)
	over := d.objects(page, v, out)
	if text := e.call(fnLoadText, page); text != 0 {
		d.glyphs(text, v, out)
		e.call(fnCloseText, text)
	}
	out.fill()
	out.judge(over)
	return e.fault(nil, "")
}

// open opens a page with all that can be seen on it, also what a form was filled in
// with; 0 when it cannot be opened.
func (d *document) open(i int, out *Sheet) (page uint64, v view) {
	e := d.e
	page = e.call(fnLoadPage, d.doc, uint64(i))
	if page != 0 {
		v = e.view(page)
		out.Width, out.Height = v.width, v.height
		if d.annots(page, v, out) && e.count(fnFlatten, page, 0) == flattened {
			e.call(fnClosePage, page)
			page = e.call(fnLoadPage, d.doc, uint64(i))
		}
	}
	if page == 0 {
		out.Width, out.Height, out.broken = a4Width, a4Height, true
	}
	return page, v
}

// flattened is the answer of FPDFPage_Flatten when it has made what lies on a page a
// part of it.
const flattened = 1

// A page whose size nobody knows is A4.
const (
	a4Width  = 595
	a4Height = 842
)

// view is how a page is looked at: the part of it that is shown, and its turn.
type view struct {
	left, bottom, right, top float32 // what is shown, in the page's own measures
	turn                     int     // quarters, clockwise
	width, height            float32
}

func (e *engine) view(page uint64) view {
	e.call(fnPageBox, page, e.at(0)) // left, top, right, bottom: singles
	var box [4]float32
	e.singles(box[:])
	v := view{left: box[0], top: box[1], right: box[2], bottom: box[3], turn: e.count(fnRotation, page) & 3}
	v.width, v.height = v.right-v.left, v.top-v.bottom
	if v.turn%2 == 1 {
		v.width, v.height = v.height, v.width
	}
	return v
}

// point is where a point of the page is looked at.
func (v view) point(x, y float32) (float32, float32) {
	x, y = x-v.left, y-v.bottom
	switch v.turn {
	case 1:
		return y, x
	case 2:
		return v.right - v.left - x, y
	case 3:
		return v.top - v.bottom - y, v.right - v.left - x
	}
	return x, v.top - v.bottom - y
}

// box is where a rectangle of the page is looked at.
func (v view) box(left, bottom, right, top float32) reading.Box {
	x1, y1 := v.point(left, bottom)
	x2, y2 := v.point(right, top)
	return reading.Box{X: min(x1, x2), Y: min(y1, y2), W: abs(x2 - x1), H: abs(y2 - y1)}
}

// angle is how a line of the page leans as it is looked at, in degrees clockwise.
func (v view) angle(a, b float32) float32 {
	deg := -math.Atan2(float64(b), float64(a))*180/math.Pi + float64(v.turn)*90
	for deg > 180 {
		deg -= 360
	}
	for deg <= -180 {
		deg += 360
	}
	return float32(math.Round(deg*10) / 10)
}

func abs(v float32) float32 { return max(v, -v) }
