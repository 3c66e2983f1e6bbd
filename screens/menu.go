package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/screens/facts"
	"yttra/screens/parts"
)

// command is one row of a menu. A command with a shortcut works wherever the
// focus is: main-menu shortcuts are asked before the widget in focus, canvas
// shortcuts after it. Plain function keys never become shortcuts.
type command struct {
	word    string // key of its words
	keys    fyne.Shortcut
	do      func()
	ticked  bool
	divider bool
}

const (
	ctrl  = fyne.KeyModifierControl
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

func keys(m fyne.KeyModifier, k fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: k, Modifier: m}
}

func (w *Window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(
		w.menuOf("menu.file", w.fileCommands()),
		w.menuOf("menu.edit", w.editCommands()),
		w.menuOf("menu.format", w.formatCommands()),
		w.menuOf("menu.view", w.viewCommands()),
		w.menuOf("menu.matter", w.matterCommands()),
		w.menuOf("menu.register", w.registerCommands()),
		w.menuOf("menu.help", []command{{word: "menu.help_here", keys: keys(0, fyne.KeyF1), do: w.showHelp}, {word: "menu.contents", do: w.helpAt("start")},
			{word: "menu.keys", do: w.helpAt("keys")}, {word: "menu.example", do: w.example}, {word: "menu.about", do: w.showAbout}}))
}

