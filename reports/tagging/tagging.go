// Package tagging makes a drawn PDF readable by ear and fit for the archive:
// it takes the bytes of a file, the structure tree and what is said about the
// document, and gives the bytes of a file that is PDF/UA-1 and PDF/A-2a. It
// also reads such files back (read.go) and holds them against the rules
// (check.go).
//
// It knows PDF objects, and nothing of pens, pages' contents or matters. It
// never touches a disk, a clock or the network.
package tagging

import (
	"errors"
	"fmt"
)

// Apply finishes src: a file with a classic cross-reference table whose page
// contents already carry marks, and whose fonts are names. The tree must name every mark exactly once. What
// is appended goes in page by page, with its tags. The kerning in the tree is used
// up. The same input gives the same bytes.
func Apply(src []byte, t Tree, i Info) ([]byte, error) {
	if err := i.complete(); err != nil {
		return nil, fmt.Errorf("describe the file: %w", err)
	}
	f, err := parse(src)
	if err != nil {
		return nil, fmt.Errorf("read the drawn file: %w", err)
	}
	pages, err := f.pages()
	if err != nil {
		return nil, fmt.Errorf("read the drawn file: %w", err)
	}
	if len(pages) != len(t.Pages) {
		return nil, fmt.Errorf("read the drawn file: %d pages drawn, %d described", len(pages), len(t.Pages))
	}
	links, err := finishPages(f, pages, t)
	if err != nil {
		return nil, err
	}
	if err := addFonts(f, t.Fonts); err != nil {
		return nil, fmt.Errorf("embed the fonts: %w", err)
	}
	root, outline, err := addStructure(f, pages, links, t)
	if err != nil {
		return nil, fmt.Errorf("write the structure tree: %w", err)
	}
	if err := finishCatalog(f, root, pages, outline, t.Files, i); err != nil {
		return nil, fmt.Errorf("write the catalog: %w", err)
	}
	return f.bytes()
}

// finishPages kerns each page's text, ties the page to the parent tree and
// makes its links. It gives the links' references by page.
func finishPages(f *file, pages []ref, t Tree) ([][]ref, error) {
	links := make([][]ref, len(pages))
	key := len(pages) // parent tree keys: the pages first, then the links
	for n, r := range pages {
		d := f.dict(r)
		if d.get("Annots") != nil {
			return nil, fmt.Errorf("page %d: an annotation that is not in the tree", n+1)
		}
		if err := finishContent(f, d, t.Pages[n]); err != nil {
			return nil, fmt.Errorf("read page %d: %w", n+1, err)
		}
		t.Pages[n].Kerns = nil // it has been put to use, and is large
		d.drop("Group")        // nothing is transparent
		d.set("StructParents", n)
		d.set("Tabs", name("S"))
		annots := array{}
		for _, l := range t.Pages[n].Links {
			a, err := l.annotation(pages, key)
			if err != nil {
				return nil, fmt.Errorf("link on page %d: %w", n+1, err)
			}
			key++
			annots = append(annots, f.add(a))
			links[n] = append(links[n], annots[len(annots)-1].(ref))
		}
		if len(annots) > 0 {
			d.set("Annots", annots)
		}
	}
	return links, nil
}

// finishContent kerns a page and holds its marks against what the tree says.
func finishContent(f *file, d *dict, p Page) error {
	s := f.stream(d.get("Contents"))
	if s == nil {
		return errors.New("it has no contents")
	}
	content, err := s.plain()
	if err != nil {
		return err
	}
	kerned, marks, err := kern(content, p.Kerns)
	if err != nil {
		return err
	}
	if marks != p.Marks {
		return fmt.Errorf("%d marks drawn, %d described", marks, p.Marks)
	}
	s.pack(kerned)
	return nil
}

// finishCatalog says what the file is, in which language, and in which colours.
func finishCatalog(f *file, structure ref, pages []ref, outline []Bookmark, files []File, i Info) error {
	cat := f.dict(f.trailer.get("Root"))
	for _, k := range []name{"Names", "OpenAction", "Outlines", "PageMode"} {
		cat.drop(k)
	}
	if len(outline) > 0 {
		o, err := addOutline(f, pages, outline)
		if err != nil {
			return err
		}
		cat.set("Outlines", o)
		cat.set("PageMode", name("UseOutlines"))
	}
	cat.set("Lang", text(i.Lang))
	cat.set("MarkInfo", newDict("Marked", raw("true")))
	cat.set("ViewerPreferences", newDict("DisplayDocTitle", raw("true")))
	cat.set("StructTreeRoot", structure)
	archive := i.archive(len(files) > 0)
	cat.set("Metadata", f.add(&stream{dict: newDict("Type", name("Metadata"), "Subtype", name("XML")), data: i.xmp(archive)}))
	if archive != "" {
		addProfile(f, cat)
	}
	addFiles(f, cat, files, i.Date)
	f.trailer.set("Info", f.add(i.dict()))
	return nil
}

// addProfile says in which colours the file is to be shown.
func addProfile(f *file, cat *dict) {
	profile := &stream{dict: newDict("N", 3)}
	profile.pack(srgb())
	cat.set("OutputIntents", array{newDict(
		"Type", name("OutputIntent"), "S", name("GTS_PDFA1"),
		"OutputConditionIdentifier", text("sRGB"), "Info", text("sRGB IEC61966-2.1"),
		"DestOutputProfile", f.add(profile))})
}
