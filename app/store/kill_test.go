package store

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// rounds is how often something is done at random; YTTRA_STORE_ROUNDS=1000 is the long
// form.
func rounds(short int) int {
	if n, err := strconv.Atoi(os.Getenv("YTTRA_STORE_ROUNDS")); err == nil {
		return n
	}
	return short
}

// witness notes what a process that saves has said, and holds the register against it.
type witness struct {
	matters map[string]*fact
	profile string
	trying  *word // begun and not answered
	saves   int   // acknowledged
	denied  int
}

// fact is what is known of a matter.
type fact struct {
	rev   uint64
	sum   string
	bin   bool
	named map[uint64]string // sums of the versions with a name
}

func newWitness() *witness { return &witness{matters: map[string]*fact{}} }

func (w *witness) of(id string) *fact {
	if w.matters[id] == nil {
		w.matters[id] = &fact{named: map[uint64]string{}}
	}
	return w.matters[id]
}

// hear takes in a line.
func (w *witness) hear(s word) error {
	switch s.Do {
	case "try":
		w.trying = &s
	case "no":
		w.denied++
		w.trying = nil
	case "ok":
		w.saves++
		w.done(s)
	case "saw":
		return w.compare(s)
	}
	return nil
}

func (w *witness) done(s word) {
	w.trying = nil
	f := w.of(s.ID)
	switch s.What {
	case "profile":
		w.profile = s.Sum
	case "move":
		f.bin = s.Bin
	case "save":
		if f.rev, f.sum = s.Rev, s.Sum; s.Name != "" {
			f.named[s.Rev] = s.Sum
		}
	}
}

// compare holds what was found against what is known. What was begun and never
// answered may be there, whole, or not.
func (w *witness) compare(s word) error {
	holds := func() bool {
		f := w.of(s.ID)
		if s.What == "profile" {
			return s.Sum == w.profile
		}
		return s.Rev == f.rev && s.Sum == f.sum && s.Bin == f.bin
	}
	if holds() {
		return nil
	}
	if t := w.trying; t != nil && t.ID == s.ID {
		w.done(*t)
		if holds() {
			return nil
		}
	}
	return fmt.Errorf("found %+v; known is %+v, profile %q; begun was %+v", s, *w.of(s.ID), w.profile, w.trying)
}

// verify opens the register and holds all of it against what is known.
func (w *witness) verify(dir string, reserve uint64) error {
	r, err := openFolder(dir, Options{Child: Itself}, reserve)
	if err != nil {
		return err
	}
	defer r.Close()
	state, err := look(r)
	if err != nil {
		return err
	}
	for _, s := range state {
		if err := w.compare(s); err != nil {
			return err
		}
	}
	w.trying = nil
	listed := 0
	for id, f := range w.matters {
		if id == "" || f.rev == 0 {
			continue
		}
		if !f.bin {
			listed++
		}
		for n, sum := range f.named {
			if m, err := r.LoadRevision(id, n); err != nil || matterSum(m) != sum {
				return fmt.Errorf("%s, the named version %d: %v", id, n, err)
			}
		}
		if _, err := r.Revisions(id); err != nil {
			return err
		}
		if len(f.named) > 20 { // they have been looked at often
			old := slices.Sorted(maps.Keys(f.named))
			for _, n := range old[:len(old)-20] {
				delete(f.named, n)
			}
		}
	}
	if rows, err := r.List(); err != nil || rows.Len() != listed {
		return fmt.Errorf("%d rows, want %d: %v", rows.Len(), listed, err)
	}
	return nil
}

// saving is a process that saves.
type saving struct {
	c     *exec.Cmd
	lines *bufio.Scanner
	fault string
}

func startSaving(t *testing.T, dir string, seed int, env ...string) *saving {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^$")
	c.Env = append(append(os.Environ(), child+"="+dir, fmt.Sprintf("%s=%d", childSeed, seed)), env...)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	s := &saving{c: c, lines: bufio.NewScanner(out)}
	s.lines.Buffer(nil, 1<<20)
	return s
}

// listen hears everything the process says until it is gone.
func (s *saving) listen(w *witness, first func()) error {
	var bad error
	for heard := false; s.lines.Scan(); heard = true {
		if !heard {
			first()
		}
		line := s.lines.Text()
		if strings.HasPrefix(line, "fault:") {
			s.fault = line
			continue
		}
		var x word
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			continue // its last line was cut off
		}
		if err := w.hear(x); err != nil && bad == nil {
			bad = err
		}
	}
	_ = s.c.Wait()
	return bad
}

// A process that saves is killed at any moment, also while it opens the register,
// closes it, or merges tables: what it had acknowledged is there, and nothing is half.
func TestKilledInMidWrite(t *testing.T) {
	dir, w := t.TempDir(), newWitness()
	random := rand.New(rand.NewPCG(11, uint64(rounds(12))))
	early := 0
	for round := range rounds(12) {
		s := startSaving(t, dir, round)
		var watch *time.Timer
		kill := func() { _ = s.c.Process.Kill() }
		if random.IntN(6) == 0 { // perhaps while it opens the register
			watch = time.AfterFunc(time.Duration(random.IntN(80))*time.Millisecond, kill)
			early++
		}
		err := s.listen(w, func() {
			if watch == nil {
				watch = time.AfterFunc(time.Duration(random.IntN(200_000))*time.Microsecond, kill)
			}
		})
		if watch != nil {
			watch.Stop()
		}
		if err != nil || s.fault != "" {
			t.Fatalf("round %d: %v %s", round, err, s.fault)
		}
		if random.IntN(4) == 0 && round+1 < rounds(12) {
			continue // the next finds what this one left
		}
		if err := w.verify(dir, 0); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
	}
	if w.saves < rounds(12)/8 { // a machine that does much else gives the process little time
		t.Errorf("only %d changes were acknowledged", w.saves)
	}
	t.Logf("killed %d times, %d of these perhaps while opening: %d acknowledged changes, 0 lost", rounds(12), early, w.saves)
}

func TestWitnessIsNotFooled(t *testing.T) {
	w := newWitness()
	for _, s := range []word{{Do: "try", What: "save", ID: "m", Rev: 1, Sum: "a"}, {Do: "ok", What: "save", ID: "m", Rev: 1, Sum: "a"}, {Do: "try", What: "save", ID: "m", Rev: 2, Sum: "b"}} {
		if err := w.hear(s); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []word{{ID: "m"}, {ID: "m", Rev: 1, Sum: "b"}, {ID: "m", Rev: 2, Sum: "a"}, {ID: "m", Rev: 1, Sum: "a", Bin: true}, {ID: "n", Rev: 1}} {
		copied := *w
		copied.matters = map[string]*fact{"m": {rev: 1, sum: "a"}}
		if copied.compare(s) == nil {
			t.Errorf("%+v was taken", s)
		}
	}
	if err := w.compare(word{ID: "m", Rev: 2, Sum: "b"}); err != nil {
		t.Error(err)
	}
}
