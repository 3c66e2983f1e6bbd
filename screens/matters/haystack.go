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
func newHaystack(rows []app.Row, w i18n.Words) *haystack {
	stages := map[app.Stage]string{}
	h := &haystack{ends: make([]int, len(rows))}
	var b strings.Builder
	b.Grow(160 * len(rows))
	for i := range rows {
		r := &rows[i]
		stage, ok := stages[r.Stage]
		if !ok {
			_, word := stageOf(r.Stage, w)
			stage = search.Fold(word)
			stages[r.Stage] = stage
		}
		b.WriteString(search.Fold(r.Title))
		for _, s := range r.References {
			b.WriteString(" " + search.Fold(s))
		}
		b.WriteString(search.Refs(r.References))
		for _, v := range r.Movers {
			b.WriteString(" " + search.Fold(v.Name) + " (" + search.Fold(v.Party) + ")")
		}
		b.WriteString(" " + stage + " " + search.Fold(r.Holder))
		if r.Meeting != "" {
			b.WriteString(" " + string(r.Meeting))
		}
		b.WriteByte('\n')
		h.ends[i] = b.Len()
	}
	h.text = b.String()
	return h
}

// rowsWith marks the rows that have the word.
func (h *haystack) rowsWith(w search.Word) set {
	out := newSet(len(h.ends))
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
			out.add(row)
			at = h.ends[row]
		}
	}
	return out
}

// set is which rows something holds for.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }
