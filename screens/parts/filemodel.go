package parts

import (
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// fileModel is what the file dialog knows and shows; it neither draws nor touches
// the disk.
type fileModel struct {
	o       FileOptions
	home    string
	folder  string
	all     []fileEntry // of the folder, in order
	rows    []fileEntry // those that are shown
	typed   string      // what stands in the name field
	at      int         // the chosen row; -1: none
	any     bool        // Alla filer
	reading bool
	fault   string // key of what is wrong with the folder; empty: nothing
	sought  string // letters typed in the list
	soughtT time.Time
}

func newFileModel(o FileOptions, home string) *fileModel {
	m := &fileModel{o: o, home: home, at: -1}
	if o.Save {
		m.typed = o.Name
	}
	return m
}

// take shows a folder that has been read. The row of a name stays chosen.
func (m *fileModel) take(folder string, all []fileEntry, chosen string) {
	m.folder, m.all, m.fault, m.reading = folder, all, "", false
	m.sift(chosen)
}

// fail shows a folder that could not be read.
func (m *fileModel) fail(folder, fault string) {
	m.folder, m.all, m.fault, m.reading = folder, nil, fault, false
	m.sift("")
}

// sift finds anew which rows are shown; the one with a name stays chosen.
func (m *fileModel) sift(chosen string) {
	hidden := strings.HasPrefix(m.typed, ".")
	m.rows, m.at = m.rows[:0:0], -1
	for _, e := range m.all {
		if e.Hidden() && !hidden || !e.Folder && (m.o.Folder || !m.any && !hasEnding(e.Name, m.o.Endings)) {
			continue
		}
		if e.Name == chosen && chosen != "" {
			m.at = len(m.rows)
		}
		m.rows = append(m.rows, e)
	}
}

// chosen is the name of the chosen row; empty when there is none.
func (m *fileModel) chosen() string {
	if m.at < 0 || m.at >= len(m.rows) {
		return ""
	}
	return m.rows[m.at].Name
}

// choose takes a row, whose name then stands in the field; a folder's does not
// when a file is to be written, which keeps its name.
func (m *fileModel) choose(i int) {
	if m.at = i; i >= 0 && (!m.o.Save || !m.rows[i].Folder) {
		m.typed = shownName(m.rows[i].Name)
	}
}

// write is somebody typing in the name field: the row that begins so is chosen.
func (m *fileModel) write(s string) {
	hidden := strings.HasPrefix(m.typed, ".") != strings.HasPrefix(s, ".")
	if m.typed = s; hidden {
		m.sift("")
	}
	m.at = -1
	if !m.o.Save && s != "" {
		m.at = m.beginning(s, 0)
	}
}

// seek is a letter typed in the list: the next row that begins with the letters
// typed in quick succession. It gives the row; -1 when there is none.
func (m *fileModel) seek(r rune, now time.Time) int {
	if now.Sub(m.soughtT) > time.Second {
		m.sought = ""
	}
	same := m.sought == string(r) // the same letter again goes on to the next row
	m.soughtT = now
	if !same {
		m.sought += string(r)
	}
	from := max(m.at, 0)
	if same || len([]rune(m.sought)) == 1 {
		from = m.at + 1
	}
	return m.beginning(m.sought, from)
}

// beginning is the first row from one on, and then from the top, that begins with
// a text.
func (m *fileModel) beginning(s string, from int) int {
	s = strings.ToLower(s)
	for n := range m.rows {
		i := (from + n) % len(m.rows)
		if strings.HasPrefix(strings.ToLower(shownName(m.rows[i].Name)), s) {
			return i
		}
	}
	return -1
}

// target is the path that what is typed means: a whole path, one under home, or a
// name here. A row is meant by its own bytes, whatever its name looks like.
func (m *fileModel) target() string {
	s := strings.TrimSpace(m.typed)
	sep := string(filepath.Separator)
	if name := m.chosen(); name != "" && m.typed == shownName(name) {
		return filepath.Join(m.folder, name)
	}
	s = strings.Trim(s, `"`)
	if file, ok := strings.CutPrefix(s, "file://"); ok {
		s = file
	}
	switch {
	case s == "":
		return ""
	case s == "~":
		return m.home
	case strings.HasPrefix(s, "~"+sep):
		return keepEnd(filepath.Join(m.home, s[2:]), s)
	case filepath.IsAbs(s):
		return s
	}
	return keepEnd(filepath.Join(m.folder, s), s)
}

// keepEnd gives a path the separator at its end that says: into it.
func keepEnd(path, typed string) string {
	if sep := string(filepath.Separator); strings.HasSuffix(typed, sep) && !strings.HasSuffix(path, sep) {
		return path + sep
	}
	return path
}

// crumb is a folder around the one that is shown.
type crumb struct {
	Name, Path string
}

// crumbs are the folders from the computer itself to the one that is shown.
func (m *fileModel) crumbs() []crumb {
	var out []crumb
	for p := m.folder; p != ""; p = filepath.Dir(p) {
		out = append(out, crumb{shownName(filepath.Base(p)), p})
		if filepath.Dir(p) == p {
			break
		}
	}
	slices.Reverse(out)
	return out
}

// parent is the folder around the one that is shown; empty at the top.
func (m *fileModel) parent() string {
	if p := filepath.Dir(m.folder); p != m.folder {
		return p
	}
	return ""
}
