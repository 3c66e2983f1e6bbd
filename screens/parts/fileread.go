package parts

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// What is here touches the disk, which may be slow or gone: none of it runs on
// the window's thread.

// readFolder gives what lies in a folder, by name and kind only: that much the
// folder itself knows. fall goes up to the nearest folder that is there.
func readFolder(folder string, fall bool) (string, []fileEntry, error) {
	list, err := os.ReadDir(folder)
	for fall && errors.Is(err, fs.ErrNotExist) && filepath.Dir(folder) != folder {
		folder = filepath.Dir(folder)
		list, err = os.ReadDir(folder)
	}
	if err != nil && len(list) == 0 {
		return folder, nil, err
	}
	out := make([]fileEntry, 0, len(list))
	for _, e := range list {
		out = append(out, newFileEntry(e.Name(), e.IsDir()))
	}
	sortFiles(out)
	return folder, out, nil
}

// addFacts gives rows their size and day, and follows links to folders. Each of
// them asks the disk, so that it is done after the names are shown. What cannot
// be asked stays as it is.
func addFacts(folder string, es []fileEntry) []fileEntry {
	out := make([]fileEntry, len(es))
	copy(out, es)
	for i := range out {
		info, err := os.Stat(filepath.Join(folder, out[i].Name))
		if err != nil {
			continue
		}
		out[i].Folder, out[i].Day = info.IsDir(), info.ModTime()
		if !info.IsDir() {
			out[i].Size = info.Size()
		}
	}
	sortFiles(out)
	return out
}

// verdict is what it means to choose a path.
type verdict struct {
	Do    verdictKind
	Path  string
	Fault string // key of the sentence, for isFault
}

type verdictKind int

const (
	isFault  verdictKind = iota
	isChosen             // this is the one
	isFolder             // a folder to go into
	isThere              // a file to write is there already
)

// judge says what choosing a path means. whole is for Välj mapp: a folder is then
// chosen and not opened. ending says whether a file to write gets its ending.
func judge(o FileOptions, path string, whole, ending bool) verdict {
	into := strings.HasSuffix(path, string(filepath.Separator))
	path = filepath.Clean(path)
	if o.Save && len(filepath.Base(WithEnding(o, path))) > longestName {
		return verdict{Fault: "files.long_name"}
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		if o.Folder && whole {
			return verdict{Do: isChosen, Path: path}
		}
		return verdict{Do: isFolder, Path: path}
	case err == nil && (o.Folder || into):
		return verdict{Fault: "files.no_folder"}
	case err == nil && !o.Save:
		return verdict{Do: isChosen, Path: path}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return verdict{Fault: faultOf(err)}
	case o.Folder || into:
		return verdict{Fault: "files.gone"}
	case o.Save:
		return judgeNew(o, path, ending)
	}
	for _, e := range o.Endings { // ”motion” for motion.txt
		if info, err := os.Stat(path + e); err == nil && !info.IsDir() {
			return verdict{Do: isChosen, Path: path + e}
		}
	}
	return verdict{Fault: "files.no_file"}
}

// judgeNew is judge for a file to write.
func judgeNew(o FileOptions, path string, ending bool) verdict {
	if ending {
		path = WithEnding(o, path)
	}
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return verdict{Fault: "files.is_folder"}
		}
		return verdict{Do: isThere, Path: path}
	}
	info, err := os.Stat(filepath.Dir(path))
	switch {
	case err != nil:
		return verdict{Fault: faultOf(err)}
	case !info.IsDir():
		return verdict{Fault: "files.no_folder"}
	}
	return verdict{Do: isChosen, Path: path}
}

// longestName is how many bytes a name may have on the file systems there are.
const longestName = 255

// WithEnding gives a file to write the ending the person left out.
func WithEnding(o FileOptions, path string) string {
	if !o.Save || hasEnding(path, o.Endings) {
		return path
	}
	return path + o.Endings[0]
}

// faultOf is the key of the sentence about a folder that cannot be read.
func faultOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "files.gone"
	case errors.Is(err, fs.ErrPermission):
		return "files.closed"
	case os.IsTimeout(err):
		return "files.slow"
	}
	return "files.unread"
}

// makeFolder makes a folder in another and gives its path.
func makeFolder(in, name string) (string, string) {
	name = strings.TrimSpace(name)
	if name == "" || name == "." || name == ".." || strings.ContainsRune(name, filepath.Separator) || strings.ContainsRune(name, 0) || len(name) > longestName {
		return "", "files.bad_name"
	}
	path := filepath.Join(in, name)
	err := os.Mkdir(path, 0o755)
	switch {
	case errors.Is(err, fs.ErrExist):
		return "", "files.name_taken"
	case err != nil:
		return "", "files.not_made"
	}
	return path, ""
}
