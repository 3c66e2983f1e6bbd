// Package letter reads what is written for a screen or a post rather than for paper:
// web pages, RTF and e-mail.
//
// Everything is read in one pass over the bytes with a bounded depth, so that work and
// memory grow with the file and no faster. Nothing is fetched, run or unpacked: what a
// page points at is not looked for, and the files of a letter are handed on as they are.
package letter

import (
	"context"
	"fmt"

	"yttra/app"
	"yttra/app/reading"
)

const (
	deepest     = 256     // tags, groups or parts inside each other that are told apart
	mostRemarks = 500     // that are made of one file
	mostMade    = 400_000 // paragraphs and runs of one file
	longestSaid = 2000    // bytes of deleted words that a remark repeats
)

// small refuses what is larger than a text may be.
func small(data []byte) error {
	if len(data) > reading.MaxBytes {
		return &app.Problem{Code: app.CodeTooLarge, Where: fmt.Sprintf("%d MB", reading.MaxBytes>>20)}
	}
	return nil
}

// beat looks now and then whether somebody has stopped the work, and counts what is made.
type beat struct {
	ctx  context.Context
	n    int
	made int // paragraphs, and runs in them
}

// full tells that no more paragraphs are read.
func (b *beat) full() bool { return b.made > mostMade }

func (b *beat) err() error {
	if b.n++; b.n%4096 != 0 {
		return nil
	}
	return b.ctx.Err()
}
