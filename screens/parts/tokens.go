package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Token names a colour by what it is for. A token has one value in the light
// theme and one in the dark; nothing in the window is coloured in another way.
type Token string

const (
	Rail   Token = "rail"   // navigation, menu bar
	Fog    Token = "fog"    // window, status line, table heads, guidance
	Bench  Token = "bench"  // behind the page
	Panel  Token = "panel"  // outline, findings, header, dialogs
	Page   Token = "page"   // page, lists, fields, buttons
	Hover  Token = "hover"  // pointer over
	Soft   Token = "soft"   // chosen row
	Marked Token = "marked" // marked text, pressed

	Line Token = "line" // decoration only
	Edge Token = "edge" // borders that mean something

	Ink      Token = "ink"      // text
	Muted    Token = "muted"    // second text, placeholder
	Accent   Token = "accent"   // primary button, links, focus, caret
	OnAccent Token = "onaccent" // text on accent

	Stop        Token = "stop"        // blocking, failed, not saved
	StopSoft    Token = "stopsoft"    //
	Serious     Token = "serious"     // serious, bad cell, under thirty days
	SeriousSoft Token = "serioussoft" //
	Note        Token = "note"        // note, found in text
	NoteSoft    Token = "notesoft"    //
	OK          Token = "ok"          // met, saved
	OKSoft      Token = "oksoft"      //
	Waive       Token = "waive"       // accepted with reason
	WaiveSoft   Token = "waivesoft"   //

	Paper      Token = "paper"      // the sheet: white in both themes
	OnPaper    Token = "onpaper"    // a mark on the sheet: the light theme's accent
	Tint       Token = "tint"       // over words on the sheet that are marked; these let them through
	TintStrong Token = "tintstrong" // over those that are shown, or marked by a person
	TintFound  Token = "tintfound"  // over those that were looked for

	Shade Token = "shade" // over the window behind a dialog
	Clear Token = "clear" // nothing
)

// tone is a token's colour in the two themes, 0xRRGGBB.
type tone struct{ light, dark uint32 }

func toneOf(t Token) (tone, bool) {
	switch t {
	case Rail:
		return tone{0xE1E7E7, 0x101516}, true
	case Fog:
		return tone{0xEBEFEF, 0x151B1D}, true
	case Bench:
		return tone{0xDDE3E4, 0x0E1213}, true
	case Panel:
		return tone{0xF6F8F8, 0x1B2224}, true
	case Page:
		return tone{0xFFFFFF, 0x20282B}, true
	case Hover:
		return tone{0xE6EDEE, 0x263033}, true
	case Soft:
		return tone{0xD9E9EB, 0x1F3D43}, true
	case Marked:
		return tone{0xBFDDE1, 0x2C5A63}, true
	case Line:
		return tone{0xD3DBDC, 0x344043}, true
	case Edge:
		return tone{0x73838A, 0x819196}, true
	case Ink:
		return tone{0x182326, 0xE6ECED}, true
	case Muted:
		return tone{0x4C5B60, 0xA9B6BA}, true
	case Accent:
		return tone{0x0B5662, 0x82C8D2}, true
	case OnAccent:
		return tone{0xFFFFFF, 0x05262B}, true
	}
	return stateTone(t)
}

func stateTone(t Token) (tone, bool) {
	switch t {
	case Stop:
		return tone{0xA11420, 0xFF9D95}, true
	case StopSoft:
		return tone{0xFBE9E8, 0x422325}, true
	case Serious:
		return tone{0x854600, 0xF2B862}, true
	case SeriousSoft:
		return tone{0xFAEEDB, 0x3A2C16}, true
	case Note:
		return tone{0x25568C, 0x97C1F3}, true
	case NoteSoft:
		return tone{0xE5EEF8, 0x1D2F45}, true
	case OK:
		return tone{0x1A6638, 0x86CE9D}, true
	case OKSoft:
		return tone{0xE1F1E6, 0x1B3626}, true
	case Waive:
		return tone{0x5A4A7C, 0xC6B5E8}, true
	case WaiveSoft:
		return tone{0xEDE9F5, 0x2E2840}, true
	case Paper:
		return tone{0xFFFFFF, 0xFFFFFF}, true
	case OnPaper:
		return tone{0x0B5662, 0x0B5662}, true
	}
	return tone{}, false
}

// value gives a token's colour in one theme; unknown tokens are transparent.
func value(t Token, dark bool) color.NRGBA {
	switch t {
	case Shade:
		return color.NRGBA{0x10, 0x18, 0x1A, 0x8C}
	case Tint:
		return color.NRGBA{0x0B, 0x86, 0x98, 0x26}
	case TintStrong:
		return color.NRGBA{0x0B, 0x86, 0x98, 0x50}
	case TintFound:
		return color.NRGBA{0xF2, 0xC2, 0x00, 0x55}
	}
	v, ok := toneOf(t)
	if !ok {
		return color.NRGBA{}
	}
	n := v.light
	if dark {
		n = v.dark
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xFF}
}

// Color gives a token's colour in the theme the window wears now.
func Color(t Token) color.Color {
	if t == Clear {
		return color.Transparent // the only nothing that is not drawn, and so costs none
	}
	return value(t, Dark())
}

// Dark reports whether the window wears the dark theme now.
func Dark() bool {
	s := fyne.CurrentApp().Settings()
	t, _ := s.Theme().(Theme)
	return t.dark(s.ThemeVariant())
}
