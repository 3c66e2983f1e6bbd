package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

func told(t *testing.T, s app.Trail, f app.EventFilter) []app.Event {
	t.Helper()
	out, err := s.Events(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// acts writes events as a line: what was done, oldest first.
func acts(all []app.Event) string {
	var out []string
	for _, e := range all {
		out = append([]string{string(e.Action)}, out...)
	}
	return strings.Join(out, " ")
}

func whole(t *testing.T, s app.Trail, known ...app.TrailHead) app.TrailCheck {
	t.Helper()
	c, err := s.CheckTrail(known, nil)
	if err != nil || !c.Whole() {
		t.Errorf("the chain does not hold: %+v, %v", c.Faults, err)
	}
	return c
}

// busy is a register in which this and that was done.
func busy(t *testing.T, dir string) *register {
	t.Helper()
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	r.o.Now = func() time.Time { return noon }
	if err := r.SaveProfile(app.Profile{Officer: app.Person{Name: "Eva Åkesson"}}); err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("m", "T", "x"), At: noon})
	save(t, r, app.Change{Matter: matter("m", "T", "y"), Base: 1, At: noon.Add(time.Minute), Name: "Till nämnden", By: "Bo Ek"})
	save(t, r, app.Change{Matter: matter("m", "T", "z"), Base: 2, At: noon.Add(2 * time.Minute)})
	save(t, r, app.Change{Matter: matter("m", "T", "z"), Base: 3, At: noon.Add(3 * time.Minute), Events: []app.Event{
		{Action: app.ActWaived, About: "prop-alt-01", Document: "d", Reason: "Avser bara en skola."},
		{Action: app.ActExported, Document: "d", Name: "yttrande.pdf", Sum: strings.Repeat("ab", 32), At: noon.Add(150 * time.Second)}}})
	if err := r.Remove("m"); err != nil {
		t.Fatal(err)
	}
	if err := r.Remove("m"); err != nil { // it is there already
		t.Fatal(err)
	}
	if err := r.Unremove("m"); err != nil {
		t.Fatal(err)
	}
	return r
}

const busyActs = "profile created named waived exported removed unremoved"

func TestTrailTellsWhoDidWhatWhen(t *testing.T) {
	r := busy(t, t.TempDir())
	all := told(t, r, app.EventFilter{})
	if acts(all) != busyActs {
		t.Fatalf("%s", acts(all))
	}
	named, waived, exported, removed := all[4], all[3], all[2], all[1]
	if named.By != "Bo Ek" || named.Name != "Till nämnden" || named.About != "2" || named.Matter != "m" || !named.At.Equal(noon.Add(time.Minute)) {
		t.Errorf("%+v", named)
	}
	if waived.By != "Eva Åkesson" || waived.Reason != "Avser bara en skola." || waived.Document != "d" || waived.Said == "" || waived.Gone {
		t.Errorf("%+v", waived)
	}
	if exported.Sum == "" || exported.Name != "yttrande.pdf" || !exported.At.Equal(noon.Add(150*time.Second)) {
		t.Errorf("%+v", exported)
	}
	if removed.By != "Eva Åkesson" || !removed.At.Equal(noon) || removed.Number != 6 {
		t.Errorf("%+v", removed)
	}
	if c := whole(t, r); c.Count != 7 || c.Hash != all[0].Hash || strings.Join(c.People, ", ") != "Bo Ek, Eva Åkesson" || !c.First.Equal(noon) {
		t.Errorf("%+v", c)
	}
	if err := r.Record(app.Event{Action: app.ActRepaired}); err != nil {
		t.Fatal(err)
	}
	if got := told(t, r, app.EventFilter{Most: 2}); acts(got) != "unremoved repaired" {
		t.Error(acts(got))
	}
}

func TestTrailIsFiltered(t *testing.T) {
	r := busy(t, t.TempDir())
	for want, f := range map[string]app.EventFilter{
		"profile":               {Before: 2},
		"created named":         {Before: 4, Most: 2},
		"named":                 {By: "Bo Ek"},
		"removed unremoved":     {Actions: []app.Action{app.ActRemoved, app.ActUnremoved}},
		"named waived exported": {From: noon.Add(time.Minute)},
		"named exported":        {From: noon.Add(time.Minute), To: noon.Add(3 * time.Minute)},
		"created waived":        {Matter: "m", Actions: []app.Action{app.ActCreated, app.ActWaived}},
		"":                      {Matter: "annat"},
	} {
		if got := acts(told(t, r, f)); got != want {
			t.Errorf("%+v: %q, want %q", f, got, want)
		}
	}
}

// What was not saved leaves nothing.
func TestConflictLeavesNoEvent(t *testing.T) {
	r := busy(t, t.TempDir())
	_, err := r.Save(app.Change{Matter: matter("m", "T", "x"), Base: 1, At: noon, Name: "Nej", Events: []app.Event{{Action: app.ActFinal}}})
	wantCode(t, err, app.CodeConflict)
	if got := acts(told(t, r, app.EventFilter{})); got != busyActs {
		t.Error(got)
	}
}

