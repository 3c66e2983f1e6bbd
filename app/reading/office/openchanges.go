package office

import "strings"

// openChange is a change that nobody has accepted: of a deletion, what is taken away.
type openChange struct {
	change
	deleted bool
	text    string
}

func (f *openFile) readChanges(s *scanner) {
	if f.changes == nil {
		f.changes = map[string]*openChange{}
	}
	s.each(func(e elem) {
		if e.name != "text:changed-region" || len(f.changes) >= mostStyles {
			return
		}
		id := e.get("id")
		s.each(func(e elem) {
			if e.name != "text:insertion" && e.name != "text:deletion" {
				return
			}
			c := &openChange{deleted: e.name == "text:deletion"}
			s.each(func(e elem) {
				if e.name == "office:change-info" {
					s.each(func(e elem) {
						if e.name == "dc:creator" {
							c.by = s.words(200)
						}
					}, nil)
				} else if len(c.text) < mostTold {
					c.text += strings.Join(strings.Fields(s.words(mostTold)), " ") + " "
				}
			}, nil)
			f.changes[id] = c
		}, nil)
	}, nil)
}

// change begins or ends an insertion, or notes what was taken away.
func (x *openStory) change(e elem) {
	c := x.f.changes[e.get("change-id")]
	switch {
	case c == nil:
	case e.name == "text:change-end":
		x.in = nil
	case e.name == "text:change-start" && !c.deleted:
		x.in = &c.change
	case e.name == "text:change" && c.deleted && x.p != nil:
		x.p.add(run{text: c.text, out: &c.change})
	}
}
