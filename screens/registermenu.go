package screens

import "fyne.io/fyne/v2"

// registerCommands are what can be done with the register as a whole.
func (w *Window) registerCommands() []command {
	return []command{
		{word: "menu.events", keys: keys(ctrl|shift, fyne.KeyG), do: w.showTrail},
		{word: "menu.backups", do: w.showBackups},
		{word: "menu.repairs", do: w.showRepairs},
		{word: "menu.erase", do: w.eraseOpen},
		{word: "menu.export_all", do: w.exportAll},
		{word: "menu.import_archive", do: func() { w.withRegister(w.importArchive) }},
		{divider: true},
		{word: "menu.folder", do: w.changeFolder},
		{word: "menu.encryption", do: w.showEncryption},
	}
}
