package word

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// pen writes XML. Attributes are given as pairs: name, value.
type pen struct{ b bytes.Buffer }

// newPen begins a part with its declaration.
func newPen() *pen {
	p := &pen{}
	p.b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	return p
}

func (p *pen) bytes() []byte { return p.b.Bytes() }

// el writes an element with what inside writes in it.
func (p *pen) el(name string, inside func(), attrs ...string) {
	p.open(name, attrs)
	p.b.WriteByte('>')
	inside()
	p.b.WriteString("</" + name + ">")
}

// leaf writes an element with nothing in it.
func (p *pen) leaf(name string, attrs ...string) {
	p.open(name, attrs)
	p.b.WriteString("/>")
}

// val writes the commonest element: one with a value.
func (p *pen) val(name, value string) { p.leaf(name, "w:val", value) }

// saying writes an element with a text in it.
func (p *pen) saying(name, s string, attrs ...string) {
	p.el(name, func() { p.text(s) }, attrs...)
}

func (p *pen) open(name string, attrs []string) {
	p.b.WriteString("<" + name)
	for i := 0; i+1 < len(attrs); i += 2 {
		p.b.WriteString(" " + attrs[i] + `="`)
		p.text(attrs[i+1])
		p.b.WriteByte('"')
	}
}

func (p *pen) text(s string) {
	_ = xml.EscapeText(&p.b, []byte(clean(s))) // a buffer takes everything
}

// raw writes what another pen has written.
func (p *pen) raw(b []byte) { p.b.Write(b) }

// clean leaves out what no XML file may hold: control characters, halves of
// characters, and the two code points that are none.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r < 0x20 || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// twips gives mm in twentieths of a point, the unit of most lengths in the file.
func twips(mm float64) string { return strconv.Itoa(int(math.Round(mm * 1440 / 25.4))) }

// eighths gives points in eighths, the unit of the weight of lines.
func eighths(points float64) string { return strconv.Itoa(int(math.Round(points * 8))) }

// halves gives points in halves, the unit of sizes of type.
func halves(points float64) string { return strconv.Itoa(int(math.Round(points * 2))) }

// emu gives mm in English Metric Units, the unit of drawings.
func emu(mm float64) string { return strconv.Itoa(int(math.Round(mm * 36000))) }
