package office

import (
	"strconv"
	"strings"
)

// field is a field whose result is being read: a date, a link, a name from a list.
type field struct {
	instr  strings.Builder
	result bool   // its result is being read
	form   string // what a box of a form shows
	drop   bool
}

// silent tells that what is read is not seen: the instruction of a field, or the result
// of one that is left out.
func (x *story) silent() bool {
	for _, f := range x.fields {
		if !f.result || f.drop {
			return true
		}
	}
	return false
}

const mostFields = 100

func (x *story) fieldMark(e elem) {
	switch e.get("fldCharType") {
	case "begin":
		f := &field{}
		x.form(f)
		if len(x.fields) < mostFields {
			x.fields = append(x.fields, f)
		}
	case "separate":
		if n := len(x.fields); n > 0 && !x.fields[n-1].result {
			f := x.fields[n-1]
			x.begin(f)
		}
	case "end":
		n := len(x.fields)
		if n == 0 {
			return
		}
		f := x.fields[n-1]
		if !f.result { // it has none of its own
			x.begin(f)
		}
		x.fields = x.fields[:n-1]
	}
}

func (x *story) instruction(s string) {
	if n := len(x.fields); n > 0 && !x.fields[n-1].result && x.fields[n-1].instr.Len() < 1<<12 {
		x.fields[n-1].instr.WriteString(s)
	}
}

// begin begins the result of a field, and writes it where it is not in the file.
func (x *story) begin(f *field) {
	f.result = true
	words := strings.Fields(f.instr.String())
	if len(words) == 0 {
		return
	}
	switch strings.ToUpper(words[0]) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION":
		x.add(run{kind: pageMark})
		f.drop = true
	case "TOC", "INDEX", "TOA", "RD", "TC", "XE", "TA":
		f.drop = true
	case "MACROBUTTON", "GOTOBUTTON":
		if len(words) > 2 {
			x.write(strings.Join(words[2:], " "))
		}
	case "SYMBOL":
		x.write(symbolField(words))
		f.drop = true
	case "FORMCHECKBOX", "FORMDROPDOWN":
		x.write(f.form)
		f.drop = f.form != ""
	case "DDE", "DDEAUTO":
		x.f.paper.runs("DDE")
	}
}

// symbolField reads a field such as SYMBOL 252 \f "Wingdings".
func symbolField(words []string) string {
	if len(words) < 2 {
		return ""
	}
	n, err := strconv.ParseInt(words[1], 0, 32)
	if err != nil {
		return ""
	}
	font := "-"
	for i, w := range words[:len(words)-1] {
		if w == `\f` {
			font = strings.Trim(strings.Join(words[i+1:], " "), `"`)
			font, _, _ = strings.Cut(font, `"`)
		}
	}
	return symbol(rune(n), font)
}

// form reads what a box of an old form shows: whether it is ticked, what is chosen.
func (x *story) form(f *field) {
	x.s.each(func(e elem) {
		if e.name != "w:ffData" {
			return
		}
		x.s.each(func(e elem) {
			switch e.name {
			case "w:checkBox":
				f.form = "☐"
				x.s.each(func(e elem) {
					if e.name == "w:checked" || e.name == "w:default" {
						f.form = "☐"
						if on(e.get("val")) {
							f.form = "☒"
						}
					}
				}, nil)
			case "w:ddList":
				f.form = x.chosen()
			}
		}, nil)
	}, nil)
}

func (x *story) chosen() string {
	at := 0
	var list []string
	x.s.each(func(e elem) {
		switch e.name {
		case "w:result":
			at = or(number(e.get("val")), 0)
		case "w:listEntry":
			list = append(list, e.get("val"))
		}
	}, nil)
	if at < 0 || at >= len(list) {
		return ""
	}
	return list[at]
}

// simple reads a field that is one element.
func (x *story) simple(instr string) {
	f := &field{}
	f.instr.WriteString(instr)
	x.begin(f)
	x.fields = append(x.fields, f)
	x.inlines()
	x.fields = x.fields[:len(x.fields)-1]
}

func hex(s string) *int {
	n, err := strconv.ParseUint(s, 16, 21)
	if err != nil {
		return nil
	}
	v := int(n)
	return &v
}
