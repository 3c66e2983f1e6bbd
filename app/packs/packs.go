package packs

import (
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"path"
	"slices"
	"strings"

	"yttra/app"
)

//go:embed data
var embedded embed.FS

// Packs is everything that is asked, worded and limited, read and checked.
// Nothing in it changes after loading.
type Packs struct {
	Rules      []*Rule // sorted by id
	Kinds      []*Kind // those a clerk drafts first, then by id
	Headings   []Heading
	Thresholds []app.Threshold
	Lifecycle  []Expected // by measure and kind of cost; see Packs.Expected
	Decisions  Decisions
	Signs      []Sign
	Waivers    Waivers
	Buying     app.Buying
	Words      []string // terms that the dictionary lacks, one on a line; see spelling.NewList
	Own        Own
	Economy    Economy
	Referrals  Referrals
	Quoting    Quoting
	Version    string // twelve hex digits of the files that were read
	exposure   Exposure
}

// Load reads the embedded packs. It fails with CodePack, file, line and key.
func Load() (*Packs, error) {
	p, _, err := LoadWith(nil)
	return p, err
}

// LoadWith lays a municipality's folder on top of the embedded packs: the same
// folders and files, and rules in the folder itself. A rule with a known id
// changes what it writes and keeps the rest, "off = true" switches it off, and a
// kind with a known id replaces it. own may be nil. A fault in the municipality's
// folder leaves that file out and is returned in the list; err is a fault in
// the embedded packs.
func LoadWith(own fs.FS) (p *Packs, faults []*app.Problem, err error) {
	l := loader{packs: &Packs{}, sum: sha256.New()}
	if err := l.embedded(); err != nil {
		return nil, nil, err
	}
	if own != nil {
		l.ownFolder(own)
	}
	return l.done(), l.faults, nil
}

// load reads those of the embedded files that are wanted.
func load(wanted func(name string) bool) (*Packs, error) {
	l := loader{packs: &Packs{}, sum: sha256.New(), wanted: wanted}
	if err := l.embedded(); err != nil {
		return nil, err
	}
	return l.done(), nil
}

func (l *loader) embedded() error {
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return fmt.Errorf("open embedded packs: %w", err)
	}
	if err := l.folder(base); err != nil {
		return fmt.Errorf("load embedded packs: %w", err)
	}
	return nil
}

func (l *loader) done() *Packs {
	l.packs.sort()
	l.packs.Version = hex.EncodeToString(l.sum.Sum(nil))[:12]
	return l.packs
}

// Rule finds a rule by its id.
func (p *Packs) Rule(id string) (*Rule, bool) {
	i := slices.IndexFunc(p.Rules, func(r *Rule) bool { return r.ID == id })
	if i < 0 {
		return nil, false
	}
	return p.Rules[i], true
}

// Kind finds a kind of document by its id.
func (p *Packs) Kind(id string) (*Kind, bool) {
	i := slices.IndexFunc(p.Kinds, func(k *Kind) bool { return k.ID == id })
	if i < 0 {
		return nil, false
	}
	return p.Kinds[i], true
}

func (p *Packs) sort() {
	slices.SortFunc(p.Rules, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(p.Kinds, func(a, b *Kind) int {
		if a.Drafted != b.Drafted {
			if a.Drafted {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.place(), b.place()), strings.Compare(a.ID, b.ID))
	})
	sortThresholds(p.Thresholds)
}

// middle is the place of a kind that says none.
const middle = 10

func (k *Kind) place() int { return cmp.Or(k.Order, middle) }

// Spares tells whether a rule is not for papers of the kind.
func (k *Kind) Spares(rule string) bool {
	return slices.ContainsFunc(k.Spared, func(s string) bool {
		head, some := strings.CutSuffix(s, "*")
		return rule == s || some && strings.HasPrefix(rule, head)
	})
}

// wordList is where the terms stand that the dictionary lacks.
const wordList = "language/ordlista.txt"

// loader collects files of one folder after another.
type loader struct {
	packs   *Packs
	faults  []*app.Problem
	sum     hash.Hash
	rows    int                    // of thresholds read
	costs   int                    // rows of the life-cycle
	charges int                    // caps and cases of exposure
	wanted  func(name string) bool // of the embedded files; nil: all
}

func (l *loader) fault(file string, err error) {
	p := app.ProblemOf(err)
	if p == nil {
		p = &app.Problem{Code: app.CodePack, What: file, Err: err}
	}
	l.faults = append(l.faults, p)
}

// folder reads every .toml file of the embedded packs, up to the first fault.
func (l *loader) folder(fsys fs.FS) error {
	seen := map[string]string{} // id to file, within this folder
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".toml" && name != wordList {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		l.count(name, data)
		if l.wanted != nil && !l.wanted(name) {
			return nil
		}
		return l.file(name, data, false, seen)
	})
}

