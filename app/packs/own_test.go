package packs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"yttra/app"
)

// laid loads with an own folder of files, which must be without faults.
func laid(t *testing.T, files map[string]string) *Packs {
	t.Helper()
	own := fstest.MapFS{}
	for name, text := range files {
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, faults, err := LoadWith(own)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return p
}

func TestShortFileChangesWhatItWrites(t *testing.T) {
	base, _ := embeddedPacks(t).Rule("COST-TCO-01")
	for name, c := range map[string]struct {
		text string
		want func(*Rule) // what is changed in the embedded rule
	}{
		"severity holds always": {`severity = "note"`, func(r *Rule) { r.Severity, r.SeverityWhen = app.Note, nil }},
		"severity with its conditions": {"severity = \"note\"\n[[severity_when]]\nwhen = \"purchase\"\nseverity = \"blocking\"", func(r *Rule) {
			r.Severity, r.SeverityWhen = app.Note, []SeverityWhen{{"purchase", app.Blocking}}
		}},
		"only a condition": {`when = "purchase"`, func(r *Rule) { r.When = "purchase" }},
		"a condition taken away and one kind of measure": {"when = \"\"\nmeasures = [\"KAM\"]", func(r *Rule) { r.When, r.Measures = "", []app.Measure{app.Cameras} }},
		"a title":                   {`sv = { title = "Pengar" }`, func(r *Rule) { r.SV.Title, r.EN.Title = "Pengar", "Pengar" }},
		"a title in both languages": {"sv = { title = \"Pengar\" }\nen = { title = \"Money\" }", func(r *Rule) { r.SV.Title, r.EN.Title = "Pengar", "Money" }},
		"more phrases": {"[add]\nphrases = [\"prislappen*\"]\nred = [\"bara priset\"]", func(r *Rule) {
			r.Look = slices.Clone(r.Look)
			r.Look[0].Phrases = append(slices.Clone(r.Look[0].Phrases), "prislappen*")
			r.Look[0].Red = append(slices.Clone(r.Look[0].Red), "bara priset")
		}},
	} {
		p := laid(t, map[string]string{"a.toml": "id = \"COST-TCO-01\"\n" + c.text + "\n"})
		got, _ := p.Rule("COST-TCO-01")
		want := *base
		c.want(&want)
		if !got.Own || !got.Borrowed || got.Base == nil || got.Base.ID != base.ID {
			t.Errorf("%s: own %v, borrowed %v", name, got.Own, got.Borrowed)
		}
		same := *got
		same.Own, same.Borrowed, same.Base, same.File, same.lines, same.Add = false, false, nil, want.File, want.lines, Add{}
		if !reflect.DeepEqual(same, want) {
			t.Errorf("%s: %+v\nwant %+v", name, same, want)
		}
		if len(p.Added()) != 0 || len(p.Changed()) != 1 {
			t.Errorf("%s: %d added, %d changed", name, len(p.Added()), len(p.Changed()))
		}
	}
	if again, _ := embeddedPacks(t).Rule("COST-TCO-01"); !reflect.DeepEqual(again.Look, base.Look) {
		t.Error("the embedded rule was changed too")
	}
}

// Examples that were written for other looks go; those a rule brings are its own.
// What a municipality ranks is ranked so in a paper that declines the measure too.
func TestOwnSeverityHoldsWhereNothingIsCarriedOut(t *testing.T) {
	if base, _ := embeddedPacks(t).Rule("COST-DRIFT-01"); base.Declined != app.Note {
		t.Fatalf("the embedded rule has declined %q", base.Declined)
	}
	for text, want := range map[string]app.Severity{
		`severity = "blocking"`:                           "",
		"severity = \"blocking\"\ndeclined = \"serious\"": app.Serious,
		`when = "purchase"`:                               app.Note,
	} {
		p := laid(t, map[string]string{"a.toml": "id = \"COST-DRIFT-01\"\n" + text + "\n"})
		if got, _ := p.Rule("COST-DRIFT-01"); got.Declined != want {
			t.Errorf("%s: declined %q, want %q", text, got.Declined, want)
		}
	}
}

func TestExamplesOfAChangedRule(t *testing.T) {
	look := "[[look]]\nkind = \"evidence\"\nphrases = [\"pengar\"]\n"
	for text, want := range map[string]struct {
		n        int
		borrowed bool
	}{
		look: {0, true},
		look + "[[example]]\nstate = \"indicated\"\ntext = \"Pengar finns.\"\n": {1, false},
	} {
		p := laid(t, map[string]string{"criteria/a.toml": "id = \"COST-TCO-01\"\n" + text})
		r, _ := p.Rule("COST-TCO-01")
		if len(r.Examples) != want.n || r.Borrowed != want.borrowed || len(r.Look) != 1 {
			t.Errorf("%d examples, borrowed %v, %d looks", len(r.Examples), r.Borrowed, len(r.Look))
		}
	}
}

func TestWhatAFolderDoes(t *testing.T) {
	all := embeddedPacks(t)
	p := laid(t, map[string]string{
		"lokal.toml":           ownRule, // in the folder itself
		"criteria/x/tco.toml":  "id = \"COST-TCO-01\"\nseverity = \"note\"\n",
		"form/av.toml":         "id = \"PROP-GRL-01\"\noff = true\n",
		"language/ord.toml":    "id = \"LANG-ORD-01\"\n[add.replace]\n\"förrätta\" = \"göra\"\n",
		"thresholds/2040.toml": "[[row]]\nlaw = \"LOU\"\nsubject = \"works\"\nfrom = \"2040-01-01\"\nto = \"2041-12-31\"\nsek = 70\nsure = \"V\"\nsource = \"egen\"\n",
		"propose.toml":         "[[sign]]\nphrases = [\"robotgräsklippar*\"]\npurchase = true\n",
		".git/x.toml":          "id = 5",
		".x.toml":              "id = 5",
		"LÄS.md":               "# om",
	})
	if len(p.Added()) != 1 || len(p.Changed()) != 2 || len(p.Own.Off) != 1 || p.Own.Rows != 1 || p.Own.Signs != 1 || len(p.Rules) != len(all.Rules) {
		t.Errorf("added %d, changed %d, off %d, rows %d, signs %d", len(p.Added()), len(p.Changed()), len(p.Own.Off), p.Own.Rows, p.Own.Signs)
	}
	if r, _ := p.Rule("LANG-ORD-01"); r.Look[0].Replace["förrätta"] != "göra" || len(r.Look[0].Replace) < 10 {
		t.Error("a word to replace was not added to the others")
	}
	back := p.Leave([]string{"lokal.toml", "criteria/x/tco.toml"})
	if len(back.Added()) != 0 || len(back.Changed()) != 1 || len(p.Added()) != 1 {
		t.Error("files are not left out, or the packs themselves were changed")
	}
}

func TestOwnFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want Fault
	}{
		"severity":          {"id = \"COST-TCO-01\"\nseverity = \"mild\"", Fault{Line: 2, Key: "severity", Flaw: Flaw{Why: NotOneOf, What: "mild"}}},
		"unknown key":       {"id = \"COST-TCO-01\"\nsevrity = \"note\"", Fault{Line: 2, Key: "sevrity", Flaw: Flaw{Why: UnknownKey}}},
		"unknown to off":    {"id = \"COST-TOC-01\"\noff = true", Fault{Line: 1, Key: "id", Flaw: Flaw{Why: NoRule, What: "COST-TOC-01"}}},
		"unknown to rank":   {"id = \"COST-TOC-01\"\nseverity = \"note\"", Fault{Line: 1, Key: "id", Flaw: Flaw{Why: NoRule, What: "COST-TOC-01"}}},
		"nothing to add to": {ownRule + "[add]\nphrases = [\"a\"]\n", Fault{Line: 8, Key: "add", Flaw: Flaw{Why: NoRule, What: "LOKAL-01"}}},
		"no id":             {"severity = \"note\"", Fault{Line: 1, Key: "id", Flaw: Flaw{Why: Missing}}},
		"syntax":            {"id = \"COST-TCO-01\"\nseverity = ", Fault{Line: 2, Key: "severity", Flaw: Flaw{Why: Syntax}}},
		"not UTF-8":         {"id = \"COST-TCO-01\"\n# \xe5\nseverity = \"note\"", Fault{Line: 2, Flaw: Flaw{Why: Encoding}}},
		"UTF-16":            {"\xff\xfei\x00d\x00", Fault{Line: 1, Flaw: Flaw{Why: Encoding}}},
		"too large":         {strings.Repeat("# fyllnad\n", 1<<17), Fault{Flaw: Flaw{Why: TooLarge, What: "1 MB"}}},
		"wrong type":        {"id = \"COST-TCO-01\"\nseverity = 5", Fault{Line: 2, Key: "severity", Flaw: Flaw{Why: Syntax}}},
	} {
		p, faults, err := LoadWith(fstest.MapFS{"criteria/a.toml": {Data: []byte(c.text)}})
		if err != nil || len(faults) != 1 {
			t.Errorf("%s: %v %v", name, err, faults)
			continue
		}
		got := FaultOf(faults[0])
		if c.want.Why == Syntax {
			c.want.What = got.What
		}
		if c.want.File = "criteria/a.toml"; got.File != c.want.File || got.Line != c.want.Line || got.Key != c.want.Key || got.Why != c.want.Why || got.What != c.want.What {
			t.Errorf("%s: %+v\nwant %+v", name, got, c.want)
		}
		if len(p.Rules) != len(embeddedPacks(t).Rules) {
			t.Errorf("%s: the embedded rules do not stand", name)
		}
	}
}

