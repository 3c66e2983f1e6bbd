package screens

import (
	"os"
	"path/filepath"
	"strings"
)

// registerIn is where in a chosen folder a register is put: in the folder itself
// when it is empty or holds one, else in a folder of its own inside it.
func registerIn(folder string) string {
	if emptyFolder(folder) {
		return folder
	}
	if _, err := os.Stat(filepath.Join(folder, "register.json")); err == nil {
		return folder
	}
	return filepath.Join(folder, "Yttra")
}

// emptyFolder reports whether nothing is there, not even the folder.
func emptyFolder(folder string) bool {
	entries, err := os.ReadDir(folder)
	return os.IsNotExist(err) || err == nil && len(entries) == 0
}

// shortFolder writes a folder as a person says it: under the home folder it
// begins with ~, and its middle gives way when it is long.
func shortFolder(folder string, most int) string {
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if rest, ok := strings.CutPrefix(folder, home+string(filepath.Separator)); ok {
			folder = filepath.Join("~", rest)
		}
	}
	if r := []rune(folder); len(r) > most {
		return string(r[:most/3]) + "…" + string(r[len(r)-(most-most/3-1):])
	}
	return folder
}
