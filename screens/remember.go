package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// The window's size before anybody has chosen one.
const (
	usualWidth  = 1280
	usualHeight = 800
)

// remember changes the settings. A settings folder that cannot be written is no
// reason to trouble anybody: it goes to the log, and holds until the window
// closes.
func (w *Window) remember(change func(*settings.Settings)) {
	if w.o.Settings == nil {
		return
	}
	if err := w.o.Settings.Change(change); err != nil {
		w.log(err)
	}
}

// known gives the settings; somebody new when there are none.
func (w *Window) known() settings.Settings {
	if w.o.Settings == nil {
		return settings.Settings{}
	}
	return w.o.Settings.Get()
}

// startSize is how large the window opens, in Fyne's measure: as it was, and
// never larger than the screen.
func (w *Window) startSize() fyne.Size {
	s := w.known()
	scale := w.scale * float32(percent(s)) / 100
	size := fyne.NewSize(usualWidth, usualHeight)
	if s.Width > 0 && s.Height > 0 {
		size = fyne.NewSize(s.Width/scale, s.Height/scale)
	}
	return fitted(size, scale, w.screenRoom())
}

// fit makes the window no larger than the screen, once its scale is known.
func (w *Window) fit() {
	size := w.startSize()
	c := w.win.Canvas()
	if fits := fitted(size, c.Scale(), w.screenRoom()); fits != c.Size() {
		w.win.Resize(fits)
	}
}

func (w *Window) screenRoom() fyne.Size {
	if w.o.Screen == nil {
		return fyne.Size{}
	}
	return w.o.Screen()
}

// fitted is a size that a screen of so many pixels has room for; a screen nobody
// knows has room for all.
func fitted(size fyne.Size, scale float32, room fyne.Size) fyne.Size {
	if room.Width <= 0 || room.Height <= 0 || scale <= 0 {
		return size.Max(leastSize)
	}
	size = size.Min(fyne.NewSize(room.Width/scale, room.Height/scale))
	return fyne.NewSize(float32(int(size.Width)), float32(int(size.Height))).Max(leastSize.Min(fyne.NewSize(room.Width/scale, room.Height/scale)))
}

// rememberSoon notes which matter, document and screen is in front.
func (w *Window) rememberSoon(s desk.State) {
	if w.reg.Example || w.o.Settings == nil {
		return
	}
	known, matter, document := w.known(), "", ""
	if s.Matter != nil {
		matter = s.Matter.ID
	}
	if d := s.Document(); d != nil {
		document = d.ID
	}
	if known.Screen != w.front || known.Matter != matter || known.Document != document {
		w.After("remember", 3000, w.rememberNow)
	}
}

// rememberNow keeps what the next start goes back to.
func (w *Window) rememberNow() {
	if w.face != atWork || w.reg.Example {
		return
	}
	s := w.o.Desk.State()
	size, scale := w.win.Canvas().Size(), w.win.Canvas().Scale()
	w.remember(func(k *settings.Settings) {
		k.Width, k.Height = size.Width*scale, size.Height*scale
		k.Screen, k.Matter, k.Document = w.front, "", ""
		if s.Matter != nil {
			k.Matter = s.Matter.ID
		}
		if d := s.Document(); d != nil {
			k.Document = d.ID
		}
		if p, ok := w.place(); ok {
			k.Put(p)
		}
	})
}

// place is where the caret is in the open document.
func (w *Window) place() (settings.Place, bool) {
	at, ok := w.screens[w.front].(parts.Whereabouts)
	d := w.deskDocument()
	if !ok || d == nil {
		return settings.Place{}, false
	}
	p, ok := at.Place()
	return settings.Place{Document: d.ID, Section: p.Section, At: p.Span.Start}, ok
}

func (w *Window) deskDocument() *app.Document {
	if w.o.Desk == nil {
		return nil
	}
	return w.o.Desk.State().Document()
}

// notePlace remembers where the caret is before the text is left.
func (w *Window) notePlace() {
	if w.reg.Example || w.face != atWork {
		return
	}
	if p, ok := w.place(); ok {
		if old, there := w.known().PlaceIn(p.Document); !there || old != p {
			w.remember(func(s *settings.Settings) { s.Put(p) })
		}
	}
}

// goBack opens what was open when the window was last closed.
func (w *Window) goBack() {
	s := w.known()
	if w.reg.Example || s.Matter == "" || w.o.Desk.State().Rows.Index(s.Matter) < 0 {
		return
	}
	if err := w.o.Desk.Open(s.Matter); err != nil {
		w.Problem(err)
		return
	}
	if m := w.o.Desk.State().Matter; m != nil {
		for i, d := range m.Documents {
			if d.ID == s.Document {
				w.o.Desk.OpenDocument(i)
			}
		}
	}
	if s.Screen != "" && s.Screen != "matters" {
		w.Go(s.Screen)
	}
}

// settle puts the keyboard into the screen that came to front; the first time a
// document is shown, where it was left.
func (w *Window) settle() {
	d := w.deskDocument()
	placer, shows := w.screen().(parts.Placer)
	_, keeps := w.screen().(parts.Whereabouts)
	if d == nil || !shows || !keeps || w.placed[d.ID] {
		w.screen().Focus()
		return
	}
	w.placed[d.ID] = true
	p, ok := w.known().PlaceIn(d.ID)
	if !ok || w.reg.Example || p.Section >= len(d.Sections) || p.At > len(d.Sections[p.Section].Text) {
		w.screen().Focus()
		return
	}
	placer.ShowPlace(app.Place{Section: p.Section, Span: app.Span{Start: p.At, End: p.At}})
}
