package screens

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yttra/app"
	"yttra/i18n"
)

// told is a report of a repair in words: a line that says how it ended, and then what
// was met, what is lost, what is left to do and what was done.
type told struct {
	when, ended string
	groups      []toldGroup
}

type toldGroup struct {
	head  string
	lines []string
}

// repairTold puts a report into words.
func repairTold(w i18n.Words, p app.Repair) told {
	t := w.T
	out := told{when: t("repair.when", i18n.Vars{"Day": p.At.Local().Format(time.DateOnly), "Time": w.Clock(p.At.Local())}), ended: t("repair.whole")}
	if !p.Whole {
		out.ended = t("repair.not_whole")
	}
	add := func(head string, lines []string) {
		if len(lines) > 0 {
			out.groups = append(out.groups, toldGroup{t(head), lines})
		}
	}
	add("repair.found_head", foundTold(w, p))
	add("repair.lost_head", lostTold(w, p))
	add("repair.do_head", leftToDo(w, p))
	add("repair.done_head", doneTold(w, p))
	return out
}

// foundTold says each thing that was found once, and names the matters it was about.
func foundTold(w i18n.Words, p app.Repair) (lines []string) {
	for _, d := range p.Found {
		line := w.T("repair.found." + string(d.Kind))
		switch {
		case d.Kind == app.DamageBackup:
			line = w.T("repair.found_backup", i18n.Vars{"Name": d.Name})
		case d.Title != "":
			line = w.T("repair.found_in", i18n.Vars{"Title": d.Title})
		}
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

func doneTold(w i18n.Words, p app.Repair) (lines []string) {
	t := w.T
	switch {
	case p.Rebuilt && !p.Backup.IsZero():
		lines = append(lines, w.N("repair.done_backup", p.Changes, i18n.Vars{"Day": p.Backup.Local().Format(time.DateOnly)}))
	case p.Rebuilt:
		lines = append(lines, w.N("repair.done_journal", p.Changes))
	}
	if p.Rescued > 0 {
		lines = append(lines, w.N("repair.done_rescued", p.Rescued))
	}
	if p.Healed > 0 {
		lines = append(lines, w.N("repair.done_healed", p.Healed))
	}
	for kind, word := range map[app.DamageKind]string{app.DamageJournal: "repair.done_renewed", app.DamageMark: "repair.done_mark"} {
		if slices.ContainsFunc(p.Found, func(d app.Damage) bool { return d.Kind == kind }) {
			lines = append(lines, t(word))
		}
	}
	slices.Sort(lines[min(len(lines), 1):])
	if p.Aside != "" {
		lines = append(lines, t("repair.done_aside", i18n.Vars{"Folder": filepath.FromSlash(p.Aside)}))
	}
	return lines
}

func lostTold(w i18n.Words, p app.Repair) (lines []string) {
	t := w.T
	for _, l := range p.Lost {
		title := l.Title
		if title == "" {
			title = t("matters.untitled")
		}
		line := t("repair.lost."+string(l.Kind), i18n.Vars{"Title": title, "N": l.Revision, "Name": l.Name})
		if !l.Last.IsZero() {
			line += " " + t("repair.lost_last", i18n.Vars{"Day": l.Last.Local().Format(time.DateOnly), "Time": w.Clock(l.Last.Local())})
		}
		lines = append(lines, line)
	}
	return lines
}

func leftToDo(w i18n.Words, p app.Repair) []string {
	lines := []string{w.T("repair.do_nothing")}
	if !p.Whole {
		lines = []string{w.T("repair.do_lost")}
	}
	if slices.ContainsFunc(p.Found, func(d app.Damage) bool { return d.Kind != app.DamageEnd }) {
		lines = append(lines, w.T("repair.do_disk"))
	}
	return lines
}

// text is a report as a text file, with what only somebody who helps understands last.
func (r told) text(w i18n.Words, p app.Repair) string {
	var b strings.Builder
	b.WriteString(w.T("repair.title") + "\n" + r.when + "\n\n" + r.ended + "\n")
	for _, g := range r.groups {
		b.WriteString("\n" + g.head + "\n")
		for _, line := range g.lines {
			b.WriteString("– " + line + "\n")
		}
	}
	b.WriteString("\n" + w.T("repair.details") + "\n")
	for _, d := range p.Found {
		b.WriteString("– " + strings.Join(slices.DeleteFunc([]string{string(d.Kind), d.Name, d.Detail}, func(s string) bool { return s == "" }), ": ") + "\n")
	}
	return b.String()
}
