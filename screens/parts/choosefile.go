package parts

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"yttra/i18n"
)

// FileOptions ask for one file or folder.
type FileOptions struct {
	Purpose string // what it is for; the last folder is remembered by it
	Title   string
	Save    bool     // a file to write; otherwise one to read
	Folder  bool     // a folder
	Name    string   // proposed, for a file to write
	Endings []string // of the names: ".txt"
	Kind    string   // what such files are called: ”Textfiler”
	Done    func(path string)
}

// FilesFrom is what the file dialog stands on.
type FilesFrom struct {
	Words  i18n.Words
	Home   string
	Folder string // where it begins; empty or gone: as near as there is
	// Aside runs do away from the window's thread and calls done back on it: with
	// late, and do still running, when the disk does not answer.
	Aside func(do func(), done func(late bool))
}

// filePicker is the house's own dialog for files and folders.
type filePicker struct {
	o      FileOptions
	from   FilesFrom
	m      *fileModel
	dialog *Dialog
	turn   int // of reading; what comes from an earlier one is not wanted
	busy   bool
	closed bool
	filePickerView
}

// ShowFiles opens the house's own dialog for a file or folder, where the system
// has none. Done is not called when the person changes their mind. A file to
// write is neither made nor touched: the path alone is given.
func ShowFiles(w fyne.Window, o FileOptions, from FilesFrom) *Dialog {
	o.Title = strings.TrimRight(o.Title, " \u00a0…") // as a menu says it
	p := &filePicker{o: o, from: from, m: newFileModel(o, from.Home)}
	p.m.reading = true
	p.make(w)
	for _, folder := range []string{from.Home, string(filepath.Separator)} {
		if p.from.Folder == "" {
			p.from.Folder = folder
		}
	}
	var places []filePlace
	from.Aside(func() { places = filePlaces(from.Home, p.from.Folder) }, func(late bool) {
		if late || p.closed {
			return
		}
		p.drawPlaces(places)
	})
	p.read(p.from.Folder, "", true)
	return p.dialog
}

// read shows a folder, with a row in it chosen. fall goes up to the nearest one
// that is there.
func (p *filePicker) read(folder, chosen string, fall bool) {
	p.turn++
	turn := p.turn
	p.m.reading = true
	p.draw()
	var got string
	var all []fileEntry
	var err error
	p.from.Aside(func() { got, all, err = readFolder(folder, fall) }, func(late bool) {
		switch {
		case p.closed || turn != p.turn:
			return
		case late:
			p.m.fail(folder, "files.slow")
		case err != nil:
			p.m.fail(got, faultOf(err))
		default:
			p.m.take(got, all, chosen)
			p.facts(turn, got, all)
		}
		p.drawAnew()
	})
}

// facts asks for the sizes and days of a folder that is shown.
func (p *filePicker) facts(turn int, folder string, all []fileEntry) {
	var known []fileEntry
	p.from.Aside(func() { known = addFacts(folder, all) }, func(late bool) {
		if !late && !p.closed && turn == p.turn {
			p.m.take(folder, known, p.m.chosen())
			p.draw()
		}
	})
}

// enter goes into a folder; the name of a file to write stays.
func (p *filePicker) enter(folder string) { p.enterAt(folder, "") }

func (p *filePicker) enterAt(folder, chosen string) {
	if !p.o.Save {
		p.m.typed = ""
		p.name.SetText("")
	}
	p.say("")
	p.read(folder, chosen, false)
}

// up goes to the folder around, with the one we came from chosen.
func (p *filePicker) up() {
	if parent := p.m.parent(); parent != "" {
		p.enterAt(parent, filepath.Base(p.m.folder))
	}
}

// open is Enter or a double click on a row.
func (p *filePicker) open(i int) {
	if p.m.reading || i < 0 || i >= len(p.m.rows) {
		return
	}
	if e := p.m.rows[i]; e.Folder {
		p.enter(filepath.Join(p.m.folder, e.Name))
		return
	}
	p.choose(i)
	p.accept(false)
}

// accept takes what is typed or chosen. whole is the button: in a dialog for
// folders it chooses the folder that Enter would go into.
func (p *filePicker) accept(whole bool) {
	path, other := p.m.target(), ""
	switch {
	case p.busy || p.m.reading && path == "":
		return
	case path == "" && p.o.Folder:
		path, whole = p.m.folder, true
	case path == "":
		p.say("files.need_name")
		return
	}
	if name := p.m.chosen(); name != "" && !p.o.Save {
		other = filepath.Join(p.m.folder, name) // what the typed letters begin
	}
	p.busy = true
	var v verdict
	p.from.Aside(func() {
		v = judge(p.o, path, whole, !p.m.any)
		if v.Fault != "" && other != "" && other != path {
			if w := judge(p.o, other, whole, false); w.Fault == "" {
				v = w
			}
		}
	}, func(late bool) {
		if p.busy = false; p.closed {
			return
		}
		if late {
			p.follow(verdict{Fault: "files.slow"})
			return
		}
		p.follow(v)
	})
}

func (p *filePicker) follow(v verdict) {
	switch v.Do {
	case isChosen:
		p.finish(v.Path)
	case isFolder:
		if p.o.Save {
			p.m.typed = p.o.Name
			p.name.SetText(p.o.Name)
		}
		p.enter(v.Path)
	case isThere:
		p.ask(v.Path)
	default:
		p.say(v.Fault)
		p.focus(p.name.Entry)
	}
}

func (p *filePicker) finish(path string) {
	p.dialog.Close()
	p.o.Done(path)
}

// newFolder makes a folder here and goes into it.
func (p *filePicker) newFolder(name string) {
	if p.busy {
		return
	}
	p.busy = true
	folder, path, fault := p.m.folder, "", ""
	p.from.Aside(func() { path, fault = makeFolder(folder, name) }, func(late bool) {
		p.busy = false
		switch {
		case p.closed || p.naming == nil: // somebody has thought better of it
		case late:
			p.named("files.slow", "")
		default:
			p.named(fault, path)
		}
	})
}

// named goes into a folder that was made, or says why it was not.
func (p *filePicker) named(fault, path string) {
	if fault != "" {
		p.naming.Fault(p.from.Words.T(fault))
		p.dialog.Relayout()
		return
	}
	p.unask()
	if p.o.Save {
		p.focus(p.name.Entry)
	} else {
		p.focus(p.list)
	}
	p.enter(path)
}

// sought is a letter typed in the list.
func (p *filePicker) sought(r rune) {
	if i := p.m.seek(r, time.Now()); i >= 0 {
		p.list.Choose(i)
	}
}
