package webcopy

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/privacy"
	"yttra/i18n"
)

// What says what an item is, how often it stands and where, in a person's language.
// d is the document itself, whose headings name the places.
func (i Item) What(w i18n.Words, d *app.Document) string {
	kind := w.T("web.kind." + string(i.Kind))
	if i.Kind == privacy.Protected && i.Hand {
		kind = w.T("web.by_hand")
	}
	if i.Times == 0 {
		return kind
	}
	var where []string
	for _, p := range i.Places {
		if s := p.in(w, d); !slices.Contains(where, s) {
			where = append(where, s)
		}
	}
	return w.T("web.item", i18n.Vars{"Kind": kind, "Places": w.N("web.places", i.Times), "Where": strings.Join(where, ", ")})
}

// Becomes says what comes of the item: the words that stand for it, or that it
// stands. Of many forms the first are named.
func (i Item) Becomes(w i18n.Words) string {
	switch {
	case i.Times == 0:
		return w.T("web.not_there", i18n.Vars{"Words": Quoted(i.Asked)})
	case i.Removed():
		return w.T("web.becomes", i18n.Vars{"Words": Quoted(i.Words), "Instead": i.Instead})
	}
	return w.T("web.stands", i18n.Vars{"Words": Quoted(i.Words)})
}

// mostForms is how many forms of an item are named.
const mostForms = 4

// Quoted writes forms in quotation marks, the first of many.
func Quoted(words []string) string {
	more := ""
	if len(words) > mostForms {
		words, more = words[:mostForms], " …"
	}
	return "”" + strings.Join(words, "”, ”") + "”" + more
}

// in names a place: a section as it is printed, or a part of the paper.
func (p Place) in(w i18n.Words, d *app.Document) string {
	if p.Part != Sections {
		return w.T("web.part." + string(p.Part))
	}
	if s := d.Sections[p.Section]; s.Heading != "" {
		return s.Heading
	}
	return w.T("web.part.text")
}
