package office

import (
	"strings"

	"yttra/app/reading"
)

// inline reads what stands in a paragraph.
func (x *story) inline(e elem) {
	switch e.name {
	case "w:r":
		x.run()
	case "w:ins", "w:moveTo":
		x.changed(e, &x.in, x.inlines)
	case "w:del", "w:moveFrom":
		x.changed(e, &x.out, x.inlines)
	case "w:sdt":
		x.control(x.inlines)
	case "w:fldSimple":
		x.simple(e.get("instr"))
	case "mc:AlternateContent":
		x.alternate(x.inlines)
	case "m:t":
		x.write(x.s.words(1 << 16))
	case "w:pPr", "w:rPr", "w:sdtPr", "w:commentRangeStart", "w:commentRangeEnd", "w:proofErr", "w:bookmarkStart", "w:bookmarkEnd", "m:ctrlPr", "w:smartTagPr", "w:customXmlPr":
	case "w:drawing", "w:pict", "w:object":
		x.drawing(e)
	default: // links, smart tags, formulas and what is not known: what they hold
		x.inlines()
	}
}

func (x *story) inlines() { x.s.each(x.inline, nil) }

// run reads words that look alike.
func (x *story) run() {
	hidden, asks := x.hide, false
	x.s.each(func(e elem) {
		if e.name == "w:rPr" {
			hidden, asks = x.look(hidden)
			return
		}
		if asks {
			return
		}
		if hidden && e.name != "w:fldChar" && e.name != "w:instrText" {
			x.f.paper.hidden = x.f.paper.hidden || e.name == "w:t" && x.out == nil
			return
		}
		x.part(e)
	}, nil)
}

// look tells whether words are hidden, and whether they only ask to be filled in.
func (x *story) look(hide bool) (hidden, asks bool) {
	hidden = hide
	x.s.each(func(e elem) {
		switch e.name {
		case "w:vanish":
			hidden = on(e.get("val"))
		case "w:rStyle":
			hidden = hidden || x.f.styles.hidden(e.get("val"))
			st := x.f.styles.byID[e.get("val")]
			asks = x.asks && st != nil && st.name == "placeholder text"
		}
	}, nil)
	return hidden, asks
}

// part reads one part of a run.
func (x *story) part(e elem) {
	switch e.name {
	case "w:t":
		x.write(x.s.words(mostPart))
	case "w:delText":
		was := x.out
		if x.out == nil {
			x.out = &change{}
		}
		x.write(x.s.words(mostPart))
		x.out = was
	case "w:tab", "w:ptab":
		x.write("\t")
	case "w:br", "w:cr":
		x.add(run{kind: newLine})
	case "w:noBreakHyphen":
		x.write("-")
	case "w:sym":
		x.symbol(e)
	case "w:fldChar":
		x.fieldMark(e)
	case "w:instrText":
		x.instruction(x.s.words(1 << 12))
	case "w:footnoteReference", "w:endnoteReference":
		x.note(e)
	case "w:commentReference":
		x.f.paper.comments++
	case "w:pgNum":
		x.add(run{kind: pageMark})
	case "w:ruby":
		x.ruby()
	case "mc:AlternateContent":
		x.alternate(func() { x.s.each(x.part, nil) })
	case "w:drawing", "w:pict", "w:object":
		x.drawing(e)
	}
}

// ruby reads the words, without what is written above them.
func (x *story) ruby() {
	x.s.each(func(e elem) {
		if e.name == "w:rubyBase" {
			x.inlines()
		}
	}, nil)
}

// write adds words, as they are seen: soft hyphens are not, and a hyphen that does not
// break looks like any other.
func (x *story) write(s string) {
	if s = seen.Replace(s); s != "" {
		x.add(run{kind: words, text: s})
	}
}

var seen = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\u2011", "-", "\n", " ", "\r", " ")

func (x *story) add(r run) {
	if x.silent() {
		return
	}
	r.in, r.out = x.in, x.out
	if x.p == nil {
		return
	}
	n := len(x.p.runs)
	x.p.add(r)
	if len(x.p.runs) > n && !x.f.paper.piece() {
		x.full()
	}
}

func (x *story) symbol(e elem) {
	code := e.get("char")
	r := rune(or(hex(code), 0))
	s := symbol(r, e.get("font"))
	if s == "" {
		x.f.paper.letters++
	}
	x.write(s)
}

// note reads the mark of a footnote or endnote.
func (x *story) note(e elem) {
	kind := strings.TrimSuffix(strings.TrimPrefix(e.name, "w:"), "Reference")
	if at, there := x.f.notes[kind+" "+e.get("id")]; there && !x.silent() {
		if x.out == nil {
			x.f.number(at, kind, e.has("customMarkFollows") && on(e.get("customMarkFollows")))
		}
		x.add(run{kind: noteMark, note: at})
	}
}

// drawing reads what is drawn: text boxes, pictures and objects of other programs.
func (x *story) drawing(e elem) {
	var in func(e elem)
	in = func(e elem) {
		switch e.name {
		case "w:txbxContent":
			x.box(x.f.story(x.s))
			return
		case "pic:pic", "v:imagedata", "c:chart", "dgm:relIds":
			x.f.paper.pictures++
		case "o:OLEObject":
			if name := x.f.targetName(e); e.get("ProgID") != "" || name != "" {
				x.f.paper.embed(strings.TrimSpace(e.get("ProgID") + " " + name))
			}
		case "v:textpath": // drawn words; across a page they are a watermark
			if x.f.page {
				return
			}
			x.box([]block{{para: &para{kind: reading.Paragraph, runs: []run{{text: seen.Replace(e.get("string"))}}}}})
		case "a:t":
			x.box([]block{{para: &para{kind: reading.Paragraph, runs: []run{{text: seen.Replace(x.s.words(1 << 12))}}}}})
			return
		case "mc:AlternateContent":
			x.alternate(func() { x.s.each(in, nil) })
			return
		}
		x.s.each(in, nil)
	}
	x.s.each(in, nil)
}

// box fastens a text box to the paragraph. What is in one that is taken away is gone.
func (x *story) box(bs []block) {
	if x.p == nil || x.silent() || x.out != nil {
		return
	}
	x.p.boxes = append(x.p.boxes, bs...)
}
