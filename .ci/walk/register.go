package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/screens"
)

// kept lays the example in a folder: only a register that is kept has backups, repairs
// and a lock. One backup is from before the last matter came and the first was changed.
func (h *house) exampleIn(folder string) (app.Keeper, error) {
	k, err := store.Open(folder, store.Options{})
	if err != nil {
		return nil, err
	}
	save := func(m app.Matter, base uint64) {
		_, err := k.Save(app.Change{Matter: &m, Base: base, At: time.Now()})
		must(err)
	}
	must(k.SaveProfile(sample.Profile()))
	all := sample.Register()
	before := all[0]
	before.Title += ", första utkastet"
	save(before, 0)
	for _, m := range all[1 : len(all)-1] {
		save(m, 0)
	}
	_, _, err = k.BackUp(context.Background(), app.BackupOwn, nil)
	must(err)
	save(all[0], 1)
	save(all[len(all)-1], 0)
	return k, nil
}

// convert encrypts the register.
func (h *house) convert(ctx context.Context, r screens.Register, c app.Conversion, step func(done, total int)) (screens.Register, error) {
	next, err := r.Keeper.Convert(ctx, c, step)
	if err != nil {
		next = r.Keeper
	}
	out, other := h.furnish(next)
	out.Folder = r.Folder
	return out, errors.Join(err, other)
}

// Rows of the menu Register, from the top.
const (
	menuBackups = 2 + iota
	menuRepairs
	menuErase
	menuExport
	menuImport
	menuFolder
	menuEncryption
)

// menu chooses a row of the menu Register by keyboard.
func (w *walker) menu(place string, row int, shows string) bool {
	w.say(place)
	w.key("Alt_L", "Right", "Right", "Right", "Right", "Right")
	for range row {
		w.key("Down")
	}
	w.key("Return")
	return w.until("no dialog opens", func() bool { return w.look().overlay }) && w.shows(shows)
}

// register goes through what is done with the register as a whole.
func (w *walker) register() {
	w.key("ctrl+1")
	w.shows("Minst tid kvar")
	w.on("parts.List")
	w.backups()
	if w.menu("Reparationer", menuRepairs, "inte behövt repareras") {
		w.round(nil)
		w.closed()
	}
	w.erasing()
	w.exporting()
	if w.menu("Byt mapp för registret", menuFolder, "Mappen som väljs") {
		w.round(nil)
		w.closed()
	}
	w.encrypting()
}

func (w *walker) backups() {
	if !w.menu("Säkerhetskopior", menuBackups, "Bara på den här datorn") {
		return
	}
	w.round(nil)
	w.still()
	w.on("Säkerhetskopiera nu")
	w.key("Return")
	w.shows("Säkerhetskopian är gjord")
	w.check("backing up")
	w.on("parts.List")
	w.key("End")
	w.on("Kontrollera")
	w.key("Return")
	w.shows("Allt i den har lästs")
	w.on("parts.List")
	w.say("Säkerhetskopior, what would change")
	w.key("End", "Return")
	if w.shows("Återställ från") {
		w.round(nil)
		w.on("parts.List")
		w.key("Home", "Return")
		w.shows("finns inte i säkerhetskopian")
		w.say("Säkerhetskopior, a matter as it was")
		w.key("End", "Return")
		if w.shows("Det går bara att läsa") {
			w.round(nil)
			w.key("Escape")
			w.hides("Det går bara att läsa")
			w.check("Esc")
		}
		w.on("Återställ hela registret")
		w.key("Return")
		w.say("Säkerhetskopior, sure")
		if w.shows("Registret blir som det var") {
			w.round(nil)
			w.key("Escape")
			w.hides("Registret blir som det var")
		}
		w.key("Escape")
		w.hides("Återställ från")
		w.check("Esc")
	}
	w.closed()
	w.check("Esc")
}

func (w *walker) erasing() {
	if !w.menu("Ta bort ärendet för gott", menuErase, "Varför tas ärendet bort?") {
		return
	}
	w.round(nil)
	w.key("Return")
	w.shows("minst två ord")
	w.check("no reason")
	w.write("Beslut om gallring")
	w.key("Return")
	w.say("Ta bort ärendet för gott, sure")
	if w.shows("Det går inte att ångra") {
		w.round(nil)
		w.closed()
	}
	w.check("Esc")
}

// exporting writes everything, changes one matter and takes the archive in again.
func (w *walker) exporting() {
	if !w.menu("Exportera allt", menuExport, "Handlingarna som PDF") {
		return
	}
	w.round(nil)
	w.on("Välj var")
	w.key("Return")
	w.shows("Namn")
	w.key("Return")
	w.hides("Välj var")
	w.shows("exporterade till")
	w.do(func() { w.alter(w.house.desk) })
	if !w.menu("Läs in ett arkiv", menuImport, "Namn") {
		return
	}
	w.on("parts.List")
	w.key("Home")
	for range 8 { // past the folders, to the archive
		if strings.Contains(w.look().words, ".zip") {
			break
		}
		w.key("Down")
	}
	w.key("End", "Return")
	w.say("Läs in ett arkiv, what is in it")
	if !w.shows("Det här finns i arkivet") {
		w.closed()
		return
	}
	w.round(nil)
	w.still()
	w.besides()
	w.closed()
	w.check("Esc")
}

// besides looks for the matter that differs and chooses between both.
func (w *walker) besides() {
	w.on("parts.List")
	w.key("Home")
	for range 5 {
		if strings.Contains(w.look().words, "Jämför sida vid sida") {
			break
		}
		w.key("Down")
	}
	w.key("Return")
	w.say("Läs in ett arkiv, side by side")
	if w.shows("Använd valen") {
		w.round(nil)
		w.key("Escape")
		w.hides("Använd valen")
		w.check("Esc")
	}
}

// alter changes a matter that is not open.
func (w *walker) alter(d *desk.Desk) {
	s := d.State()
	for i := range s.Rows.Len() {
		r := s.Rows.At(i)
		if s.Matter != nil && r.ID == s.Matter.ID {
			continue
		}
		m, rev, err := w.house.kept.Load(r.ID)
		must(err)
		m.Title += ", ändrad"
		_, err = w.house.kept.Save(app.Change{Matter: m, Base: rev.Number, At: time.Now()})
		must(err)
		return
	}
}

func (w *walker) encrypting() {
	if !w.menu("Kryptering", menuEncryption, "Registret är inte krypterat") {
		return
	}
	w.round(nil)
	w.still()
	const phrase = "sju gula cyklar under bron vid torget"
	w.on("parts.Entry")
	w.write(phrase)
	w.key("Tab")
	w.write(phrase)
	w.on("Jag förstår")
	w.key("space")
	w.on("Kryptera registret")
	w.key("Return")
	w.say("Kryptering, done")
	if !w.shows("en ny säkerhetskopia är gjord") {
		w.closed()
		return
	}
	w.round(nil)
	w.closed()
	if w.menu("Kryptering, an encrypted register", menuEncryption, "Det öppnas med lösenfrasen") {
		w.round(nil)
		w.on("Byt lösenfras")
		w.key("Return")
		w.say("Kryptering, another passphrase")
		if w.shows("Nuvarande lösenfras") {
			w.round(nil)
		}
		w.closed()
	}
}
