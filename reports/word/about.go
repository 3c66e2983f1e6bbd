package word

import "strings"

// core writes what the file says of itself. Its day is the document's.
func (w *writer) core() []byte {
	p, m := newPen(), w.doc.Meta
	p.el("cp:coreProperties", func() {
		say := func(name, s string, attrs ...string) {
			if s != "" {
				p.saying(name, s, attrs...)
			}
		}
		say("dc:title", m.Title)
		say("dc:subject", m.Subject)
		say("dc:creator", m.Author)
		say("cp:keywords", m.Reference)
		say("cp:lastModifiedBy", m.Author)
		if m.Date != "" {
			for _, name := range []string{"dcterms:created", "dcterms:modified"} {
				say(name, m.Date+"T00:00:00Z", "xsi:type", "dcterms:W3CDTF")
			}
		}
		say("dc:language", w.lang())
		say("cp:contentStatus", m.Status)
	}, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
	return p.bytes()
}

// app writes which program made the file.
func (w *writer) app() []byte {
	p := newPen()
	p.el("Properties", func() {
		if name, _, _ := strings.Cut(w.doc.Meta.Creator, " "); name != "" {
			p.saying("Application", name)
		}
		if w.doc.Head.Name != "" {
			p.saying("Company", w.doc.Head.Name)
		}
	}, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	return p.bytes()
}

// custom writes the facts that Word has no place of its own for.
func (w *writer) custom() []byte {
	p, n := newPen(), 1
	p.el("Properties", func() {
		for _, f := range [][2]string{{w.words.Reference, w.doc.Meta.Reference}, {w.words.Rules, w.doc.Meta.Rules}} {
			if f[1] == "" {
				continue
			}
			n++
			p.el("property", func() { p.saying("vt:lpwstr", f[1]) }, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid", itoa(n), "name", f[0])
		}
	}, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
		"xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes")
	return p.bytes()
}

// settings writes how Word treats the file: no rules of an older Word, tabs of 23 mm,
// the language.
func (w *writer) settings() []byte {
	p := newPen()
	p.el("w:settings", func() {
		p.leaf("w:zoom", "w:percent", "100")
		p.val("w:defaultTabStop", twips(margin))
		p.val("w:characterSpacingControl", "doNotCompress")
		p.el("w:footnotePr", func() {
			p.leaf("w:footnote", "w:id", "-1")
			p.leaf("w:footnote", "w:id", "0")
		})
		p.el("w:compat", func() {
			for _, c := range [][2]string{{"compatibilityMode", "15"}, {"overrideTableStyleFontSizeAndJustification", "1"},
				{"enableOpenTypeFeatures", "1"}, {"doNotFlipMirrorIndents", "1"}} {
				p.leaf("w:compatSetting", "w:name", c[0], "w:uri", "http://schemas.microsoft.com/office/word", "w:val", c[1])
			}
		})
		p.leaf("w:themeFontLang", "w:val", w.lang())
		p.leaf("w:clrSchemeMapping", "w:bg1", "light1", "w:t1", "dark1", "w:bg2", "light2", "w:t2", "dark2", "w:accent1", "accent1", "w:accent2", "accent2",
			"w:accent3", "accent3", "w:accent4", "accent4", "w:accent5", "accent5", "w:accent6", "accent6", "w:hyperlink", "hyperlink", "w:followedHyperlink", "followedHyperlink")
		p.val("w:decimalSymbol", ",")
		p.val("w:listSeparator", ";")
	}, "xmlns:w", wML)
	return p.bytes()
}
