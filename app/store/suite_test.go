package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"yttra/app"
)

// opened is a store under test; again gives it back after whatever the engine's
// test wants to happen between two steps: nothing, a restart, a crash.
type opened struct {
	app.Store
	again func() app.Store
}

func (o *opened) next() { o.Store = o.again() }

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.FixedZone("", 3600))

// testStore proves the contract of app.Store. Every engine passes it.
func testStore(t *testing.T, open func(t *testing.T) *opened) {
	for name, run := range map[string]func(*testing.T, *opened){
		"new is empty":               newIsEmpty,
		"loads what was saved":       loadsWhatWasSaved,
		"conflict changes nothing":   conflictChangesNothing,
		"autosaves are thinned":      autosavesAreThinned,
		"named are kept":             namedAreKept,
		"clock set back":             clockSetBack,
		"list is latest first":       listIsLatestFirst,
		"bin":                        binAndBack,
		"save in the bin":            saveInTheBin,
		"profile":                    profileIsKept,
		"large":                      largeMatters,
		"files of annexes":           filesOfAnnexes,
		"many pieces":                manyPieces,
		"strange identities":         strangeIdentities,
		"unknown":                    unknownMatter,
		"refused":                    refusedChanges,
		"two savers, one wins":       twoSavers,
		"the caller keeps his":       callerKeepsHis,
		"closed refuses and is calm": closedRefuses,
	} {
		t.Run(name, func(t *testing.T) { run(t, open(t)) })
	}
}

func newIsEmpty(t *testing.T, s *opened) {
	s.next()
	if rows, err := s.List(); err != nil || rows.Len() != 0 {
		t.Errorf("list: %v, %v", rows, err)
	}
	if rows, err := s.Bin(); err != nil || len(rows) != 0 {
		t.Errorf("bin: %v, %v", rows, err)
	}
	if p, err := s.Profile(); err != nil || p.Municipality != "" {
		t.Errorf("profile: %+v, %v", p, err)
	}
}

func loadsWhatWasSaved(t *testing.T, s *opened) {
	m := matter("m1", "Cykelväg till Exempelskolan", "Tre ord här", "och två")
	c := app.Change{Matter: m, Tally: app.Tally{Blocking: 1, Note: 4}, Name: "Till nämnden", By: "Ada Ek", Packs: "2026-11", Why: app.WhyFinal, At: noon}
	rev := save(t, s, c)
	want := app.Revision{Number: 1, Name: c.Name, By: c.By, At: noon, Words: 5, Packs: c.Packs, Why: c.Why}
	if rev.Number != 1 || rev.Name != "Till nämnden" || !rev.At.Equal(noon) || rev.Words != 5 {
		t.Errorf("revision %+v", rev)
	}
	s.next()
	got, at, err := s.Load("m1")
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, m)
	for _, at := range []app.Revision{at, revisions(t, s, "m1")[0]} {
		if !at.At.Equal(noon) {
			t.Errorf("it was saved at %v", at.At)
		}
		if at.At = noon; at != want {
			t.Errorf("loaded revision %+v", at)
		}
	}
	if now := save(t, s, app.Change{Matter: matter("m2", "T", "x"), At: time.Now()}); strings.Contains(now.At.String(), "m=") {
		t.Errorf("a reading of the running clock is left in %v", now.At)
	}
	if err := s.Remove("m2"); err != nil {
		t.Fatal(err)
	}
	row := only(t, s.List)
	if row.ID != "m1" || row.Title != m.Title || row.Tally != c.Tally || row.Claims != 2 || row.Undecided != 1 ||
		row.Revision != 1 || !row.Saved.Equal(noon) || row.Movers[0].Name != "Majken Ros" {
		t.Errorf("row %+v", row)
	}
}

