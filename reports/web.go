package reports

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/privacy"
	"yttra/app/webcopy"
	"yttra/reports/tagging"
)

// OfWeb gathers what the paper of a copy for the web is made from, as Of does: its
// letterhead and metadata say that it is one. limits and day are those the estimate is summed by.
func OfWeb(p *packs.Packs, c *webcopy.Copy, limits []app.Threshold, day app.Date, creator string) (Input, error) {
	sums := cost.Compare(c.Matter.Estimate, limits, day).Follow(p.Buying)
	in, err := Of(p, c.Matter, c.Document, c.Profile, sums, creator)
	if err != nil {
		return in, err
	}
	in.Copy, in.Gone = app.WebCopy, c.Gone
	return in, nil
}

// copy is what a paper calls a copy that is not the full one.
func (m *maker) copy() string {
	if m.in.Copy == app.WebCopy {
		return m.l.WebCopy
	}
	return ""
}

// LeftError is something that was to be gone and is left in a finished file.
type LeftError struct {
	Words string // as they stand there; empty for a file inside the file
	Where tagging.Where
	Page  int // from 1, when Where is a page
}

func (e *LeftError) Error() string {
	return fmt.Sprintf("left in the file: %q: %s %d", e.Words, e.Where, e.Page)
}

// leastLoose is how many letters words must have to be believed where there may be
// no text at all.
const leastLoose = 5

// Clean looks through a finished file of a copy for the web for everything that was
// removed, wherever a text may lie in it: on pages and over the ends of lines and
// pages, in metadata, bookmarks, links and alternative texts, in every string and
// stream. It fails with *LeftError. Other copies are not looked through.
func Clean(in Input, data []byte) error {
	if in.Copy != app.WebCopy {
		return nil
	}
	pieces, err := tagging.Texts(data, privacy.Seam)
	if err != nil {
		return fmt.Errorf("look through the file: %w", err)
	}
	for _, p := range pieces {
		if p.Where == tagging.Attached {
			return &LeftError{Where: p.Where} // nobody has masked it
		}
		for _, f := range in.Gone.Find(p.Text) {
			if words := p.Text[f.Span.Start:f.Span.End]; !p.Loose || utf8.RuneCountInString(words) >= leastLoose {
				return &LeftError{Words: seamless(words), Where: p.Where, Page: p.Page}
			}
		}
	}
	return nil
}

// seamless is a text without its seams, to be shown.
func seamless(s string) string {
	return string(slices.DeleteFunc([]rune(s), func(r rune) bool { return r == privacy.Seam }))
}
