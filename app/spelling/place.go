package spelling

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"yttra/app"
)

// Name is what the files of the Swedish dictionary are called, before .aff and .dic.
const Name = "sv_SE"

// Computer is what decides where a dictionary may lie.
type Computer struct {
	System  string // as runtime.GOOS: windows, darwin, linux
	Program string // folder of the program; may be empty
	Data    string // folder of the person's settings; may be empty
	Home    string // folder of the person; may be empty
}

// Here is this computer. The person's settings lie where the window keeps them.
func Here() Computer {
	c := Computer{System: runtime.GOOS}
	if path, err := os.Executable(); err == nil {
		c.Program = filepath.Dir(path)
	}
	if dir, err := os.UserConfigDir(); err == nil {
		c.Data = filepath.Join(dir, "yttra")
	}
	if dir, err := os.UserHomeDir(); err == nil {
		c.Home = dir
	}
	return c
}

// Folders lists where the dictionary is looked for, first what somebody has put
// beside the program or among its settings, then where systems keep theirs.
func (c Computer) Folders() []string {
	var out []string
	add := func(from string, more ...string) {
		if from != "" {
			out = append(out, filepath.Join(append([]string{from}, more...)...))
		}
	}
	add(c.Program, "dictionaries")
	add(c.Program)
	add(c.Data, "dictionaries")
	switch c.System {
	case "windows":
		const office = `C:\Program Files\LibreOffice\share\extensions\dict-sv`
		out = append(out, office)
	case "darwin":
		add(c.Program, "..", "Resources", "dictionaries")
		add(c.Home, "Library", "Spelling")
		out = append(out, "/Library/Spelling", "/opt/homebrew/share/hunspell", "/usr/local/share/hunspell",
			"/Applications/LibreOffice.app/Contents/Resources/extensions/dict-sv")
	default:
		add(c.Home, ".local", "share", "hunspell")
		out = append(out, "/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
			"/app/share/hunspell", "/usr/lib/libreoffice/share/extensions/dict-sv")
	}
	return out
}

// Load reads the Swedish dictionary of the first folder that has it whole. It
// fails with CodeNoDictionary when no folder has one, and with CodeDictionary when
// the only one there is is damaged.
func Load(folders []string) (*Dictionary, error) {
	var damage error
	for _, folder := range folders {
		d, err := open(filepath.Join(folder, Name))
		switch {
		case err == nil:
			return d, nil
		case errors.Is(err, fs.ErrNotExist):
		case damage == nil:
			damage = err
		}
	}
	if damage != nil {
		return nil, damage
	}
	return nil, &app.Problem{Code: app.CodeNoDictionary, What: Name}
}

func open(path string) (*Dictionary, error) {
	aff, err := readFile(path + ".aff")
	if err != nil {
		return nil, err
	}
	words, err := readFile(path + ".dic")
	if err != nil {
		return nil, err
	}
	d, err := Read(aff, words)
	var p *app.Problem
	if errors.As(err, &p) {
		p.What = path + p.What
	}
	return d, err
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil, &app.Problem{Code: app.CodeDictionary, What: path, Err: errors.New("not a file that is read")}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, &app.Problem{Code: app.CodeDictionary, What: path, Err: err}
	}
	return data, nil
}
