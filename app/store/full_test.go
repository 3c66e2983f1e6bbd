//go:build linux

package store

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// A disk that somebody else fills at any moment: a save is taken or denied, the process
// may end, but what was acknowledged is there when there is room again.
func TestDiskThatIsFilledMeanwhile(t *testing.T) {
	place := smallDisk(t, 200<<20)
	dir, w := filepath.Join(place, "register"), newWitness()
	random := rand.New(rand.NewPCG(3, 4))
	died := 0
	for round := range rounds(4) {
		s := startSaving(t, dir, 1000+round, []string{"", childReserve + "=0"}[round%2]) // every other does not ask beforehand
		var said bytes.Buffer
		s.c.Stderr = &said
		filled, stop := make(chan error, 1), make(chan bool)
		err := s.listen(w, func() {
			go func() {
				filled <- fillAndFree(random, filepath.Join(place, "other"), stop)
				_ = s.c.Process.Kill()
			}()
		})
		close(stop)
		if err == nil {
			err = <-filled
		}
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		switch {
		case s.c.ProcessState.ExitCode() == 2: // the runtime, told by a signal
			died++
		case s.fault != "" && !strings.Contains(s.fault, string(app.CodeDiskFull)) && !strings.Contains(s.fault, "no space left"):
			t.Fatalf("round %d: %s\n%s", round, s.fault, &said)
		}
		if err := w.verify(dir, 0); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
	}
	if w.denied == 0 {
		t.Error("no save was denied: the disk was never full")
	}
	t.Logf("disk filled %d times: %d acknowledged changes, 0 lost; %d denied; %d times the process ended", rounds(4), w.saves, w.denied, died)
}

// fillAndFree fills a disk, in pieces, lets it be full a while, and frees it again.
func fillAndFree(random *rand.Rand, path string, stop chan bool) error {
	wait := func(most int) {
		select {
		case <-stop:
		case <-time.After(time.Duration(random.IntN(most)) * time.Millisecond):
		}
	}
	wait(60)
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer os.Remove(path)
	defer f.Close()
	for block := make([]byte, 1<<20); len(block) > 512; {
		if _, err := f.Write(block); err != nil {
			block = block[:len(block)/2]
		}
	}
	wait(120)
	if err := f.Truncate(0); err != nil {
		return err
	}
	wait(60)
	return nil
}

func TestFullDiskRefusesToCloseAndOpen(t *testing.T) {
	place := smallDisk(t, 120<<20)
	dir := filepath.Join(place, "register")
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("m", "T", "x"), At: noon})
	other := filepath.Join(place, "other")
	f, err := os.Create(other)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = f.Write(make([]byte, 1<<16))
	}
	f.Close()
	denied := false
	for i := range uint64(40) { // without asking beforehand: the journal says it
		_, err := r.Save(app.Change{Matter: matter("m", "T", prose(rand.New(rand.NewPCG(i, i)), 50_000)), Base: i + 1, Name: "n", At: noon})
		if denied = err != nil; denied {
			wantCode(t, err, app.CodeNotSaved)
			break
		}
	}
	if !denied {
		t.Error("a full disk took everything")
	}
	_, rev, err := r.Load("m")
	if err != nil {
		t.Fatal(err)
	}
	err = r.Close()
	wantCode(t, err, app.CodeDiskFull)
	if _, _, err := r.Load("m"); err != nil {
		t.Error("it is to stay open:", err)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	next := save(t, r, app.Change{Matter: matter("m", "T", "y"), Base: rev.Number, At: noon})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = openFolder(dir, Options{}, 1<<30)
	wantCode(t, err, app.CodeDiskFull)
	if p := app.ProblemOf(err); p.What != dir {
		t.Errorf("it names %q", p.What)
	}
	if _, rev, err := openIn(t, dir).Load("m"); err != nil || rev.Number != next.Number {
		t.Error(rev, err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	place := smallDisk(t, 120<<20)
	dir := filepath.Join(place, "register")
	r, err := openFolder(dir, Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	save(t, r, app.Change{Matter: matter("m", "T", "x"), At: noon})
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	writable := readOnly(t, place)
	_, err = Open(dir, Options{})
	wantCode(t, err, app.CodeReadOnly)
	if p := app.ProblemOf(err); p.What != dir {
		t.Errorf("it names %q", p.What)
	}
	writable()
	if !lookBack(dir).clean {
		t.Error("the refused register was touched")
	}
}
