package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/app/store"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.FixedZone("", 3600))

// register is a register of the three invented matters, with versions, an annex, one in
// the bin, and titles that file systems dislike.
func register(t testing.TB) app.Store {
	t.Helper()
	s, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.SaveProfile(sample.Profile()); err != nil {
		t.Fatal(err)
	}
	for i, m := range sample.Register() {
		m.Motion = &app.Source{Name: "Motion <1>.txt", Text: "Motion om något\n\natt göra det & annat"}
		if i == 1 {
			m.Motion = original(200_000)
		}
		if i == 0 {
			m.Documents[0].Annexes = append(m.Documents[0].Annexes, app.Annex{Title: "Karta över Ängsvägen", Name: `C:\kartor\karta?.TIF`, How: app.AnnexAttached, Data: bytes.Repeat([]byte("karta "), 2000)})
		}
		var base uint64
		for v, name := range []string{"", "Till nämnden", ""} {
			c := app.Change{Matter: m.Clone(), Base: base, Name: name, By: "Ada Ek", At: noon.Add(time.Duration(v) * time.Hour), Tally: app.Tally{Serious: v}}
			c.Matter.Holder = fmt.Sprint("hos ", v)
			rev, err := s.Save(c)
			if err != nil {
				t.Fatal(err)
			}
			base = rev.Number
		}
	}
	for _, title := range []string{"CON", "  .. / \\ : * ? \" < > | ", "Ett ärende som ligger i papperskorgen"} {
		m := &app.Matter{ID: app.NewID(), Title: title, Measures: []app.Measure{app.General}}
		if _, err := s.Save(app.Change{Matter: m, At: noon}); err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(title, "Ett") {
			if err := s.Remove(m.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

// original is a paper that came in as a file of a size.
func original(size int) *app.Source {
	data := make([]byte, size)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return &app.Source{Name: "Motion <2>.pdf", Format: app.PDF, Taken: "2026-11-20", SHA256: fmt.Sprintf("%x", sha256.Sum256(data)), Pages: 4, Text: "Motion om något annat", Data: data}
}

func options(t testing.TB) Options {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return Options{Bin: true, At: noon, Program: "Yttra 0", Packs: p, Say: func(err error) string { return "Därför." },
		Paper: func(_ context.Context, m *app.Matter, doc int) ([]byte, error) {
			if doc == 1 {
				return nil, &app.Problem{Code: app.CodeGlyph, What: "☃"}
			}
			return fmt.Appendf(nil, "%%PDF-1.7 %s %d", m.ID, doc), nil
		}}
}

func export(t testing.TB, s app.Store, o Options) (file string, w Written) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "allt.zip")
	w, err := Write(context.Background(), file, s, o)
	if err != nil {
		t.Fatal(err)
	}
	return file, w
}

func opened(t testing.TB, file string) *Archive {
	t.Helper()
	a, err := OpenFile(context.Background(), file, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

func taking(s app.Store) Taking {
	return Taking{Store: s, By: "Bo Öst", Now: func() time.Time { return noon.Add(48 * time.Hour) }, Mine: "Före", Theirs: "Från arkivet", Copy: func(s string) string { return s + " (kopia)" }}
}

func carry(t testing.TB, a *Archive, s app.Store, choose func(*Plan)) Taken {
	t.Helper()
	p, err := a.Plan(context.Background(), Planning{Store: s})
	if err != nil {
		t.Fatal(err)
	}
	if choose != nil {
		choose(p)
	}
	took, err := a.Carry(context.Background(), p, taking(s))
	if err != nil {
		t.Fatal(err)
	}
	return took
}

func memory(t testing.TB) app.Store {
	t.Helper()
	s, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// What is exported and taken into an empty register is the same register, and its own
// export is the same file, byte for byte.
func TestRoundTrip(t *testing.T) {
	from, o := register(t), options(t)
	file, w := export(t, from, o)
	if w.Matters != 6 || w.Versions != 12 || w.Files != 2 || w.Papers == 0 {
		t.Errorf("%+v", w)
	}
	again, _ := export(t, from, o)
	if !bytes.Equal(bytesOf(t, file), bytesOf(t, again)) {
		t.Error("the same register gives other bytes")
	}
	to := memory(t)
	a := opened(t, file)
	if len(a.Faults) > 0 {
		t.Errorf("faults: %+v", a.Faults)
	}
	took := carry(t, a, to, func(p *Plan) { p.TakeProfile = true })
	if took.New != 6 || !took.Profile || len(took.Faults) > 0 {
		t.Errorf("%+v", took)
	}
	alike(t, from, to)
	second, _ := export(t, to, o)
	if !bytes.Equal(bytesOf(t, file), bytesOf(t, second)) {
		t.Error("the round trip changed the bytes")
	}
	// Taken in once more, nothing comes.
	p, err := opened(t, second).Plan(context.Background(), Planning{Store: to})
	if err != nil || p.Count(Same) != 6 || p.Comes() != 0 || p.Profile != nil {
		t.Errorf("%+v %v", p, err)
	}
}

// alike holds two registers against each other: every matter in every version.
func alike(t *testing.T, a, b app.Store) {
	t.Helper()
	x, y := everything(t, a), everything(t, b)
	for id := range x {
		if x[id] != y[id] {
			t.Errorf("%s differs:\n%.2000s\n%.2000s", id, x[id], y[id])
		}
	}
	if len(x) != len(y) {
		t.Errorf("%d and %d", len(x), len(y))
	}
}

func everything(t *testing.T, s app.Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	bin, err := s.Bin()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range append(list.List(), bin...) {
		revs, err := s.Revisions(r.ID)
		if err != nil {
			t.Fatal(err)
		}
		all := fmt.Sprint(r.Tally, !r.Removed.IsZero())
		for _, v := range revs {
			m, err := s.LoadRevision(r.ID, v.Number)
			if err != nil {
				t.Fatal(err)
			}
			data, err := app.EncodeMatter(m)
			if err != nil {
				t.Fatal(err)
			}
			all += fmt.Sprint(v.Name, v.By, v.At.Format(time.RFC3339Nano), v.Words, v.Why, string(data))
		}
		out[r.ID] = all
	}
	p, err := s.Profile()
	if err != nil {
		t.Fatal(err)
	}
	data, err := app.EncodeProfile(p)
	if err != nil {
		t.Fatal(err)
	}
	out["profile"] = string(data)
	return out
}

func bytesOf(t testing.TB, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The zip is one that others can read, with names that every system takes.
func TestOthersCanReadIt(t *testing.T) {
	file, _ := export(t, register(t), options(t))
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	seen := map[string]bool{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(f.Name, err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		low := strings.ToLower(f.Name)
		if seen[low] {
			t.Error("twice:", f.Name)
		}
		seen[low] = true
		for _, part := range strings.Split(f.Name, "/") {
			stem, _, _ := strings.Cut(part, ".")
			if reserved[strings.ToLower(stem)] || strings.ContainsAny(part, `<>:"\|?*`) || strings.TrimRight(part, ". ") != part || part == "" || len([]rune(part)) > 90 {
				t.Errorf("a name that Windows refuses: %q in %s", part, f.Name)
			}
		}
		if len([]rune(f.Name)) > 150 {
			t.Error("long:", f.Name)
		}
		if strings.HasSuffix(f.Name, ".json") && !json.Valid(data) {
			t.Error("not JSON:", f.Name)
		}
		if f.Modified.Year() != 2026 {
			t.Error(f.Name, f.Modified)
		}
	}
	for _, want := range []string{"index.html", "läs mig.txt", "profil.json", "innehall.json", "stil.css"} {
		if !seen[want] {
			t.Error("no", want)
		}
	}
}

// Every link leads to something that is there, nothing is fetched from elsewhere, and
// every page is whole.
func TestPages(t *testing.T) {
	s := register(t)
	for i := range 2*perList + 30 { // so that the list is split
		m := &app.Matter{ID: fmt.Sprintf("LANG%022d", i), Title: "Ärende & <" + fmt.Sprint(i) + ">", References: []string{fmt.Sprintf("KS %d/%d", 2020+i%2, i)}, Measures: []app.Measure{app.General}}
		if _, err := s.Save(app.Change{Matter: m, At: noon}); err != nil {
			t.Fatal(err)
		}
	}
	file, w := export(t, s, options(t))
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	files, ids, links, pages := map[string]bool{}, map[string]bool{}, [][2]string{}, 0
	for _, f := range z.File {
		files[f.Name] = true
		if !strings.HasSuffix(f.Name, ".html") {
			continue
		}
		pages++
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		d.Entity = xml.HTMLEntity
		tables, captions, heads := 0, 0, 0
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			e, ok := tok.(xml.StartElement)
			if !ok {
				continue
			}
			switch e.Name.Local {
			case "script", "img", "iframe", "object", "style":
				t.Errorf("%s has <%s>", f.Name, e.Name.Local)
			case "table":
				tables++
			case "caption":
				captions++
			case "h1":
				heads++
			case "th":
				if attr(e, "scope") == "" {
					t.Error(f.Name, "a head without scope")
				}
			case "html":
				if attr(e, "lang") != "sv" {
					t.Error(f.Name, "no language")
				}
			}
			if id := attr(e, "id"); id != "" {
				if ids[f.Name+"#"+id] {
					t.Error("twice:", f.Name, id)
				}
				ids[f.Name+"#"+id] = true
			}
			if to := attr(e, "href"); to != "" {
				links = append(links, [2]string{f.Name, to})
			}
		}
		if heads != 1 {
			t.Errorf("%s: %d <h1>", f.Name, heads)
		}
	}
	for _, l := range links {
		u, err := url.Parse(l[1])
		switch {
		case err != nil:
			t.Error(l, err)
		case u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "mailto": // the clerk's own
		case u.Path == "":
			if !ids[l[0]+"#"+u.Fragment] {
				t.Error("leads nowhere:", l)
			}
		case !files[path.Join(path.Dir(l[0]), u.Path)]:
			t.Error("leads nowhere:", l)
		}
	}
	if pages < w.Matters+3 || len(links) < 3*w.Matters {
		t.Errorf("%d pages, %d links", pages, len(links))
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func TestPaperThatCannotBeMadeIsTold(t *testing.T) {
	s := memory(t)
	m := sample.Register()[0]
	m.Documents = append(m.Documents, app.Document{ID: "d2", Kind: "opinion"})
	if _, err := s.Save(app.Change{Matter: &m, At: noon}); err != nil {
		t.Fatal(err)
	}
	file, w := export(t, s, options(t))
	if len(w.Faults) != 1 || w.Faults[0].Kind != NoPaper || app.CodeOf(w.Faults[0].Err) != app.CodeGlyph {
		t.Fatalf("%+v", w.Faults)
	}
	page := inZip(t, file, indexName)
	if !strings.Contains(page, "ingen PDF kunde göras. Därför.") {
		t.Error(page)
	}
}

func inZip(t *testing.T, file, name string) string {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Stopped in the middle it leaves what was there, and nothing beside it.
func TestStoppedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "allt.zip")
	if err := os.WriteFile(file, []byte("förra"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	o := options(t)
	o.Step = func(done, _ int) {
		if done == 2 {
			stop()
		}
	}
	if _, err := Write(ctx, file, register(t), o); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || string(bytesOf(t, file)) != "förra" {
		t.Error(entries, err)
	}
	if _, err := Write(context.Background(), filepath.Join(dir, "finns inte", "x.zip"), register(t), options(t)); app.CodeOf(err) != app.CodeNoFile {
		t.Error(err)
	}
}

func TestChosenMatters(t *testing.T) {
	s, o := register(t), options(t)
	list, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	o.Matters = []string{list.At(0).ID}
	_, w := export(t, s, o)
	if w.Matters != 1 {
		t.Errorf("%+v", w)
	}
	o.Matters = []string{"finns inte"}
	if _, err := Write(context.Background(), filepath.Join(t.TempDir(), "x.zip"), s, o); app.CodeOf(err) != app.CodeNotFound {
		t.Error(err)
	}
	o.Matters, o.Bin = nil, false
	if _, w := export(t, s, o); w.Matters != 5 {
		t.Errorf("without the bin: %+v", w)
	}
}

func TestNames(t *testing.T) {
	for in, want := range map[string]string{"KS 2026/00240": "KS-2026-00240", "Ängsvägen, ”å”": "Ängsvägen,-”å”", "nul": "_nul", "COM1.txt": "_COM1.txt", "a\x00b\u202eb": "a-bb",
		"...": "", "  a  ": "a", "a.": "a", strings.Repeat("x", 90): strings.Repeat("x", 48)} {
		if got := safe(in, 48); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	n := names{}
	got := []string{n.take("a.txt"), n.take("A.txt"), n.file(`C:\x\y?.PDF`, "bilaga"), n.file("", "bilaga"), n.file("bilaga", "x")}
	if want := []string{"a.txt", "A-2.txt", "y.PDF", "bilaga", "bilaga-2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}
