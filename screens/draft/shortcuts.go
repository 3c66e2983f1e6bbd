package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
)

// shortcut takes what concerns more than the block the entry knows.
func (p *page) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		p.hears.undo(false)
	case *fyne.ShortcutRedo:
		p.hears.undo(true)
	case *fyne.ShortcutPaste:
		p.paste(s.Clipboard.Content())
	case *fyne.ShortcutSelectAll:
		return p.chosenAll()
	case *fyne.ShortcutCopy:
		return p.copyChosen(s.Clipboard) || p.copyFigures(s.Clipboard)
	case *fyne.ShortcutCut:
		if p.copyFigures(s.Clipboard) {
			p.live.erase()
			return true
		}
		if !p.copyChosen(s.Clipboard) {
			return false
		}
		p.removeChosen()
	case *desktop.CustomShortcut:
		return p.custom(s)
	default:
		return false
	}
	return true
}

func (p *page) custom(s *desktop.CustomShortcut) bool {
	if p.liveItem() < 0 {
		return true
	}
	ctrl := s.Modifier == fyne.KeyModifierShortcutDefault
	switch {
	case ctrl && s.KeyName == fyne.KeyHome:
		p.model.ToStart()
	case ctrl && s.KeyName == fyne.KeyEnd:
		p.model.ToEnd()
	case ctrl && s.KeyName == fyne.KeyB:
		p.emphasize("**")
		return true
	case ctrl && s.KeyName == fyne.KeyI:
		p.emphasize("*")
		return true
	case ctrl:
		return p.wordKey(s.KeyName)
	default:
		return false
	}
	p.goal = -1
	p.hears.caretMoved()
	p.reveal()
	return true
}

// wordKey moves and deletes by words, over the edges of the block.
func (p *page) wordKey(k fyne.KeyName) bool {
	text, at := p.live.Text, p.live.shownAt()
	selected := p.live.SelectedText() != ""
	p.goal = -1
	switch {
	case k != fyne.KeyBackspace && k != fyne.KeyDelete && k != fyne.KeyLeft && k != fyne.KeyRight:
		return false
	case selected && (k == fyne.KeyBackspace || k == fyne.KeyDelete):
		p.live.erase()
	case k == fyne.KeyBackspace && at == 0:
		p.model.JoinBefore()
	case k == fyne.KeyDelete && at == len(text):
		p.model.JoinAfter()
	case k == fyne.KeyBackspace:
		start := wordBefore(text, at)
		p.typedHere(text[:start]+text[at:], start)
	case k == fyne.KeyDelete:
		p.typedHere(text[:at]+text[wordAfter(text, at):], at)
	case k == fyne.KeyLeft && at == 0:
		p.model.Before()
	case k == fyne.KeyRight && at == len(text):
		p.model.After()
	case k == fyne.KeyLeft:
		p.stepTo(wordBefore(text, at))
	case k == fyne.KeyRight:
		p.stepTo(wordAfter(text, at))
	}
	p.hears.caretMoved()
	p.reveal()
	return true
}

func (p *page) copyChosen(c fyne.Clipboard) bool {
	if p.chosen.on {
		c.SetContent(p.carry(p.model.TextOf(p.chosenRuns())))
	}
	return p.chosen.on
}

// paste puts text in the place of what is selected.
func (p *page) paste(clip string) {
	if clip == "" || p.liveItem() < 0 {
		return
	}
	if len(clip) > maxPaste {
		p.hears.pasteRefused(len(clip))
		return
	}
	clip = p.carried.back(clip)
	if p.chosen.on {
		p.emptyChosen()
	}
	p.live.erase()
	at := p.live.at()
	p.model.Paste(app.Span{Start: at, End: at}, clip)
	p.hears.caretMoved()
	p.reveal()
}

func (p *page) emphasize(mark string) {
	if p.liveItem() < 0 || p.chosen.on {
		return
	}
	p.model.Emphasize(mark, p.live.selection())
}

// menu is what the other button of the pointer opens.
func (p *page) menu(at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(p.board)
	if c == nil {
		return
	}
	clip := fyne.CurrentApp().Clipboard()
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.words.T(key), do) }
	send := func(s fyne.Shortcut) func() { return func() { p.focusText(); p.live.TypedShortcut(s) } }
	menu := fyne.NewMenu("",
		item("draft.cut", send(&fyne.ShortcutCut{Clipboard: clip})),
		item("draft.copy", send(&fyne.ShortcutCopy{Clipboard: clip})),
		item("draft.paste", send(&fyne.ShortcutPaste{Clipboard: clip})),
		fyne.NewMenuItemSeparator(),
		item("draft.bold", func() { p.focusText(); p.emphasize("**") }),
		item("draft.italic", func() { p.focusText(); p.emphasize("*") }),
		fyne.NewMenuItemSeparator(),
		item("draft.select_all", send(&fyne.ShortcutSelectAll{})),
		fyne.NewMenuItemSeparator(),
		item("menu.figure", func() { p.order(orderFigure) }))
	if f, ok := figureAt(p.live.source, p.live.at()); ok {
		menu.Items = append(menu.Items, item("draft.figure_show", func() { p.hears.costWanted(f.Name) }))
	}
	widget.ShowPopUpMenuAtPosition(menu, c, at)
}