func conflictChangesNothing(t *testing.T, s *opened) {
	save(t, s, app.Change{Matter: matter("m", "Först", "a"), At: noon})
	s.next()
	save(t, s, app.Change{Matter: matter("m", "Sedan", "b"), Base: 1, At: noon.Add(time.Hour)})
	s.next()
	for _, base := range []uint64{0, 1, 3} {
		_, err := s.Save(app.Change{Matter: matter("m", "Sen", "c"), Base: base, At: noon.Add(2 * time.Hour)})
		wantCode(t, err, app.CodeConflict)
	}
	_, err := s.Save(app.Change{Matter: matter("other", "Ny", "c"), Base: 1, At: noon})
	wantCode(t, err, app.CodeConflict)
	s.next()
	got, rev, err := s.Load("m")
	if err != nil || got.Title != "Sedan" || rev.Number != 2 {
		t.Errorf("%v %+v %v", got, rev, err)
	}
	if row := only(t, s.List); row.Title != "Sedan" || row.Revision != 2 {
		t.Errorf("row %+v", row)
	}
	if revs := revisions(t, s, "m"); len(revs) != 2 {
		t.Errorf("revisions %+v", revs)
	}
}

// A clerk who writes for an hour, saved every other minute, can go back in steps
// of ten minutes, and to where she began.
func autosavesAreThinned(t *testing.T, s *opened) {
	for i := range 31 {
		save(t, s, app.Change{Matter: matter("m", "T", fmt.Sprint("utkast ", i)), Base: uint64(i), At: noon.Add(time.Duration(2*i) * time.Minute)})
	}
	s.next()
	var minutes []int
	for _, r := range revisions(t, s, "m") {
		minutes = append(minutes, int(r.At.Sub(noon).Minutes()))
		m, err := s.LoadRevision("m", r.Number)
		if err != nil || m.Documents[0].Sections[0].Text != fmt.Sprint("utkast ", r.Number-1) {
			t.Errorf("revision %d: %v", r.Number, err)
		}
	}
	if want := []int{60, 50, 40, 30, 20, 10, 0}; !slices.Equal(minutes, want) {
		t.Errorf("kept at %v, want %v", minutes, want)
	}
	_, err := s.LoadRevision("m", 2)
	wantCode(t, err, app.CodeNotFound)
}

func namedAreKept(t *testing.T, s *opened) {
	for i, name := range []string{"", "Första", "", "Andra", "", ""} {
		save(t, s, app.Change{Matter: matter("m", "T", "x"), Base: uint64(i), Name: name, At: noon.Add(time.Duration(i) * time.Second)})
		s.next()
	}
	var got []string
	for _, r := range revisions(t, s, "m") {
		got = append(got, fmt.Sprint(r.Number, r.Name))
	}
	if want := "6 4Andra 2Första 1"; strings.Join(got, " ") != want {
		t.Errorf("kept %q, want %q", strings.Join(got, " "), want)
	}
}

func clockSetBack(t *testing.T, s *opened) {
	for i, at := range []int{0, 1, -60, -61} {
		save(t, s, app.Change{Matter: matter("m", "T", "x"), Base: uint64(i), At: noon.Add(time.Duration(at) * time.Minute)})
	}
	s.next()
	if n := len(revisions(t, s, "m")); n != 4 {
		t.Errorf("%d revisions, want all four", n)
	}
}

func listIsLatestFirst(t *testing.T, s *opened) {
	for i, id := range []string{"b", "c", "a"} {
		save(t, s, app.Change{Matter: matter(id, id, "x"), At: noon.Add(time.Duration(i) * time.Minute)})
	}
	save(t, s, app.Change{Matter: matter("b", "b", "y"), Base: 1, At: noon.Add(time.Hour)})
	save(t, s, app.Change{Matter: matter("d", "d", "x"), At: noon.Add(time.Hour)})
	s.next()
	if got := ids(t, s.List); got != "b d a c" {
		t.Errorf("listed %s", got)
	}
}

