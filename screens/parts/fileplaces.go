package parts

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// filePlace is somewhere to go at the left of the file dialog.
type filePlace struct {
	Word string // key of its word; empty: the name of the folder
	Path string
}

// filePlaces are the places there are: home and the folders in it that most
// people use, the last folder, the drives that are plugged in, the computer. It
// asks the disk, and never one of the drives.
func filePlaces(home, last string) []filePlace {
	var out []filePlace
	add := func(word, path string) {
		if path != "" && !slices.ContainsFunc(out, func(p filePlace) bool { return p.Path == path }) {
			out = append(out, filePlace{word, path})
		}
	}
	add("files.home", home)
	named := userFolders(home)
	for _, f := range []struct{ name, word string }{
		{"DOCUMENTS", "files.documents"}, {"DESKTOP", "files.desktop"}, {"DOWNLOAD", "files.downloads"}} {
		if info, err := os.Stat(named[f.name]); err == nil && info.IsDir() {
			add(f.word, named[f.name])
		}
	}
	if last != "" {
		add("", last)
	}
	if data, err := os.ReadFile("/proc/self/mounts"); err == nil {
		for _, m := range mounted(string(data)) {
			add("", m)
		}
	}
	add("files.computer", string(filepath.Separator))
	return out
}

// userFolders are where a person's documents, desktop and downloads lie: as the
// desktop has written it down, or under the names they usually have.
func userFolders(home string) map[string]string {
	out := map[string]string{}
	for name, usual := range map[string][]string{"DOCUMENTS": {"Dokument", "Documents"}, "DESKTOP": {"Skrivbord", "Desktop"},
		"DOWNLOAD": {"Hämtningar", "Hämtade filer", "Downloads"}} {
		for _, u := range usual {
			if _, err := os.Stat(filepath.Join(home, u)); err == nil && out[name] == "" {
				out[name] = filepath.Join(home, u)
			}
		}
	}
	if data, err := os.ReadFile(filepath.Join(home, ".config", "user-dirs.dirs")); err == nil {
		for name, path := range userDirs(string(data), home) {
			out[name] = path
		}
	}
	return out
}

// userDirs reads lines like XDG_DOCUMENTS_DIR="$HOME/Dokument".
func userDirs(text, home string) map[string]string {
	out := map[string]string{}
	for s := bufio.NewScanner(strings.NewReader(text)); s.Scan(); {
		name, value, ok := strings.Cut(strings.TrimSpace(s.Text()), "=")
		name, xdg := strings.CutPrefix(name, "XDG_")
		name, dir := strings.CutSuffix(name, "_DIR")
		value = strings.Trim(value, `"`)
		if !ok || !xdg || !dir {
			continue
		}
		if rest, under := strings.CutPrefix(value, "$HOME"); under {
			value = filepath.Join(home, rest)
		}
		if filepath.IsAbs(value) && value != home {
			out[name] = value
		}
	}
	return out
}

// mounted are the drives somebody has plugged in or connected, from the system's
// list of what is mounted where.
func mounted(list string) []string {
	var out []string
	for s := bufio.NewScanner(strings.NewReader(list)); s.Scan(); {
		fields := strings.Fields(s.Text())
		if len(fields) < 2 {
			continue
		}
		path := unescaped(fields[1])
		for _, root := range []string{"/media/", "/mnt/", "/run/media/"} {
			if strings.HasPrefix(path+"/", root) && !slices.Contains(out, path) {
				out = append(out, path)
			}
		}
	}
	slices.Sort(out)
	return out
}

// unescaped reads the list's way of writing a space: \040.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+3 < len(s) && octal(s[i+1:i+4]) {
			b.WriteByte((s[i+1]-'0')<<6 | (s[i+2]-'0')<<3 | (s[i+3] - '0'))
			i += 3
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func octal(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '7' })
}
