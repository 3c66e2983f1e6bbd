// Measure drives the real window, on a real screen, and prints what a person at
// it would wait: for a key in a long and a short document, for a step of the
// wheel, for a document to open, for another screen to come to front. It prints
// figures to read; it fails only when it could not measure.
//
//	measure -matters 10000 FOLDER     makes a register, for start and rest
//	measure -beside                   with the page beside the text
package main

import (
	"flag"
	"fmt"
	"image/color"
	"log"
	"os"
	"path/filepath"
	"runtime/pprof"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/i18n"
	"yttra/screens"
	"yttra/screens/settings"
)

func main() {
	log.SetFlags(0)
	matters := flag.Int("matters", 0, "make a register of so many matters in the folder that is named, and nothing else")
	profile := flag.String("profile", "", "write a CPU profile of the keys in the long document")
	beside := flag.Bool("beside", false, "show the page beside the text")
	flag.Parse()
	if *matters > 0 {
		s, err := store.Open(flag.Arg(0), store.Options{})
		must(err)
		must(s.SaveProfile(sample.Profile()))
		fill(s, *matters)
		must(s.Close())
		return
	}
	dir, err := os.MkdirTemp("", "yttra-measure-")
	must(err)
	defer os.RemoveAll(dir)
	p, err := packs.Load()
	must(err)
	checker, err := check.Compile(p, "sv")
	must(err)
	s, err := store.Open(filepath.Join(dir, "register"), store.Options{})
	must(err)
	must(s.SaveProfile(sample.Profile()))
	save(s, "trettio", long(150))
	save(s, "tre", long(14))
	d, err := desk.New(desk.Parts{Store: s, Packs: p, Checker: checker, Now: time.Now})
	must(err)
	words, err := i18n.New("sv")
	must(err)
	a := fyneapp.NewWithID("se.yttra.measure")
	m := &meter{desk: d, profile: *profile}
	a.Lifecycle().SetOnStarted(func() {
		go func() {
			defer fyne.Do(a.Quit)
			m.begin(a)
			m.all()
		}()
	})
	var keeper *settings.Keeper
	if *beside {
		keeper, err = settings.Open("") // in memory
		must(err)
		must(keeper.Change(func(s *settings.Settings) { s.Beside = true }))
	}
	screens.Run(a, screens.Options{Desk: d, Words: words, Creator: "Yttra", Settings: keeper,
		Checker: func(lang string) (*check.Checker, error) { return check.Compile(p, lang) }})
	must(s.Close())
	if m.failed {
		os.Exit(1)
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// long is a text of so many pairs of paragraphs, all different; 150 are about 30
// pages.
func long(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "I dag öppnas entré %d med taggar som delas ut av skolans expedition. Rutinen har gällt sedan 2021 och fungerar enligt "+
			"rektorerna väl under skoldagen. Några andra åtgärder bedöms inte vara aktuella, även om ansiktsigenkänning har nämnts i debatten.\n\n"+
			"Fler vuxna vid %d entréer under morgonen kan minska antalet obehöriga besök utan att någon elev behöver registreras. Förvaltningen "+
			"har inte räknat på kostnaden, men bedömer att den ryms inom ram. Enligt DSO krävs en konsekvensbedömning före provet.\n\n", i, 2*i+1000)
	}
	return strings.TrimSpace(b.String())
}

// save puts the first sample matter, with a long assessment, into the register.
func save(s app.Store, id, text string) {
	m := sample.Register()[0].Clone()
	m.ID, m.Title = id, "Mätning "+id
	for i := range m.Documents[0].Sections {
		if m.Documents[0].Sections[i].Role == "assessment" {
			m.Documents[0].Sections[i].Text = text
		}
	}
	_, err := s.Save(app.Change{Matter: m, At: time.Now()})
	must(err)
}

func fill(s app.Store, n int) {
	for i := range n {
		m := sample.Register()[i%3].Clone()
		m.ID, m.Title = fmt.Sprintf("m%06d", i), fmt.Sprintf("%s %d", m.Title, i)
		_, err := s.Save(app.Change{Matter: m, At: time.Now()})
		must(err)
	}
}

