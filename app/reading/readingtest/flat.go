package readingtest

import (
	"encoding/xml"
	"fmt"
	"strings"
	"unicode"
)

// writer writes a flat OpenDocument file.
type writer struct {
	l     Layout
	b     strings.Builder
	open  []string // the lists that are open, by their style
	notes int
}

const spaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`

func (w *writer) f(format string, args ...any) { fmt.Fprintf(&w.b, format, args...) }

func (w *writer) document(ps []para) {
	w.f(`<?xml version="1.0" encoding="UTF-8"?><office:document%s office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">`, spaces)
	w.f(`<office:font-face-decls><style:font-face style:name="F" svg:font-family="'%s'"/></office:font-face-decls>`, w.l.Font)
	w.styles()
	w.automatic(ps)
	w.master()
	w.f(`<office:body><office:text>`)
	if w.l.Head {
		w.letterhead()
	}
	if w.l.Columns > 1 {
		w.f(`<text:section text:style-name="Columns" text:name="S">`)
	}
	for i, p := range ps {
		w.para(p, i)
	}
	w.to(0, "")
	if w.l.Columns > 1 {
		w.f(`</text:section>`)
	}
	w.f(`</office:text></office:body></office:document>`)
}

func (w *writer) styles() {
	l := w.l
	w.f(`<office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="%gpt" fo:language="sv" fo:country="SE" fo:hyphenate="false"/></style:default-style>`, l.Size)
	leading, align, indent := "", "", ""
	if l.Leading > 0 {
		leading = fmt.Sprintf(` fo:line-height="%d%%"`, l.Leading)
	}
	if l.Justified {
		align = ` fo:text-align="justify"`
	}
	if l.Indent {
		indent = ` fo:text-indent="0.6cm"`
	}
	w.f(`<style:style style:name="Standard" style:family="paragraph"/>`)
	w.f(`<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="%gpt"%s%s%s/></style:style>`, l.Gap, leading, align, indent)
	tab := 5.5
	if l.Columns > 1 || l.Width < 20 {
		tab = 4
	}
	w.f(`<style:style style:name="Line" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties%s><style:tab-stops><style:tab-stop style:position="%gcm"/><style:tab-stop style:position="%gcm"/></style:tab-stops></style:paragraph-properties></style:style>`, leading, tab, 2*tab)
	spaced := ""
	if l.Spaced {
		spaced = ` fo:letter-spacing="0.25cm"`
	}
	w.f(`<style:style style:name="H1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="12pt" fo:margin-bottom="8pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="%gpt" fo:font-weight="bold"/></style:style>`, l.Size*1.5)
	w.f(`<style:style style:name="H2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="10pt" fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="%gpt" fo:font-weight="bold"%s/></style:style>`, l.Size+1, spaced)
	w.f(`<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="%gpt"/></style:style>`, l.Size-2)
	w.f(`<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="8pt"/></style:style>`)
	w.f(`<style:style style:name="Super" style:family="text"><style:text-properties style:text-position="super 58%%"/></style:style>`)
	w.f(`<text:notes-configuration text:note-class="footnote" text:citation-style-name="Super" text:citation-body-style-name="Super" text:default-style-name="Footnote" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>`)
	w.f(`</office:styles>`)
}

