package cli

import (
	"context"
	"path/filepath"
	"strings"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/app/reading"
)

// paper is what check was given: a matter file, or a finished paper made into a matter
// with one document.
type paper struct {
	matter *app.Matter
	plain  bool
	at     func(doc, section, offset int) int // byte in the file, or in the text that was read of it
	page   func(doc int, at app.Place) int    // from 1; 0: it has no pages
}

// open reads a matter file (.json), or a finished paper of any format that comes in.
func (f *face) open(ctx context.Context, p *packs.Packs, path, kind string) (*paper, error) {
	if looksLikeMatter(path) {
		return openMatter(path)
	}
	read, err := f.take(ctx, path)
	if err != nil {
		return nil, err
	}
	return fromText(p, read.Text, kind), nil
}

func openMatter(path string) (*paper, error) {
	m, data, err := readMatter(path)
	if err != nil {
		return nil, err
	}
	return &paper{matter: m, at: offsetsIn(data), page: func(int, app.Place) int { return 0 }}, nil
}

// offsetsIn finds places in a matter file when the first of them is asked for: a paper
// without findings asks for none, and its file may be large. A place that is not found
// is -1.
func offsetsIn(data []byte) func(doc, section, offset int) int {
	var at func(doc, section, offset int) int
	return func(doc, section, offset int) int {
		if at == nil {
			var err error
			if at, err = intake.SectionOffsets(data); err != nil { // not of a file that has been read as a matter
				at = func(int, int, int) int { return -1 }
			}
			data = nil
		}
		return at(doc, section, offset)
	}
}

func fromText(p *packs.Packs, text reading.Text, kind string) *paper {
	m, offsets := incoming.Finished(p, text, kind)
	return &paper{matter: m, plain: true, at: func(_, section, offset int) int {
		return text.Source(offsets[section] + offset)
	}, page: func(_ int, at app.Place) int {
		from := offsets[at.Section]
		for _, l := range text.On(app.Span{Start: from + at.Span.Start, End: from + at.Span.End}) {
			return l.Page + 1
		}
		return 0
	}}
}

func looksLikeMatter(path string) bool { return strings.EqualFold(filepath.Ext(path), ".json") }

// documents gives the indexes to check: the one named, those of the kind, or all.
func (p *paper) documents(kind, id string) ([]int, error) {
	var out []int
	for i, d := range p.matter.Documents {
		if (id == "" || d.ID == id) && (p.plain || kind == "" || d.Kind == kind) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return nil, &app.Problem{Code: app.CodeNoDocument, What: id + kind}
	}
	return out, nil
}

// span gives a place as bytes in the file.
func (p *paper) span(doc int, at app.Place) (start, end int) {
	if at.Section < 0 {
		return 0, 0
	}
	return p.at(doc, at.Section, at.Span.Start), p.at(doc, at.Section, at.Span.End)
}

// pageOf gives the page that a place stands on, from 1; 0 where there are none.
func (p *paper) pageOf(doc int, at app.Place) int {
	if at.Section < 0 {
		return 0
	}
	return p.page(doc, at)
}
