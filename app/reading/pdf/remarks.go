package pdf

import (
	"slices"

	"yttra/app"
)

// allowed are the rights of a file that nothing restricts: to print, change, copy,
// note, fill in, read aloud, assemble and print well.
const allowed = 0xf3c

// notEncrypted is the revision of a file that is not.
const notEncrypted = -1

// maxAttached is how many files inside the file are named.
const maxAttached = 50

// fewHidden are so few letters that cannot be seen that nobody hid them.
const fewHidden = 8

// does notes what the file would do, were it let.
func (d *document) does(what string) {
	if !slices.Contains(d.active, what) {
		d.active = append(d.active, what)
	}
}

// look reads what is to be said of the whole file. It fails with CodeNotPaper for a
// form whose pages are not in it.
func (d *document) look(data []byte) error {
	e := d.e
	if int32(e.call(fnSecurity, d.doc)) != notEncrypted && e.call(fnRights, d.doc)&allowed != allowed {
		d.remarks = append(d.remarks, app.Remark{Code: app.RemarkLocked})
	}
	if e.count(fnCountScripts, d.doc) > 0 {
		d.does("JavaScript")
	}
	for _, what := range actions(data) {
		if what == needsXFA {
			return &app.Problem{Code: app.CodeNotPaper, Where: "XFA"}
		}
		d.does(what)
	}
	for i := range min(e.count(fnCountFiles, d.doc), maxAttached) {
		if f := e.call(fnFile, d.doc, uint64(i)); f != 0 {
			d.attached = append(d.attached, base(e.wideText(fnFileName, f)))
		}
	}
	return nil
}

// told are the remarks on the whole file, when its pages have been read.
func (d *document) told(all []Sheet) []app.Remark {
	out := d.remarks
	for _, what := range d.active {
		out = append(out, app.Remark{Code: app.RemarkActive, What: what})
	}
	for _, name := range d.attached {
		out = append(out, app.Remark{Code: app.RemarkEmbedded, What: name})
	}
	damaged := !d.e.is(fnSoundTable, d.doc)
	var hidden, scans, machine, unknown, notes, pictures int
	for i := range all {
		s := &all[i]
		damaged = damaged || s.broken
		switch {
		case s.Scan, s.broken:
			scans++
		case s.Machine:
			machine++
		default:
			pictures += s.large()
		}
		unknown += s.unknown()
		hidden += s.hidden()
		for _, a := range s.Annots {
			if a.Kind == Note {
				notes++
			}
		}
	}
	if damaged {
		out = append(out, app.Remark{Code: app.RemarkCutOff})
	}
	if hidden >= fewHidden {
		out = append(out, app.Remark{Code: app.RemarkHidden})
	}
	for _, r := range []app.Remark{{Code: app.RemarkMachineRead, N: machine}, {Code: app.RemarkEmptyPages, N: scans},
		{Code: app.RemarkPictures, N: pictures}, {Code: app.RemarkLetters, N: unknown}, {Code: app.RemarkComments, N: notes}} {
		if r.N > 0 {
			out = append(out, r)
		}
	}
	return out
}
