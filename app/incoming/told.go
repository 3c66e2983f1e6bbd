package incoming

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// Told is what is said of how a file was read: a sentence, and the places it is about.
type Told struct {
	Text  string
	Grave bool       // what is read may not be what the paper says
	Spans []app.Span // in the text; nil: it is about the whole
}

// grave are the remarks after which the paper must be held against its original.
var grave = []app.RemarkCode{app.RemarkInserted, app.RemarkDeleted, app.RemarkHidden, app.RemarkMachineRead, app.RemarkUncertain, app.RemarkEmptyPages,
	app.RemarkMorePages, app.RemarkLetters, app.RemarkCutOff}

// Tell puts remarks in words, one sentence for each thing, those after which the paper
// must be held against its original first.
func Tell(w i18n.Words, remarks []app.Remark) []Told {
	var codes []app.RemarkCode
	by := map[app.RemarkCode][]app.Remark{}
	for _, r := range remarks {
		if _, ok := by[r.Code]; !ok {
			codes = append(codes, r.Code)
		}
		by[r.Code] = append(by[r.Code], r)
	}
	slices.SortStableFunc(codes, func(a, b app.RemarkCode) int { return rank(a) - rank(b) })
	var out []Told
	for _, c := range codes {
		out = append(out, tell(w, c, by[c]))
	}
	return out
}

func rank(c app.RemarkCode) int {
	if i := slices.Index(grave, c); i >= 0 {
		return i
	}
	return len(grave)
}

// tell says all remarks of one kind in a sentence. Some remarks count by themselves
// what they are about, others are one each.
func tell(w i18n.Words, c app.RemarkCode, all []app.Remark) Told {
	n, counted := len(all), false
	var what, by []string
	out := Told{Grave: slices.Contains(grave, c)}
	for _, r := range all {
		if r.N > 0 && c != app.RemarkUncertain {
			if !counted {
				n, counted = 0, true
			}
			n += r.N
		}
		what, by = once(what, r.What), once(by, r.By)
		if s := (app.Span{Start: r.Start, End: r.End}); s != (app.Span{}) {
			out.Spans = append(out.Spans, s)
		}
	}
	out.Text = w.N("remark."+string(c), n, i18n.Vars{"What": listed(what)})
	if len(by) > 0 {
		out.Text += " " + w.T("told.by", i18n.Vars{"Names": listed(by)})
	}
	return out
}

func once(list []string, s string) []string {
	if s = strings.Join(strings.Fields(s), " "); s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// mostListed is how many names or words are told; the rest is counted by the sentence.
const mostListed = 4

func listed(list []string) string {
	if len(list) > mostListed {
		list = append(slices.Clone(list[:mostListed]), "…")
	}
	return strings.Join(list, ", ")
}
