package incoming

import (
	"context"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/intake"
	"yttra/app/reading"
	"yttra/app/reading/ocr"
)

// maxPictures is how many pages of a file are read from pictures: each takes seconds.
const maxPictures = 50

// ReadsPictures tells whether this computer has a program that reads words from
// pictures (tesseract with Swedish). It is asked once.
func (r *Reader) ReadsPictures() bool { return r.pictures() != nil }

// pictures finds the program, or nil.
func (r *Reader) pictures() *ocr.Program {
	r.look.Do(func() { r.ocr = ocr.Find(context.Background()) })
	return r.ocr
}

// TryPictures makes Read, Take and Batch read the pages that are pictures, where there
// is a program for it: as ReadPictures does, without being asked for each file. tell is
// told how many of a file's are read. It is called before anything is read.
func (r *Reader) TryPictures(tell func(name string, done, of int)) { r.tell = tell }

type picturesKey struct{}

// WithPictures is TryPictures for what is done in a context: several files that are taken
// in without a question about each. tell may be nil.
func WithPictures(ctx context.Context, tell func(name string, done, of int)) context.Context {
	if tell == nil {
		tell = func(string, int, int) {}
	}
	return context.WithValue(ctx, picturesKey{}, tell)
}

// HasPictures tells, of what Read gave, that all pages or some are pictures, which
// ReadPictures may read.
func HasPictures(p *Paper, err error) bool {
	if err != nil {
		return app.CodeOf(err) == app.CodeScanned
	}
	return slices.ContainsFunc(p.Text.Remarks, func(m app.Remark) bool { return m.Code == app.RemarkEmptyPages })
}

// picturesIn reads a file once more when it is said to have pages that are pictures.
func (r *Reader) picturesIn(ctx context.Context, name string, data []byte, text reading.Text, err error) (reading.Text, error) {
	tell, asked := ctx.Value(picturesKey{}).(func(string, int, int))
	if !asked {
		tell = r.tell
	}
	if tell == nil || !HasPictures(&Paper{Text: text}, err) || !r.ReadsPictures() {
		return text, err
	}
	return r.fromPictures(ctx, data, func(done, of int) { tell(name, done, of) })
}

// ReadPictures is Read of a PDF whose pages are pictures, all or some of them: a
// program reads them, which takes seconds a page. step, which may be nil, is told how
// many are read, and of how many. The text says that it is machine-read, and where the
// program was not sure. Without a program it fails with CodeScanned.
func (r *Reader) ReadPictures(ctx context.Context, name string, data []byte, step func(done, of int)) (*Paper, error) {
	text, err := r.fromPictures(ctx, data, step)
	if err != nil {
		return nil, reading.Named(name, err)
	}
	if strings.TrimSpace(text.String) == "" {
		return nil, &app.Problem{Code: app.CodeEmpty, What: name}
	}
	return &Paper{Name: name, Data: data, Text: text, Proposal: intake.Read(text)}, nil
}

func (r *Reader) fromPictures(ctx context.Context, data []byte, step func(done, of int)) (reading.Text, error) {
	if reading.Sniff(data) != app.PDF {
		return reading.Text{}, &app.Problem{Code: app.CodeNotPaper}
	}
	found, err := r.ask(ctx, request{Task: taskScan, Format: app.PDF}, data)
	if err != nil {
		return reading.Text{}, err
	}
	program := r.pictures()
	if program == nil || len(found.scans) == 0 {
		a, err := r.ask(ctx, request{Task: taskRead, Format: app.PDF}, data)
		return a.text, err
	}
	words := map[int][]reading.Word{}
	scans := found.scans[:min(len(found.scans), maxPictures)]
	for i, page := range scans {
		if step != nil {
			step(i, len(scans))
		}
		if words[page], err = r.picture(ctx, program, data, page, found.sizes[page]); err != nil {
			return reading.Text{}, err
		}
	}
	if step != nil {
		step(len(scans), len(scans))
	}
	a, err := r.ask(ctx, request{Task: taskRead, Format: app.PDF, Words: words}, data)
	return a.text, err
}

// picture reads the words of one page.
func (r *Reader) picture(ctx context.Context, program *ocr.Program, data []byte, page int, size reading.Page) ([]reading.Word, error) {
	img, err := r.Page(ctx, data, page, int(size.Width*ocr.DPI/72))
	if err != nil {
		return nil, err
	}
	return program.Words(ctx, img, float32(img.Bounds().Dx())*72/max(1, size.Width))
}
