package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// What a process told that opened a damaged register, read all of it and saved in it.
type account struct {
	Fault   string                       `json:"fault,omitempty"` // it could not be opened
	Code    app.Code                     `json:"code,omitempty"`
	Rows    map[string]string            `json:"rows"` // by id; a sum of each
	Bin     map[string]string            `json:"bin"`
	Matters map[string]map[uint64]string `json:"matters"` // sums of the revisions; "!…": why one could not be read
	Annexes int                          `json:"annexes"` // that a revision ought to have and has not
	Profile string                       `json:"profile"`
	Missed  string                       `json:"missed,omitempty"` // a list that said it was not whole
	Reports []app.Repair                 `json:"reports"`
	Saved   string                       `json:"saved,omitempty"` // why nothing could be saved
}

// spoiltDir is set in the process that opens a damaged register.
const spoiltDir = "YTTRA_TEST_OPEN_DAMAGED"

// openDamaged is that process.
func openDamaged(dir string) int {
	out := tellAll(dir, true)
	if out.Fault == "" {
		if again := tellAll(dir, false); !sameAccount(again, out) {
			out.Missed += fmt.Sprintf("; opened again it is another: %+v", again)
		}
	}
	_ = json.NewEncoder(os.Stdout).Encode(out)
	return 0
}

func sameAccount(a, b account) bool {
	a.Reports, b.Reports = nil, nil
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

func tellAll(dir string, write bool) (out account) {
	o := cheaply(phrase)
	o.Child = Itself
	r, err := openFolder(dir, o, 0)
	if err != nil {
		out.Fault, out.Code = err.Error(), app.CodeOf(err)
		return out
	}
	defer r.Close()
	out.Matters = map[string]map[uint64]string{}
	list, err := r.List()
	out.Rows = sumsOfRows(list.List(), err, &out)
	gone, err := r.Bin()
	out.Bin = sumsOfRows(gone, err, &out)
	for _, row := range append(list.List(), gone...) {
		out.Matters[row.ID] = revisionsOf(r, row.ID, &out)
	}
	p, err := r.Profile()
	out.Profile = sumOfValue(p, err)
	out.Reports, _ = r.Repairs()
	if write {
		if err := r.SaveProfile(p); err != nil {
			out.Saved = err.Error()
		}
	}
	return out
}

func sumsOfRows(rows []app.Row, err error, out *account) map[string]string {
	if err != nil {
		out.Missed += "; " + err.Error()
	}
	sums := map[string]string{}
	for _, row := range rows {
		sums[row.ID] = sumOfValue(row, nil)
	}
	return sums
}

func revisionsOf(r *register, id string, out *account) map[uint64]string {
	sums := map[uint64]string{}
	revs, err := r.Revisions(id)
	if err != nil {
		out.Missed += "; " + err.Error()
	}
	for _, rev := range revs {
		m, err := r.LoadRevision(id, rev.Number)
		if err != nil {
			sums[rev.Number] = "!" + err.Error()
			continue
		}
		for _, d := range m.Documents {
			for _, a := range d.Annexes {
				if len(a.Data) == 0 && a.Extra[storedAs] != nil {
					out.Annexes++
					sums[rev.Number] = "!an annex is missing"
				}
			}
		}
		if sums[rev.Number] == "" {
			sums[rev.Number] = sumOfMatter(m)
		}
	}
	return sums
}

func sumOfMatter(m *app.Matter) string {
	data, err := app.EncodeMatter(m)
	if err != nil {
		return "!" + err.Error()
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func sumOfValue(v any, err error) string {
	if err != nil {
		return "!" + err.Error()
	}
	data, _ := json.Marshal(v)
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

// scene is a register with all that a folder can hold, and older copies of it.
type scene struct {
	encrypted           bool
	older, open, closed string
	want                account
	was                 account // what it said earlier
}

func newScene(t *testing.T, encrypted bool) scene {
	t.Helper()
	dir := t.TempDir()
	at := noon
	o := cheaply(phrase)
	o.Now = func() time.Time { return at }
	r, err := openFolder(dir, o, 0)
	if err != nil {
		t.Fatal(err)
	}
	if encrypted {
		r = encrypt(t, r)
	}
	random := rand.New(rand.NewPCG(1, 2))
	base := map[string]uint64{}
	step := func(id string, annex bool) {
		at = at.Add(time.Hour)
		m := matter(id, "Ärende "+id, strings.Repeat(fmt.Sprintf("ord%d ", random.IntN(1000)), 200+random.IntN(800)), "och ännu ett avsnitt")
		if annex {
			m.Documents[0].Annexes = []app.Annex{{Name: "bilaga.pdf", Data: bytes.Repeat([]byte(id), 20_000)}}
		}
		save(t, r, app.Change{Matter: m, Base: base[id], Name: fmt.Sprint("version ", base[id]+1), At: at})
		base[id]++
	}
	some := func(n int) {
		for range n {
			k := random.IntN(14)
			step(fmt.Sprintf("m%02d", k), k%5 == 0)
		}
	}
	backUp := func() {
		at = at.Add(24 * time.Hour)
		if _, made, err := r.BackUp(t.Context(), app.BackupDaily, nil); err != nil || !made {
			t.Fatal(made, err)
		}
	}
	some(40)
	if err := r.SaveProfile(app.Profile{Municipality: "Exempelkommun"}); err != nil {
		t.Fatal(err)
	}
	backUp()
	some(30)
	if err := r.Remove("m01"); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	s := scene{encrypted: encrypted}
	s.older = copyOf(t, dir)
	s.was = tellAll(copyOf(t, s.older), false)
	if r, err = openFolder(dir, o, 0); err != nil {
		t.Fatal(err)
	}
	some(30)
	backUp()
	some(30)
	if err := r.SaveProfile(app.Profile{Municipality: "Exempelkommun", Officer: app.Person{Name: "Ada Ek"}}); err != nil {
		t.Fatal(err)
	}
	s.open = copyOf(t, dir)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	s.closed = copyOf(t, dir)
	s.want = tellAll(copyOf(t, s.closed), false)
	if s.want.Fault != "" || s.want.Missed != "" || s.want.Annexes > 0 || len(s.want.Rows) < 10 || len(s.want.Bin) != 1 || len(s.want.Reports) > 0 {
		t.Fatalf("%+v", s.want)
	}
	return s
}

// mostShort is how long the short form may take on a machine that does much else.
const mostShort = 45 * time.Second

// TestDamages damages one file of a register at random, or two, again and again; one
// register of four is encrypted. Nothing wrong is ever shown, the program never ends, and
// what journal or backup has comes back: after one damage that is all there is, after two
// what is lost is told.
func TestDamages(t *testing.T) {
	n, began := rounds(10), time.Now()
	scenes := map[bool]scene{false: newScene(t, false), true: newScene(t, true)}
	seed := uint64(began.UnixNano())
	random := rand.New(rand.NewPCG(seed, 7))
	score := newScore()
	ends, limited := t.Deadline()
	for round := range n {
		if limited && time.Until(ends) < 30*time.Second || n <= 40 && time.Since(began) > mostShort {
			n = round
			break
		}
		s := scenes[random.IntN(4) == 0]
		dir := filepath.Join(t.TempDir(), fmt.Sprint("r", round))
		from := s.closed
		if random.IntN(2) == 0 {
			from = s.open
		}
		if err := copyTree(from, dir); err != nil {
			t.Fatal(err)
		}
		what := []spoiling{s.spoil(t, random, dir)}
		if random.IntN(3) == 0 {
			what = append(what, s.spoil(t, random, dir))
		}
		said := fmt.Sprintf("seed %d round %d: %s", seed, round, saidOf(what))
		got, err := inAProcess(dir)
		if err != nil {
			score.crashes++
			t.Errorf("%s: the program ended: %v", said, err)
			continue
		}
		wrong, all, back := s.hold(got)
		score.add(s.encrypted, what, all, back)
		for _, w := range wrong {
			score.wrong++
			t.Errorf("%s: %s", said, w)
		}
		if back < all && testing.Verbose() {
			t.Logf("%s: %d of %d: %s %s", said, back, all, got.Fault, got.Missed)
		}
		if back < all && len(what) == 1 {
			t.Errorf("%s: %d of %d came back: journal and backup have all", said, back, all)
		}
		_ = os.RemoveAll(dir)
	}
	t.Logf("%d rounds, %d wrong values, %d crashes\n%s", n, score.wrong, score.crashes, score)
}

func inAProcess(dir string) (got account, err error) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), spoiltDir+"="+dir)
	var out, faults bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &faults
	watch := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() })
	err = cmd.Run()
	watch.Stop()
	if err == nil {
		err = json.Unmarshal(out.Bytes(), &got)
	}
	if err != nil {
		err = errors.Join(err, fmt.Errorf("%.1500s", faults.String()))
	}
	return got, err
}

