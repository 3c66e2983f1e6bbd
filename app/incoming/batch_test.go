package incoming

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"yttra/app"
	"yttra/i18n"
)

// put writes files below a folder, and gives the paths of those names.
func put(t *testing.T, files map[string]string) (dir string, path func(string) string) {
	t.Helper()
	dir = t.TempDir()
	path = func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for name, data := range files {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path(name)), 0o755), os.WriteFile(path(name), []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir, path
}

func TestBatch(t *testing.T) {
	_, path := put(t, map[string]string{"a.txt": motionText, "b.txt": motionText, "c.doc": "\xd0\xcf\x11\xe0", "d.eml": string(mailOf("Se bifogat", "x.txt", motionText)), "e.txt": "Motion om bo\n\nJag yrkar\n\natt bo\n\nBo Ek (LL)\n"})
	paths := []string{path("a.txt"), path("b.txt"), path("c.doc"), path("saknas.txt"), path("d.eml"), path("e.txt")}
	var told []int
	kept := map[int]string{}
	report := Batch(context.Background(), New(), paths, BatchOptions{
		Tell: func(done, all int, _ string) {
			if told = append(told, done); all != len(paths) {
				t.Errorf("of %d", all)
			}
		},
		Out: func(n int, p *Paper) (string, error) {
			if kept[n] = p.Name; n == 5 {
				return "", &app.Problem{Code: app.CodeDiskFull, What: p.Name}
			}
			return fmt.Sprint(n), nil
		}})
	if !slices.Equal(told, []int{1, 2, 3, 4, 5, 6}) || len(kept) != 3 || kept[4] != "x.txt" {
		t.Errorf("told %v, kept %v", told, kept)
	}
	if report.Taken() != 2 || report.Same() != 1 || report.Failed() != 3 || report.Stopped() != 0 {
		t.Errorf("%+v", report)
	}
	for i, x := range report.Results {
		if x.Path != paths[i] {
			t.Errorf("%d is %s", i, x.Path)
		}
	}
	r := report.Results
	if r[0].Title != "Fler bänkar" || r[0].Claims != 2 || !slices.Equal(r[0].Movers, []string{"Åsa Öst (FE)"}) || r[0].Written != "0" || len(r[0].SHA256) != 64 {
		t.Errorf("%+v", r[0])
	}
	if r[1].Same != paths[0] || app.CodeOf(r[2].Err) != app.CodeOldWord || app.CodeOf(r[3].Err) != app.CodeNoFile || r[4].Inside != "x.txt" || app.CodeOf(r[5].Err) != app.CodeDiskFull {
		t.Errorf("%+v", r)
	}
}

// What is done when somebody stops it stands; the rest is told.
func TestBatchIsStopped(t *testing.T) {
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("%d %s", i, motionText)
	}
	dir, _ := put(t, files)
	paths, _, err := Choose([]string{dir}, false, "")
	if err != nil || len(paths) != 50 {
		t.Fatal(paths, err)
	}
	ctx, stop := context.WithCancel(context.Background())
	var n atomic.Int32
	report := Batch(ctx, New(), paths, BatchOptions{Out: func(int, *Paper) (string, error) {
		if n.Add(1) == 5 {
			stop()
		}
		return "x", nil
	}})
	if report.Taken() != 5 || report.Stopped() != 45 || report.Failed() != 0 {
		t.Errorf("%d taken, %d stopped, %d failed", report.Taken(), report.Stopped(), report.Failed())
	}
}

// A fault of our own is that file's alone.
func TestBatchGoesOnAfterAFault(t *testing.T) {
	_, path := put(t, map[string]string{"a.txt": motionText, "b.txt": "Motion\n" + motionText})
	report := Batch(context.Background(), New(), []string{path("a.txt"), path("b.txt")}, BatchOptions{Out: func(n int, _ *Paper) (string, error) {
		if n == 0 {
			panic("oops")
		}
		return "x", nil
	}})
	if report.Failed() != 1 || app.CodeOf(report.Results[0].Err) != app.CodeInternal || report.Results[1].Written != "x" {
		t.Errorf("%+v", report)
	}
}

func TestReport(t *testing.T) {
	r := Report{Passed: []string{"k.xlsx"}, Results: []Result{
		{Path: "a.pdf", Written: "ut/a.json", Title: "=Fler bänkar", Claims: 1, Movers: []string{"Åsa Öst (FE)"}, Pages: 2, Format: app.PDF,
			Doubts: []Doubted{{"title", "guessed"}, {"mover", "no_party"}, {"mover", "no_party"}}, Remarks: []app.Remark{{Code: app.RemarkPictures, N: 2}}},
		{Path: "b.pdf", Same: "a.pdf"}, {Path: "c.pdf", Err: &app.Problem{Code: app.CodeScanned, What: "c.pdf"}}, {Path: "d.pdf", Err: &app.Problem{Code: app.CodeCancelled}}, {Path: "e.pdf", Err: errors.New("oj")},
	}}
	for _, lang := range i18n.Languages {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		text := r.Text(w)
		for _, want := range []string{"a.pdf → ut/a.json", "=Fler bänkar", "Åsa Öst (FE)", "b.pdf", "k.xlsx"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", lang, want, text)
			}
		}
		if strings.Contains(text, "[") || strings.Contains(text, "<no value>") || strings.Count(text, w.T("doubt.no_party")) != 1 || len(r.Faults(w)) != 2 {
			t.Errorf("%s:\n%s", lang, text)
		}
		table, err := r.CSV(w)
		if err != nil {
			t.Fatal(err)
		}
		c := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(table), "\ufeff")))
		c.Comma = ';'
		rows, err := c.ReadAll()
		if err != nil || len(rows) != 6 || rows[1][3] != "'=Fler bänkar" {
			t.Errorf("%s: %v %v", lang, rows, err)
		}
		for _, f := range app.SourceKinds {
			for _, key := range []string{"batch.kind." + f.Word()} {
				if !w.Has(key) {
					t.Errorf("%s: no %s", lang, key)
				}
			}
		}
	}
}

func TestChoose(t *testing.T) {
	dir, path := put(t, map[string]string{"b.pdf": "", "a.docx": "", "~$a.docx": "", ".x.pdf": "", "Thumbs.db": "", "k.xlsx": "", "INKOMMET": "", "in/c.odt": "", "in/.git/d.pdf": "", "ut/e.pdf": "", "m.MSG": ""})
	short := func(list []string) string {
		var out []string
		for _, s := range list {
			rel, err := filepath.Rel(dir, s)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, filepath.ToSlash(rel))
		}
		return strings.Join(out, " ")
	}
	files, passed, err := Choose([]string{dir}, true, path("ut"))
	if err != nil || short(files) != "INKOMMET a.docx b.pdf in/c.odt m.MSG" || short(passed) != "k.xlsx" {
		t.Errorf("%s | %s | %v", short(files), short(passed), err)
	}
	if files, _, err = Choose([]string{path("k.xlsx"), dir}, false, ""); err != nil || short(files) != "k.xlsx INKOMMET a.docx b.pdf m.MSG" {
		t.Errorf("%s | %v", short(files), err)
	}
	if _, _, err = Choose([]string{path("saknas")}, false, ""); app.CodeOf(err) != app.CodeNoFile {
		t.Error(err)
	}
}
