package pdf

import (
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"yttra/reports/layout"
)

// GlyphError names a character that cannot be drawn. Nothing was drawn.
type GlyphError struct {
	Rune rune   // utf8.RuneError for bytes that are no character
	Text string // what it stands in
	Page int    // from 1
}

func (e *GlyphError) Error() string {
	if e.Rune == utf8.RuneError {
		return fmt.Sprintf("page %d: %q is no valid text", e.Page, e.Text)
	}
	return fmt.Sprintf("page %d: no face can draw %q (U+%04X) in %q", e.Page, e.Rune, e.Rune, e.Text)
}

// checkText holds every character that will be drawn against its face: a code has two
// bytes, so U+10000 and above cannot be drawn, and what a face lacks would be an empty box.
func checkText(set layout.Set, faces layout.Measurer) error {
	for n, p := range set.Pages {
		for _, it := range p.Items {
			if it.Kind != layout.Text {
				continue
			}
			if it.Face < layout.Sans || it.Face > layout.SerifItalic {
				return fmt.Errorf("page %d: no face %d", n+1, it.Face)
			}
			if r, ok := drawable(it.S, it.Face, faces); !ok {
				return &GlyphError{Rune: r, Text: it.S, Page: n + 1}
			}
		}
		for _, b := range p.Bookmarks {
			if !utf8.ValidString(b.Title) {
				return &GlyphError{Rune: utf8.RuneError, Text: b.Title, Page: n + 1}
			}
		}
	}
	return nil
}

// drawable gives the first rune of s that the face cannot draw.
func drawable(s string, f layout.Face, faces layout.Measurer) (rune, bool) {
	if !utf8.ValidString(s) {
		return utf8.RuneError, false
	}
	for _, r := range s {
		if r > 0xFFFF || !faces.Has(f, r) {
			return r, false
		}
	}
	return 0, true
}

// finite refuses what would write "NaN" into the file, and text of size 0, which
// gofpdf takes for the last size used.
func finite(it layout.Item) error {
	all := append([]float64{it.X, it.Y, it.X2, it.Y2, it.Size, it.Weight, it.Turn}, it.Dash...)
	for _, c := range it.Points {
		all = append(all, c[0], c[1])
	}
	for _, v := range all {
		if math.IsNaN(v) || math.Abs(v) > 1e5 {
			return errors.New("an item without a place on the page")
		}
	}
	if it.Kind == layout.Text && it.Size <= 0 {
		return errors.New("text without a size")
	}
	return nil
}
