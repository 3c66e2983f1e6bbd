package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/sample"
	"yttra/app/store"
)

// remade writes a zip anew with another program, and lets somebody change it.
func remade(t testing.TB, file string, change func(name string, data []byte) (string, []byte), more ...[2]string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	put := func(name string, data []byte) {
		w, err := out.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range z.File {
		name, data := change(f.Name, []byte(inZipOf(t, f)))
		if name != "" {
			put(name, data)
		}
	}
	for _, m := range more {
		put(m[0], []byte(m[1]))
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ändrad.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func inZipOf(t testing.TB, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(name string, data []byte) (string, []byte) { return name, data }

func kinds(faults []Fault) string {
	var out []string
	for _, f := range faults {
		out = append(out, string(f.Kind)+" "+filepath.Base(f.Name))
	}
	return strings.Join(out, ", ")
}

// What somebody did to the archive is told by name, and the rest is read.
func TestChangedArchives(t *testing.T) {
	file, _ := export(t, register(t), options(t))
	once := func(data []byte, from, to string) []byte { return bytes.Replace(data, []byte(from), []byte(to), 1) }
	for name, c := range map[string]struct {
		change func(name string, data []byte) (string, []byte)
		more   [][2]string
		faults string // words that are in it
		come   int
	}{
		"zipped again": {same, nil, "", 6},
		"in a folder":  {func(n string, d []byte) (string, []byte) { return "allt/" + n, d }, nil, "", 6},
		"backslashes":  {func(n string, d []byte) (string, []byte) { return strings.ReplaceAll(n, "/", `\`), d }, nil, "", 6},
		"edited": {func(n string, d []byte) (string, []byte) {
			if filepath.Base(n) == matterName {
				d = once(d, `"title": "`, `"title": "Ny: `)
			}
			return n, d
		}, nil, "altered " + matterName, 6},
		"a file gone": {func(n string, d []byte) (string, []byte) {
			if strings.Contains(n, "/"+annexesIn+"/karta") {
				return "", nil
			}
			return n, d
		}, nil, "missing karta", 6},
		"an annex renamed": {func(n string, d []byte) (string, []byte) { return strings.ReplaceAll(n, "karta", "plan"), d }, nil, "unlisted plan", 6},
		"no list": {func(n string, d []byte) (string, []byte) {
			if n == manifestName {
				return "", nil
			}
			return n, d
		}, nil, "no_list", 6},
		"a broken matter": {func(n string, d []byte) (string, []byte) {
			if filepath.Base(n) == matterName && strings.Contains(n, "_CON") {
				d = d[:len(d)/2]
			}
			return n, d
		}, nil, "altered", 5},
		"out of the folder": {same, [][2]string{{"../../../etc/passwd", "x"}, {"/etc/passwd", "x"}, {`C:\x`, "x"}, {"a/../../b", "x"}}, "bad_name passwd", 6},
		"more":              {same, [][2]string{{"extra.txt", "x"}}, "unlisted extra.txt", 6},
		"twice":             {same, [][2]string{{"profil.json", "{}"}}, "twice profil.json", 6},
		"a bomb":            {same, [][2]string{{"bomb.json", strings.Repeat("0", 40<<20)}}, "too_large bomb.json", 6},
	} {
		t.Run(name, func(t *testing.T) {
			a := opened(t, remade(t, file, c.change, c.more...))
			if !strings.Contains(kinds(a.Faults), c.faults) || c.faults == "" && len(a.Faults) > 0 {
				t.Errorf("%s", kinds(a.Faults))
			}
			p, err := a.Plan(context.Background(), Planning{Store: memory(t)})
			if err != nil || p.Comes() != c.come {
				t.Errorf("%d come, %v", p.Comes(), err)
			}
			if strings.Contains(name, "renamed") {
				s := memory(t)
				if took := carry(t, a, s, nil); len(took.Faults) > 0 {
					t.Errorf("the annex is lost: %+v", took.Faults)
				}
			}
		})
	}
}

// An archive that was cut off gives what was whole before the cut, whoever wrote it.
func TestCutArchives(t *testing.T) {
	whole, _ := export(t, register(t), options(t))
	for _, file := range []string{whole, remade(t, whole, same)} {
		data := bytesOf(t, file)
		for _, part := range []int{30, 60, 90} {
			cut := filepath.Join(t.TempDir(), "cut.zip")
			if err := os.WriteFile(cut, data[:len(data)*part/100], 0o600); err != nil {
				t.Fatal(err)
			}
			a := opened(t, cut)
			if !strings.HasPrefix(kinds(a.Faults), "cut") || a.Len() == 0 {
				t.Errorf("%d %%: %d matters, %s", part, a.Len(), kinds(a.Faults))
			}
			if took := carry(t, a, memory(t), nil); took.New == 0 {
				t.Errorf("%d %%: nothing is taken", part)
			}
		}
	}
}

func TestRefusedArchives(t *testing.T) {
	file, _ := export(t, register(t), options(t))
	newer := remade(t, file, func(n string, d []byte) (string, []byte) {
		if n == manifestName {
			d = bytes.Replace(d, []byte(`"version": 1`), []byte(`"version": 2`), 1)
		}
		return n, d
	})
	none := remade(t, file, func(n string, d []byte) (string, []byte) {
		if strings.HasPrefix(n, mattersName) {
			return "", nil
		}
		return n, d
	})
	text := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(text, []byte("inte en zip"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]app.Code{newer: app.CodeNewer, none: app.CodeNotArchive, text: app.CodeNotArchive, "finns inte": app.CodeNoFile} {
		_, err := OpenFile(context.Background(), path, nil)
		if app.CodeOf(err) != code {
			t.Errorf("%s: %v, want %s", path, err, code)
		}
	}
}

// A matter file by itself is an archive of one, with the files that lie beside it.
func TestSingleMatter(t *testing.T) {
	file, _ := export(t, register(t), options(t))
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir := t.TempDir()
	if err := os.CopyFS(dir, &z.Reader); err != nil {
		t.Fatal(err)
	}
	kept, _ := filepath.Glob(filepath.Join(dir, mattersName, "*", annexesIn, "karta*"))
	a := opened(t, filepath.Join(filepath.Dir(filepath.Dir(kept[0])), matterName))
	s := memory(t)
	if took := carry(t, a, s, nil); took.New != 1 || len(took.Faults) > 0 {
		t.Fatalf("%+v", took)
	}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	m, _, err := s.Load(list.At(0).ID)
	if err != nil || len(m.Documents[0].Annexes[0].Data) != 12000 {
		t.Error(err)
	}
}

// What differs is left until somebody chooses, and then nothing of what was here is lost.
func TestChoices(t *testing.T) {
	base := sample.Register()[0]
	base.ID = "m"
	change := func(f func(*app.Matter)) *app.Matter {
		m := base.Clone()
		f(m)
		return m
	}
	theirs := change(func(m *app.Matter) {
		m.Title = "Deras rubrik"
		m.Documents[0].Sections[1].Text = "Deras avsnitt."
		m.Documents[0].Sections[2].Text = "Deras andra avsnitt."
	})
	mine := change(func(m *app.Matter) { m.Documents[0].Sections[3].Text = "Mitt avsnitt." })
	archive := memory(t)
	put(t, archive, &base, theirs)
	file, _ := export(t, archive, options(t))
	for name, c := range map[string]struct {
		take  Take
		parts []int
		want  func(*app.Matter)
		revs  int
		rows  int
	}{
		"left":              {Leave, nil, func(*app.Matter) {}, 2, 1},
		"theirs":            {Theirs, nil, func(m *app.Matter) { *m = *theirs.Clone() }, 4, 1},
		"both":              {Both, nil, func(*app.Matter) {}, 2, 2},
		"none of the parts": {Parts, nil, func(*app.Matter) {}, 4, 1},
		"one section":       {Parts, []int{1}, func(m *app.Matter) { m.Documents[0].Sections[1].Text = "Deras avsnitt." }, 4, 1},
		"the facts":         {Parts, []int{0}, func(m *app.Matter) { m.Title = "Deras rubrik" }, 4, 1},
		"all parts":         {Parts, []int{0, 1, 2, 3}, func(m *app.Matter) { *m = *theirs.Clone() }, 4, 1},
	} {
		t.Run(name, func(t *testing.T) {
			s := memory(t)
			put(t, s, &base, mine)
			a := opened(t, file)
			took := carry(t, a, s, func(p *Plan) {
				if p.Count(Differs) != 1 || p.Comes() != 0 {
					t.Fatalf("%+v", p.Items)
				}
				p.Items[0].Take = c.take
				p.Items[0].Chosen = make([]bool, 4)
				for _, i := range c.parts {
					p.Items[0].Chosen[i] = true
				}
			})
			if len(took.Faults) > 0 {
				t.Fatalf("%+v", took.Faults)
			}
			want := mine.Clone()
			c.want(want)
			m, _, err := s.Load("m")
			if err != nil || content(m) != content(want) {
				t.Errorf("%v: %s", err, m.Title)
			}
			revs, err := s.Revisions("m")
			if err != nil || len(revs) != c.revs {
				t.Errorf("%d versions, %v", len(revs), err)
			}
			if c.revs == 4 && (revs[0].Name != "Från arkivet" || revs[1].Name != "Före") {
				t.Errorf("%+v", revs)
			}
			if list, err := s.List(); err != nil || list.Len() != c.rows {
				t.Errorf("%d matters, %v", list.Len(), err)
			}
		})
	}
}

func put(t *testing.T, s app.Store, versions ...*app.Matter) {
	t.Helper()
	for i, m := range versions {
		if _, err := s.Save(app.Change{Matter: m, Base: uint64(i), At: noon.Add(time.Duration(i) * time.Hour)}); err != nil {
			t.Fatal(err)
		}
	}
}

// A matter meets another of its reference, unless that one has its own in the archive.
func TestMetByReference(t *testing.T) {
	from, to := memory(t), memory(t)
	for i, id := range []string{"a", "b"} {
		put(t, from, &app.Matter{ID: id, Title: "Ett", References: []string{"KS 2026/1"}, Measures: []app.Measure{app.General}, Holder: fmt.Sprint(i)})
	}
	put(t, to, &app.Matter{ID: "c", Title: "Ett", References: []string{"KS 2026/1"}, Measures: []app.Measure{app.General}, Holder: "1"})
	file, _ := export(t, from, options(t))
	p, err := opened(t, file).Plan(context.Background(), Planning{Store: to})
	if err != nil || p.Count(Differs) != 1 || p.Count(Same) != 1 || !p.Items[0].ByReference {
		t.Errorf("%+v %v", p.Items, err)
	}
	put(t, to, &app.Matter{ID: "a", Title: "Ett", References: []string{"KS 2026/1"}, Measures: []app.Measure{app.General}})
	p, err = opened(t, file).Plan(context.Background(), Planning{Store: to})
	if err != nil || p.Count(Differs)+p.Count(Same) != 2 {
		t.Errorf("%+v %v", p.Items, err)
	}
}

// What was taken away for good is left until somebody says otherwise, and then it is
// another matter.
func TestErased(t *testing.T) {
	from := memory(t)
	put(t, from, &app.Matter{ID: "a", Title: "Ett", Measures: []app.Measure{app.General}})
	put(t, from, &app.Matter{ID: "b", Title: "Två", Measures: []app.Measure{app.General}})
	file, _ := export(t, from, options(t))
	to, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { to.Close() })
	put(t, to, &app.Matter{ID: "b", Title: "Två", Measures: []app.Measure{app.General}})
	if err := to.(app.Eraser).Erase("b", "GDPR", nil); err != nil {
		t.Fatal(err)
	}
	a := opened(t, file)
	p, err := a.Plan(context.Background(), Planning{Store: to})
	if err != nil || p.Count(Erased) != 1 || p.Comes() != 1 {
		t.Fatalf("it comes back without a word: %+v %v", p.Items, err)
	}
	took := carry(t, a, to, func(p *Plan) {
		for i := range p.Items {
			p.Items[i].Take = Theirs
		}
	})
	list, err := to.List()
	if err != nil || took.New != 2 || len(took.Faults) > 0 || list.Index("b") >= 0 || list.Len() != 2 {
		t.Errorf("%+v %v", took, err)
	}
}

// What is here and was changed after it was looked at is not written over.
func TestChangedMeanwhile(t *testing.T) {
	from, to := memory(t), memory(t)
	m := &app.Matter{ID: "m", Title: "Deras", Measures: []app.Measure{app.General}}
	put(t, from, m)
	mine := m.Clone()
	mine.Title = "Mitt"
	put(t, to, mine)
	file, _ := export(t, from, options(t))
	a := opened(t, file)
	p, err := a.Plan(context.Background(), Planning{Store: to})
	if err != nil {
		t.Fatal(err)
	}
	p.Choose(Theirs)
	if _, err := to.Save(app.Change{Matter: mine, Base: 1, At: noon}); err != nil {
		t.Fatal(err)
	}
	took, err := a.Carry(context.Background(), p, taking(to))
	if err != nil || took.All() != 0 || len(took.Faults) != 1 || took.Faults[0].Kind != Moved {
		t.Errorf("%+v %v", took, err)
	}
}

// What is exported of a matter is one state of it, however it is saved meanwhile.
func TestExportWhileSaving(t *testing.T) {
	s := memory(t)
	m := sample.Register()[0]
	m.ID = "m"
	write := func(n int, base uint64) uint64 {
		c := m.Clone()
		for i := range c.Documents[0].Sections {
			c.Documents[0].Sections[i].Text = fmt.Sprint("tillstånd ", n)
		}
		c.Title = fmt.Sprint("tillstånd ", n)
		rev, err := s.Save(app.Change{Matter: c, Base: base, At: noon.Add(time.Duration(n) * 50 * time.Millisecond)})
		if err != nil {
			t.Error(err)
		}
		return rev.Number
	}
	base := write(0, 0)
	stop, done := make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for n := 1; ; n++ {
			select {
			case <-stop:
				return
			default:
				base = write(n, base)
			}
		}
	}()
	for range 8 {
		file, w := export(t, s, options(t))
		if w.Matters != 1 || len(w.Faults) > len(m.Documents) {
			t.Fatalf("%+v", w)
		}
		a := opened(t, file)
		for _, v := range a.versions(0).Versions {
			got, _, err := a.text(a.dirs[0], v.File)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range got.Documents[0].Sections {
				if x.Text != got.Title {
					t.Fatalf("two states in one: %q and %q", got.Title, x.Text)
				}
			}
		}
	}
	close(stop)
	<-done
}

// FuzzArchive opens what others have written, looks what it would do, and takes it in.
func FuzzArchive(f *testing.F) {
	s := register(f)
	file, _ := export(f, s, options(f))
	f.Add(bytesOf(f, file))
	f.Add(bytesOf(f, remade(f, file, same, [2]string{"../x", "y"})))
	f.Add([]byte(`{"format":"yttra-matter","version":1,"title":"x"}`))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	to := memory(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Open(context.Background(), bytes.NewReader(data), int64(len(data)), nil)
		if err != nil {
			return
		}
		p, err := a.Plan(context.Background(), Planning{Store: to})
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Items {
			_, _, _ = a.Matter(i)
		}
	})
}
