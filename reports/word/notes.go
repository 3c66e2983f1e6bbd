package word

import "yttra/reports/layout"

// mark writes a note's number in the text. The first mark makes the note; another
// one for the same note refers to it by its bookmark.
func (w *writer) mark(n *layout.Footnote) {
	p := w.p
	raised := func() { p.el("w:rPr", func() { p.val("w:rStyle", "FootnoteReference") }) }
	if at, ok := w.numbered[n]; ok {
		p.el("w:fldSimple", func() {
			p.el("w:r", func() {
				raised()
				p.saying("w:t", itoa(at))
			})
		}, "w:instr", " NOTEREF "+noteName(at)+` \f \h `)
		return
	}
	w.notes = append(w.notes, n)
	at := len(w.notes)
	w.numbered[n] = at
	w.bookmark(noteName(at), func() {
		p.el("w:r", func() {
			raised()
			p.leaf("w:footnoteReference", "w:id", itoa(at))
		})
	})
}

func noteName(at int) string { return "_RefNote" + itoa(at) }

// bookmark gives a place a name that fields refer to.
func (w *writer) bookmark(name string, inside func()) {
	w.marks++
	id := itoa(w.marks)
	w.p.leaf("w:bookmarkStart", "w:id", id, "w:name", name)
	inside()
	w.p.leaf("w:bookmarkEnd", "w:id", id)
}

// footnotes writes the notes' own part, after the document, which has met them all.
// The two first are the lines that Word draws above notes.
func (w *writer) footnotes() []byte {
	w.p, w.rels = newPen(), w.noteLinks
	p := w.p
	rule := func(id, kind, element string) {
		p.el("w:footnote", func() {
			p.el("w:p", func() {
				p.el("w:pPr", func() { p.val("w:pStyle", "Normal") })
				p.el("w:r", func() { p.leaf(element) })
			})
		}, "w:type", kind, "w:id", id)
	}
	p.el("w:footnotes", func() {
		rule("-1", "separator", "w:separator")
		rule("0", "continuationSeparator", "w:continuationSeparator")
		for i := range w.notes {
			p.el("w:footnote", func() {
				w.para("FootnoteText", props{}, func() {
					p.el("w:r", func() {
						p.el("w:rPr", func() { p.val("w:rStyle", "FootnoteReference") })
						p.leaf("w:footnoteRef")
					})
					p.el("w:r", func() { p.leaf("w:tab") })
					w.runs(unmarked(w.notes[i].Runs))
				})
			}, "w:id", itoa(i+1))
		}
	}, namespaces...)
	return p.bytes()
}

// unmarked gives the runs of a note without marks of notes: a note has none.
func unmarked(runs []layout.Run) []layout.Run {
	out := append([]layout.Run(nil), runs...)
	for i := range out {
		out[i].Note = nil
	}
	return out
}
