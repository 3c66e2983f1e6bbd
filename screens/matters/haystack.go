package matters

import (
	"strings"

	"yttra/app"
	"yttra/app/search"
	"yttra/i18n"
)

// haystack is what all rows say, folded, in one text: looking through it for a
// word is one pass over memory, however many rows there are.
type haystack struct {
	text string
	ends []int // where each row ends in the text
}

// newHaystack writes title, references, movers, stage and who has each row.
func newHaystack(rows app.Rows, w i18n.Words) *haystack {
	h := &haystack{ends: make([]int, rows.Len())}
	var b strings.Builder
	b.Grow(160 * rows.Len())
	// The same people, parties and bodies stand in many rows.
	folded := map[string]string{}
	name := func(s string) string {
		f, ok := folded[s]
		if !ok {
			f = search.Fold(s)
			folded[s] = f
		}
		return f
	}
	add := func(list ...string) {
		for _, s := range list {
			b.WriteByte(' ')
			b.WriteString(s)
		}
	}
	for i, r := range rows.All() {
		add(search.Fold(r.Title))
		for _, s := range r.References {
			add(search.Fold(s))
		}
		b.WriteString(search.Refs(r.References))
		for _, v := range r.Movers {
			add(name(v.Name), name(v.Party))
		}
		_, stage := stageOf(r.Stage, w)
		add(name(stage), name(r.Holder), string(r.Meeting))
		b.WriteByte('\n')
		h.ends[i] = b.Len()
	}
	h.text = b.String()
	return h
}

// rowsWith marks the rows that have the word.
func (h *haystack) rowsWith(w search.Word) search.Set {
	out := search.NewSet(len(h.ends))
	for _, needle := range w.InRows() {
		row := 0
		for at := 0; at < len(h.text); {
			i := strings.Index(h.text[at:], needle)
			if i < 0 {
				break
			}
			at += i
			for h.ends[row] <= at {
				row++
			}
			out.Add(row)
			at = h.ends[row]
		}
	}
	return out
}
