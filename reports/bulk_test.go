package reports

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
)

// bulk is a paper of at least so many pages of everyday matter: headings, text, lists,
// tables and notes.
func bulk(t testing.TB, pages int, faces *fonts.Faces) layout.Set {
	t.Helper()
	in := response(t)
	d := *in.Document
	d.NoCostSheet = true
	d.Sections = append(d.Sections[:0:0], d.Sections...)
	in.Document = &d
	i := d.Section("assessment")
	once := d.Sections[i].Text
	var b strings.Builder
	for n := range pages + pages/6 {
		fmt.Fprintf(&b, "%s\n\n", strings.NewReplacer("[^gdpr]", fmt.Sprintf("[^gdpr%d]", n), "[^skydd]", fmt.Sprintf("[^skydd%d]", n)).Replace(once))
	}
	d.Sections[i].Text = b.String()
	set, err := BuildWith(in, faces)
	if err != nil || len(set.Pages) < pages {
		t.Fatalf("%d pages, %v", len(set.Pages), err)
	}
	return set
}

// The limits of a paper of 600 pages: a clerk who appends nothing and waits.
const (
	mostSeconds = 3.0
	mostMemory  = 150 << 20 // bytes, of the whole process at its peak
)

// TestSixHundredPages makes a paper of 600 pages in a process of its own, from blocks
// to bytes, and measures the processor's time, which is what a computer with nothing
// else to do takes at most, and the peak of memory. Reading back is measured beside:
// the limits are for the file.
func TestSixHundredPages(t *testing.T) {
	switch os.Getenv("YTTRA_BULK") {
	case "make":
		makeBulk(t, false)
		return
	case "read":
		makeBulk(t, true)
		return
	}
	if testing.Short() || raced {
		t.Skip("a measurement")
	}
	made, peak := bulkProcess(t, "make")
	all, most := bulkProcess(t, "read")
	t.Logf("600 pages: %.2f s, %d MB at the peak; with reading back %.2f s, %d MB", made, peak>>20, all, most>>20)
	if made > mostSeconds {
		t.Errorf("%.2f s", made)
	}
	if peak > mostMemory {
		t.Errorf("%d MB at the peak", peak>>20)
	}
}

// bulkProcess runs this test alone in another process and gives its seconds and its
// peak.
func bulkProcess(t *testing.T, how string) (seconds float64, peak int) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestSixHundredPages$")
	c.Env = append(os.Environ(), "YTTRA_BULK="+how)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	_, line, _ := strings.Cut(string(out), "bulk: ")
	pages := 0
	if _, err := fmt.Sscanf(line, "%d pages, peak %d", &pages, &peak); err != nil || pages < 600 {
		t.Fatalf("%v: %s", err, out)
	}
	return (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), peak
}

func makeBulk(t *testing.T, read bool) {
	faces := fonts.New()
	set := bulk(t, 600, faces)
	data, err := pdf.Write(context.Background(), set, faces, nil)
	if err != nil {
		t.Fatal(err)
	}
	if read {
		if _, err := ReadBack(set, data); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Printf("bulk: %d pages, peak %d\n", len(set.Pages), peak())
}

// peak is the most memory this process has had, as Linux counts it; elsewhere what
// the runtime has asked for.
func peak() int {
	status, err := os.ReadFile("/proc/self/status")
	if err == nil {
		for l := range strings.Lines(string(status)) {
			if f := strings.Fields(l); len(f) == 3 && f[0] == "VmHWM:" {
				if kB, err := strconv.Atoi(f[1]); err == nil {
					return kB << 10
				}
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.Sys)
}

func BenchmarkFile3(b *testing.B)   { benchmarkFile(b, 3) }
func BenchmarkFile30(b *testing.B)  { benchmarkFile(b, 30) }
func BenchmarkFile600(b *testing.B) { benchmarkFile(b, 600) }

// benchmarkFile makes a file and reads it back.
func benchmarkFile(b *testing.B, pages int) {
	faces := fonts.New()
	set := bulk(b, pages, faces)
	b.ReportAllocs()
	for b.Loop() {
		data, err := pdf.Write(context.Background(), set, faces, nil)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := ReadBack(set, data); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(set.Pages)), "pages")
}
