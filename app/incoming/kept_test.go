package incoming

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

// A file that is larger than can be kept leaves its text, and is said not to be there.
func TestTooLargeToKeep(t *testing.T) {
	for size, want := range map[int]app.FileState{app.MostAnnex: app.FileWhole, app.MostAnnex + 1: app.FileGone} {
		data := bytes.Repeat([]byte("x"), size)
		p := &Paper{Name: "stor.pdf", Data: data, Text: reading.Plain("Motion om bänkar")}
		if got := p.Matter("2026-11-22").Motion; got.State() != want {
			t.Errorf("of %d bytes: %s", size, got.State())
		}
	}
	p, err := New().Read(context.Background(), "m.txt", []byte("Motion om bänkar\n"))
	if err != nil || slices.ContainsFunc(p.Text.Remarks, func(r app.Remark) bool { return r.Code == app.RemarkNotKept }) {
		t.Errorf("%+v %v", p, err)
	}
}
