package parts

import (
	"fyne.io/fyne/v2/canvas"

	"yttra/app"
)

// Shapes of severities and states. Each is told apart without its colour.
const (
	MarkBlocking     = "blocking"      // filled octagon with !
	MarkSerious      = "serious"       // filled triangle with !
	MarkNote         = "note"          // open circle with i
	MarkMet          = "met"           // filled circle with tick
	MarkIndicated    = "indicated"     // half-filled circle
	MarkFailed       = "failed"        // filled square with cross
	MarkNotAddressed = "not_addressed" // dashed circle
	MarkWaived       = "waived"        // diamond with dash
	MarkSetAside     = "set_aside"     // dashed diamond: the text itself sets the question aside
	MarkPending      = "pending"       // clock
)

// SeverityMark names the shape of a severity.
func SeverityMark(s app.Severity) string { return string(s) }

// StateMark names the shape of a criterion's state.
func StateMark(s app.CriterionState) string { return string(s) }

// MarkColor is the colour of a shape.
func MarkColor(mark string) Token {
	switch mark {
	case MarkBlocking, MarkFailed:
		return Stop
	case MarkSerious:
		return Serious
	case MarkNote, MarkIndicated:
		return Note
	case MarkMet:
		return OK
	case MarkWaived, MarkSetAside:
		return Waive
	case MarkNotAddressed:
		return Edge
	}
	return Muted
}

// MarkWord is the colour of the word beside a shape: as the shape's, but dark
// enough to read.
func MarkWord(mark string) Token {
	if mark == MarkNotAddressed {
		return Muted
	}
	return MarkColor(mark)
}

// MarkSoft is the tint of a sentence or row a shape belongs to.
func MarkSoft(mark string) Token {
	switch mark {
	case MarkBlocking, MarkFailed:
		return StopSoft
	case MarkSerious:
		return SeriousSoft
	case MarkNote, MarkIndicated:
		return NoteSoft
	case MarkMet:
		return OKSoft
	case MarkWaived, MarkSetAside:
		return WaiveSoft
	}
	return Fog
}

// Mark draws a shape in its own colour on a ground.
func Mark(mark string, size float32, behind Token) *canvas.Image {
	return Icon(mark, size, MarkColor(mark), behind)
}

func markDrawing(name string) string {
	stroke := func(d, colour, width string) string {
		return `<path d="` + d + `" fill="none" stroke="` + colour + `" stroke-width="` + width + `" stroke-linecap="round" stroke-linejoin="round"/>`
	}
	const ring = `<circle cx="12" cy="12" r="9" fill="none" stroke="$" stroke-width="2.200"`
	switch name {
	case MarkBlocking:
		return `<path d="M8 2.500h8L21.500 8v8L16 21.500H8L2.500 16V8z" fill="$"/>` + stroke("M12 7v6M12 16.400v.300", "#", "2.600")
	case MarkSerious:
		return `<path d="M12 2.600L22.400 21H1.600z" fill="$" stroke="$" stroke-width="1.500" stroke-linejoin="round"/>` + stroke("M12 9.500v5M12 17.600v.300", "#", "2.400")
	case MarkNote:
		return ring + `/>` + stroke("M12 11v5M12 7.600v.200", "$", "2.400")
	case MarkMet:
		return `<circle cx="12" cy="12" r="10" fill="$"/>` + stroke("M7.200 12.400l3.400 3.400 6.200-6.800", "#", "2.500")
	case MarkIndicated:
		return ring + `/><path d="M12 3a9 9 0 0 0 0 18z" fill="$"/>`
	case MarkFailed:
		return `<path d="M3.500 3.500h17v17h-17z" fill="$" stroke="$" stroke-width="2" stroke-linejoin="round"/>` + stroke("M8 8l8 8M16 8l-8 8", "#", "2.500")
	case MarkNotAddressed:
		return ring + ` stroke-dasharray="3.600 3.470"/>`
	case MarkWaived:
		return stroke("M12 2.500L21.500 12 12 21.500 2.500 12z", "$", "2.100") + stroke("M8.500 12h7", "$", "2.300")
	case MarkSetAside:
		return `<path d="M12 2.500L21.500 12 12 21.500 2.500 12z" fill="none" stroke="$" stroke-width="2.100" stroke-linejoin="round" stroke-dasharray="4 2.720"/>`
	case MarkPending:
		return ring + `/>` + stroke("M12 7v5l3.500 2", "$", "2.100")
	}
	return ""
}