// count lets a file change the version.
func (l *loader) count(name string, data []byte) {
	fmt.Fprintf(l.sum, "%s %d\n", name, len(data))
	l.sum.Write(data)
}

// file reads one file by its place: criteria, form, language and personal hold
// rules, in folders of their own if they are many.
func (l *loader) file(name string, data []byte, own bool, seen map[string]string) error {
	switch folder, _, _ := strings.Cut(name, "/"); {
	case name == wordList:
		if line := notUTF8(string(data)); line > 0 {
			return placed(name, line, "", &Flaw{Why: Encoding})
		}
		l.packs.Words = append(l.packs.Words, strings.Split(string(data), "\n")...)
		return nil
	case folder == "criteria" || folder == "form" || folder == "language" || folder == "personal":
		return l.rule(name, data, own, seen)
	case folder == "kinds":
		return l.kind(name, data, own, seen)
	case folder == "thresholds":
		return l.thresholds(name, data)
	case name == "decisions.toml":
		return l.decisions(name, data)
	case name == "propose.toml":
		return l.signs(name, data)
	case name == "waive.toml":
		return l.waivers(name, data)
	case name == "procurement.toml":
		return l.buying(name, data)
	case name == "referrals.toml":
		return l.referrals(name, data)
	case name == "quote.toml":
		return l.quoting(name, data)
	case name == "headings.toml":
		return l.headings(name, data)
	case name == "lifecycle.toml":
		return l.lifecycle(name, data)
	case name == "economy.toml":
		return l.economy(name, data)
	case name == "exposure.toml":
		return l.exposure(name, data)
	}
	if own && !strings.Contains(name, "/") {
		return l.rule(name, data, own, seen)
	}
	return &app.Problem{Code: app.CodePack, What: name, Err: &Flaw{Why: Place, Want: []string{"criteria", "form", "language", "personal", "kinds", "thresholds"}}}
}

func (l *loader) rule(name string, data []byte, own bool, seen map[string]string) error {
	r := &Rule{File: name, Own: own}
	ix, keys, err := decodeKeys(name, data, r)
	if r.lines = ix; err != nil {
		return err
	}
	i := slices.IndexFunc(l.packs.Rules, func(o *Rule) bool { return o.ID == r.ID && !o.Own })
	switch first, twice := seen[r.ID]; {
	case twice:
		return r.Fault("id", &Flaw{Why: Twice, What: first})
	case own && i >= 0 && !r.Off:
		r.over(l.packs.Rules[i], keys)
	case own && i < 0 && r.ID != "" && (r.Off || alone(keys)):
		return r.Fault("id", &Flaw{Why: NoRule, What: r.ID})
	case own && i < 0 && keys.IsDefined("add"):
		return r.Fault("add", &Flaw{Why: NoRule, What: r.ID})
	case own && r.EN.Title == "":
		r.EN = r.SV // a municipality need not write English
	}
	if err := r.validate(); err != nil {
		return err
	}
	seen[r.ID] = name
	switch {
	case r.Off:
		l.packs.Own.Off = append(l.packs.Own.Off, l.packs.Rules[i])
		l.packs.Rules = slices.Delete(l.packs.Rules, i, i+1)
	case i >= 0:
		l.packs.Rules[i] = r
	default:
		l.packs.Rules = append(l.packs.Rules, r)
	}
	return nil
}

func (l *loader) kind(name string, data []byte, own bool, seen map[string]string) error {
	k := &Kind{File: name, Own: own}
	var err error
	if k.lines, err = decode(name, data, k); err != nil {
		return err
	}
	if own && k.EN.Name == "" {
		k.EN = k.SV
	}
	if err := k.validate(own); err != nil {
		return err
	}
	if first, twice := seen["kind "+k.ID]; twice {
		return k.Fault("id", &Flaw{Why: Twice, What: first})
	}
	seen["kind "+k.ID] = name
	i := slices.IndexFunc(l.packs.Kinds, func(o *Kind) bool { return o.ID == k.ID })
	if i < 0 {
		l.packs.Kinds = append(l.packs.Kinds, k)
		return nil
	}
	if k.Base = l.packs.Kinds[i]; k.Form == (KindForm{}) {
		k.Form = k.Base.Form
	}
	l.packs.Kinds[i] = k
	return nil
}