// automatic writes the styles of the page, the section and the lists.
func (w *writer) automatic(ps []para) {
	l := w.l
	left := l.Left
	if left == 0 {
		left = l.Margin
	}
	w.f(`<office:automatic-styles><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="%gcm" fo:page-height="%gcm" fo:margin-top="%gcm" fo:margin-bottom="%gcm" fo:margin-left="%gcm" fo:margin-right="%gcm"><style:footnote-sep style:width="0.02cm" style:rel-width="25%%" style:color="#000000" style:line-style="solid" style:distance-before-sep="0.1cm" style:distance-after-sep="0.1cm"/></style:page-layout-properties>`,
		l.Width, l.Height, l.Margin, l.Margin, left, l.Margin)
	if l.Head {
		w.f(`<style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.5cm"/></style:footer-style>`)
	}
	w.f(`</style:page-layout>`)
	w.f(`<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="%d" fo:column-gap="0.8cm"/></style:section-properties></style:style>`, max(1, l.Columns))
	w.f(`<style:style style:name="Page" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties fo:break-before="page"/></style:style>`)
	w.f(`<style:style style:name="Box" style:family="graphic"><style:graphic-properties style:wrap="parallel" style:vertical-pos="from-top" style:vertical-rel="page" style:horizontal-pos="from-left" style:horizontal-rel="page" fo:border="none" draw:fill="none"/></style:style>`)
	done := map[string]bool{}
	for _, p := range ps {
		if p.mark != "" && !done[styleOf(p.mark)] {
			done[styleOf(p.mark)] = true
			w.list(p.mark)
		}
	}
	w.f(`</office:automatic-styles>`)
}

// styleOf names the list style of a mark: "1." and "2." share one.
func styleOf(mark string) string {
	name := "L"
	for _, r := range mark {
		switch {
		case r >= '0' && r <= '9':
			r = '1'
		case unicode.IsLower(r):
			r = 'a'
		}
		if !strings.HasSuffix(name, fmt.Sprintf("%x", r)) {
			name += fmt.Sprintf("%x", r)
		}
	}
	return name
}

func (w *writer) list(mark string) {
	w.f(`<text:list-style style:name="%s">`, styleOf(mark))
	for level := 1; level <= 2; level++ {
		place := fmt.Sprintf(`<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="%gcm" fo:text-indent="-0.6cm" fo:margin-left="%gcm"/></style:list-level-properties>`, 0.6+0.6*float64(level), 0.6+0.6*float64(level))
		trimmed := strings.Trim(mark, "(.):")
		before, after, _ := strings.Cut(mark, trimmed)
		switch r := []rune(trimmed + " ")[0]; {
		case r >= '0' && r <= '9':
			w.f(`<text:list-level-style-number text:level="%d" style:num-format="1" style:num-prefix="%s" style:num-suffix="%s">%s</text:list-level-style-number>`, level, before, after, place)
		case unicode.IsLower(r):
			format := "a"
			if r == 'i' {
				format = "i"
			}
			w.f(`<text:list-level-style-number text:level="%d" style:num-format="%s" style:num-prefix="%s" style:num-suffix="%s">%s</text:list-level-style-number>`, level, format, before, after, place)
		default:
			w.f(`<text:list-level-style-bullet text:level="%d" text:bullet-char="%s">%s</text:list-level-style-bullet>`, level, xmlText(mark), place)
		}
	}
	w.f(`</text:list-style>`)
}

// master writes the heads and feet of the pages.
func (w *writer) master() {
	w.f(`<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P">`)
	if w.l.Head {
		w.f(`<style:header><text:p text:style-name="Small">Partiet i Exempelstad – handling till fullmäktige</text:p></style:header>`)
		w.f(`<style:footer><text:p text:style-name="Small">Partiet, Storgatan 1, 999 99 Exempelstad</text:p><text:p text:style-name="Small">Sida <text:page-number text:select-page="current"/> (<text:page-count/>)</text:p></style:footer>`)
	}
	w.f(`</style:master-page></office:master-styles>`)
}

// letterhead puts what stands over the first page's text beside it, in a frame.
func (w *writer) letterhead() {
	if w.l.Frame {
		w.f(`<text:p text:style-name="Line"><draw:frame draw:style-name="Box" draw:name="Ref" text:anchor-type="paragraph" svg:x="13.5cm" svg:y="1.2cm" svg:width="6cm" draw:z-index="1"><draw:text-box fo:min-height="1cm"><text:p text:style-name="Small">MOTTAGET</text:p><text:p text:style-name="Small">Kommunstyrelsens kansli</text:p></draw:text-box></draw:frame></text:p>`)
	}
}

func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err)
	}
	return b.String()
}
