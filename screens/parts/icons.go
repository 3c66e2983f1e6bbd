package parts

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Icon names. Lines on a 24 grid, stroke 1.75, round ends, never filled: only
// state is filled (see Mark).
const (
	IconMatters  = "matters"
	IconDraft    = "draft"
	IconAssess   = "assess"
	IconCosts    = "costs"
	IconPaper    = "paper"
	IconSettings = "settings"
	IconSearch   = "search"
	IconDown     = "down"
	IconRight    = "right"
	IconUp       = "up"
	IconPlus     = "plus"
	IconMinus    = "minus"
	IconClose    = "close"
	IconCheck    = "check"
	IconJump     = "jump"
	IconPrint    = "print"
	IconExport   = "export"
	IconMore     = "more"
	IconUndo     = "undo"
	IconBook     = "book"
	IconArrow    = "arrow"
	IconBin      = "bin"
	IconOpen     = "open"
	IconLogo     = "logo"
	IconComputer = "computer"
)

// In a drawing, stroke="$" is the icon's colour and "#" what is behind it.
const line = `fill="none" stroke="$" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`

func drawing(name string) string {
	path := func(d string) string { return `<path d="` + d + `" ` + line + `/>` }
	circle := func(x, y, r string) string {
		return `<circle cx="` + x + `" cy="` + y + `" r="` + r + `" ` + line + `/>`
	}
	switch name {
	case IconMatters:
		return path("M4 6h16M4 12h16M4 18h10")
	case IconDraft:
		return path("M4.5 19.500l1.200-4.700L16.200 4.300a2 2 0 0 1 2.800 0l.700.700a2 2 0 0 1 0 2.800L9.200 18.300z") + path("M14.300 6.200l3.500 3.500")
	case IconAssess:
		return path("M12 4v16M8 20h8M5 7h14") + path("M5 7L2.200 13.500h5.600zM19 7l-2.800 6.500h5.600z")
	case IconCosts:
		return path("M4 20h16M7 20v-7M12 20V5M17 20v-10")
	case IconPaper:
		return path("M6 3h8l4.500 4.500V21H6z") + path("M14 3v4.500h4.500M9 12.500h6.500M9 16.500h6.500")
	case IconSettings:
		return path("M4 7h8.500M17.500 7H20M4 17h2.500M11.500 17H20") + circle("15", "7", "2.3") + circle("9", "17", "2.3")
	case IconSearch:
		return circle("10.5", "10.5", "6") + path("M15 15l5 5")
	case IconDown:
		return path("M7 10l5 5 5-5")
	case IconUp:
		return path("M7 14l5-5 5 5")
	case IconRight:
		return path("M10 7l5 5-5 5")
	case IconPlus:
		return path("M12 5v14M5 12h14")
	case IconMinus:
		return path("M5 12h14")
	case IconClose:
		return path("M6 6l12 12M18 6L6 18")
	case IconCheck:
		return path("M5 12.500l4.500 4.500L19 7.500")
	}
	return moreDrawings(name, path, circle)
}

func moreDrawings(name string, path func(string) string, circle func(x, y, r string) string) string {
	switch name {
	case IconJump:
		return path("M19 5v6a3 3 0 0 1-3 3H6M10 9.500L5.500 14l4.500 4.500")
	case IconPrint:
		return path("M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z")
	case IconExport:
		return path("M12 15V4M8 8l4-4 4 4M5 13v7h14v-7")
	case IconOpen:
		return path("M3.500 19V5.500h6l2 2.500h9V19z")
	case IconComputer:
		return path("M4 5h16v11H4zM12 16v4M8 20h8")
	case IconMore:
		return path("M6 12h.100M12 12h.100M18 12h.100")
	case IconUndo:
		return path("M8 5L4 9l4 4M4 9h9a5.500 5.500 0 0 1 0 11H9")
	case IconBook:
		return path("M12 6c-2-1.600-4.600-2-8-2v14c3.400 0 6 .400 8 2 2-1.600 4.600-2 8-2V4c-3.400 0-6 .400-8 2zM12 6v14")
	case IconArrow:
		return path("M4 12h14M13 6.500l5.500 5.500-5.500 5.500")
	case IconBin:
		return path("M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5.500M13.500 11v5.500")
	case IconLogo:
		return `<path d="M4 3h13l4 4v14H4z" fill="$"/><path d="M8 8.500l4 5 4.600-6M12 13.500V18" fill="none" stroke="#" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>`
	}
	return markDrawing(name)
}

// Icon is a drawing in a size and colour; behind is the ground it lies on, which
// shows through the marks in filled shapes. It is rendered for the screen's own
// points, by Fyne: a picture made larger and shrunk loses its lines.
func Icon(name string, size float32, c, behind Token) *canvas.Image {
	i := canvas.NewImageFromResource(IconResource(name, c, behind))
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSize(size, size))
	return i
}

// SetIcon changes what an image made by Icon shows.
func SetIcon(i *canvas.Image, name string, c, behind Token) {
	if r := IconResource(name, c, behind); i.Resource == nil || i.Resource.Name() != r.Name() {
		i.Resource = r
		i.Refresh()
	}
}

// IconResource is the drawing as SVG. Fyne keeps rendered pictures by resource
// name, so the colours are part of it.
func IconResource(name string, c, behind Token) fyne.Resource {
	fg, bg := hex(Color(c)), hex(Color(behind))
	s := strings.NewReplacer(`"$"`, `"#`+fg+`"`, `"#"`, `"#`+bg+`"`).Replace(drawing(name))
	s = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">` + s + `</svg>`
	return fyne.NewStaticResource(name+"-"+fg+"-"+bg+".svg", []byte(s))
}

func hex(c color.Color) string {
	n, _ := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("%02x%02x%02x", n.R, n.G, n.B)
}
