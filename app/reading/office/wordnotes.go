package office

import (
	"path"
	"strings"
)

// readNotes reads the footnotes or endnotes. What the program draws above them is no
// note.
func (f *wordFile) readNotes(s *scanner, kind string) {
	if f.notes == nil {
		f.notes = map[string]int{}
	}
	s.each(func(elem) {
		s.each(func(e elem) {
			if e.name != "w:"+kind || e.get("type") != "" && e.get("type") != "normal" {
				return
			}
			if !f.paper.piece() {
				return
			}
			f.notes[kind+" "+e.get("id")] = len(f.paper.notes)
			f.paper.notes = append(f.paper.notes, note{blocks: f.story(s)})
		}, nil)
	}, nil)
}

// number gives a note its mark, in the order in which they are met. A mark of its own
// stands in the text already.
func (f *wordFile) number(at int, kind string, own bool) {
	n := &f.paper.notes[at]
	if own || n.mark != "" {
		return
	}
	f.counts[kind]++
	format := f.marks[kind]
	if format == "" && kind == "endnote" {
		format = "lowerRoman"
	}
	n.mark = raised(counted(f.counts[kind], format))
}

// readSettings reads how notes are numbered, and whether the file restricts what may be
// done with it.
func (f *wordFile) readSettings(s *scanner) {
	f.marks = map[string]string{}
	s.each(func(elem) {
		s.each(func(e elem) {
			switch e.name {
			case "w:footnotePr", "w:endnotePr":
				kind := strings.TrimSuffix(strings.TrimPrefix(e.name, "w:"), "Pr")
				s.each(func(e elem) {
					if e.name == "w:numFmt" {
						f.marks[kind] = e.get("val")
					}
				}, nil)
			case "w:documentProtection":
				f.paper.locked = e.has("enforcement") && on(e.get("enforcement"))
			}
		}, nil)
	}, nil)
}

// targetName names what an element points at, without its folders.
func (f *wordFile) targetName(e elem) string {
	t := f.rels[e.get("id")]
	if t.name == "" {
		return ""
	}
	return path.Base(t.name)
}
