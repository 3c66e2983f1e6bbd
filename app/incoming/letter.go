package incoming

import (
	"context"
	"strings"

	"yttra/app"
	"yttra/app/intake"
)

const (
	mostInside   = 3  // letters inside each other whose files are read
	mostAttached = 20 // files of a letter that are read to find its paper
	fewWords     = 60 // of a letter that only says that a paper is attached
)

// Attached reads file i of those that came with a letter (Paper.Text.Files), by the same
// road. It fails with the codes of Read; a letter in a letter in a letter is not opened.
func (r *Reader) Attached(ctx context.Context, p *Paper, i int) (*Paper, error) {
	if i < 0 || i >= len(p.Text.Files) {
		return nil, &app.Problem{Code: app.CodeNoFile, What: p.Name}
	}
	f := p.Text.Files[i]
	if p.inside >= mostInside {
		return nil, &app.Problem{Code: app.CodeNotPaper, What: f.Name, Where: "EML"}
	}
	out, err := r.Read(ctx, f.Name, f.Data)
	if err != nil {
		return nil, err
	}
	out.Letter, out.inside = p.Name, p.inside+1
	return out, nil
}

// Main proposes which paper a letter is about: the file that is a motion, remiss or
// skrivelse, by its number and read; -1 and the letter itself where that is it, and for
// all that no files came with. What cannot be read is passed over: it is told when it is chosen.
func (r *Reader) Main(ctx context.Context, p *Paper) (int, *Paper) {
	at, best := -1, p
	read, only := 0, -1
	var first *Paper
	for i := range p.Text.Files[:min(len(p.Text.Files), mostAttached)] {
		a, err := r.Attached(ctx, p, i)
		if err != nil {
			continue
		}
		if a.Text.Format == app.Mail {
			_, a = r.Main(ctx, a)
		}
		if read++; read == 1 {
			only, first = i, a
		}
		more := weight(a) > weight(best)
		if at < 0 && p.Text.Format == app.Mail { // which only says again what is in the file
			more = weight(a) >= weight(best)
		}
		if more && weight(a) > 1 {
			at, best = i, a
		}
	}
	if at < 0 && read == 1 && weight(p) < 2 && len(strings.Fields(p.Text.Body())) < fewWords {
		return only, first
	}
	return at, best
}

// Besides names the files of a letter but for the paper that was taken from it.
func (p *Paper) Besides(main *Paper) []string {
	var out []string
	for _, f := range p.Text.Files {
		if f.Name != main.Name {
			out = append(out, f.Name)
		}
	}
	return out
}

// weight tells how much a paper is one that is answered: 0 not at all.
func weight(p *Paper) int {
	q := p.Proposal
	switch {
	case q.Kind == app.ReferralSource && q.Due.Value != "":
		return 4
	case q.Kind == app.ReferralSource && q.KindDoubt == intake.NoDoubt:
		return 3
	case q.Kind == app.MotionSource && len(q.Claims) > 0 && q.KindDoubt == intake.NoDoubt:
		return 3
	case q.Kind == app.MotionSource && len(q.Claims) > 0, q.Kind == app.LetterSource && len(q.Questions) > 0:
		return 2
	case q.Kind == app.PaperSource:
		return 1
	}
	return 0
}
