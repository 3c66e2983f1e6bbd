package packs

import (
	"cmp"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"yttra/app"
)

// Own is what a municipality's folder does besides adding and changing rules and
// kinds, which are marked Own themselves.
type Own struct {
	Off       []*Rule // embedded rules that are switched off
	Rows      int     // of thresholds
	Signs     int
	Headings  int
	Words     int  // lines of terms that are spelt right
	Costs     int  // rows of the life-cycle
	Charges   int  // caps and cases of exposure
	Decisions bool // own wording of decisions
	Economy   bool // own draft of the section about economy
	Referrals bool // own words for referrals and their answers
	Waivers   bool // own words for what is left out with a reason
}

// Add is words that a municipality adds to the first look of a rule that has
// words under the same key, or else to its first look.
type Add struct {
	Phrases  []string          `toml:"phrases"`
	Together []string          `toml:"together"`
	Red      []string          `toml:"red"`
	Unless   []string          `toml:"unless"`
	Needs    []string          `toml:"needs"`
	Waiver   []string          `toml:"waiver"`
	Replace  map[string]string `toml:"replace"`
}

// How much of a municipality's folder is read. Somebody may choose a whole disk.
const (
	maxOwnFiles   = 1000     // files of rules
	maxOwnBytes   = 16 << 20 // in them together
	maxOwnEntries = 20000    // files and folders looked at
	maxFaults     = 200      // faults told of
)

// ownFolder reads a municipality's folder. Whatever is wrong with it is a fault;
// the rest is read all the same. Hidden files and folders are left alone, and no
// link is followed into a folder.
func (l *loader) ownFolder(fsys fs.FS) {
	rows, signs, headings, words := l.rows, len(l.packs.Signs), len(l.packs.Headings), len(l.packs.Words)
	costs, charges := l.costs, l.charges
	w := ownWalk{loader: l, fsys: fsys, seen: map[string]string{}}
	if err := fs.WalkDir(fsys, ".", w.visit); err != nil {
		l.fault(".", fileFault(".", Unreadable, err.Error())) // visit lets nothing through
	}
	o := &l.packs.Own
	o.Rows, o.Signs, o.Headings = l.rows-rows, len(l.packs.Signs)-signs, len(l.packs.Headings)-headings
	o.Words, o.Costs, o.Charges = len(l.packs.Words)-words, l.costs-costs, l.charges-charges
	SortFaults(l.faults)
	if len(l.faults) > maxFaults {
		l.faults = append(l.faults[:maxFaults:maxFaults], fileFault(".", MoreFaults, ""))
	}
}

// ownWalk goes through a municipality's folder.
type ownWalk struct {
	*loader
	fsys           fs.FS
	seen           map[string]string // id to file
	entries, files int
	bytes          int64
}

func (w *ownWalk) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		w.fault(name, fileFault(name, Unreadable, causeOf(err)))
		if d != nil && d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if w.entries++; w.entries > maxOwnEntries {
		w.fault(name, fileFault(name, TooMany, "20 000"))
		return fs.SkipAll
	}
	switch hidden := name != "." && strings.HasPrefix(path.Base(name), "."); {
	case hidden && d.IsDir():
		return fs.SkipDir
	case hidden || name == "." || path.Ext(name) != ".toml" && name != wordList:
		return nil
	case d.IsDir():
		w.fault(name, fileFault(name, IsFolder, ""))
		return fs.SkipDir
	}
	if w.files++; w.files > maxOwnFiles {
		w.fault(name, fileFault(name, TooMany, "1 000"))
		return fs.SkipAll
	}
	data, err := w.read(name)
	if err == nil {
		w.count(name, data)
		err = w.file(name, data, true, w.seen)
	}
	if err != nil {
		w.fault(name, err)
		return nil
	}
	w.packs.Own.Decisions = w.packs.Own.Decisions || name == "decisions.toml"
	w.packs.Own.Economy = w.packs.Own.Economy || name == "economy.toml"
	w.packs.Own.Referrals = w.packs.Own.Referrals || name == "referrals.toml"
	w.packs.Own.Waivers = w.packs.Own.Waivers || name == "waive.toml"
	return nil
}

