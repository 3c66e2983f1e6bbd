package search

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// proseRegister is a register of invented prose, made when it is read.
type proseRegister struct{}

func (proseRegister) Load(id string) (*app.Matter, app.Revision, error) {
	i, err := strconv.Atoi(strings.TrimLeft(strings.TrimPrefix(id, "MATTER"), "0") + "")
	if err != nil && strings.Trim(id, "MATER0") != "" {
		return nil, app.Revision{}, err
	}
	return proseMatter(i), app.Revision{}, nil
}

func proseRows(n int) []app.Row {
	out := make([]app.Row, n)
	for i := range out {
		out[i] = app.Row{ID: proseID(i), Revision: 1, Saved: time.Unix(int64(1_800_000_000-i), 0)}
	}
	return out
}

// proseQueries are what is asked of it, by kind.
var proseQueries = []struct {
	kind    string
	queries []string
}{
	{"common word", []string{"kommun", "nämnden", "beslut", "skolor", "ärendet", "kostnader"}},
	{"rare word", []string{proseWord(400_000), proseWord(700_001), proseWord(1_200_003), proseWord(1_900_007)}},
	{"part of a compound", []string{"kamera", "lekplats", "jämställdhet", "skogs"}},
	{"2 letters", []string{"ko", "sk", "än", "öv"}},
	{"3 letters", []string{"kom", "sko", "kam", "öve"}},
	{"5 letters", []string{"kommu", "skolo", "kamer", "överv"}},
	{"two words", []string{"kamera skola", "nämnden kostnader", "cykelväg budget", "barn avgift"}},
	{"a phrase", []string{`"barnets bästa"`, `"tekniska nämnden"`, `"en samlad bedömning"`, `"vårdnadshavarens samtycke"`}},
	{"a word without another", []string{"kommun -skola", "kamera -nämnden"}},
	{"nothing", []string{"kamrea", "xylofonist", "zzzz"}},
}

// TestBigRegister measures the search in a register of YTTRA_SEARCH_MATTERS matters,
// whose index is kept in YTTRA_SEARCH_FOLDER when it is named.
func TestBigRegister(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("YTTRA_SEARCH_MATTERS"))
	if err != nil {
		t.Skip("YTTRA_SEARCH_MATTERS names no number")
	}
	folder := os.Getenv("YTTRA_SEARCH_FOLDER")
	if folder == "" {
		folder = filepath.Join(t.TempDir(), "search")
	}
	x := New(proseRegister{}, folder)
	rows := proseRows(n)
	start := time.Now()
	if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, func(done, total int) {
		if done%10_000 == 0 {
			t.Log(done, time.Since(start))
		}
	}); err != nil {
		t.Fatal(err)
	}
	t.Log("kept", time.Since(start))
	x.Settle()
	t.Log("settled", time.Since(start), memory())
	terms := 0
	for _, s := range x.x.l.segs {
		terms += strings.Count(s.roots.text, "\n")
		t.Log("segment", s.file, len(s.keys), s.size, len(s.roots.text))
	}
	t.Log(terms, "terms")
	for _, k := range proseQueries {
		var took []time.Duration
		for _, text := range k.queries {
			q := Parse(text)
			for range 9 {
				start := time.Now()
				a, err := x.Find(t.Context(), q)
				if err != nil {
					t.Fatal(err)
				}
				took = append(took, time.Since(start))
				if len(took)%9 == 0 {
					t.Log(text, a.total(q).Count(), took[len(took)-1], a.Near, a.Rest)
				}
			}
		}
		slices.Sort(took)
		t.Logf("%-24s p50 %8v  p99 %8v", k.kind, took[len(took)/2].Round(10*time.Microsecond), took[len(took)*99/100].Round(10*time.Microsecond))
	}
	start = time.Now()
	rows[n/2].Revision = 2
	if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	t.Log("one changed", time.Since(start), memory())
	start = time.Now()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	t.Log("closed", time.Since(start))
	start = time.Now()
	x = New(proseRegister{}, folder)
	if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	t.Log("opened", time.Since(start), memory())
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

func memory() string {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	status, _ := os.ReadFile("/proc/self/status")
	var rss []string
	for _, l := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(l, "VmRSS") || strings.HasPrefix(l, "RssAnon") {
			rss = append(rss, strings.Join(strings.Fields(l), " "))
		}
	}
	return fmt.Sprint("heap ", m.HeapAlloc>>20, " MB ", rss)
}
