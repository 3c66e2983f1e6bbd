package word

import (
	"fmt"
	"strings"

	"yttra/reports/layout"
)

const (
	draftLong = 66.0  // mm, of the word along the margin
	draftHigh = 9.3   // of its letters
	draftMid  = 195.4 // from the left edge to the middle of the letters
)

// wordArt is the kind of shape that Word sets a text along a line with: text fitted
// between two lines across the shape (ECMA-376 part 4, type 136).
const wordArt = `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>` +
	`<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/>` +
	`<v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>` +
	`<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>` +
	`<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>` +
	`<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>` +
	`<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>`

// watermark writes the paragraph that ends a head. In a draft it holds UTKAST,
// upright in the right margin and never behind text, under the name that Word's own
// command for removing watermarks looks for.
func (w *writer) watermark(n int) {
	word := strings.TrimSpace(w.doc.Words.Watermark)
	if !w.doc.Draft || word == "" {
		w.spacer()
		return
	}
	p := w.p
	w.para("Spacer", props{bare: true}, func() {
		p.el("w:r", func() {
			p.el("w:rPr", func() { p.leaf("w:noProof") })
			p.el("w:pict", func() {
				p.raw([]byte(wordArt))
				p.el("v:shape", func() {
					p.leaf("v:textpath", "style", `font-family:"Source Sans 3";font-size:1pt;font-weight:bold`, "string", strings.Join(strings.Split(word, ""), " "))
				}, "id", fmt.Sprintf("PowerPlusWaterMarkObject%d", n), "o:spid", fmt.Sprintf("_x0000_s%d", 2048+n), "type", "#_x0000_t136", "alt", word,
					"style", draftStyle(), "o:allowincell", "f", "fillcolor", "#7f7f7f", "stroked", "f")
			})
		})
	})
}

// draftStyle places the word by the page: turned a quarter to the left about its middle.
func draftStyle() string {
	points := func(mm float64) string { return fmt.Sprintf("%.1fpt", mm/mmPerPoint) }
	return "position:absolute;margin-left:" + points(draftMid-draftLong/2) + ";margin-top:" + points((layout.PageHeight-draftHigh)/2) +
		";width:" + points(draftLong) + ";height:" + points(draftHigh) +
		";rotation:270;z-index:-251658240;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"
}