func binAndBack(t *testing.T, s *opened) {
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon, Tally: app.Tally{Serious: 2}})
	save(t, s, app.Change{Matter: matter("n", "U", "x"), At: noon})
	for range 2 { // a second time changes nothing
		if err := s.Remove("m"); err != nil {
			t.Fatal(err)
		}
		s.next()
		if l, b := ids(t, s.List), ids(t, s.Bin); l != "n" || b != "m" {
			t.Errorf("list %q, bin %q", l, b)
		}
	}
	if _, rev, err := s.Load("m"); err != nil || rev.Number != 1 {
		t.Errorf("out of the bin: %+v, %v", rev, err)
	}
	for range 2 {
		if err := s.Unremove("m"); err != nil {
			t.Fatal(err)
		}
		s.next()
		if l, b := ids(t, s.List), ids(t, s.Bin); l != "m n" || b != "" {
			t.Errorf("list %q, bin %q", l, b)
		}
	}
	rows, _ := s.List()
	if rows.At(0).Tally.Serious != 2 {
		t.Errorf("the row changed on its way: %+v", rows.At(0))
	}
}

func saveInTheBin(t *testing.T, s *opened) {
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if err := s.Remove("m"); err != nil {
		t.Fatal(err)
	}
	save(t, s, app.Change{Matter: matter("m", "Ny titel", "y"), Base: 1, At: noon})
	s.next()
	if l := ids(t, s.List); l != "" {
		t.Errorf("the save brought it back to the list: %s", l)
	}
	if row := only(t, s.Bin); row.Title != "Ny titel" || row.Revision != 2 {
		t.Errorf("row in the bin %+v", row)
	}
}

