package reports

import (
	"context"
	"errors"
	"fmt"

	"yttra/app"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
	"yttra/reports/tagging"
)

// Write makes the PDF of a paper and reads it back: window and terminal have this
// one road. It stops between two pages when ctx is done; step, which may be nil,
// hears of each page. It fails with CodeGlyph and the like before anything is drawn,
// with a code of an annex that cannot follow, with CodeUnproven when the file is
// not what was placed, and with *LeftError when something is left in a copy for the
// web that was removed from it.
func Write(ctx context.Context, in Input, step func(done, total int)) ([]byte, Proof, error) {
	faces := fonts.New()
	set, err := BuildWith(in, faces)
	if err != nil {
		return nil, Proof{}, err
	}
	data, proof, err := WriteSet(ctx, set, faces, step)
	if err == nil {
		err = Clean(in, data)
	}
	if err != nil {
		return nil, proof, err
	}
	return data, proof, nil
}

// WriteSet is Write for pages that have been placed, with the faces they were
// measured with.
func WriteSet(ctx context.Context, set layout.Set, faces *fonts.Faces, step func(done, total int)) ([]byte, Proof, error) {
	data, err := pdf.Write(ctx, set, faces, step)
	if err != nil {
		return nil, Proof{}, fmt.Errorf("make paper: %w", told(err, set))
	}
	proof, err := ReadBack(set, data)
	if err != nil {
		return nil, Proof{}, &app.Problem{Code: app.CodeUnproven, Err: err}
	}
	return data, proof, nil
}

// told gives what stops a file from being made the words' code and place.
func told(err error, set layout.Set) error {
	var missing *pdf.GlyphError
	if errors.As(err, &missing) {
		return &app.Problem{Code: app.CodeGlyph, What: string(missing.Rune), Where: missing.Text, Err: err}
	}
	var annex *tagging.AnnexError
	if !errors.As(err, &annex) {
		return err
	}
	for _, a := range set.Appended { // the first that cannot
		if p := app.ProblemOf(AnnexFault(a.Title, a.Data)); p != nil {
			return p
		}
	}
	return err
}

// annexCodes say why a paper cannot follow another.
var annexCodes = map[tagging.AnnexReason]app.Code{
	tagging.AnnexUnreadable: app.CodeAnnexUnreadable, tagging.AnnexLocked: app.CodeAnnexLocked, tagging.AnnexUntagged: app.CodeAnnexUntagged,
	tagging.AnnexUnarchived: app.CodeAnnexUnarchived, tagging.AnnexActive: app.CodeAnnexActive, tagging.AnnexFonts: app.CodeAnnexFonts,
	tagging.AnnexColours: app.CodeAnnexColours, tagging.AnnexTags: app.CodeAnnexTags,
}

// AnnexFault tells whether a PDF can follow a paper as an annex, so that the whole
// can be read by all and archived. nil: it can. Else it is a *app.Problem with the
// annex's title and, for whoever made it, the place of the fault.
func AnnexFault(title string, data []byte) error {
	_, err := tagging.OpenAnnex(data)
	if err == nil {
		return nil
	}
	p := &app.Problem{Code: app.CodeAnnexUnreadable, What: title, Err: err}
	var fault *tagging.AnnexError
	if errors.As(err, &fault) {
		p.Code, p.Where = annexCodes[fault.Reason], shortened(fault.Where)
	}
	return p
}

// longestPlace is how many letters the place of a fault may have: one in ten thousand
// objects that lead to each other is told object by object.
const longestPlace = 160

func shortened(s string) string {
	if r := []rune(s); len(r) > longestPlace {
		return string(r[:longestPlace]) + " …"
	}
	return s
}