// meter measures a running window from a thread of its own.
type meter struct {
	desk   *desk.Desk
	win    fyne.Window
	frame  *canvas.Raster // one pixel, painted last in every frame
	begun  atomic.Int64   // when the frame under way was begun, in Unix nanoseconds
	drawn  chan struct{}  // a frame has been painted
	failed bool

	profile string // file for a CPU profile of the keys; may be empty
}

func (m *meter) begin(a fyne.App) {
	time.Sleep(700 * time.Millisecond)
	fyne.DoAndWait(func() {
		m.win = a.Driver().AllWindows()[0]
		m.frame = canvas.NewRasterWithPixels(func(x, y, w, h int) color.Color {
			select {
			case m.drawn <- struct{}{}:
			default:
			}
			return color.Transparent
		})
		m.win.SetContent(container.NewStack(newFirst(&m.begun), m.win.Content(), container.NewWithoutLayout(m.frame)))
		m.frame.Resize(fyne.NewSize(1, 1))
	})
	m.settle()
}

// first is the first part that a frame asks for its size: it tells when the
// frame is begun.
type first struct {
	widget.BaseWidget
	at *atomic.Int64
}

func newFirst(at *atomic.Int64) *first {
	f := &first{at: at}
	f.ExtendBaseWidget(f)
	return f
}

func (f *first) MinSize() fyne.Size {
	f.at.CompareAndSwap(0, time.Now().UnixNano())
	return fyne.Size{}
}

func (f *first) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// settle waits until what was under way is drawn and saved.
func (m *meter) settle() { time.Sleep(1600 * time.Millisecond) }

// act does f on the window's thread and waits for the frame that shows it. It
// gives how long the window's thread worked (f, and the frame), and how long the
// person waited, up to a tick of the screen more.
func (m *meter) act(f func()) (work, wait time.Duration) {
	start := time.Now()
	var in time.Duration
	fyne.DoAndWait(func() {
		t := time.Now()
		f()
		m.frame.Refresh()
		in = time.Since(t)
		m.begun.Store(0)
		m.drawn = make(chan struct{}, 1)
	})
	select {
	case <-m.drawn:
	case <-time.After(5 * time.Second):
		m.fail("no frame came")
		return 0, 0
	}
	fyne.DoAndWait(func() {}) // runs when the frame is on the screen
	now := time.Now()
	return in + now.Sub(time.Unix(0, m.begun.Load())), now.Sub(start)
}

func (m *meter) fail(why string) {
	m.failed = true
	fmt.Println("FAILED:", why)
}

func (m *meter) all() {
	for _, id := range []string{"trettio", "tre"} {
		m.open(id)
		m.still(id)
		m.keys(id)
		m.scroll(id)
	}
	m.switches()
}

func (m *meter) shortcut(k fyne.KeyName) {
	for _, menu := range m.win.MainMenu().Items {
		for _, item := range menu.Items {
			if s, ok := item.Shortcut.(*desktop.CustomShortcut); ok && s.KeyName == k && s.Modifier == fyne.KeyModifierControl {
				item.Action()
				return
			}
		}
	}
	m.fail("no menu item with Ctrl+" + string(k))
}

// open measures from the order to open to the frame that shows the document.
func (m *meter) open(id string) {
	fyne.DoAndWait(func() { m.shortcut(fyne.Key1) })
	m.settle()
	work, wait := m.act(func() {
		if err := m.desk.Open(id); err != nil {
			m.fail(err.Error())
		}
		m.shortcut(fyne.Key2)
	})
	m.settle()
	fmt.Printf("%-34s work %4d ms, waited %4d ms\n", "open "+id, work.Milliseconds(), wait.Milliseconds())
}

// keys types words at the caret, where it stands when the screen is opened, and
// in the middle of the long section.
func (m *meter) keys(id string) {
	fyne.DoAndWait(func() {
		if k, ok := m.win.Canvas().Focused().(fyne.Focusable); ok {
			for range 40 {
				k.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			}
		}
	})
	m.settle()
	begun := cpu()
	var works, waits []time.Duration
	text := []rune("nämnden bedömer att behovet inte är visat ")
	before := m.words()
	if m.profile != "" {
		f, err := os.Create(m.profile)
		must(err)
		must(pprof.StartCPUProfile(f))
		defer pprof.StopCPUProfile()
		m.profile = ""
	}
	for i := range 120 {
		k := m.win.Canvas().Focused()
		if k == nil {
			m.fail("nothing has the keyboard")
			return
		}
		work, wait := m.act(func() { k.TypedRune(text[i%len(text)]) })
		works, waits = append(works, work), append(waits, wait)
		time.Sleep(15 * time.Millisecond)
	}
	if now := m.words(); now < before+20 {
		m.fail(fmt.Sprintf("what was typed is not in the document: %d words more", now-before))
	}
	report("key in "+id, works, waits, begun)
}

