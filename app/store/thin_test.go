package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"yttra/app"
)

// A year at the desk: what is kept becomes sparser with age, what somebody named or
// sent never goes, the first and the latest stay, and every version that is listed can
// be read and is what it was.
func TestAYearOfAutosaves(t *testing.T) {
	s, err := OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r := s.(*register)
	random := rand.New(rand.NewPCG(3, 4))
	texts, lasting := map[uint64]string{}, map[uint64]bool{}
	var base uint64
	var at time.Time
	for d := range 365 {
		if d%7 > 4 || d < 350 && random.IntN(3) > 0 {
			continue
		}
		at = noon.AddDate(0, 0, d).Add(-4 * time.Hour)
		for range 40 {
			at = at.Add(time.Duration(1+random.IntN(14)) * time.Minute)
			c := app.Change{Base: base, At: at}
			text := fmt.Sprint("utkast ", base, random.Uint64())
			c.Matter = matter("m", "T", text)
			switch random.IntN(150) {
			case 0:
				c.Name = "namn"
			case 1:
				c.Why = app.WhySent
			}
			base = save(t, s, c).Number
			texts[base], lasting[base] = text, c.Name != "" || c.Why != app.WhyNone
		}
		r.tidying.Wait()
	}
	if err := r.tidy("m", at); err != nil {
		t.Fatal(err)
	}
	revs := revisions(t, s, "m")
	kept := map[uint64]bool{}
	counts := map[time.Duration]int{}
	for i, rev := range revs {
		kept[rev.Number] = true
		m, err := s.LoadRevision("m", rev.Number)
		if err != nil || m.Documents[0].Sections[0].Text != texts[rev.Number] {
			t.Fatalf("version %d: %v", rev.Number, err)
		}
		if i == 0 || i == len(revs)-1 || rev.Lasts() {
			continue
		}
		apart := apartAt(at.Sub(rev.At))
		counts[apart]++
		if before := revs[i+1]; rev.At.Sub(before.At) < apart {
			t.Errorf("%v and %v are closer than %v", before.At, rev.At, apart)
		}
	}
	for n, lasts := range lasting {
		if lasts && !kept[n] {
			t.Errorf("version %d was to be kept", n)
		}
	}
	if !kept[1] || !kept[base] {
		t.Error("the first or the latest has gone")
	}
	if counts[10*time.Minute] == 0 || counts[time.Hour] == 0 || counts[day] == 0 || counts[7*day] < 12 {
		t.Errorf("kept by distance: %v", counts)
	}
	t.Logf("%d saves, %d versions kept: %v", base, len(revs), counts)
}

func TestThinningAndTheClock(t *testing.T) {
	of := func(minutes ...int) (out []app.Revision) {
		for i, m := range minutes {
			out = append(out, app.Revision{Number: uint64(i + 1), At: noon.Add(time.Duration(m) * time.Minute)})
		}
		return out
	}
	for name, c := range map[string]struct {
		revs []app.Revision
		now  int
		want string
	}{
		"none":                       {nil, 0, "[]"},
		"one":                        {of(0), 1 << 20, "[]"},
		"two":                        {of(0, 1), 1 << 20, "[]"},
		"close":                      {of(0, 1, 2, 12, 13), 20, "[2 3]"},
		"set back":                   {of(0, 100, 40, 41, 60), 61, "[4]"},
		"set back before all of it":  {of(0, 100, 200), -10_000_000, "[]"},
		"an hour apart after a day":  {of(0, 20, 40, 60, 80, 2000), 2000, "[2 3 5]"},
		"a day apart after a week":   {of(0, 600, 1400, 1440, 20000), 20000, "[2 3]"},
		"a week apart after a while": {of(0, 1440, 9000, 10080, 11000, 1_000_000), 1_000_000, "[2 3 5]"},
	} {
		if got := fmt.Sprint(superfluous(c.revs, noon.Add(time.Duration(c.now)*time.Minute))); got != c.want {
			t.Errorf("%s: %s may go, want %s", name, got, c.want)
		}
	}
	named := of(0, 1, 2, 3, 4)
	named[2].Name, named[3].Why = "a", app.WhyFinal
	if got := fmt.Sprint(superfluous(named, noon.AddDate(9, 0, 0))); got != "[2]" {
		t.Errorf("%s may go", got)
	}
}

// What nobody saves any more is thinned too.
func TestThinningOfWhatLies(t *testing.T) {
	now := noon
	r, err := openFolder(t.TempDir(), Options{Now: func() time.Time { return now }}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for i := range mostThinned + 20 {
		id := fmt.Sprint("m", i)
		for n := range 2 + 4*(i%100/99) { // few have much
			save(t, r, app.Change{Matter: matter(id, "T", fmt.Sprint(n)), Base: uint64(n), At: now.Add(time.Duration(n) * 15 * time.Minute)})
		}
	}
	now = noon.AddDate(1, 0, 0)
	for range 2 {
		if _, err := r.TidyUp(); err != nil {
			t.Fatal(err)
		}
	}
	for _, i := range []int{99, 199} {
		if got := revisions(t, r, fmt.Sprint("m", i)); len(got) != 2 {
			t.Errorf("%d versions of m%d", len(got), i)
		}
	}
}
