// Package office reads Word files (DOCX, Office Open XML, both transitional and strict)
// and OpenDocument texts (ODT, packed and flat) as a person sees them: paragraphs with
// the numbers and marks of their lists, tables, footnotes, text boxes and what heads
// the first page. Changes that nobody has accepted are told, not settled.
//
// Nothing outside the file is ever fetched and nothing in it is run. What is unpacked,
// kept and how deep it may lie is bounded.
package office

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// DOCX reads a Word file. It fails with CodeBrokenFile, CodeExpands, CodeFileLocked and
// when ctx is done; of a file that is cut off it gives what comes before the cut, with a
// remark.
func DOCX(ctx context.Context, data []byte) (reading.Text, error) {
	p, err := openPack(data)
	if err != nil {
		return reading.Text{}, err
	}
	f := &wordFile{ctx: ctx, pack: p, counts: map[string]int{}}
	if err := f.read(); err != nil {
		return reading.Text{}, err
	}
	f.paper.cut = f.paper.cut || p.cut
	return f.paper.told(app.DOCX)
}

// wordFile is a Word file that is being read.
type wordFile struct {
	ctx    context.Context
	pack   *pack
	paper  paper
	main   string            // the part with the text
	rels   map[string]target // of the part that is being read
	styles wordStyles
	lists  wordLists
	notes  map[string]int    // "footnote 2" to its place in paper.notes
	counts map[string]int    // of notes that have been met
	marks  map[string]string // how notes of a kind are numbered
	page   bool              // what heads or ends a page is read
	first  *wordSection      // what heads and ends the first page
}

// target is what a relationship points at: a part of this file, or something outside,
// which is never looked at.
type target struct {
	name    string
	kind    string // the last word of its type: "header", "image" …
	outside bool
}

func (f *wordFile) read() error {
	f.main = f.mainPart()
	rels := f.relations(f.main)
	for _, step := range []struct {
		kind, name string
		read       func(*scanner)
	}{
		{"styles", "styles.xml", f.readStyles},
		{"numbering", "numbering.xml", f.readLists},
		{"settings", "settings.xml", f.readSettings},
		{"footnotes", "footnotes.xml", nil},
		{"endnotes", "endnotes.xml", nil},
	} {
		name := partOf(rels, step.kind, path.Join(path.Dir(f.main), step.name))
		read := step.read
		if read == nil {
			read = func(s *scanner) { f.readNotes(s, strings.TrimSuffix(step.kind, "s")) }
		}
		if err := f.part(name, f.relations(name), read); err != nil {
			return err
		}
	}
	data, err := f.pack.part(f.main)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return broken(f.main, err)
		}
		return err
	}
	f.rels = rels
	s := scan(f.ctx, data)
	found := f.readBody(s)
	if err := s.failed(); err != nil {
		return err
	}
	f.paper.cut = f.paper.cut || s.cut()
	if !found || s.cut() && len(f.paper.body) == 0 {
		return broken(f.main, cmp.Or(s.err, errNoText))
	}
	f.unread()
	return f.furniture()
}

// part reads a part that may be missing, as far as it can be read.
func (f *wordFile) part(name string, rels map[string]target, read func(*scanner)) error {
	data, err := f.pack.part(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	f.rels = rels
	s := scan(f.ctx, data)
	read(s)
	f.paper.cut = f.paper.cut || s.cut()
	return s.failed()
}

// mainPart is the part that the package says is its document.
func (f *wordFile) mainPart() string {
	if name := partOf(f.relations(""), "officeDocument", ""); name != "" {
		return name
	}
	return "word/document.xml"
}

func partOf(rels map[string]target, kind, usual string) string {
	best := ""
	for _, t := range rels {
		if t.kind == kind && !t.outside && (best == "" || t.name < best) {
			best = t.name
		}
	}
	if best == "" {
		return usual
	}
	return best
}

// relations reads what a part points at; "" is the package itself.
func (f *wordFile) relations(part string) map[string]target {
	dir, base := path.Split(part)
	data, err := f.pack.part(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil
	}
	out := map[string]target{}
	s := scan(f.ctx, data)
	s.each(func(elem) {
		s.each(func(e elem) {
			t := target{name: e.get("Target"), kind: path.Base(e.get("Type")), outside: strings.EqualFold(e.get("TargetMode"), "External")}
			if !t.outside && strings.HasPrefix(t.name, "/") {
				t.name = strings.TrimPrefix(path.Clean(t.name), "/")
			} else if !t.outside {
				t.name = strings.TrimPrefix(path.Join("/", dir, t.name), "/")
			}
			if len(out) < 10_000 {
				out[e.get("Id")] = t
			}
		}, nil)
	}, nil)
	return out
}

// unread remarks on parts of the file that are never read or run.
func (f *wordFile) unread() {
	if _, there := f.pack.any(func(n string) bool { return strings.EqualFold(path.Base(n), "vbaProject.bin") }); there {
		f.paper.runs("VBA")
	}
	if _, there := f.pack.any(func(n string) bool { return strings.Contains(strings.ToLower(n), "/activex/") }); there {
		f.paper.runs("ActiveX")
	}
}

// wordSection says which parts head and end the pages of a section.
type wordSection struct {
	title        bool // its first page has its own
	heads, foots map[string]string
}

// furniture reads what heads and ends the first page.
func (f *wordFile) furniture() error {
	if f.first == nil {
		return nil
	}
	rels := f.relations(f.main)
	f.page = true
	read := func(ids map[string]string) (bs []block, err error) {
		id, there := ids["default"]
		if f.first.title {
			id, there = ids["first"]
		}
		t := rels[id]
		if !there || t.outside || t.name == "" {
			return nil, nil
		}
		pictures := f.paper.pictures
		err = f.part(t.name, f.relations(t.name), func(s *scanner) {
			s.each(func(elem) { bs = f.story(s) }, nil)
		})
		f.paper.pictures = pictures // a logotype says nothing
		return bs, err
	}
	var err error
	if f.paper.head, err = read(f.first.heads); err != nil {
		return err
	}
	f.paper.foot, err = read(f.first.foots)
	return err
}
