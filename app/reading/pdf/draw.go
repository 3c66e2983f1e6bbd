package pdf

import (
	"context"
	"crypto/sha256"
	"errors"
	"image"
	"math"
	"strconv"

	"yttra/app"
)

// maxPixels is how many a picture of a page may have: A4 at 400 dots an inch.
const maxPixels = 16 << 20

// ErrNotHeld says that PDFium no longer holds the file of a sum: give it again.
var ErrNotHeld = errors.New("the file is not open")

// Sum tells one file from another.
func Sum(data []byte) [sha256.Size]byte { return sha256.Sum256(data) }

// Page draws a page, from 0, of a file as a picture that is width pixels wide, or less
// when it would have more pixels than a picture may. The file that was opened last
// stays open: for the next page, sum is enough, and data may be nil (ErrNotHeld when
// another has been opened since). It fails as Read does, and with CodeNoFile when the
// file has no such page.
func Page(ctx context.Context, sum [sha256.Size]byte, data []byte, page, width int) (*image.RGBA, error) {
	e := &theEngine
	e.mu.Lock()
	defer e.mu.Unlock()
	d, err := e.hold(ctx, sum, data)
	if err != nil {
		return nil, err
	}
	if page < 0 || page >= d.pages {
		return nil, &app.Problem{Code: app.CodeNoFile, Where: strconv.Itoa(page + 1)}
	}
	return d.draw(page, width)
}

// hold opens a file, unless it is the one that is open.
func (e *engine) hold(ctx context.Context, sum [sha256.Size]byte, data []byte) (*document, error) {
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	if e.last != nil && e.last.sum == sum && e.err == nil {
		e.ctx = ctx
		return e.last, nil
	}
	if data == nil {
		return nil, ErrNotHeld
	}
	if err := e.start(); err != nil {
		return nil, err
	}
	e.ctx = ctx
	e.drop()
	d, err := e.open(data)
	if err != nil {
		return nil, err
	}
	d.sum, e.last = sum, d
	return d, nil
}

// drop closes the file that is open.
func (e *engine) drop() {
	if e.last != nil {
		e.last.close()
		e.last = nil
	}
}

// The ways of FPDF_RenderPageBitmap: with what lies on the page, red before blue.
const (
	formatBGRA    = 4
	drawAnnots    = 0x01
	drawRedFirst  = 0x10
	opaqueWhite   = 0xffffffff
	bytesPerPixel = 4
)

func (d *document) draw(i, width int) (*image.RGBA, error) {
	e := d.e
	page, v := d.open(i, &Sheet{})
	if page == 0 {
		return nil, e.fault(errors.New("PDFium does not open the page"), app.CodeBrokenFile)
	}
	defer e.call(fnClosePage, page)
	w, h := v.pixels(width)
	bitmap := e.call(fnNewBitmap, uint64(w), uint64(h), formatBGRA, 0, 0)
	if bitmap == 0 {
		return nil, e.fault(errors.New("no room for the picture"), app.CodeTooHungry)
	}
	defer e.call(fnEndBitmap, bitmap)
	e.call(fnFill, bitmap, 0, 0, uint64(w), uint64(h), opaqueWhite)
	e.call(fnRender, bitmap, page, 0, 0, uint64(w), uint64(h), 0, drawAnnots|drawRedFirst)
	at := uint32(e.call(fnPixels, bitmap))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	pixels, ok := e.mem.Read(at, uint32(len(img.Pix)))
	if e.err != nil || !ok || at == 0 {
		return nil, e.fault(errors.New("no picture came of it"), app.CodeBrokenFile)
	}
	copy(img.Pix, pixels)
	return img, nil
}

// pixels is how large the picture of a page is.
func (v view) pixels(width int) (w, h int) {
	across, down := float64(max(v.width, 1)), float64(max(v.height, 1))
	scale := max(1, float64(width)) / across
	if all := across * down * scale * scale; all > maxPixels {
		scale *= math.Sqrt(maxPixels / all)
	}
	most := float64(maxPixels)
	return int(max(1, min(most, across*scale))), int(max(1, min(most/max(1, across*scale), down*scale)))
}