// A byte order mark and the line ends of Windows are no fault.
func TestFilesFromWindows(t *testing.T) {
	p := laid(t, map[string]string{"a.toml": "\ufeffid = \"COST-TCO-01\"\r\nseverity = \"note\"\r\n"})
	if r, _ := p.Rule("COST-TCO-01"); r.Severity != app.Note {
		t.Error("not read")
	}
}

func TestHostileFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(to, name string) {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here:", err)
		}
	}
	write("good.toml", "id = \"COST-TCO-01\"\nseverity = \"note\"\n")
	write("folder.toml/inner.toml", ownRule)
	write("kriterier/a.toml", ownRule)
	write("large.toml", "")
	if err := os.Truncate(filepath.Join(dir, "large.toml"), 50<<20); err != nil {
		t.Fatal(err)
	}
	link("loop.toml", "loop.toml")
	link(".", "criteria")
	link("folder.toml", "link.toml")
	link("good.toml", "twice.toml")
	own, err := OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	p, faults, err := LoadWith(own)
	if err != nil || time.Since(start) > 5*time.Second {
		t.Fatal(err, time.Since(start))
	}
	var got []string
	for _, f := range faults {
		at := FaultOf(f)
		got = append(got, at.File+" "+string(at.Why))
	}
	want := "folder.toml folder; kriterier/a.toml place; large.toml large; link.toml folder; loop.toml unreadable; twice.toml twice"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if r, _ := p.Rule("COST-TCO-01"); r.Severity != app.Note {
		t.Error("the good file is not read")
	}
	if _, err := OpenFolder(filepath.Join(dir, "good.toml")); app.CodeOf(err) != app.CodeNoFile {
		t.Errorf("a file is taken for a folder: %v", err)
	}
	if _, err := OpenFolder(filepath.Join(dir, "none")); app.CodeOf(err) != app.CodeNoFile {
		t.Errorf("no folder: %v", err)
	}
}

