package word

// face is a font that the file names: others to take where it is not installed, and
// what it is like, by which Word finds one when none of them is.
type face struct{ name, others, panose, family string }

var faces = []face{
	{"Source Serif 4", "Source Serif Pro,Cambria,Georgia,Liberation Serif,Times New Roman", "02040603050405020204", "roman"},
	{"Source Sans 3", "Source Sans Pro,Calibri,Liberation Sans,Arial", "020B0503030403020204", "swiss"},
}

// fontTable writes the fonts with those that stand in for them.
func (w *writer) fontTable() []byte {
	p := newPen()
	p.el("w:fonts", func() {
		for _, f := range faces {
			p.el("w:font", func() {
				p.val("w:altName", f.others)
				p.val("w:panose1", f.panose)
				p.val("w:charset", "00")
				p.val("w:family", f.family)
				p.val("w:pitch", "variable")
			}, "w:name", f.name)
		}
	}, "xmlns:w", wML)
	return p.bytes()
}

// theme writes the fonts of headings and text, and the few colours there are. Word
// wants the whole of it.
func (w *writer) theme() []byte {
	p := newPen()
	text, heads := faces[0].name, faces[1].name
	if w.sans() {
		text = heads
	}
	scheme := func(name, latin, right string) {
		p.el(name, func() {
			p.leaf("a:latin", "typeface", latin)
			p.leaf("a:ea", "typeface", "")
			p.leaf("a:cs", "typeface", "")
			p.leaf("a:font", "script", "Arab", "typeface", right)
			p.leaf("a:font", "script", "Hebr", "typeface", right)
		})
	}
	p.el("a:theme", func() {
		p.el("a:themeElements", func() {
			p.el("a:clrScheme", func() { colours(p) }, "name", "Yttra")
			p.el("a:fontScheme", func() {
				scheme("a:majorFont", heads, "Arial")
				scheme("a:minorFont", text, "Times New Roman")
			}, "name", "Yttra")
			p.el("a:fmtScheme", func() { formats(p) }, "name", "Yttra")
		})
	}, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", "name", "Yttra")
	return p.bytes()
}

// colours are black on white; the accents are greys that stand on white.
func colours(p *pen) {
	for _, c := range [][2]string{{"dk1", "000000"}, {"lt1", "FFFFFF"}, {"dk2", "000000"}, {"lt2", "FFFFFF"}, {"accent1", "000000"}, {"accent2", "404040"},
		{"accent3", "595959"}, {"accent4", "262626"}, {"accent5", "4D4D4D"}, {"accent6", "333333"}, {"hlink", "000000"}, {"folHlink", "000000"}} {
		p.el("a:"+c[0], func() { p.leaf("a:srgbClr", "val", c[1]) })
	}
}

// formats are the fills, lines and effects that a theme must have three of each.
func formats(p *pen) {
	thrice := func(name string, inside func()) {
		p.el(name, func() {
			for range 3 {
				inside()
			}
		})
	}
	fill := func() { p.el("a:solidFill", func() { p.leaf("a:schemeClr", "val", "phClr") }) }
	thrice("a:fillStyleLst", fill)
	thrice("a:lnStyleLst", func() { p.el("a:ln", fill, "w", "6350") })
	thrice("a:effectStyleLst", func() { p.el("a:effectStyle", func() { p.leaf("a:effectLst") }) })
	thrice("a:bgFillStyleLst", fill)
}
