// Package pdf puts a placed document on paper: it draws every item of a
// layout.Set in order, marks what each belongs to, and lets reports/tagging
// finish the file. gofpdf is a pen here and nothing more: it breaks no line and
// no page, and makes no link and no bookmark of its own.
//
// It knows millimetres, ink and marks. It never measures for layout, knows no
// matter and no municipality, and reads no clock: the same Set gives the same
// bytes.
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"

	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/tagging"
)

// Write draws set, measured with faces, and gives a PDF/UA-1 and PDF/A-2a file
// (PDF/A-3a when files ride along). A PDF that cannot follow is a *tagging.AnnexError.
// It stops between two
// pages when ctx is done and then returns ctx's error. progress, which may be
// nil, is called after each page. A character that cannot be drawn is a
// *GlyphError, found before anything is drawn.
func Write(ctx context.Context, set layout.Set, faces *fonts.Faces, progress func(done, total int)) ([]byte, error) {
	if set.Root == nil || len(set.Pages) == 0 {
		return nil, errors.New("draw: no pages or no structure tree")
	}
	if err := checkText(set, faces); err != nil {
		return nil, fmt.Errorf("draw: %w", err)
	}
	drawn, tree, err := drawAll(ctx, set, faces, progress)
	if err != nil {
		return nil, err
	}
	if len(set.Pages) > long {
		runtime.GC() // the pen leaves behind several times what it drew
	}
	for _, f := range set.Files {
		tree.Files = append(tree.Files, tagging.File{Name: f.Name, Desc: f.Title, Date: f.Date, Data: f.Data})
	}
	out, err := tagging.Apply(drawn, tree, info(set.Meta))
	if err != nil {
		return nil, fmt.Errorf("tag: %w", err)
	}
	return out, nil
}

// long is how many pages a paper has whose memory is tidied halfway.
const long = 100

// drawAll holds the boundary to the pen, whose panics become errors here.
func drawAll(ctx context.Context, set layout.Set, faces *fonts.Faces, progress func(done, total int)) (out []byte, t tagging.Tree, err error) {
	at := 0
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("draw page %d: the pen broke: %v", at, r)
		}
	}()
	p := newPen(faces)
	m := newMarker(set, p.gofpdf.RawWriteStr)
	for n, page := range set.Pages {
		at = n + 1
		if err := ctx.Err(); err != nil {
			return nil, t, err
		}
		if err := drawPage(p, m, page); err != nil {
			return nil, t, fmt.Errorf("draw page %d: %w", at, err)
		}
		if progress != nil {
			progress(at, len(set.Pages))
		}
	}
	var b bytes.Buffer
	if err := p.gofpdf.Output(&b); err != nil {
		return nil, t, fmt.Errorf("draw: %w", err)
	}
	t = tagging.Tree{Root: m.nodes[set.Root], Pages: m.pages, Outline: outline(set.Pages), Fonts: p.fonts()}
	for n := range t.Pages {
		t.Pages[n].Kerns = p.kerns[n]
	}
	for _, a := range set.Appended {
		annex, err := tagging.OpenAnnex(a.Data)
		if err != nil {
			return nil, t, fmt.Errorf("append %q: %w", a.Title, err)
		}
		t.Appended = append(t.Appended, tagging.Appended{After: a.After, Node: m.nodes[a.Elem], Annex: annex})
	}
	return b.Bytes(), t, nil
}

func drawPage(p *pen, m *marker, page layout.Page) error {
	p.turnPage()
	m.turnPage()
	for _, it := range page.Items {
		if err := m.enter(it); err != nil {
			return err
		}
		if err := p.draw(it); err != nil {
			return err
		}
	}
	m.leave()
	for _, l := range page.Links {
		if err := m.link(l); err != nil {
			return err
		}
	}
	return p.gofpdf.Error()
}

// outline lists the bookmarks of all pages.
func outline(pages []layout.Page) []tagging.Bookmark {
	var all []tagging.Bookmark
	for n, p := range pages {
		for _, b := range p.Bookmarks {
			all = append(all, tagging.Bookmark{Title: b.Title, Level: b.Level, Page: n, Y: fromBottom(b.Y)})
		}
	}
	return all
}

func info(m layout.Meta) tagging.Info {
	return tagging.Info{Title: m.Title, Author: m.Author, Subject: m.Subject, Reference: m.Reference,
		Status: m.Status, Lang: m.Lang, Date: m.Date, Creator: m.Creator, Rules: m.Rules, Copy: m.Copy, Plain: m.Plain}
}

// ptPerMM is how many points a millimetre has.
const ptPerMM = 72 / 25.4

// points turns a length in mm into points.
func points(mm float64) float64 { return mm * ptPerMM }

// fromBottom turns a height below the page's top in mm into points above its foot.
func fromBottom(mm float64) float64 { return points(layout.PageHeight - mm) }
