package screens

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/incoming"
	"yttra/i18n"
	"yttra/screens/originals"
	"yttra/screens/paper"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// Window is the one window. It is the Host of every screen.
type Window struct {
	app     fyne.App
	win     fyne.Window
	o       Options
	words   i18n.Words
	threads threads
	timers  map[string]func() bool
	turns   map[string]int
	closed  bool

	handed  string                  // rule that was last handed from one screen to another
	front   string                  // screen in front
	before  string                  // screen the versions were opened from
	screens map[string]parts.Screen // those that have been looked at
	shows   map[string]func(desk.State)
	unheard func() // stops listening to the desk

	rail    *rail
	head    *header
	status  *status
	problem *fyne.Container   // the problem row, or nothing
	notices *fyne.Container   // problem and long work, above the screen
	queue   fyne.CanvasObject // files that were dropped and wait; nil: none
	work    *fyne.Container   // the screen in front

	notes *fyne.Container // what was met on the way in, and what the example is

	dictionary dictionary
	reader     *incoming.Reader // of the files that came in

	beside *paper.Beside // the page beside the text; nil: it is not shown
	waits  bool          // it is to be drawn soon

	original *originals.Pane // the paper that came in, in the page's place; nil: it is not shown
	read     readOriginal    // the file that was read last
	warmed   string          // the matter whose pages were last made ready for

	reg        Register
	face       face
	faceScreen parts.Screen // first start, or a register that is shut
	door       *settings.Door
	rescued    []settings.Rescued // text a register would not take, not yet answered

	backupFault *app.BackupFault // why no backup could be made, until somebody has seen it

	placed  map[string]bool // documents whose place has been found again
	waiting time.Time       // since when something is unsaved

	system   system // the system's file dialog
	choosing bool   // it is open
	asides   int    // questions to the disk that have not come back
	profile  *profileView

	shown error             // the problem in the row
	told  fyne.CanvasObject // the row that says what was done; nil: none
	dark  bool              // the theme the content was built for
	scale float32

	heard    bool // the system has said whether it is light or dark
	dressing bool // the theme is being changed by us
}

var _ parts.Host = (*Window)(nil)

// leastSize is the smallest window in which everything still has its place.
var leastSize = fyne.NewSize(660, 420)

func newWindow(a fyne.App, o Options, th threads) *Window {
	w := &Window{app: a, o: o, words: o.Words, threads: th, system: native{}, reader: o.Reader, front: "matters", scale: startScale(), heard: parts.SystemHeard(),
		timers: map[string]func() bool{}, turns: map[string]int{}, placed: map[string]bool{}}
	if w.reader == nil {
		w.reader = incoming.New()
	}
	w.dress()
	w.win = a.NewWindow("Yttra")
	w.win.SetPadded(false)
	w.win.SetIcon(fyne.NewStaticResource("yttra.png", icon))
	w.win.SetContent(parts.Rect(parts.Fog, 1, 1, 0))
	w.win.Resize(w.startSize())
	w.win.SetCloseIntercept(w.leave)
	w.win.SetOnDropped(w.dropped)
	if o.Desk != nil {
		w.begin(Beginning{Register: Register{Desk: o.Desk}, Words: o.Words})
	}
	a.Settings().AddListener(func(fyne.Settings) { w.worn() })
	return w
}

// wholeWindow fills the window and lets it be small: what has no room gives way
// or scrolls, inside each screen.
type wholeWindow struct{}

func (wholeWindow) MinSize([]fyne.CanvasObject) fyne.Size { return leastSize }

func (wholeWindow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, k := range o {
		k.Resize(s)
	}
}

