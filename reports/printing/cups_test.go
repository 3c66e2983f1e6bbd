//go:build !windows

package printing

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// system puts programs that stand for CUPS first in the path: each is a line of sh.
func system(t *testing.T, programs map[string]string) {
	t.Helper()
	bin := t.TempDir()
	for name, line := range programs {
		if err := os.WriteFile(filepath.Join(bin, name), []byte("#!/bin/sh\n"+line+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin)
	t.Setenv("TMPDIR", t.TempDir())
}

const twoPrinters = `case "$1" in -e) echo hall; echo kansli;; -d) echo "system default destination: kansli";; -p) echo "printer $2 is idle.  enabled since";; esac`

func TestPrinters(t *testing.T) {
	system(t, map[string]string{"lp": "exit 0", "lpstat": twoPrinters})
	if got, err := Printers(); err != nil || !slices.Equal(got, []string{"kansli", "hall"}) {
		t.Errorf("%v, %v", got, err)
	}
	system(t, map[string]string{"lp": "exit 0", "lpstat": "echo 'lpstat: No destinations added.' >&2; exit 1"})
	if _, err := Printers(); app.CodeOf(err) != app.CodeNoPrinter || !strings.Contains(err.Error(), "No destinations") {
		t.Errorf("%v", err)
	}
	system(t, nil)
	if _, err := Printers(); app.CodeOf(err) != app.CodeNoPrinter {
		t.Errorf("%v", err)
	}
}

func TestSendGivesLpWhatWasChosen(t *testing.T) {
	seen := filepath.Join(t.TempDir(), "seen")
	system(t, map[string]string{"lp": `echo "$@" > ` + seen + `; for f; do :; done; /bin/cat "$f" >> ` + seen + `; echo "request id is kansli-7 (1 file(s))"`, "lpstat": twoPrinters})
	path, err := Put([]byte("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	o, err := Send(context.Background(), path, Job{Printer: "kansli", Title: "Yttrande – UN 2026/1", Copies: 3, Pages: []Range{{1, 3}, {5, 5}}, Sides: TwoSided})
	if err != nil || o != (Outcome{Name: "kansli-7"}) {
		t.Fatalf("%+v, %v", o, err)
	}
	data, err := os.ReadFile(seen)
	want := "-o media=A4 -o print-scaling=none -d kansli -t Yttrande – UN 2026/1 -n 3 -o collate=true -P 1-3,5-5 -o sides=two-sided-long-edge -- " + path + "\n%PDF-1.7"
	if err != nil || string(data) != want {
		t.Errorf("%v\n%s\n%s", err, data, want)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the file is left behind: %v", err)
	}
}

func TestSendTellsWhatWentWrong(t *testing.T) {
	system(t, map[string]string{"lp": "echo 'lp: The printer or class does not exist.' >&2; exit 1"})
	path, _ := Put(nil)
	if _, err := Send(context.Background(), path, Job{Printer: "borta"}); app.CodeOf(err) != app.CodeNoPrinter || app.ProblemOf(err).What != "borta" || !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Errorf("the file is left behind: %v", err)
	}
	system(t, map[string]string{"lp": `echo "request id is hall-1 (1 file(s))"`, "lpstat": `echo "printer hall disabled since Sun -"; echo "	Paused"`})
	path, _ = Put(nil)
	if o, err := Send(context.Background(), path, Job{}); err != nil || !o.Stopped {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestPutTidiesAndSaysWhatItCannot(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	old, err := Put([]byte("old"))
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Dir(old)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may read: %v, %v", info.Mode(), err)
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	if _, err := Put([]byte("new")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); !os.IsNotExist(err) {
		t.Errorf("yesterday's file lies there still: %v", err)
	}
	file := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", file)
	if _, err := Put(nil); app.CodeOf(err) != app.CodeNoFile {
		t.Errorf("%v", err)
	}
}

// A real queue prints to a file: pages and their number are those that were
// chosen. .ci/cups sets one up and demands this; elsewhere there is none.
func TestPrintThroughCUPS(t *testing.T) {
	queue, folder := os.Getenv("YTTRA_CUPS_QUEUE"), os.Getenv("YTTRA_CUPS_FOLDER")
	if queue == "" {
		t.Skip("no queue that prints to files: see .ci/cups")
	}
	names, err := Printers()
	if err != nil || !slices.Contains(names, queue) {
		t.Fatalf("%v, %v", names, err)
	}
	data, err := os.ReadFile(os.Getenv("YTTRA_CUPS_PAPER"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		title string
		job   Job
		pages string
	}{{"alla", Job{}, ""}, {"nagra", Job{Copies: 2, Pages: []Range{{2, 3}}, Sides: TwoSided}, "4"}} {
		path, err := Put(data)
		if err != nil {
			t.Fatal(err)
		}
		want := c.pages
		if want == "" {
			want = pagesOf(t, path)
		}
		c.job.Printer, c.job.Title = queue, c.title
		o, err := Send(context.Background(), path, c.job)
		if err != nil || o.Stopped || !strings.HasPrefix(o.Name, queue+"-") {
			t.Fatalf("%+v, %v", o, err)
		}
		if got := pagesOf(t, printed(t, folder, c.title)); got != want {
			t.Errorf("%s: %s pages came out, not %s", c.title, got, want)
		}
	}
}

// printed waits for the file that a job ends in.
func printed(t *testing.T, folder, title string) string {
	t.Helper()
	for range 300 {
		found, err := filepath.Glob(filepath.Join(folder, title+"*.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		if len(found) > 0 {
			data, err := os.ReadFile(found[0])
			if err == nil && bytes.Contains(data, []byte("%%EOF")) {
				return found[0]
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s never came out", title)
	return ""
}

func pagesOf(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdfinfo", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if n, ok := strings.CutPrefix(line, "Pages:"); ok {
			return strings.TrimSpace(n)
		}
	}
	t.Fatalf("%s: no pages told", path)
	return ""
}
