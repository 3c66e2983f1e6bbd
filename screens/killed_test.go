package screens

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

// typistIn names the folder in which a copy of this test types until it is
// killed; see TestKilledWhileTyping.
const typistIn = "YTTRA_TYPIST_IN"

// pace is how often the typist strikes a key.
const pace = 25 * time.Millisecond

// A process that is killed in the middle of unbroken typing loses no more than
// the longest wait of a save.
func TestKilledWhileTyping(t *testing.T) {
	if dir := os.Getenv(typistIn); dir != "" {
		typeOn(t, dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "register")
	typist := exec.Command(os.Args[0], "-test.run=^TestKilledWhileTyping$")
	typist.Env = append(os.Environ(), typistIn+"="+dir)
	out, err := typist.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := typist.Start(); err != nil {
		t.Fatal(err)
	}
	var strokes int
	var began time.Time
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			continue
		}
		strokes = n
		if began.IsZero() {
			began = time.Now()
		}
		if time.Since(began) > longestWait+1500*time.Millisecond {
			break
		}
	}
	if err := typist.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = typist.Wait() // killed: that is what it says
	s, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	m, _, err := s.Load("typist")
	if err != nil {
		t.Fatalf("after %d strokes: %v", strokes, err)
	}
	kept, err := strconv.Atoi(strings.TrimPrefix(m.Title, "Slag "))
	if err != nil {
		t.Fatal(err)
	}
	if lost := time.Duration(strokes-kept) * pace; kept == 0 || lost > longestWait+500*time.Millisecond {
		t.Errorf("%d of %d strokes are kept: %v of typing lost", kept, strokes, lost)
	}
}

// typeOn types into a matter without a pause, in a window over a register on
// disk. What comes back to the window's thread is done between two strokes.
func typeOn(t *testing.T, dir string) {
	s, err := store.Open(dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p := parttest.Packs(t)
	checker := func(lang string) (*check.Checker, error) { return check.Compile(p, lang) }
	c, err := checker("sv")
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.New(desk.Parts{Store: s, Packs: p, Checker: c, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Add(&app.Matter{ID: "typist", Title: "Slag 0"}, ""); err != nil {
		t.Fatal(err)
	}
	words, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	thread := make(chan func(), 100)
	w := newWindow(test.NewTempApp(t), Options{Desk: d, Words: words, Checker: checker}, threads{
		away:  func(f func()) { f() },
		back:  func(f func()) { thread <- f },
		later: func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop },
		now:   time.Now,
	})
	w.win.Show()
	for n := 1; ; n++ {
		stroke := time.After(pace)
		d.Edit("type:0", func(m *app.Matter) { m.Title = fmt.Sprintf("Slag %d", n) })
		fmt.Println(n)
		for waiting := true; waiting; {
			select {
			case f := <-thread:
				f()
			case <-stroke:
				waiting = false
			}
		}
	}
}
