package word

import (
	"bytes"
	"image"
	"image/color"
	"image/png"

	"yttra/reports/layout"
	"yttra/reports/raster"
)

const (
	figureDots  = 300   // per inch
	figureTall  = 225.0 // mm; a taller figure is made smaller
	figureLimit = 1000.0
)

// figure writes a drawing as a picture with its alternative text, and its caption.
func (w *writer) figure(f layout.Figure) {
	left, room := 0.0, measure
	if f.Wide {
		left, room = -margin, whole
	}
	f.Width, f.Height = max(f.Width, 1), max(f.Height, 1)
	small := min(1, room/f.Width, figureTall/f.Height)
	if f.Width > figureLimit || f.Height > figureLimit {
		f = layout.Figure{Items: nil, Width: room, Height: 10, Caption: f.Caption, Alt: f.Alt} // no paper is so large
		small = 1
	}
	data := drawing(f)
	alt := f.Alt
	if alt == "" {
		alt = plain(f.Caption)
	}
	titled := !nothing(f.Caption)
	w.para("FigurePlace", props{keep: titled, placed: left != 0, left: left, bare: true, after: belowTable, spaced: !titled}, func() {
		w.picture(data, f.Width*small, f.Height*small, alt)
	})
	if titled {
		w.figures++
		w.para("FigureCaption", props{placed: left != 0, left: left, bare: true}, func() {
			w.counted(w.doc.Words.Figure, w.figures)
			w.runs(f.Caption)
		})
	}
}

// drawing makes the PNG of a figure, in shades of grey when it has no colours.
func drawing(f layout.Figure) []byte {
	img := raster.New().Figure(f, figureDots)
	var out image.Image = img
	if grey := greyed(img); grey != nil {
		out = grey
	}
	var b bytes.Buffer
	_ = png.Encode(&b, out) // a buffer takes everything, and an image of our own can be encoded
	return b.Bytes()
}

// greyed gives the picture in grey; nil when it has a colour.
func greyed(img *image.RGBA) *image.Gray {
	out := image.NewGray(img.Bounds())
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] != img.Pix[i+1] || img.Pix[i] != img.Pix[i+2] {
			return nil
		}
		out.Pix[i/4] = color.Gray{Y: img.Pix[i]}.Y
	}
	return out
}

const (
	nsDecorative = "http://schemas.microsoft.com/office/drawing/2017/decorative"
	extension    = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
)

// picture writes a PNG in the line, so many mm wide and high. One that says nothing
// is marked as an ornament, so that nobody is told of it.
func (w *writer) picture(data []byte, width, height float64, alt string) {
	w.pictures++
	id, name := itoa(w.pictures), "media/image"+itoa(w.pictures)+".png"
	w.media = append(w.media, file{name, data})
	rel := w.rels.add(office+"image", name, false)
	p := w.p
	size := []string{"cx", emu(width), "cy", emu(height)}
	inline := func() {
		p.leaf("wp:extent", size...)
		p.el("wp:docPr", func() {
			if alt == "" {
				p.el("a:extLst", func() {
					p.el("a:ext", func() { p.leaf("adec:decorative", "xmlns:adec", nsDecorative, "val", "1") }, "uri", extension)
				})
			}
		}, "id", id, "name", "Bild "+id, "descr", alt)
		p.el("wp:cNvGraphicFramePr", func() { p.leaf("a:graphicFrameLocks", "noChangeAspect", "1") })
		p.el("a:graphic", func() {
			p.el("a:graphicData", func() { w.pic(id, alt, rel, size) }, "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture")
		})
	}
	p.el("w:r", func() {
		p.el("w:drawing", func() { p.el("wp:inline", inline, "distT", "0", "distB", "0", "distL", "0", "distR", "0") })
	})
}

func (w *writer) pic(id, alt, rel string, size []string) {
	p := w.p
	p.el("pic:pic", func() {
		p.el("pic:nvPicPr", func() {
			p.leaf("pic:cNvPr", "id", id, "name", "Bild "+id, "descr", alt)
			p.leaf("pic:cNvPicPr")
		})
		p.el("pic:blipFill", func() {
			p.leaf("a:blip", "r:embed", rel)
			p.el("a:stretch", func() { p.leaf("a:fillRect") })
		})
		p.el("pic:spPr", func() {
			p.el("a:xfrm", func() {
				p.leaf("a:off", "x", "0", "y", "0")
				p.leaf("a:ext", size...)
			})
			p.el("a:prstGeom", func() { p.leaf("a:avLst") }, "prst", "rect")
		})
	})
}