// Somebody chooses a folder that is none of ours: reading has an end, and so has
// the list of faults.
func TestFolderWithoutEnd(t *testing.T) {
	many := fstest.MapFS{}
	for i := range 10000 {
		many[fmt.Sprintf("criteria/%05d.toml", i)] = &fstest.MapFile{Data: []byte("id = \"\"")}
	}
	_, faults, err := LoadWith(many)
	if err != nil || len(faults) != maxFaults+1 || FaultOf(faults[maxFaults]).Why != MoreFaults {
		t.Errorf("%v, %d faults", err, len(faults))
	}
	few := fstest.MapFS{}
	for i := range maxOwnFiles + 5 {
		few[fmt.Sprintf("form/%05d.toml", i)] = &fstest.MapFile{Data: []byte(strings.Replace(ownRule, "LOKAL-01", fmt.Sprint("LOKAL-", i), 1))}
	}
	p, faults, err := LoadWith(few)
	if err != nil || len(faults) != 1 || FaultOf(faults[0]).Why != TooMany || len(p.Added()) != maxOwnFiles {
		t.Errorf("%v, %v, %d added", err, faults, len(p.Added()))
	}
	heavy := fstest.MapFS{}
	for i := range 20 {
		heavy[fmt.Sprintf("form/%05d.toml", i)] = &fstest.MapFile{Data: []byte(strings.Repeat("# tungt\n", 1<<17-1))}
	}
	_, faults, _ = LoadWith(heavy)
	if !slices.ContainsFunc(faults, func(f *app.Problem) bool { return FaultOf(f).Why == TooMany }) {
		t.Error("a heavy folder is read to its end")
	}
	wide := fstest.MapFS{}
	for i := range maxOwnEntries + 10 {
		wide[fmt.Sprintf("bilder/%05d.png", i)] = &fstest.MapFile{}
	}
	_, faults, _ = LoadWith(wide)
	if len(faults) != 1 || FaultOf(faults[0]).Why != TooMany {
		t.Errorf("a wide folder: %v", faults)
	}
}

// What cannot be opened is told of, and the rest is read.
func TestUnreadable(t *testing.T) {
	own := shutFS{fstest.MapFS{"a.toml": {Data: []byte("id = \"COST-TCO-01\"\nseverity = \"note\"\n")}, "b.toml": {Data: []byte(ownRule)}, "form/c.toml": {Data: []byte(ownRule)}}}
	p, faults, err := LoadWith(own)
	if err != nil || len(faults) != 2 || len(p.Changed()) != 1 || len(p.Added()) != 0 {
		t.Fatal(err, faults)
	}
	for i, file := range []string{"b.toml", "form"} {
		if f := FaultOf(faults[i]); f.File != file || f.Why != Unreadable || !strings.Contains(f.What, "nyckel") {
			t.Errorf("%+v", f)
		}
	}
}

// shutFS cannot open b.toml or the folder form.
type shutFS struct{ fstest.MapFS }

func (s shutFS) Open(name string) (fs.File, error) {
	if name == "b.toml" || name == "form" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("nyckel saknas")}
	}
	return s.MapFS.Open(name)
}

func (s shutFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "form" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("nyckel saknas")}
	}
	return s.MapFS.ReadDir(name)
}

func (s shutFS) Stat(name string) (fs.FileInfo, error) { return s.MapFS.Stat(name) }