// read reads an ordinary file; a pipe would never end, and a large one is none of
// ours.
func (w *ownWalk) read(name string) ([]byte, error) {
	info, err := fs.Stat(w.fsys, name) // of what a link points at
	switch {
	case err != nil:
		return nil, fileFault(name, Unreadable, causeOf(err))
	case info.IsDir():
		return nil, fileFault(name, IsFolder, "")
	case !info.Mode().IsRegular():
		return nil, fileFault(name, Unreadable, info.Mode().Type().String())
	case info.Size() > maxFile:
		return nil, fileFault(name, TooLarge, "1 MB")
	}
	f, err := w.fsys.Open(name)
	if err != nil {
		return nil, fileFault(name, Unreadable, causeOf(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fileFault(name, Unreadable, causeOf(err))
	}
	if w.bytes += int64(len(data)); w.bytes > maxOwnBytes {
		return nil, fileFault(name, TooMany, "16 MB")
	}
	return data, nil
}

// causeOf is the cause without the path, which the fault names.
func causeOf(err error) string {
	if p, ok := err.(*fs.PathError); ok {
		err = p.Err
	}
	return err.Error()
}

// over lays an own rule on the embedded one with its id: what it does not write
// stays. A severity of its own holds always, unless it writes severity_when or
// declined too.
func (r *Rule) over(base *Rule, keys toml.MetaData) {
	inherit(reflect.ValueOf(r).Elem(), reflect.ValueOf(base).Elem(), keys)
	for _, w := range []struct {
		key    string
		en, sv *string
	}{{"title", &r.EN.Title, &r.SV.Title}, {"question", &r.EN.Question, &r.SV.Question}, {"accept", &r.EN.Accept, &r.SV.Accept},
		{"fail", &r.EN.Fail, &r.SV.Fail}, {"missing", &r.EN.Missing, &r.SV.Missing}} {
		if keys.IsDefined("sv", w.key) && !keys.IsDefined("en", w.key) {
			*w.en = *w.sv // a municipality need not write English
		}
	}
	if keys.IsDefined("severity") && !keys.IsDefined("severity_when") {
		r.SeverityWhen = nil
	}
	if keys.IsDefined("severity") && !keys.IsDefined("declined") {
		r.Declined = ""
	}
	if keys.IsDefined("look") && !keys.IsDefined("example") {
		r.Examples = nil // they were written for other looks
	}
	r.Off, r.Base, r.Borrowed = false, base, !keys.IsDefined("example")
	r.Look = r.Add.to(r.Look)
}

// inherit takes over every field whose key is not written under path.
func inherit(to, from reflect.Value, keys toml.MetaData, path ...string) {
	for i := range to.NumField() {
		key := to.Type().Field(i).Tag.Get("toml")
		switch full := append(slices.Clone(path), key); {
		case key == "" || key == "-":
		case to.Field(i).Type() == reflect.TypeFor[Words]():
			inherit(to.Field(i), from.Field(i), keys, full...)
		case !keys.IsDefined(full...):
			to.Field(i).Set(from.Field(i))
		}
	}
}

// alone reports whether a file is too short to be a rule of its own: it is meant
// to change one that is there.
func alone(keys toml.MetaData) bool { return !keys.IsDefined("look") && !keys.IsDefined("sv") }

// to adds the words to looks, which are the embedded rule's and not touched.
func (a Add) to(looks []Look) []Look {
	out := slices.Clone(looks)
	add := func(words []string, of func(*Look) *[]string) {
		if len(words) == 0 || len(out) == 0 {
			return
		}
		i := max(0, slices.IndexFunc(out, func(l Look) bool { return len(*of(&l)) > 0 }))
		list := of(&out[i])
		*list = slices.Concat(*list, words)
	}
	add(a.Phrases, func(l *Look) *[]string { return &l.Phrases })
	add(a.Together, func(l *Look) *[]string { return &l.Together })
	add(a.Red, func(l *Look) *[]string { return &l.Red })
	add(a.Unless, func(l *Look) *[]string { return &l.Unless })
	add(a.Needs, func(l *Look) *[]string { return &l.Needs })
	add(a.Waiver, func(l *Look) *[]string { return &l.Waiver })
	if len(a.Replace) > 0 && len(out) > 0 {
		i := max(0, slices.IndexFunc(out, func(l Look) bool { return len(l.Replace) > 0 }))
		all := maps.Clone(out[i].Replace)
		if all == nil {
			all = map[string]string{}
		}
		maps.Copy(all, a.Replace)
		out[i].Replace = all
	}
	return out
}

// Leave gives the packs without the own rules and kinds of some files, for which
// the embedded ones stand again.
func (p *Packs) Leave(files []string) *Packs {
	out := *p
	out.Rules, out.Kinds = nil, nil
	for _, r := range p.Rules {
		if r.Own && slices.Contains(files, r.File) {
			r = r.Base
		}
		if r != nil {
			out.Rules = append(out.Rules, r)
		}
	}
	for _, k := range p.Kinds {
		if k.Own && slices.Contains(files, k.File) {
			k = k.Base
		}
		if k != nil {
			out.Kinds = append(out.Kinds, k)
		}
	}
	return &out
}

// SortFaults orders faults by file and line.
func SortFaults(faults []*app.Problem) []*app.Problem {
	slices.SortStableFunc(faults, func(a, b *app.Problem) int {
		x, y := FaultOf(a), FaultOf(b)
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return faults
}

// Added lists the rules that a municipality has added.
func (p *Packs) Added() []*Rule {
	return p.owned(func(r *Rule) bool { return r.Base == nil })
}

// Changed lists the embedded rules that a municipality has changed.
func (p *Packs) Changed() []*Rule {
	return p.owned(func(r *Rule) bool { return r.Base != nil })
}

func (p *Packs) owned(is func(*Rule) bool) (out []*Rule) {
	for _, r := range p.Rules {
		if r.Own && is(r) {
			out = append(out, r)
		}
	}
	return out
}

// OpenFolder opens a municipality's folder. It fails with CodeNoFile when there
// is none.
func OpenFolder(path string) (fs.FS, error) {
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() {
		err = fs.ErrInvalid
	}
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: path, Err: err}
	}
	return os.DirFS(path), nil
}
