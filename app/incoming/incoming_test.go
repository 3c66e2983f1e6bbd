package incoming

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"yttra/app"
)

func TestTextFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "motion åäö.txt")
	motion := "Motion om fler bänkar\n\nJag yrkar\n\natt kommunen ställer ut fler bänkar.\n\nÅsa Öst (FE)\n"
	if err := os.WriteFile(path, []byte(motion), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := New().Take(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	m := p.Matter("2026-11-22")
	if m.Title != "Fler bänkar" || len(m.Claims) != 1 || len(m.Movers) != 1 {
		t.Errorf("%+v", m)
	}
	if s := m.Motion; s.Name != "motion åäö.txt" || s.Format != app.PlainText || s.Taken != "2026-11-22" || string(s.Data) != motion || len(s.SHA256) != 64 {
		t.Errorf("%+v", s)
	}
}

func TestNotPapers(t *testing.T) {
	for in, want := range map[string]app.Code{"\x89PNG\r\n": app.CodeNotPaper, "\xd0\xcf\x11\xe0": app.CodeOldWord, "\xd0\xcf\x11\xe0E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00": app.CodeFileLocked, " \n ": app.CodeEmpty, "PK\x03\x04 xl/workbook.xml": app.CodeNotPaper} {
		if _, err := New().Read(context.Background(), "motion.txt", []byte(in)); app.CodeOf(err) != want {
			t.Errorf("%q: %v", in, err)
		}
	}
}