// build makes everything in the window anew: at start, and when the language or
// the theme has changed. The open matter lies in the desk and is not touched.
func (w *Window) build() {
	w.leaveScreen()
	if w.unheard != nil {
		w.unheard()
	}
	w.dark = parts.Dark()
	var place app.Place // of the caret: a new dress or language does not move it
	kept := false
	if at, ok := w.screens[w.front].(parts.Whereabouts); ok {
		place, kept = at.Place()
	}
	w.screens, w.shows = map[string]parts.Screen{}, map[string]func(desk.State){}
	w.beside, w.original = nil, nil
	w.rail = newRail(w)
	w.head = newHeader(w)
	w.status = newStatus(w)
	w.problem = parts.Column(0)
	w.notes = parts.Column(0)
	w.notices, w.told = parts.Column(0, w.problem, w.notes), nil
	w.work = container.NewStack()
	w.win.SetMainMenu(w.menu())
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	// On keyboards where plus is Shift and the key for =, and those with two Enter.
	w.win.Canvas().AddShortcut(keys(ctrl, fyne.KeyEqual), func(fyne.Shortcut) { w.resize(stepPercent) })
	w.win.Canvas().AddShortcut(keys(ctrl, fyne.KeyEnter), func(fyne.Shortcut) {
		w.unlessDialog(command{keys: keys(ctrl, fyne.KeyReturn), do: w.insert})()
	})
	// The window itself is in the colour of fog, out of the theme.
	w.win.SetContent(container.New(wholeWindow{}, w.frame()))
	w.bring(w.front)
	w.unheard = w.o.Desk.Listen(w.show)
	if s, ok := w.screens[w.front].(parts.Placer); ok && kept {
		s.ShowPlace(place)
	}
	if w.shown != nil {
		w.Problem(w.shown)
	}
	w.drawNotes()
}

// frame sets everything in its place. Without a register there is neither rail
// nor header.
func (w *Window) frame() fyne.CanvasObject {
	if w.face != atWork {
		return parts.Dock(nil, w.status.outer, parts.Dock(w.notices, nil, w.work))
	}
	return parts.Dock(nil, w.status.outer, parts.Columns(0, []float32{railWidth, 0}, w.rail,
		parts.Dock(w.head.outer, nil, parts.Dock(w.notices, nil, w.work))))
}

// show is what the desk tells after every change.
func (w *Window) show(s desk.State) {
	w.saveSoon(s)
	if w.face != atWork {
		w.status.show(s)
		return
	}
	w.rememberSoon(s)
	w.rail.open(s.Matter != nil)
	w.head.show(s)
	w.shows[w.front](s)
	w.besideSoon()
	w.warmOriginal(s)
	w.status.show(s)
}

// screen is the one in front; without a register, what stands in its place.
func (w *Window) screen() parts.Screen {
	if w.face != atWork {
		return w.faceScreen
	}
	return w.screens[w.front]
}

// Window gives Fyne's window, for dialogs.
func (w *Window) Window() fyne.Window { return w.win }

// Words gives the language the window speaks now.
func (w *Window) Words() i18n.Words { return w.words }

// Go shows another screen by its name, or the profile, or where in the profile the
// municipality says how it reckons.
func (w *Window) Go(name string) {
	switch name {
	case "settings":
		w.showProfile()
		return
	case "economy":
		w.leaveScreen()
		w.showModel(w.profileModel(w.o.Desk.State().Profile), sectionEconomy)
		return
	}
	if w.face != atWork || name != "matters" && w.o.Desk.State().Matter == nil {
		return // nothing is open: only the list can be shown
	}
	w.leaveScreen()
	w.untell()
	chosen := w.chosenRule()
	w.bring(name)
	w.show(w.o.Desk.State())
	if c, ok := w.screen().(parts.Chooser); ok && chosen != "" && chosen != w.handed {
		w.handed = chosen // once: coming back leaves what was chosen there since
		c.ChooseRule(chosen)
	}
	w.settle()
}

// chosenRule is the rule that is chosen on the screen in front; empty when none
// is.
func (w *Window) chosenRule() string {
	if s, ok := w.screen().(parts.Helped); ok {
		return s.HelpTopic()
	}
	return ""
}

// leaveScreen finishes what is being typed, and notes where.
func (w *Window) leaveScreen() {
	w.notePlace()
	if l, ok := w.screens[w.front].(parts.Leaver); ok {
		l.Leave()
	}
}

// bring puts a screen in front, and makes it when it has not been looked at.
func (w *Window) bring(name string) {
	if w.face != atWork {
		w.bringFace()
		return
	}
	row, ok := rowOf(name)
	if !ok {
		return
	}
	if w.screens[name] == nil {
		w.screens[name], w.shows[name] = row.open(w)
	}
	w.front = name
	w.work.Objects = []fyne.CanvasObject{w.screens[name].Content()}
	w.rail.choose(name)
	w.head.front(w.screens[name])
	w.relayout()
}

// relayout lays out the column of notices and work after one of them changed.
func (w *Window) relayout() {
	if c := w.win.Content(); c != nil {
		c.Refresh()
	}
}