func TestTrailSurvivesAnEnd(t *testing.T) {
	dir := t.TempDir()
	r := busy(t, dir)
	dir = copyOf(t, dir) // the process died here
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	s := openIn(t, dir)
	trail := s.(app.Trail)
	if got := acts(told(t, trail, app.EventFilter{})); got != busyActs {
		t.Error(got)
	}
	whole(t, trail)
}

// tampered changes a register behind the program's back, envelopes and all.
func tampered(t *testing.T, r *register, how func(tx) error) {
	t.Helper()
	if err := r.update(how); err != nil {
		t.Fatal(err)
	}
}

func eventOf(t tx, n uint64) (e app.Event) {
	_, _ = t.get(keyEvent(n), &e)
	return e
}

func TestTamperingIsFoundByNumber(t *testing.T) {
	change := func(n uint64, how func(*app.Event), anew bool) func(tx) error {
		return func(t tx) error {
			e := eventOf(t, n)
			how(&e)
			if anew {
				e.Hash = e.ChainHash()
			}
			return t.put(keyEvent(n), 0, e)
		}
	}
	cases := map[string]struct {
		how  func(tx) error
		want string
	}{
		"who":               {change(3, func(e *app.Event) { e.By = "Någon annan" }, false), "3 changed"},
		"what":              {change(4, func(e *app.Event) { e.Action = app.ActFailed }, false), "4 changed"},
		"when":              {change(5, func(e *app.Event) { e.At = e.At.Add(time.Second) }, false), "5 changed"},
		"matter":            {change(5, func(e *app.Event) { e.Matter = "n" }, false), "5 changed"},
		"file":              {change(5, func(e *app.Event) { e.Sum = strings.Repeat("cd", 32) }, false), "5 changed"},
		"the first":         {change(1, func(e *app.Event) { e.By = "Bo" }, false), "1 changed"},
		"with its sum":      {change(3, func(e *app.Event) { e.By = "Någon annan" }, true), "3 replaced"},
		"the last with sum": {change(7, func(e *app.Event) { e.By = "Någon annan" }, true), "7 replaced"},
		"one gone":          {func(t tx) error { return t.remove(keyEvent(4)) }, "4–4 missing"},
		"the first gone":    {func(t tx) error { return t.remove(keyEvent(1)) }, "1–1 missing"},
		"tail gone":         {func(t tx) error { _ = t.remove(keyEvent(6)); return t.remove(keyEvent(7)) }, "6–7 cut"},
		"swapped": {func(t tx) error {
			a, b := eventOf(t, 3), eventOf(t, 4)
			_ = t.put(keyEvent(3), 0, b)
			return t.put(keyEvent(4), 0, a)
		}, "3 moved, 4 moved"},
		"added": {func(t tx) error {
			e := app.Event{Number: 8, At: noon, Action: app.ActFinal, Prev: eventOf(t, 7).Hash}
			e.Hash = e.ChainHash()
			return t.put(keyEvent(8), 0, e)
		}, "8 added"},
		"put between": {func(t tx) error {
			for n := uint64(7); n >= 4; n-- {
				e := eventOf(t, n)
				e.Number = n + 1
				if err := t.put(keyEvent(n+1), 0, e); err != nil {
					return err
				}
			}
			e := eventOf(t, 3)
			e.Number, e.Prev = 4, e.Hash
			e.Hash = e.ChainHash()
			return t.put(keyEvent(4), 0, e)
		}, "4 words, 5 changed, 5 words, 6 changed, 6 words, 7 changed, 8 changed, 8 added"},
		"reason": {func(t tx) error {
			return t.put(keySaid(t.box, "m", 4), 0, said{Reason: "Ett bättre skäl.", Salt: "x"})
		}, "4 words"},
		"reason gone": {func(t tx) error { return t.remove(keySaid(t.box, "m", 4)) }, "4 words"},
		"head":        {func(t tx) error { return t.put(keyTrail, 0, app.TrailHead{Count: 7, Hash: "x"}) }, "7 replaced"},
		"head gone":   {func(t tx) error { return t.remove(keyTrail) }, "0 damaged"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := busy(t, t.TempDir())
			tampered(t, r, c.how)
			if got := faults(t, r); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func faults(t *testing.T, s app.Trail, known ...app.TrailHead) string {
	t.Helper()
	c, err := s.CheckTrail(known, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range c.Faults {
		at := fmt.Sprint(f.Number)
		if f.Last > 0 {
			at += fmt.Sprint("–", f.Last)
		}
		out = append(out, strings.TrimSpace(at+" "+string(f.Kind)+" "+f.Where))
	}
	return strings.Join(out, ", ")
}

// rewrite makes the chain anew from an event on, with fitting sums and head: what
// somebody could do who has the program's sources and the folder.
func rewrite(t tx, from, to uint64, how func(*app.Event)) error {
	prev := eventOf(t, from-1).Hash
	for n := from; n <= to; n++ {
		e := eventOf(t, n)
		how(&e)
		e.Prev = prev
		e.Hash = e.ChainHash()
		prev = e.Hash
		if err := t.put(keyEvent(n), 0, e); err != nil {
			return err
		}
	}
	return t.put(keyTrail, 0, app.TrailHead{Count: to, Hash: prev})
}

// A chain that was written anew, or cut off with its head, holds in itself. A head that
// was kept elsewhere finds it.
func TestRewrittenChainIsFoundByAKeptHead(t *testing.T) {
	r := busy(t, t.TempDir())
	kept, err := r.TrailHead()
	if err != nil || kept.Count != 7 {
		t.Fatalf("%+v %v", kept, err)
	}
	kept.Where = "backup"
	save(t, r, app.Change{Matter: matter("n", "T", "x"), At: noon})
	whole(t, r, kept)
	tampered(t, r, func(t tx) error { return rewrite(t, 3, 8, func(e *app.Event) { e.By = "Ingen" }) })
	whole(t, r)
	if got := faults(t, r, kept); got != "7 rewritten backup" {
		t.Errorf("%q", got)
	}
	r = busy(t, t.TempDir())
	kept, _ = r.TrailHead()
	kept.Where = "backup"
	tampered(t, r, func(t tx) error {
		_, _ = t.remove(keyEvent(6)), t.remove(keyEvent(7))
		return rewrite(t, 5, 5, func(*app.Event) {})
	})
	whole(t, r)
	if got := faults(t, r, kept); got != "6–7 cut backup" {
		t.Errorf("%q", got)
	}
}

// A bit that flipped is damage, is told by number, and stops no save.
func TestDamagedEventStopsNothing(t *testing.T) {
	r := busy(t, t.TempDir())
	raw := func(key []byte) {
		err := r.db.Update(func(b *badger.Txn) error { return b.Set(key, []byte("Y\x02 torn")) })
		if err != nil {
			t.Fatal(err)
		}
	}
	raw(keyEvent(3))
	raw(keyTrail)
	save(t, r, app.Change{Matter: matter("n", "T", "x"), At: noon})
	if got := faults(t, r); got != "3 damaged" {
		t.Errorf("%q", got)
	}
	if got := acts(told(t, r, app.EventFilter{})); got != "profile created waived exported removed unremoved created" {
		t.Error(got)
	}
	raw(keyEvent(8))
	raw(keyTrail)
	save(t, r, app.Change{Matter: matter("o", "T", "x"), At: noon})
	if got := faults(t, r); got != "3 damaged, 8 damaged" {
		t.Errorf("%q", got)
	}
}

// A matter that is erased leaves its events without anybody's words, and the chain
// holds.
func TestErasedWordsLeaveTheChainWhole(t *testing.T) {
	dir := t.TempDir()
	r := busy(t, dir)
	tampered(t, r, func(t tx) error {
		if err := t.forgetSaid("m"); err != nil {
			return err
		}
		return t.record(app.Event{Action: app.ActErased, Matter: "m"})
	})
	whole(t, r)
	for _, e := range told(t, r, app.EventFilter{Actions: []app.Action{app.ActWaived, app.ActNamed}}) {
		if e.Name != "" || e.Reason != "" || !e.Gone {
			t.Errorf("%+v", e)
		}
	}
	// words that go afterwards, of a matter with the same identity, are missed
	save(t, r, app.Change{Matter: matter("p", "T", "x"), At: noon, Name: "Ett namn"})
	tampered(t, r, func(t tx) error { return t.forgetSaid("p") })
	if got := faults(t, r); got != "10 words" {
		t.Errorf("%q", got)
	}
}

// Endless words are cut, and an event has no half letters.
func TestLongWordsOfEvents(t *testing.T) {
	r := busy(t, t.TempDir())
	if err := r.Record(app.Event{Action: app.ActWaived, Matter: "m", Reason: "a" + strings.Repeat("å", longestSaid), By: "\xff"}); err != nil {
		t.Fatal(err)
	}
	e := told(t, r, app.EventFilter{Most: 1})[0]
	if len(e.Reason) > longestSaid || !strings.HasSuffix(e.Reason, "å") || e.By != "" {
		t.Errorf("%d bytes, by %q", len(e.Reason), e.By)
	}
	whole(t, r)
}

// The sum of an event is what the documents say: anybody can reckon it.
func TestChainHashIsWhatIsWritten(t *testing.T) {
	e := app.Event{Number: 1, At: noon, By: "Å", Action: app.ActCreated, Matter: "m"}
	if got := e.ChainHash(); got != netsumOf("1:1,20:2026-11-22T11:00:00Z,2:Å,7:created,1:m,0:,0:,0:,0:,0:,") {
		t.Error(got)
	}
	if (app.Event{Salt: "x"}).SaidSum() != "" {
		t.Error("nothing was said")
	}
	var back app.Event
	e.Hash = e.ChainHash()
	data, err := json.Marshal(e)
	if err != nil || json.Unmarshal(data, &back) != nil || back.ChainHash() != e.Hash {
		t.Errorf("%s %v", data, err)
	}
}

func netsumOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
