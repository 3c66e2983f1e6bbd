package incoming

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"yttra/app/reading/readingtest"
)

// motion is a motion of four full pages as PDF; no two with different numbers are alike.
func motion(n int) []byte {
	first := []string{"Vänsterpartiet", "", fmt.Sprintf("Motion %d om fler busskort till kommunens unga", n), ""}
	var pages [][]string
	for p := range 4 {
		var lines []string
		if p == 0 {
			lines = append(lines, first...)
		}
		for i := range 40 {
			lines = append(lines, fmt.Sprintf("Ungdomar i kommunen har långt till bussen, och skälen är många: rad %d av motionen.", i+40*p))
		}
		if p == 3 {
			lines = append(lines, "", "Jag yrkar", "", "att nämnden utreder fler busskort, samt", "", "att förslaget kommer till fullmäktige.", "", "Åsa Öst (V)")
		}
		pages = append(pages, lines)
	}
	return readingtest.Pages(pages...)
}

// Four pages from file to proposal, when the process apart is warm: the aim is 150 ms.
func BenchmarkFourPages(b *testing.B) {
	r := Apart(self)
	defer r.Close()
	data := motion(1)
	p, err := r.Read(context.Background(), "m.pdf", data)
	if err != nil || len(p.Proposal.Claims) != 2 {
		b.Fatalf("%v, %+v", err, p)
	}
	for b.Loop() {
		if _, err := r.Read(context.Background(), "m.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(peak(r)), "MB-apart")
}

// A page as it is shown in the window.
func BenchmarkPage(b *testing.B) {
	r := Apart(self)
	defer r.Close()
	data := motion(1)
	for n := 0; b.Loop(); n++ {
		if _, err := r.Page(context.Background(), data, n%4, 900); err != nil {
			b.Fatal(err)
		}
	}
}

// The first file of all, and of a process apart that has to be started for it.
func BenchmarkStart(b *testing.B) {
	data := motion(1)
	for b.Loop() {
		r := Apart(self)
		if _, err := r.Read(context.Background(), "m.pdf", data); err != nil {
			b.Fatal(err)
		}
		_ = r.Close()
	}
}

// Many motions on one core: the aim is 200 a minute. The process apart and this one are
// held to one thread each, and are never busy at the same time but for Batch's two.
func BenchmarkBatch(b *testing.B) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b.Setenv("GOMAXPROCS", "1")
	dir := b.TempDir()
	var paths []string
	for n := range 40 {
		path := filepath.Join(dir, fmt.Sprintf("motion-%d.pdf", n))
		if err := os.WriteFile(path, motion(n), 0o600); err != nil {
			b.Fatal(err)
		}
		paths = append(paths, path)
	}
	r := Apart(self)
	defer r.Close()
	begun, done := time.Now(), 0
	for b.Loop() {
		report := Batch(context.Background(), r, paths, BatchOptions{Out: func(int, *Paper) (string, error) { return "", nil }})
		if report.Taken() != len(paths) {
			b.Fatalf("%d taken", report.Taken())
		}
		done += len(paths)
	}
	b.ReportMetric(float64(done)/time.Since(begun).Minutes(), "motions/min")
}

// After a batch, nothing of it is held: the process apart has ended, and here is what
// was here before.
func TestMemoryIsBackToRest(t *testing.T) {
	r := apartForTest(t)
	r.rest = 50 * time.Millisecond
	before := held()
	for n := range 20 {
		if p, err := r.Read(context.Background(), "m.pdf", motion(n)); err != nil || !strings.Contains(p.Text.String, "busskort") {
			t.Fatal(err)
		}
	}
	most := peak(r)
	for begun := time.Now(); time.Since(begun) < longest && peak(r) > 0; time.Sleep(10 * time.Millisecond) {
	}
	if peak(r) != 0 || most > 150 {
		t.Errorf("the process apart took %d MB, and holds %d", most, peak(r))
	}
	if now := held(); now > before+8<<20 {
		t.Errorf("%d bytes are held here, %d before", now, before)
	}
	t.Logf("%d MB apart at most; here %d kB before, %d kB after", most, before>>10, held()>>10)
}

func held() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
