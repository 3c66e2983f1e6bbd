// Package parts is the shared furniture of the window: colours and type, layouts,
// icons, buttons, chips, segments, fields, finding cards, rows, the page view and
// the problem row. A part draws what it is given and tells what a person did.
//
// It never knows the desk or any screen.
package parts

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
)

// Host is what a screen may ask of the window it stands in. The window is the
// only one who crosses threads.
type Host interface {
	Window() fyne.Window
	Words() i18n.Words
	// Problem shows a problem as a row at the top of the work: what, what is
	// safe, one thing to do. Nil takes the row away.
	Problem(err error)
	// Go shows another screen: matters, draft, assess, costs, paper, settings; or
	// economy, the part of the settings with rates and limits.
	Go(screen string)
	// Work runs do away from the window's thread, with its name, a bar and
	// Avbryt in one row; done is called back on the window's thread.
	Work(name string, do func(ctx context.Context, step func(done, total int)) error, done func(error))
	// ChooseFile asks for a file or a folder with the system's own dialog, and
	// with ours where there is none.
	ChooseFile(o FileOptions)
	// After calls f on the window's thread when d milliseconds have passed
	// without another call with the same name.
	After(name string, milliseconds int, f func())
}

// Screen is one room of the window. A screen gets its own model and view; the
// window calls Show with every new state of the desk while the screen is in
// front.
type Screen interface {
	Content() fyne.CanvasObject
	// Focus puts the keyboard where the work is, when the screen comes to front.
	Focus()
}

// Optional manners of a screen; the window asks for them by type.
type (
	// Finder answers Ctrl+F.
	Finder interface{ Find() }
	// Stepper answers Ctrl+J (1) and Ctrl+Shift+J (-1).
	Stepper interface{ Step(by int) }
	// Inserter answers Ctrl+Enter: insert the model wording.
	Inserter interface{ Insert() }
	// Waiver answers Ctrl+G: accept with a reason.
	Waiver interface{ Waive() }
	// Mover answers Alt+Up (-1) and Alt+Down (1).
	Mover interface{ Move(by int) }
	// Escaper answers Esc when what has the focus did not want it: close what is
	// open, go back to the work.
	Escaper interface{ Escape() }
	// Jumper answers Ctrl+Shift+A, T and P: to outline, text and findings.
	Jumper interface{ Jump(to string) }
	// Emphasizer answers Ctrl+B ("**") and Ctrl+I ("*").
	Emphasizer interface{ Emphasize(mark string) }
	// Formatter answers the orders of the Format menu: "bullet", "number", "head",
	// "quote", "table", "note", "link" and "figure"; in a table "row", "row_away", "column",
	// "column_away" and "column_right".
	Formatter interface{ Format(order string) }
	// Filler answers Ctrl+D: what stands topmost is written in what is under it.
	Filler interface{ Fill() }
	// Facts gives the left part of the status line: words, LIX, rows to mend.
	Facts interface{ Facts() []string }
	// Stops counts what holds the final paper back, for the status line.
	Stops interface{ Stopping() int }
	// Helped names the help page for what is chosen: the id of a criterion or
	// rule, or a topic; empty for the screen's own page.
	Helped interface{ HelpTopic() string }
	// Chooser is shown what was chosen on the screen that was in front: the id of
	// a criterion. It leaves its choice when it does not have it.
	Chooser interface{ ChooseRule(id string) }
	// Actions gives what stands at the right of the header.
	Actions interface{ Actions() fyne.CanvasObject }
	// Placer is shown a place in the open document: another screen said "show in
	// text".
	Placer interface{ ShowPlace(p app.Place) }
	// Whereabouts tells where in the open document the caret is, so that the next
	// start can show it with ShowPlace.
	Whereabouts interface{ Place() (p app.Place, ok bool) }
	// Header replaces the whole header, for a screen that is not about the open
	// matter.
	Header interface{ Header() fyne.CanvasObject }
	// Exporter answers Ctrl+E, Printer Ctrl+P.
	Exporter interface{ Export() }
	Printer  interface{ Print() }
	// Leaver is told before another screen comes to front, to finish what is
	// being typed.
	Leaver interface{ Leave() }
)