// still draws frames in which nothing has changed: what the screen itself costs,
// without us.
func (m *meter) still(id string) {
	begun := cpu()
	var works, waits []time.Duration
	for range 40 {
		work, wait := m.act(func() {})
		works, waits = append(works, work), append(waits, wait)
	}
	report("frame of "+id+", unchanged", works, waits, begun)
}

func (m *meter) words() (n int) {
	fyne.DoAndWait(func() {
		for _, s := range m.desk.State().Document().Sections {
			n += len(strings.Fields(s.Text))
		}
	})
	return n
}

// scroll turns the wheel over the page.
func (m *meter) scroll(id string) {
	type scrollable interface{ Scrolled(*fyne.ScrollEvent) }
	var page scrollable
	fyne.DoAndWait(func() { page = scrollableAt(m.win.Content(), fyne.NewPos(620, 500), fyne.NewPos(0, 0)) })
	if page == nil {
		m.fail("nothing to scroll")
		return
	}
	begun := cpu()
	var works, waits []time.Duration
	for i := range 200 {
		dy := float32(-60)
		if i >= 100 {
			dy = 60
		}
		work, wait := m.act(func() { page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) })
		works, waits = append(works, work), append(waits, wait)
	}
	report("scroll step in "+id, works, waits, begun)
	fmt.Printf("%-34s %d of %d\n", "  frames over 33 ms", over(works, 33*time.Millisecond), len(works))
}

// scrollableAt finds the innermost part at a place that answers the wheel.
func scrollableAt(o fyne.CanvasObject, at, origin fyne.Position) (found interface{ Scrolled(*fyne.ScrollEvent) }) {
	if o == nil || !o.Visible() {
		return nil
	}
	pos := origin.Add(o.Position())
	size := o.Size()
	if at.X < pos.X || at.Y < pos.Y || at.X >= pos.X+size.Width || at.Y >= pos.Y+size.Height {
		return nil
	}
	if s, ok := o.(interface{ Scrolled(*fyne.ScrollEvent) }); ok {
		found = s
	}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = test.WidgetRenderer(o).Objects()
	}
	for _, k := range inner {
		if s := scrollableAt(k, at, pos); s != nil {
			found = s
		}
	}
	return found
}

func (m *meter) switches() {
	names := map[fyne.KeyName]string{fyne.Key1: "Ärenden", fyne.Key2: "Skriv", fyne.Key3: "Pröva", fyne.Key4: "Kostnad", fyne.Key5: "Papper"}
	for round := range 3 {
		for _, k := range []fyne.KeyName{fyne.Key1, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key2} {
			work, wait := m.act(func() { m.shortcut(k) })
			time.Sleep(400 * time.Millisecond)
			fmt.Printf("%-34s work %4d ms, waited %4d ms\n", fmt.Sprintf("to %s, time %d", names[k], round+1), work.Milliseconds(), wait.Milliseconds())
		}
	}
}

func cpu() time.Duration {
	var u syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// report prints times of an act, and what the whole program, with what draws for
// it, used of the processors for each one since begun.
func report(what string, works, waits []time.Duration, begun time.Duration) {
	fmt.Printf("%-34s work p50 %.1f p95 %.1f worst %.1f ms; waited p50 %.1f p95 %.1f ms; CPU %.1f ms each\n", what,
		ms(quantile(works, 50)), ms(quantile(works, 95)), ms(quantile(works, 100)), ms(quantile(waits, 50)), ms(quantile(waits, 95)),
		ms(cpu()-begun)/float64(len(works)))
}

func quantile(d []time.Duration, percent int) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[min(len(s)-1, len(s)*percent/100)]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func over(d []time.Duration, limit time.Duration) (n int) {
	for _, x := range d {
		if x > limit {
			n++
		}
	}
	return n
}
