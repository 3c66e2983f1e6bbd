package layout

import "math"

// Look is what a municipality has decided about its pages. The zero Look is the
// house's own: serif text of 10.5 points, black, signatures two abreast, or three
// when they are three.
type Look struct {
	Sans    bool // running text without serifs
	Large   bool // large print: 13 points on 6.875 mm, all else in proportion
	Ink     Ink  // of the page's rules and the bar at decisions; NoInk: black
	Abreast int  // signatures side by side, 1 to 3; 0: as many as is usual
}

const (
	largeSize = 13 / 10.5   // of all text, against the usual
	largeLead = 6.875 / 5.5 // of all lines
	largeHead = 13.0 / 12   // the words beside the page number have no more room
	mostSigns = 3           // side by side
	signOne   = 61.5        // mm: a signature that stands alone
)

// look is a Look turned into sizes. Lengths are mm, sizes points.
type look struct {
	line, half  float64 // text stands on half lines
	top, bottom float64 // of the text on pages after the first
	grow        float64 // what follows the lines, against the usual
	ink         Ink
	abreast     int

	title, annex, head, subhead, text, quote, note, caption, cell, cellSum, cellHead, name, small style

	org, body, label, value, foot, runningBold, running, annexLabel, count, draft style
}

func newLook(l Look) look {
	k := look{line: line, half: half, top: pageTop, bottom: pageBottom, grow: 1, ink: Black, abreast: min(max(l.Abreast, 0), mostSigns),
		title:    style{serif: true, bold: true, size: 17, lead: 7.7},
		annex:    style{serif: true, bold: true, size: 15, lead: 6.875},
		head:     style{bold: true, size: 12, lead: line},
		subhead:  style{bold: true, size: 10, lead: line},
		text:     style{serif: true, size: 10.5, lead: line},
		quote:    style{serif: true, size: 10, lead: 5},
		note:     style{size: 8.5, lead: 4.125},
		caption:  style{size: 9.5, lead: 4.6},
		cell:     style{size: 9.5, lead: 4.4},
		cellSum:  style{bold: true, size: 9.5, lead: 4.4},
		cellHead: style{bold: true, size: 9, lead: 4.4},
		name:     style{serif: true, size: 10.5, lead: 4.6},
		small:    style{size: 9, lead: 4.4},

		org:         style{bold: true, size: 12, lead: line},
		body:        style{size: 10, lead: line},
		label:       style{size: 8, lead: 4.5},
		value:       style{size: 9.5, lead: 4.5},
		foot:        style{size: 8, lead: 3.9},
		runningBold: style{bold: true, size: 8.5, lead: line},
		running:     style{size: 8.5, lead: line},
		annexLabel:  style{bold: true, size: 10, lead: line},
		count:       style{size: 7.5, lead: line},
		draft:       style{bold: true, size: 40},
	}
	if l.Ink != NoInk {
		k.ink = l.Ink
	}
	if l.Sans {
		for _, s := range []*style{&k.title, &k.annex, &k.text, &k.quote, &k.name} {
			s.serif = false
		}
	}
	if l.Large {
		k.enlarge()
	}
	return k
}

// enlarge makes large print of a look. The watermark is large enough.
func (k *look) enlarge() {
	for _, s := range []*style{&k.title, &k.annex, &k.head, &k.subhead, &k.text, &k.quote, &k.note, &k.caption, &k.cell, &k.cellSum, &k.cellHead,
		&k.name, &k.small, &k.body, &k.label, &k.value, &k.foot, &k.runningBold, &k.running, &k.annexLabel, &k.count} {
		s.size, s.lead = s.size*largeSize, s.lead*largeLead
	}
	k.org.size, k.org.lead = k.org.size*largeHead, k.org.lead*largeLead
	k.line, k.half, k.grow = k.line*largeLead, k.half*largeLead, largeLead
	k.top, k.bottom = k.onGrid(k.top), math.Floor(k.bottom/k.half)*k.half
}

// onGrid gives the next half line at or below y; a quarter of a mm too far is
// forgiven.
func (k *look) onGrid(y float64) float64 { return math.Ceil((y-0.25)/k.half) * k.half }

// rule is a rule or bar of the page itself, in the municipality's ink.
func (k *look) rule(x, y, x2, points float64) Item {
	it := rule(x, y, x2, points)
	it.Stroke = k.ink
	return it
}