func (w *Window) menuOf(word string, commands []command) *fyne.Menu {
	var items []*fyne.MenuItem
	for _, c := range commands {
		if c.divider {
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(w.words.T(c.word), w.unlessDialog(c))
		item.Shortcut, item.Checked = c.keys, c.ticked
		items = append(items, item)
	}
	return fyne.NewMenu(w.words.T(word), items...)
}

// unlessDialog keeps commands from reaching past an open dialog. Undo and redo
// then belong to the field in focus.
func (w *Window) unlessDialog(c command) func() {
	return func() {
		if w.win.Canvas().Overlays().Top() == nil {
			w.whole(c.do)
			w.hold()
			return
		}
		if d, ok := w.win.Canvas().Overlays().Top().(*parts.Dialog); ok && c.keys != nil && d.Shortcut(c.keys) {
			return
		}
		if f, ok := w.win.Canvas().Focused().(fyne.Shortcutable); ok && c.keys != nil {
			f.TypedShortcut(c.keys)
		}
	}
}

func (w *Window) fileCommands() []command {
	return []command{
		{word: "menu.new", keys: keys(ctrl, fyne.KeyN), do: func() { w.withRegister(w.newMatter) }},
		{word: "menu.open_motion", keys: keys(ctrl, fyne.KeyO), do: func() { w.withRegister(w.openMotion) }},
		{word: "menu.open_many", do: func() { w.withRegister(w.openMany) }},
		{word: "menu.open_matter", do: func() { w.withRegister(w.openMatterFile) }},
		{divider: true},
		{word: "menu.save_version", keys: keys(ctrl, fyne.KeyS), do: w.saveVersion},
		{word: "menu.versions", keys: keys(ctrl|shift, fyne.KeyS), do: w.showVersions},
		{word: "menu.save_copy", do: w.saveCopy},
		{divider: true},
		{word: "menu.export", keys: keys(ctrl, fyne.KeyE), do: w.export},
		{word: "menu.print", keys: keys(ctrl, fyne.KeyP), do: w.print},
		{divider: true},
		{word: "menu.profile", keys: keys(ctrl, fyne.KeyComma), do: func() { w.withRegister(w.showProfile) }},
		{word: "menu.quit", keys: keys(ctrl, fyne.KeyQ), do: w.leave},
	}
}

func (w *Window) editCommands() []command {
	return []command{
		{word: "menu.undo", keys: &fyne.ShortcutUndo{}, do: w.undo},
		{word: "menu.redo", keys: &fyne.ShortcutRedo{}, do: w.redo},
		{divider: true},
		{word: "menu.find", keys: keys(ctrl, fyne.KeyF), do: w.find},
		{divider: true},
		{word: "menu.up", keys: keys(alt, fyne.KeyUp), do: w.move(-1)},
		{word: "menu.down", keys: keys(alt, fyne.KeyDown), do: w.move(1)},
		{divider: true},
		{word: "menu.edit_cell", keys: keys(0, fyne.KeyF2), do: w.press(fyne.KeyF2)},
		{word: "menu.fill", do: w.fill}, // Ctrl+D, as the column of a table
		{word: "menu.escape", keys: keys(0, fyne.KeyEscape), do: w.press(fyne.KeyEscape)},
	}
}

// formatCommands are what a paragraph can be made.
func (w *Window) formatCommands() []command {
	return []command{
		{word: "menu.bold", keys: keys(ctrl, fyne.KeyB), do: w.emphasize("**")},
		{word: "menu.italic", keys: keys(ctrl, fyne.KeyI), do: w.emphasize("*")},
		{divider: true},
		{word: "menu.head", keys: keys(ctrl, fyne.KeyU), do: w.format("head")},
		{word: "menu.bullet", keys: keys(ctrl, fyne.KeyL), do: w.format("bullet")},
		{word: "menu.number", keys: keys(ctrl|shift, fyne.KeyL), do: w.format("number")},
		{word: "menu.quote", keys: keys(ctrl|shift, fyne.KeyU), do: w.format("quote")},
		{divider: true},
		{word: "menu.table", keys: keys(ctrl, fyne.KeyT), do: w.format("table")},
		{word: "menu.note", keys: keys(ctrl|shift, fyne.KeyF), do: w.format("note")},
		{word: "menu.link", keys: keys(ctrl, fyne.KeyK), do: w.format("link")},
		{word: "menu.figure", keys: keys(ctrl|shift, fyne.KeyB), do: w.format("figure")},
		{divider: true},
		{word: "menu.row", keys: keys(ctrl, fyne.KeyR), do: w.format("row")},
		{word: "menu.row_away", keys: keys(ctrl|shift, fyne.KeyR), do: w.format("row_away")},
		{word: "menu.column", keys: keys(ctrl, fyne.KeyD), do: w.fill},
		{word: "menu.column_away", keys: keys(ctrl|shift, fyne.KeyD), do: w.format("column_away")},
		{word: "menu.column_right", keys: keys(ctrl|shift, fyne.KeyH), do: w.format("column_right")},
	}
}

func (w *Window) viewCommands() []command {
	var out []command
	for _, r := range table() {
		out = append(out, command{word: "screen." + r.name, keys: keys(ctrl, r.key), do: func() { w.Go(r.name) }, ticked: w.front == r.name})
	}
	p := w.known()
	return append(out,
		command{divider: true},
		command{word: "menu.to_outline", keys: keys(ctrl|shift, fyne.KeyA), do: w.jump("outline")},
		command{word: "menu.to_text", keys: keys(ctrl|shift, fyne.KeyT), do: w.jump("text")},
		command{word: "menu.to_findings", keys: keys(ctrl|shift, fyne.KeyP), do: w.jump("findings")},
		command{word: "menu.columns", keys: keys(0, fyne.KeyF4), do: w.press(fyne.KeyF4)},
		command{word: "menu.beside", keys: keys(ctrl|shift, fyne.KeyE), do: w.toggleBeside, ticked: p.Beside},
		command{word: "menu.original", keys: keys(ctrl|shift, fyne.KeyO), do: w.toggleOriginal, ticked: p.Original},
		command{divider: true},
		command{word: "menu.larger", keys: keys(ctrl, fyne.KeyPlus), do: func() { w.resize(stepPercent) }},
		command{word: "menu.smaller", keys: keys(ctrl, fyne.KeyMinus), do: func() { w.resize(-stepPercent) }},
		command{word: "menu.normal", keys: keys(ctrl, fyne.Key0), do: func() { w.resize(0) }},
		command{divider: true},
		command{word: "menu.light", do: func() { w.look("light") }, ticked: p.Look == "light"},
		command{word: "menu.dark", do: func() { w.look("dark") }, ticked: p.Look == "dark"},
		command{word: "menu.system", do: func() { w.look("") }, ticked: p.Look == ""},
		command{divider: true},
		command{word: "menu.swedish", do: func() { w.speak("sv") }, ticked: w.words.Lang() == "sv"},
		command{word: "menu.english", do: func() { w.speak("en") }, ticked: w.words.Lang() == "en"})
}

func (w *Window) matterCommands() []command {
	out := []command{
		{word: "menu.next", keys: keys(ctrl, fyne.KeyJ), do: w.step(1)},
		{word: "menu.previous", keys: keys(ctrl|shift, fyne.KeyJ), do: w.step(-1)},
		{word: "menu.insert", keys: keys(ctrl, fyne.KeyReturn), do: w.insert},
		{word: "menu.waive", keys: keys(ctrl, fyne.KeyG), do: w.waive},
		{divider: true},
		{word: "menu.properties", do: w.showProperties},
		{word: "menu.referrals", keys: keys(ctrl, fyne.KeyM), do: w.showReferrals},
		{word: "menu.facts", keys: keys(ctrl, fyne.KeyH), do: w.showFacts(facts.PaperSection)},
		{word: "menu.annexes", do: w.showFacts(facts.AnnexSection)},
		{word: "menu.matter_events", do: w.showMatterTrail},
		{word: "menu.add_document", do: w.addDocument},
		{divider: true},
		{word: "menu.unanswered", do: func() { w.withRegister(w.saveUnanswered) }},
	}
	return out
}

// typedKey takes what no widget in focus wanted.
func (w *Window) typedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if d, ok := w.win.Canvas().Overlays().Top().(*parts.Dialog); ok {
			d.Dismiss()
		} else if w.front == versionsScreen && w.win.Canvas().Overlays().Top() == nil {
			w.leaveVersions()
		} else if s, ok := w.screen().(parts.Escaper); ok && w.win.Canvas().Overlays().Top() == nil {
			s.Escape()
		}
	case fyne.KeyF1:
		switch d := w.win.Canvas().Overlays().Top().(type) {
		case nil:
			w.whole(w.showHelp)
		case *parts.Dialog:
			d.Help()
		}
	default:
		if d, ok := w.win.Canvas().Overlays().Top().(*parts.Dialog); ok {
			d.TypedKey(e)
		}
	}
}

