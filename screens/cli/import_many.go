package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/term"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/incoming"
	"yttra/i18n"
)

// errSomeFailed ends an import of many files of which some could not be taken in.
var errSomeFailed = errors.New("some files were not taken in")

// importMany takes in many files: a matter file for each in a folder, and a report.
func (f *face) importMany(ctx context.Context, paths []string, o importOptions) error {
	if o.out == "" || o.text {
		return usage("import %s", strings.Join(paths, " "))
	}
	files, passed, err := incoming.Choose(paths, o.deep, o.out)
	if err != nil {
		return err
	}
	if len(files)+len(passed) == 0 {
		return &app.Problem{Code: app.CodeEmpty, What: strings.Join(paths, ", ")}
	}
	matter, err := f.matterMaker(o)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: o.out, Err: err}
	}
	names := newNames(o.out)
	places := places(paths, files, names)
	report := incoming.Batch(ctx, f.term.Reader, files, incoming.BatchOptions{Tell: f.progress(), Out: func(n int, p *incoming.Paper) (string, error) {
		m, err := matter(p)
		if err != nil {
			return "", err
		}
		data, err := app.EncodeMatter(m)
		if err != nil {
			return "", err
		}
		place := names.still(places[n])
		if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
			return "", &app.Problem{Code: app.CodeNoFile, What: place, Err: err}
		}
		return place, disk.Write(place, data, disk.Shared)
	}})
	report.Passed = passed
	return f.tellMany(ctx, report, o.out, names)
}

// tellMany writes the report, beside the matters and on standard output.
func (f *face) tellMany(ctx context.Context, r incoming.Report, out string, names *names) error {
	w := f.words()
	table, err := r.CSV(w)
	if err != nil {
		return err
	}
	text, sheet := names.free(filepath.Join(out, "report.txt")), names.free(filepath.Join(out, "report.csv"))
	err = errors.Join(disk.Write(text, []byte(r.Text(w)), disk.Shared), disk.Write(sheet, table, disk.Shared))
	for _, line := range r.Faults(w) {
		fmt.Fprintln(f.term.Out, line)
	}
	fmt.Fprintln(f.term.Out, r.Sum(w))
	if ctx.Err() != nil {
		fmt.Fprintln(f.term.Err, w.T("batch.cancelled"))
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(f.term.Out, w.T("batch.report", i18n.Vars{"File": text}))
	if r.Failed()+r.Stopped() > 0 {
		return errSomeFailed
	}
	return nil
}

// progress shows how far it has come on a terminal that a person looks at; nil where
// nobody does.
func (f *face) progress() func(done, all int, path string) {
	out, ok := f.term.Err.(*os.File)
	if !ok || !term.IsTerminal(int(out.Fd())) {
		return nil
	}
	widest := 0
	return func(done, all int, path string) {
		line := []rune(fmt.Sprintf("%d/%d %s", done, all, filepath.Base(path)))
		line = line[:min(len(line), 70)]
		widest = max(widest, len(line))
		fmt.Fprintf(out, "\r%-*s", widest, string(line))
		if done == all {
			fmt.Fprintf(out, "\r%*s\r", widest, "")
		}
	}
}

// names gives names for new files in a folder, each once and none that is there already.
type names struct {
	out   string
	taken map[string]bool
}

func newNames(out string) *names { return &names{out, map[string]bool{}} }

// free gives a path, or the same with a number where it is taken: "motion 2.json".
func (n *names) free(path string) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext)
	for i := 2; n.taken[strings.ToLower(path)] || exists(path); i++ {
		path = base + " " + strconv.Itoa(i) + ext
	}
	n.taken[strings.ToLower(path)] = true
	return path
}

// still gives a path that was free, unless something has been put there since.
func (n *names) still(path string) string {
	if exists(path) {
		return n.free(path)
	}
	return path
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// places gives each file the path of its matter: in the folder of the same name as it
// lies in below the folder that was named.
func places(paths, files []string, n *names) []string {
	var out []string
	for _, file := range files {
		rel := filepath.Base(file)
		for _, p := range paths {
			if r, err := filepath.Rel(p, file); err == nil && r != "." && filepath.IsLocal(r) {
				rel = r
				break
			}
		}
		out = append(out, n.free(filepath.Join(n.out, strings.TrimSuffix(rel, filepath.Ext(rel))+".json")))
	}
	return out
}