func profileIsKept(t *testing.T, s *opened) {
	for _, name := range []string{"Exempelkommun", "Provköping"} {
		p := app.Profile{Municipality: name, Logo: []byte{0, 1, 255}, Extra: app.Extra{"later": []byte(`{"a":1}`)}}
		if err := s.SaveProfile(p); err != nil {
			t.Fatal(err)
		}
		s.next()
		got, err := s.Profile()
		if err != nil || got.Municipality != name || !bytes.Equal(got.Logo, p.Logo) || string(got.Extra["later"]) != `{"a":1}` {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

func largeMatters(t *testing.T, s *opened) {
	for i, size := range []int{largest / 3, largest - 2000, 600_000} {
		text := strings.Repeat("åäö ", size/7)
		m := matter("m", "Stort", text)
		save(t, s, app.Change{Matter: m, Base: uint64(i), At: noon.Add(time.Duration(i) * time.Hour)})
		s.next()
		got, _, err := s.Load("m")
		if err != nil || got.Documents[0].Sections[0].Text != text {
			t.Fatalf("%d bytes: %v", size, err)
		}
	}
	if n := len(revisions(t, s, "m")); n != 3 {
		t.Errorf("%d revisions", n)
	}
	_, err := s.Save(app.Change{Matter: matter("m", "För stort", strings.Repeat("hemligt ", largest/8)), Base: 3, At: noon})
	wantCode(t, err, app.CodeTooLarge)
	if len(err.Error()) > 200 || strings.Contains(err.Error(), "hemligt") {
		t.Error("the text leaks into the error, and so into a log")
	}
	if _, rev, err := s.Load("m"); err != nil || rev.Number != 3 {
		t.Errorf("after the refusal: %+v, %v", rev, err)
	}
}

// A matter of more pieces than the engine takes in one change.
func manyPieces(t *testing.T, s *opened) {
	m := many("m", 3000)
	save(t, s, app.Change{Matter: m, Name: "a", At: noon})
	s.next()
	m.Documents[0].Sections[7].Text = "ny"
	save(t, s, app.Change{Matter: m, Base: 1, Name: "b", At: noon})
	s.next()
	got, _, err := s.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	same(t, got, m)
	if old, err := s.LoadRevision("m", 1); err != nil || old.Documents[0].Sections[7].Text == "ny" {
		t.Error(err)
	}
}

func strangeIdentities(t *testing.T, s *opened) {
	names := []string{"a", "a/", "a/00000000000000000001", "å ä ö", "../x", "%2F", "\x00", "!badger!x", "/", strings.Repeat("å", longestID/2)}
	for i, id := range names {
		save(t, s, app.Change{Matter: matter(id, fmt.Sprint(i), "x"), At: noon})
		save(t, s, app.Change{Matter: matter(id, fmt.Sprint(i), "y"), Base: 1, At: noon})
	}
	s.next()
	for i, id := range names {
		m, _, err := s.Load(id)
		if err != nil || m.Title != fmt.Sprint(i) || m.ID != id {
			t.Errorf("%q: %v", id, err)
		}
		if n := len(revisions(t, s, id)); n != 2 {
			t.Errorf("%q has %d revisions", id, n)
		}
	}
	if rows, err := s.List(); err != nil || rows.Len() != len(names) {
		t.Errorf("%d rows, %v", rows.Len(), err)
	}
}

func unknownMatter(t *testing.T, s *opened) {
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	_, _, err := s.Load("x")
	wantCode(t, err, app.CodeNotFound)
	_, err = s.Revisions("x")
	wantCode(t, err, app.CodeNotFound)
	_, err = s.LoadRevision("x", 1)
	wantCode(t, err, app.CodeNotFound)
	_, err = s.LoadRevision("m", 2)
	wantCode(t, err, app.CodeNotFound)
	wantCode(t, s.Remove("x"), app.CodeNotFound)
	wantCode(t, s.Unremove("x"), app.CodeNotFound)
}

func refusedChanges(t *testing.T, s *opened) {
	_, err := s.Save(app.Change{At: noon})
	wantCode(t, err, app.CodeInternal)
	_, err = s.Save(app.Change{Matter: &app.Matter{}, At: noon})
	wantCode(t, err, app.CodeInternal)
	_, err = s.Save(app.Change{Matter: matter("m", "T", "x"), At: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)})
	wantCode(t, err, app.CodeNotSaved) // JSON has no such year
	_, err = s.Save(app.Change{Matter: matter(strings.Repeat("m", longestID+1), "T", "x"), At: noon})
	wantCode(t, err, app.CodeInternal)
	s.next()
	if l := ids(t, s.List); l != "" {
		t.Errorf("something was saved: %s", l)
	}
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
}

func twoSavers(t *testing.T, s *opened) {
	var wg sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wg.Go(func() {
			_, errs[i] = s.Save(app.Change{Matter: matter("m", fmt.Sprint(i), "x"), At: noon})
		})
	}
	wg.Wait()
	winner := ""
	for i, err := range errs {
		if err == nil {
			winner += fmt.Sprint(i)
		} else {
			wantCode(t, err, app.CodeConflict)
		}
	}
	s.next()
	m, rev, err := s.Load("m")
	if err != nil || m.Title != winner || rev.Number != 1 {
		t.Errorf("%v won, stored is %v %+v, %v", winner, m, rev, err)
	}
	for i := range errs { // different matters never get in each other's way
		wg.Go(func() {
			_, errs[i] = s.Save(app.Change{Matter: matter(fmt.Sprint("n", i), "N", "x"), At: noon})
		})
	}
	wg.Wait()
	if rows, err := s.List(); err != nil || rows.Len() != 9 || slices.ContainsFunc(errs, func(e error) bool { return e != nil }) {
		t.Errorf("%d rows, %v, %v", rows.Len(), err, errs)
	}
}

func callerKeepsHis(t *testing.T, s *opened) {
	m := matter("m", "T", "x")
	save(t, s, app.Change{Matter: m, At: noon})
	m.Title = "ändrad efteråt"
	got, _, _ := s.Load("m")
	got.Movers[0].Name = "någon annan"
	again, _, err := s.Load("m")
	if err != nil || again.Title != "T" || again.Movers[0].Name != "Majken Ros" {
		t.Errorf("%+v, %v", again, err)
	}
}

func closedRefuses(t *testing.T, s *opened) {
	save(t, s, app.Change{Matter: matter("m", "T", "x"), At: noon})
	for range 2 {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Save(app.Change{Matter: matter("m", "T", "y"), Base: 1, At: noon}); err == nil {
		t.Error("a closed register took a save")
	}
	if _, _, err := s.Load("m"); err == nil {
		t.Error("a closed register gave a matter")
	}
	if _, err := s.List(); err == nil {
		t.Error("a closed register gave a list")
	}
}