// press gives a plain key to what has the focus. Such keys are no shortcuts of
// the menu, which only shows them: they reach the focus by themselves.
func (w *Window) press(k fyne.KeyName) func() {
	return func() {
		if f := w.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func (w *Window) undo() { w.leaveScreen(); w.o.Desk.Undo() }
func (w *Window) redo() { w.leaveScreen(); w.o.Desk.Redo() }

func (w *Window) find() {
	if s, ok := w.screen().(parts.Finder); ok {
		s.Find()
		return
	}
	w.Go("matters")
	if s, ok := w.screen().(parts.Finder); ok {
		s.Find()
	}
}

func (w *Window) step(by int) func() {
	return func() {
		if s, ok := w.screen().(parts.Stepper); ok {
			s.Step(by)
		}
	}
}

func (w *Window) move(by int) func() {
	return func() {
		if s, ok := w.screen().(parts.Mover); ok {
			s.Move(by)
		}
	}
}

func (w *Window) jump(to string) func() {
	return func() {
		if s, ok := w.screen().(parts.Jumper); ok {
			s.Jump(to)
		}
	}
}

func (w *Window) emphasize(mark string) func() {
	return func() {
		if s, ok := w.screen().(parts.Emphasizer); ok {
			s.Emphasize(mark)
		}
	}
}

func (w *Window) format(order string) func() {
	return func() {
		if s, ok := w.screen().(parts.Formatter); ok {
			s.Format(order)
		}
	}
}

// fill fills cells down. Elsewhere the same keys make a column of a table, as the
// Format menu says.
func (w *Window) fill() {
	if s, ok := w.screen().(parts.Filler); ok {
		s.Fill()
		return
	}
	w.format("column")()
}

func (w *Window) insert() {
	if s, ok := w.screen().(parts.Inserter); ok {
		s.Insert()
	}
}

func (w *Window) waive() {
	if s, ok := w.screen().(parts.Waiver); ok {
		s.Waive()
	}
}

// export and print belong to the paper; from another screen they show it first.
func (w *Window) export() {
	if w.Go("paper"); w.front == "paper" {
		if s, ok := w.screen().(parts.Exporter); ok {
			s.Export()
		}
	}
}

func (w *Window) print() {
	if w.Go("paper"); w.front == "paper" {
		if s, ok := w.screen().(parts.Printer); ok {
			s.Print()
		}
	}
}