// hold compares what was told with what had been acknowledged: what is wrong, how many
// things there were, and how many came back. What is missing must have been said; then what
// is there may be what was acknowledged before.
func (s scene) hold(got account) (wrong []string, all, back int) {
	said := got.Fault != "" || got.Missed != "" || slices.ContainsFunc(got.Reports, func(p app.Repair) bool { return !p.Whole })
	one := func(what, want, have string, there bool) {
		all++
		switch {
		case have == want && there:
			back++
		case !there && !said:
			wrong = append(wrong, what+" is missing and nobody says so")
		case there && !strings.HasPrefix(have, "!"):
			wrong = append(wrong, what+" is another")
		}
	}
	told := slices.ContainsFunc(got.Reports, func(p app.Repair) bool { // that the latest changes are missing
		return slices.ContainsFunc(p.Lost, func(l app.Lost) bool { return l.Kind == app.LostUnknown })
	})
	earlier := func(id string) bool { // it is as it was before these, revision for revision
		have := got.Matters[id]
		for n := uint64(1); n <= uint64(len(have)); n++ {
			if have[n] != s.want.Matters[id][n] {
				return false
			}
		}
		return len(have) > 0 && len(have) < len(s.want.Matters[id])
	}
	lists := func(what string, want, have map[string]string) {
		for id, sum := range want {
			v, ok := have[id]
			if ok && v != sum && told && earlier(id) {
				all++
				continue
			}
			one(what+id, sum, v, ok)
		}
		for id := range have {
			if _, ok := want[id]; !ok {
				wrong = append(wrong, what+id+" has come up")
			}
		}
	}
	lists("row ", s.want.Rows, got.Rows)
	lists("row in the bin ", s.want.Bin, got.Bin)
	for id, revs := range s.want.Matters {
		for n, sum := range revs {
			v, ok := got.Matters[id][n]
			one(fmt.Sprintf("%s revision %d", id, n), sum, v, ok)
		}
	}
	if told && got.Profile == s.was.Profile {
		all++
	} else {
		one("profile", s.want.Profile, got.Profile, got.Fault == "")
	}
	if got.Saved != "" {
		wrong = append(wrong, "nothing can be saved: "+got.Saved)
	}
	if strings.Contains(got.Missed, "opened again") {
		wrong = append(wrong, got.Missed)
	}
	return wrong, all, back
}
