// Package incoming takes in a file that somebody sent: what it says (app/reading and
// its rooms), what it seems to be (app/intake), and the file itself, kept as it came.
//
// It is the one road for a foreign file, for the window and the terminal alike. It
// decides nothing: a person reads the proposal beside the original and mends it.
package incoming

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"yttra/app"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/app/reading"
)

// Paper is a file that was taken in.
type Paper struct {
	Name     string // without folders
	Data     []byte // as it came
	Text     reading.Text
	Proposal intake.Proposal
	Rules    *packs.Packs // the kinds of paper that a finished one may be; nil: those that are built in
	Letter   string       // the name of the letter that it came with; empty: by itself
	inside   int          // how many letters it lay in
}

// Take reads the file of a path. It fails with the codes of Read, and with CodeNoFile
// when the file cannot be read.
func (r *Reader) Take(ctx context.Context, path string) (*Paper, error) {
	data, err := reading.Bytes(path)
	if err != nil {
		return nil, err
	}
	return r.Read(ctx, filepath.Base(path), data)
}

// Read reads the bytes of a file of a name.
func (r *Reader) Read(ctx context.Context, name string, data []byte) (*Paper, error) {
	text, err := r.Text(ctx, name, data)
	if err != nil {
		return nil, err
	}
	if !keeps(data) {
		text.Remarks = append(text.Remarks, app.Remark{Code: app.RemarkNotKept})
	}
	return &Paper{Name: name, Data: data, Text: text, Proposal: intake.Read(text)}, nil
}

// keeps tells whether a file is small enough to be kept with its matter.
func keeps(data []byte) bool { return len(data) <= app.MostAnnex }

// Matter makes a new matter of what is proposed, with the paper it came from. It has no
// identity yet. today is the day it is taken in.
func (p *Paper) Matter(today app.Date) *app.Matter {
	m := p.Proposal.Matter()
	sum := sha256.Sum256(p.Data)
	m.Motion.Name, m.Motion.Format, m.Motion.Taken, m.Motion.SHA256 = p.Name, p.Text.Format, today, hex.EncodeToString(sum[:])
	m.Motion.Pages, m.Motion.Data, m.Motion.Remarks = len(p.Text.Pages), p.Data, p.Text.Remarks
	if !keeps(p.Data) {
		m.Motion.Data = nil
	}
	if p.Proposal.Kind == app.PaperSource {
		p.finished(m)
	}
	return m
}
