package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// shortProse is a register of short texts.
func shortProse(n int) (shelf, []string) {
	s := shelf{}
	var ids []string
	for i := range n {
		id := proseID(i)
		s[id], ids = opinion(proseText(i, 300)), append(ids, id)
	}
	return s, ids
}

var damageQueries = []string{"nämnden", "kommun", "plan", "barnets", "sk", `"barnets bästa"`, "verksamhet -kommun"}

// truth is what an index that nothing has happened to finds.
func truth(t *testing.T, s shelf, ids []string) [][]string {
	t.Helper()
	x := kept(t, s, "")
	return answersOf(t, x, s, ids)
}

func answersOf(t *testing.T, x *Texts, s shelf, ids []string) (out [][]string) {
	t.Helper()
	for _, text := range damageQueries {
		q := Parse(text)
		a, err := x.Search(t.Context(), s.rows(), q, func(int, int) {})
		if err != nil {
			t.Fatal(err)
		}
		for a.Rest > 0 {
			a = x.Go(t.Context(), a, time.Minute)
		}
		out = append(out, having(a, q, ids...))
	}
	return out
}

func same(a, b [][]string) bool { return slices.EqualFunc(a, b, slices.Equal[[]string]) }

// sown makes an index of several files with texts that are gone, and gives its folder.
func sown(t *testing.T, s shelf, ids []string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "search")
	for part := range 3 {
		x := New(s, folder)
		some := shelf{}
		for _, id := range ids[:len(ids)*(part+1)/3] {
			some[id] = s[id]
		}
		rows := some.rows()[0].List()
		if part == 1 {
			rows[0].Revision = 7 // one is older than it ought to be
		}
		if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		x.Settle()
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Damages of every kind, in every file: what is found is what is there, and nobody is
// told that the index was made anew.
func TestDamagedIndexIsMadeAnewSilently(t *testing.T) {
	s, ids := shortProse(120)
	want, folder := truth(t, s, ids), sown(t, s, ids)
	r := rand.New(rand.NewPCG(proseSeed, 1))
	rounds := 40
	if os.Getenv("YTTRA_LONG") != "" {
		rounds = 1000
	}
	anew := 0
	for round := range rounds {
		hurt := filepath.Join(t.TempDir(), "search")
		if err := os.CopyFS(hurt, os.DirFS(folder)); err != nil {
			t.Fatal(err)
		}
		what := hurtOne(t, r, hurt)
		loads := &counted{shelf: s}
		x := New(loads, hurt)
		if err := x.Keep(t.Context(), s.rows(), func(int, int) {}); err != nil {
			t.Fatalf("round %d, %s: %v", round, what, err)
		}
		if loads.n > len(ids)/2 {
			anew++
		}
		if got := answersOf(t, x, s, ids); !same(got, want) {
			t.Fatalf("round %d, %s: other matters are found than there are", round, what)
		}
		if err := x.Close(); err != nil {
			t.Fatalf("round %d, %s: %v", round, what, err)
		}
	}
	t.Logf("%d damages, %d times the index was made anew", rounds, anew)
	if anew < rounds*9/10 { // a file that nothing names may be what was hurt
		t.Errorf("of %d damages %d were noticed", rounds, anew)
	}
}

// hurtOne damages a file of a folder, and tells how.
func hurtOne(t *testing.T, r *rand.Rand, folder string) string {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, files[r.IntN(len(files))].Name())
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := r.IntN(len(data))
	what := ""
	switch r.IntN(5) {
	case 0:
		what, data[at] = "a bit", data[at]^1<<r.IntN(8)
	case 1:
		what, data = "cut", data[:at]
	case 2:
		what = "zeroed"
		for i := at; i < min(len(data), at+4096); i++ {
			data[i] = 0
		}
		data[at] = data[at] ^ 1
	case 3:
		what, data = "longer", append(data, data[at:]...)
	default:
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		return "removed " + filepath.Base(path)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(what, " ", filepath.Base(path), " at ", at)
}

// A file that is cut while it is open would end the process when it is read.
func TestFileCutWhileItIsOpen(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows lets nobody cut a file that is open")
	}
	s, ids := shortProse(120)
	want, folder := truth(t, s, ids), sown(t, s, ids)
	x := New(s, folder)
	if err := x.Keep(t.Context(), s.rows(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"+ending))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		if err := os.Truncate(f, 0); err != nil {
			t.Fatal(err)
		}
	}
	if got := answersOf(t, x, s, ids); !same(got, want) {
		t.Error("other matters are found than there are")
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

// What a process that is killed while texts are read leaves behind is gone on from.
func TestKilledWhileTextsAreRead(t *testing.T) {
	const batch = 60
	s, ids := shortProse(9 * batch)
	want := truth(t, s, ids)
	folder, left := filepath.Join(t.TempDir(), "search"), filepath.Join(t.TempDir(), "left")
	x := New(s, folder)
	x.batch = batch
	ctx, cancel := context.WithCancel(t.Context())
	err := x.Keep(ctx, s.rows(), func(done, total int) {
		if done == 8*batch {
			if err := os.CopyFS(left, os.DirFS(folder)); err != nil {
				t.Error(err)
			}
			cancel()
		}
	})
	if err == nil {
		t.Error("it was not stopped")
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	loads := &counted{shelf: s}
	x = New(loads, left)
	if err := x.Keep(t.Context(), s.rows(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if loads.n > 2*batch {
		t.Errorf("%d texts of %d were read anew", loads.n, len(ids))
	}
	if got := answersOf(t, x, s, ids); !same(got, want) {
		t.Error("other matters are found than there are")
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

// The words of a matter that is erased are in no file any more, those of its older
// versions neither.
func TestErasedWordsAreInNoFile(t *testing.T) {
	s, ids := shortProse(30)
	secret, other := ids[7], ids[8]
	s[secret] = opinion("Sökanden heter Quxelina Vrångström.")
	folder := sown(t, s, ids)
	s[secret] = opinion("Sökanden heter något annat, Wzyxlund.")
	x := New(s, folder)
	rows := s.rows()[0].List()
	for i := range rows {
		if rows[i].ID == secret {
			rows[i].Revision = 2
		}
	}
	if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	x = New(s, folder)
	rows = slices.DeleteFunc(rows, func(r app.Row) bool { return r.ID == secret })
	if err := x.Forget([]app.Rows{app.NewRows(rows)}); err != nil {
		t.Fatal(err)
	}
	for _, seg := range x.x.l.segs {
		for _, w := range []string{"quxelin", "vrångström", "wzyxlund"} {
			if strings.Contains(seg.roots.text, w) {
				t.Errorf("%s is in %q", w, seg.file)
			}
		}
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), secret) || !strings.Contains(string(data), other) && strings.HasSuffix(f.Name(), ending) && len(files) == 2 {
			t.Errorf("%s names what was erased, or not what is left", f.Name())
		}
	}
}
