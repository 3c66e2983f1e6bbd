// Package backups is the dialogs Säkerhetskopior: which there are and how safe they lie,
// what would change if one were restored, and a matter as it was in one.
//
// It never restores the whole register by itself; the window does, which has to open it
// anew.
package backups

import (
	"strings"
	"time"

	"yttra/app"
	"yttra/i18n"
)

// model is what the dialogs show, without Fyne.
type model struct {
	words i18n.Words
	state app.BackupState
}

func (m *model) when(at time.Time) string {
	at = at.Local()
	return m.words.T("backup.when", i18n.Vars{"Day": at.Format(time.DateOnly), "Time": m.words.Clock(at)})
}

// at is the i-th backup; ok is false when there is none.
func (m *model) at(i int) (b app.Backup, ok bool) {
	if i < 0 || i >= len(m.state.List) {
		return b, false
	}
	return m.state.List[i], true
}

// line is a backup in the list: when, why, what, and how safe it lies.
type line struct {
	when, kind, counts, size, safe string
	damaged                        bool
}

func (m *model) line(b app.Backup) line {
	w := m.words
	l := line{when: m.when(b.Made), kind: w.T("backup.kind." + string(b.Kind)), counts: w.N("backup.room", b.Matters), size: w.Size(b.Size)}
	if b.Bin > 0 {
		l.counts += ", " + w.N("backup.in_bin", b.Bin)
	}
	l.safe = w.T("backup.here")
	switch {
	case b.Fault != nil:
		return line{when: b.Made.Format(time.DateOnly), safe: w.T("backup.damaged"), size: l.size, damaged: true}
	case b.Second:
		l.safe = w.T("backup.both")
	}
	return l
}

// about tells more of a backup.
func (m *model) about(b app.Backup) string {
	w := m.words
	said := []string{w.T("backup.unproven")}
	if b.Fault != nil {
		said[0] = w.T("backup.damaged")
	} else if !b.Verified.IsZero() {
		at := b.Verified.Local()
		said[0] = w.T("backup.whole", i18n.Vars{"Day": at.Format(time.DateOnly), "Time": w.Clock(at)})
	}
	said = append(said, w.T("backup.size", i18n.Vars{"Size": w.Size(b.Size), "Seq": w.Int(int64(b.Seq))}))
	if b.Program != "" {
		said = append(said, b.Program)
	}
	if b.Erased > 0 {
		said = append(said, w.N("backup.erased", b.Erased))
	}
	return strings.Join(said, " · ")
}

// warnings are what somebody ought to know, the worst first.
func (m *model) warnings() (out []string) {
	w, s := m.words, m.state
	if s.Fewer {
		out = append(out, w.T("backup.fewer"))
	}
	if s.Erase > 0 {
		out = append(out, w.N("backup.erasing", s.Erase))
	}
	if s.Second.Stale {
		out = append(out, w.T("backup.stale"))
	} else if s.Erase == 0 && !s.Erased.IsZero() {
		out = append(out, w.T("backup.erased_all", i18n.Vars{"Day": s.Erased.Local().Format(time.DateOnly)}))
	}
	return out
}

// place tells how it stands with the second place.
func (m *model) place() (text string, calm bool) {
	w, p := m.words, m.state.Second
	if p.Folder == "" {
		return w.T("backup.place_none"), true
	}
	said := []string{p.Folder, w.T("backup.second." + string(p.State))}
	if !p.Latest.IsZero() {
		at := p.Latest.Local()
		said = append(said, w.T("backup.place_latest", i18n.Vars{"Day": at.Format(time.DateOnly), "Time": w.Clock(at)}))
	}
	return strings.Join(said, "\n"), p.State != app.SecondFull && p.State != app.SecondFailed
}

// counts says in a sentence what would change.
func counts(w i18n.Words, c app.BackupChanges) string {
	if c.None() {
		return w.T("backup.preview_none")
	}
	var moved []string
	for _, x := range []struct {
		key string
		n   int
	}{{"backup.coming", len(c.Back)}, {"backup.going", len(c.Gone)}, {"backup.changing", len(c.Changed)}} {
		if x.n > 0 {
			moved = append(moved, w.N(x.key, x.n))
		}
	}
	var said []string
	if len(moved) > 0 {
		said = append(said, strings.Join(moved, ", ")+".")
	}
	if c.Same > 0 {
		said = append(said, w.N("backup.alike", c.Same)+".")
	}
	if c.Profile {
		said = append(said, w.T("backup.preview_profile"))
	}
	return strings.Join(said, " ")
}

// change is a matter in the preview.
type change struct {
	app.BackupMatter
	mark, title, reference, versions string
	back                             bool // it is in the backup
}

// changes are the matters of a preview: those that come back, go away, and change.
func changes(w i18n.Words, c app.BackupChanges) (out []change) {
	add := func(word string, list []app.BackupMatter) {
		for _, m := range list {
			row := m.Row()
			x := change{BackupMatter: m, mark: w.T("backup." + word), title: row.Title, versions: versions(w, m), back: m.Then.ID != ""}
			if x.title == "" {
				x.title = w.T("backup.untitled")
			}
			if len(row.References) > 0 {
				x.reference = row.References[0]
			}
			out = append(out, x)
		}
	}
	add("change_gone", c.Gone)
	add("change_changed", c.Changed)
	add("change_back", c.Back)
	return out
}

func versions(w i18n.Words, m app.BackupMatter) string {
	day := func(r app.Row) string { return r.Saved.Local().Format(time.DateOnly) }
	v := i18n.Vars{"Then": m.Then.Revision, "ThenDay": day(m.Then), "Now": m.Now.Revision, "NowDay": day(m.Now)}
	key := "backup.then_now"
	switch {
	case m.Now.ID == "":
		key = "backup.only_then"
	case m.Then.ID == "":
		key = "backup.only_now"
	}
	said := []string{w.T(key, v)}
	if m.BinThen != m.BinNow {
		word := "backup.bin_now"
		if m.BinThen {
			word = "backup.bin_then"
		}
		said = append(said, w.T(word))
	}
	return strings.Join(said, " · ")
}
