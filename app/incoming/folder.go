package incoming

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
)

// Choose gives the files among paths that may be papers, and those that were passed over:
// of a folder what lies in it, and in its folders when deep is set, in the order of the
// names. A file that is named itself is never passed over. What lies in the folder skip is
// left out. It fails with CodeNoFile, which names the path.
func Choose(paths []string, deep bool, skip string) (files, passed []string, err error) {
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		err = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && at != path: // a folder that cannot be looked into
				passed = append(passed, at)
				return nil
			case err != nil:
				return err
			case d.IsDir():
				if at != path && (!deep || hidden(d.Name()) || same(at, skip)) {
					return fs.SkipDir
				}
				return nil
			case hidden(d.Name()), !ordinary(at):
				return nil
			case !paper(d.Name()):
				passed = append(passed, at)
				return nil
			}
			files = append(files, at)
			return nil
		})
		if err != nil {
			return nil, nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
		}
	}
	return files, passed, nil
}

// hidden tells what systems and programs put into folders for themselves.
func hidden(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || low == "thumbs.db" || low == "desktop.ini"
}

// ordinary tells a file from a pipe or a device, which would be waited for.
func ordinary(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// paper tells by a file's name whether it may be one: also those of which it is said what
// to do with them.
func paper(name string) bool {
	end := strings.ToLower(filepath.Ext(name))
	return end == "" || known(end) || slices.Contains([]string{".msg", ".pages", ".wpd", ".zip"}, end)
}
