package incoming

import (
	"context"
	"image"
	"time"

	"yttra/app"
	"yttra/app/reading"
	"yttra/app/reading/pdf"
)

// task is what a process apart is told to do.
type task string

const (
	taskWarm task = "warm" // be ready for a file of a format
	taskRead task = "read"
	taskPage task = "page"
	taskScan task = "scan" // which pages of a PDF are pictures
)

// request is a task; the bytes of the file follow it.
type request struct {
	Task   task
	Format app.Format
	Sum    [32]byte // of the file that a page is drawn of
	Page   int
	Width  int                    // in pixels
	Words  map[int][]reading.Word // of pages that were read from pictures
	Size   int                    // of the file that follows; 0: none
	Work   time.Duration          // of the processor, that it may take; 0: any
}

// answer is what came of a task.
type answer struct {
	text  reading.Text
	image *image.RGBA
	scans []int          // pages that are pictures
	sizes []reading.Page // of all pages
}

// do does a task in this process.
func do(ctx context.Context, q request, data []byte) (a answer, err error) {
	switch q.Task {
	case taskWarm:
		err = pdf.Warm()
	case taskScan:
		a.scans, a.sizes, err = pdf.Scans(ctx, data)
	case taskRead:
		if q.Words != nil {
			a.text, err = pdf.ReadWith(ctx, data, q.Words)
			break
		}
		a.text, err = readers[q.Format](ctx, data)
	case taskPage:
		a.image, err = pdf.Page(ctx, q.Sum, data, q.Page, q.Width)
	}
	return a, err
}
