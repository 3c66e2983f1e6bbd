// Package pdf reads PDF files and draws their pages.
//
// PDFium reads them, as WebAssembly in a sandbox: it sees the bytes of the file and
// nothing else of this computer, may take a bounded amount of memory, and is ended
// with the context. What it tells of letters, lines and pictures (Sheet) is then put
// together to paragraphs here, in Go.
package pdf

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"yttra/app"
	"yttra/app/reading"
)

// Read reads a PDF. It fails with CodeFileLocked, CodeScanned, CodeManyPages,
// CodeBrokenFile, CodeTooHungry, CodeNotPaper, and with the cause of the context's end.
func Read(ctx context.Context, data []byte) (reading.Text, error) {
	return ReadWith(ctx, data, nil)
}

// noText is what is wrong with a file that says nothing.
func noText(all []Sheet) error {
	if broken(all) {
		return &app.Problem{Code: app.CodeBrokenFile, Err: errors.New("none of its pages can be opened")}
	}
	return &app.Problem{Code: app.CodeScanned, Where: strconv.Itoa(len(all))}
}

// broken tells whether no page can be opened.
func broken(all []Sheet) bool {
	return !slices.ContainsFunc(all, func(s Sheet) bool { return !s.broken })
}

// scanned tells whether every page that has something on it is a picture.
func scanned(all []Sheet) bool {
	some := false
	for i := range all {
		switch {
		case all[i].Scan:
			some = true
		case all[i].letters() > 0:
			return false
		}
	}
	return some
}
