package check

import "yttra/app"

// papers gives the matter's other documents, read the first time they are asked
// for. Their paragraphs are in the memory as long as nobody changes them.
func (r *run) papers() []*run {
	if !r.readAll {
		r.readAll = true
		for i := range r.matter.Documents {
			if d := &r.matter.Documents[i]; d != r.doc {
				o := r.checker.newRun(r.matter, d)
				o.today, o.readAll = r.today, true
				r.others = append(r.others, o)
			}
		}
	}
	return r.others
}

// motion gives the incoming original as a document of one section, in which
// nothing is anybody's own view; nil when the matter has none.
func (r *run) motion() *run {
	if r.matter.Motion == nil || r.matter.Motion.Text == "" {
		return nil
	}
	if r.original == nil {
		d := &app.Document{Sections: []app.Section{{Role: app.RoleMotion, Text: r.matter.Motion.Text}}}
		r.original = r.checker.newRun(r.matter, d)
	}
	return r.original
}

// name is what a person calls the paper: its title, or its kind.
func (r *run) name() string {
	switch {
	case r.doc.Title != "":
		return r.doc.Title
	case r.kind == nil:
		return r.doc.Kind
	case r.checker.lang == "en":
		return r.kind.EN.Name
	}
	return r.kind.SV.Name
}
