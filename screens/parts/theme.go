package parts

import (
	"image/color"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is which theme the person wants.
type Look int

const (
	SystemLook Look = iota
	LightLook
	DarkLook
)

// LookOf reads a look as a profile keeps it: "light", "dark" or "".
func LookOf(s string) Look {
	switch s {
	case "light":
		return LightLook
	case "dark":
		return DarkLook
	}
	return SystemLook
}

// Theme dresses the window. It is a value; a change of theme is a new one.
//
// The page serif answers to TextStyle{Monospace: true}: Fyne breaks an entry's
// lines by the app theme's fonts whatever an override says, so the serif must
// live here.
type Theme struct {
	Look  Look
	Heard bool // the system has said whether it is light or dark; until then it is light
	page  bool // an entry lying on the page: no frame, no caret
	fault bool // a field with a fault
	list  bool // a list whose rows touch each other
	field bool // a field of 34 px: an entry in it is a little tighter
	line  bool // a field of one line: nothing in it is worth a scroll bar
	plain bool // a field without an icon: the room of a blank one is its left padding
}

// ListTheme is what a list wears: rows without gaps, the chosen one soft.
func ListTheme() fyne.Theme {
	t, _ := fyne.CurrentApp().Settings().Theme().(Theme)
	t.list = true
	return t
}

// PageTheme is what an entry on the page wears: 17 points, no frame, no caret of
// Fyne's own (draw one from CursorPosition), nothing behind. Use it with
// container.NewThemeOverride around an entry whose TextStyle is
// TextStyle{Monospace: true}.
func PageTheme() fyne.Theme {
	t, _ := fyne.CurrentApp().Settings().Theme().(Theme)
	t.page = true
	return t
}

// PagePadding is the inner padding of an entry in PageTheme: the text of the
// entry is this far in from its edges.
const PagePadding = 6

// SystemHeard says at start whether what Fyne calls the system's theme was said by
// anybody. Windows and macOS are asked before the window opens. Elsewhere a
// desktop portal answers later, or nobody does, and Fyne says dark until then.
func SystemHeard() bool {
	return runtime.GOOS == "windows" || runtime.GOOS == "darwin" || os.Getenv("FYNE_THEME") != ""
}

func (t Theme) dark(system fyne.ThemeVariant) bool {
	return t.Look == DarkLook || t.Look == SystemLook && t.Heard && system == theme.VariantDark
}

// Color answers Fyne's own names with the house's tokens.
func (t Theme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	dark := t.dark(v)
	if t.page {
		switch n {
		case theme.ColorNamePrimary, theme.ColorNameInputBackground, theme.ColorNameInputBorder:
			return color.Transparent
		}
	}
	if t.fault {
		switch n {
		case theme.ColorNameInputBackground:
			return value(SeriousSoft, dark)
		case theme.ColorNameInputBorder:
			return value(Serious, dark)
		}
	}
	if t.line && n == theme.ColorNameScrollBar {
		return color.Transparent
	}
	if t.list && n == theme.ColorNameSelection {
		return value(Soft, dark)
	}
	if token, ok := tokenFor(n); ok {
		return value(token, dark)
	}
	if dark {
		v = theme.VariantDark
	} else {
		v = theme.VariantLight
	}
	return theme.DefaultTheme().Color(n, v)
}

func tokenFor(n fyne.ThemeColorName) (Token, bool) {
	switch n {
	case theme.ColorNameBackground, theme.ColorNameHeaderBackground:
		return Fog, true
	case theme.ColorNameForeground:
		return Ink, true
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return Muted, true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return Accent, true
	case theme.ColorNameForegroundOnPrimary:
		return OnAccent, true
	case theme.ColorNameInputBackground, theme.ColorNameButton, theme.ColorNameDisabledButton:
		return Page, true
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return Edge, true
	case theme.ColorNameSelection, theme.ColorNamePressed:
		return Marked, true
	case theme.ColorNameFocus:
		return Soft, true
	case theme.ColorNameHover:
		return Hover, true
	case theme.ColorNameSeparator:
		return Line, true
	case theme.ColorNameShadow, theme.ColorNameScrollBarBackground:
		return Clear, true
	case theme.ColorNameMenuBackground:
		return Rail, true
	case theme.ColorNameOverlayBackground:
		return Panel, true
	case theme.ColorNameError:
		return Stop, true
	case theme.ColorNameWarning:
		return Serious, true
	case theme.ColorNameSuccess:
		return OK, true
	}
	return "", false
}

// Font gives the house's faces; see Theme about Monospace.
func (t Theme) Font(s fyne.TextStyle) fyne.Resource {
	if s.Symbol {
		return theme.DefaultTheme().Font(s)
	}
	return fontOf(fileOf(s))
}

// Icon leaves Fyne's own menus their icons; the house draws with Icon.
func (t Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(n) }

// An entry has the same padding on all sides, but an icon in it moves the text by
// the icon's size and the line spacing: a field's text stands fieldSide in.
const (
	fieldSide    = 10
	fieldPadding = 5
	lineSpacing  = 4
)

// Size gives the house's measures to Fyne's own widgets.
func (t Theme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNamePadding:
		if t.list {
			return 0
		}
		return 4
	case theme.SizeNameText:
		if t.page {
			return TextPage
		}
		return TextControl
	case theme.SizeNameCaptionText:
		return TextHint
	case theme.SizeNameSubHeadingText:
		return TextTitle
	case theme.SizeNameHeadingText:
		return TextSection
	case theme.SizeNameInnerPadding:
		if t.page {
			return PagePadding
		}
		if t.field {
			return fieldPadding
		}
		return 6
	case theme.SizeNameLineSpacing:
		return lineSpacing
	case theme.SizeNameInlineIcon:
		if t.plain {
			return fieldSide - fieldPadding - lineSpacing
		}
	case theme.SizeNameInputBorder:
		if t.page {
			return 0 // frame and caret share this size
		}
		return 1
	case theme.SizeNameScrollBarSmall:
		return 3
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 4
	}
	return theme.DefaultTheme().Size(n)
}
