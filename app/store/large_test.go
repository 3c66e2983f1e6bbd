package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"yttra/app"
)

// A large register is opened, read at random, saved in and closed; YTTRA_BENCH_ROWS=100000
// is the size that the figures are promised for.
func TestLargeRegister(t *testing.T) {
	n := bulkRows()
	start := time.Now()
	dir := bulk(t, n)
	t.Logf("%d matters filled in %s; %d tables of level zero", n, time.Since(start).Round(time.Second), looseTables(dataIn(dir)))
	for range 3 {
		c := exec.Command(os.Args[0], "-test.run=^$")
		c.Env = append(os.Environ(), opener+"="+dir)
		out, err := c.CombinedOutput()
		if err != nil {
			t.Fatal(err, string(out))
		}
		t.Logf("a process of its own: %s", out)
	}
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(9, 9))
	var loads, saves []time.Duration
	for range 300 {
		id := bulkID(random.IntN(n))
		start := time.Now()
		m, rev, err := r.Load(id)
		if err != nil || m.ID != id {
			t.Fatal(id, err)
		}
		loads = append(loads, time.Since(start))
		m.Documents[0].Sections[random.IntN(12)].Text = prose(random, 800)
		start = time.Now()
		if _, err := r.Save(app.Change{Matter: m, Base: rev.Number, At: noon.Add(time.Hour)}); err != nil {
			t.Fatal(err)
		}
		saves = append(saves, time.Since(start))
	}
	t.Logf("loaded in %s; saved in %s", spread(loads), spread(saves))
	start = time.Now()
	rows, err := r.List()
	if err != nil || rows.Len() != n {
		t.Fatalf("%d rows, %v", rows.Len(), err)
	}
	t.Logf("listed in %.0f ms", time.Since(start).Seconds()*1000)
	start = time.Now()
	if b, _, err := r.BackUp(t.Context(), app.BackupOwn, nil); err != nil {
		t.Fatal(err)
	} else {
		t.Logf("backed up and read back in %.1f s, %d MB", time.Since(start).Seconds(), b.Size>>20)
	}
	start = time.Now()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("closed in %.0f ms; clean: %v; %d bytes in data/ for each matter", time.Since(start).Seconds()*1000, lookBack(dir).clean, sizeOfFolder(dataIn(dir))/uint64(n))
}

// opener is set in a process that opens a register once, and says what it cost.
const opener = "YTTRA_TEST_OPEN_IN"

func openOnce(dir string) int {
	empty, start := resident(), time.Now()
	r, err := openFolder(dir, Options{Child: Itself}, reserve)
	opened, after := time.Since(start), resident()
	if err != nil {
		fmt.Println(err)
		return 1
	}
	rows, err := r.List()
	listed := time.Since(start)
	if err != nil {
		fmt.Println(err)
		return 1
	}
	_, _, err = r.Load(bulkID(0))
	loaded := time.Since(start)
	r.tidying.Wait()
	runtime.GC()
	debug.FreeOSMemory()
	fmt.Printf("opened after %.0f ms, %d rows listed after %.0f ms, one loaded after %.0f ms; %d MB above an empty process when opened, %d MB at rest",
		opened.Seconds()*1000, rows.Len(), listed.Seconds()*1000, loaded.Seconds()*1000, (after-empty)>>20, (resident()-empty)>>20)
	if err = errors.Join(err, r.Close()); err != nil {
		fmt.Println(err)
		return 1
	}
	return 0
}

// spread gives the middle and the slow end of some times.
func spread(times []time.Duration) string {
	slices.Sort(times)
	at := func(p int) float64 { return times[(len(times)-1)*p/100].Seconds() * 1000 }
	return fmt.Sprintf("p50 %.1f ms, p95 %.1f ms, p99 %.1f ms", at(50), at(95), at(99))
}

// resident is the memory of this process, in bytes; 0 where the system does not say.
func resident() (n int64) {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	_, _ = fmt.Sscan(rest, &n)
	return n << 10
}

// Saves, reads, lists and at last a closing run into each other; -race looks on.
func TestAllAtOnce(t *testing.T) {
	for range rounds(3) {
		dir := t.TempDir()
		r, err := openFolder(dir, Options{}, 0)
		if err != nil {
			t.Fatal(err)
		}
		var work, started sync.WaitGroup
		last := make([]uint64, 4)
		started.Add(len(last))
		for i := range last {
			id := fmt.Sprint("m", i)
			work.Go(func() {
				for n := uint64(0); ; n++ {
					if _, err := r.Save(app.Change{Matter: matter(id, fmt.Sprint(n+1), "x"), Base: n, At: noon, Name: "n"}); err != nil {
						return // it is closed
					}
					if last[i] = n + 1; n == 3 {
						started.Done()
					}
				}
			})
			work.Go(func() {
				for {
					_, _, err := r.Load(id)
					_, err2 := r.List()
					_, err3 := r.Revisions(id)
					if err3 != nil && err2 != nil && err != nil {
						return
					}
				}
			})
		}
		work.Go(func() {
			started.Wait() // every writer has been answered, and none has stopped
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		})
		work.Wait()
		s := openIn(t, dir)
		for i, n := range last {
			m, rev, err := s.Load(fmt.Sprint("m", i))
			if err != nil || rev.Number != n || m.Title != fmt.Sprint(n) {
				t.Errorf("m%d: acknowledged %d, found %d: %v", i, n, rev.Number, err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
