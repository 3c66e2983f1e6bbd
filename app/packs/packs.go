package packs

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
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
	Decisions  Decisions
	Signs      []Sign
	Waivers    Waivers
	Words      []string // terms that the dictionary lacks, one on a line; see spelling.NewList
	Version    string   // twelve hex digits of the files that were read
}

// Load reads the embedded packs. It fails with CodePack, file, line and key.
func Load() (*Packs, error) {
	p, _, err := LoadWith(nil)
	return p, err
}

// LoadWith lays a municipality's folder on top of the embedded packs: the same
// folders and files; a rule or kind with a known id replaces it, and "off =
// true" switches a rule off. own may be nil. A fault in the municipality's
// folder leaves that file out and is returned in the list; err is a fault in
// the embedded packs.
func LoadWith(own fs.FS) (p *Packs, faults []*app.Problem, err error) {
	base, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, nil, fmt.Errorf("open embedded packs: %w", err)
	}
	l := loader{packs: &Packs{}, sum: sha256.New()}
	l.folder(base, false)
	if len(l.faults) > 0 {
		return nil, nil, fmt.Errorf("load embedded packs: %w", l.faults[0])
	}
	if own != nil {
		l.folder(own, true)
	}
	l.packs.sort()
	l.packs.Version = hex.EncodeToString(l.sum.Sum(nil))[:12]
	return l.packs, l.faults, nil
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
		return strings.Compare(a.ID, b.ID)
	})
	sortThresholds(p.Thresholds)
}

// wordList is where the terms stand that the dictionary lacks.
const wordList = "language/ordlista.txt"

// loader collects files of one folder after another.
type loader struct {
	packs  *Packs
	faults []*app.Problem
	sum    hash.Hash
}

// folder reads every .toml file of a pack; what it is depends on where it lies.
func (l *loader) folder(fsys fs.FS, own bool) {
	seen := map[string]string{} // id to file, within this folder
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() || path.Ext(name) != ".toml" && name != wordList {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(l.sum, "%s %d\n", name, len(data))
		l.sum.Write(data)
		if err := l.file(name, data, own, seen); err != nil {
			l.fault(name, err)
		}
		return nil
	})
	if err != nil {
		l.fault("", err)
	}
}

func (l *loader) fault(file string, err error) {
	p := app.ProblemOf(err)
	if p == nil {
		p = &app.Problem{Code: app.CodePack, What: file, Err: err}
	}
	l.faults = append(l.faults, p)
}

// file reads one file by its place: criteria, form, language and personal hold rules, in
// folders of their own if they are many.
func (l *loader) file(name string, data []byte, own bool, seen map[string]string) error {
	switch folder, _, _ := strings.Cut(name, "/"); {
	case name == wordList:
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
	case name == "headings.toml":
		return l.headings(name, data)
	}
	return &app.Problem{Code: app.CodePack, What: name,
		Err: errors.New("lies in no folder that is read: criteria, form, language, personal, kinds, thresholds")}
}

func (l *loader) rule(name string, data []byte, own bool, seen map[string]string) error {
	r := &Rule{File: name, Own: own}
	var err error
	if r.lines, err = decode(name, data, r); err != nil {
		return err
	}
	if own && r.EN.Title == "" {
		r.EN = r.SV // a municipality need not write English
	}
	if err := r.validate(); err != nil {
		return err
	}
	if first, twice := seen[r.ID]; twice {
		return r.Fault("id", fmt.Errorf("%s is already used by %s", r.ID, first))
	}
	seen[r.ID] = name
	i := slices.IndexFunc(l.packs.Rules, func(o *Rule) bool { return o.ID == r.ID })
	switch {
	case r.Off && i < 0:
		return r.Fault("id", fmt.Errorf("%s is not a rule that can be switched off", r.ID))
	case r.Off:
		l.packs.Rules = slices.Delete(l.packs.Rules, i, i+1)
	case i < 0:
		l.packs.Rules = append(l.packs.Rules, r)
	default:
		r.Base = l.packs.Rules[i]
		if r.Section == "" {
			r.Section = r.Base.Section
		}
		l.packs.Rules[i] = r
	}
	return nil
}

func (l *loader) kind(name string, data []byte, own bool, seen map[string]string) error {
	k := &Kind{File: name}
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
		return k.Fault("id", fmt.Errorf("%s is already used by %s", k.ID, first))
	}
	seen["kind "+k.ID] = name
	i := slices.IndexFunc(l.packs.Kinds, func(o *Kind) bool { return o.ID == k.ID })
	if i < 0 {
		l.packs.Kinds = append(l.packs.Kinds, k)
		return nil
	}
	l.packs.Kinds[i] = k
	return nil
}
