package tagging

import (
	"bytes"
	"strings"
	"testing"
)

// finished is the small paper, applied.
func finished(t testing.TB) []byte {
	t.Helper()
	src, tree := small(t)
	out, err := Apply(src, tree, about)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestCheckFinds breaks a good file in one place at a time: each must be found,
// and under its own clause.
func TestCheckFinds(t *testing.T) {
	good := finished(t)
	for _, c := range []struct {
		want  string
		spoil func(*testing.T, *file)
	}{
		{"7.2 catalog: no language", func(t *testing.T, f *file) { catalog(f).drop("Lang") }},
		{"6.2 catalog: not marked", func(t *testing.T, f *file) { catalog(f).drop("MarkInfo") }},
		{"7.1 catalog: the title is not", func(t *testing.T, f *file) { catalog(f).drop("ViewerPreferences") }},
		{"7.1 catalog: no title", func(t *testing.T, f *file) { metadata(f, "dc:title", "dc:tilte") }},
		{"5 catalog: claims", func(t *testing.T, f *file) { metadata(f, "pdfuaid:part", "pdfuaid:prat") }},
		{"6.2.3 catalog", func(t *testing.T, f *file) { catalog(f).drop("OutputIntents") }},
		{"7.1 catalog: no structure", func(t *testing.T, f *file) { catalog(f).drop("StructTreeRoot") }},
		{"7.18.3 page 2", func(t *testing.T, f *file) { page(t, f, 1).drop("Tabs") }},
		{"7.1 page 1: not in the parent tree", func(t *testing.T, f *file) { page(t, f, 0).drop("StructParents") }},
		{"7.1 page 1: the parent tree leads mark 0", func(t *testing.T, f *file) { page(t, f, 0).set("StructParents", 1) }},
		{"7.1 page 1: outside every mark: TJ fri", func(t *testing.T, f *file) { write(t, f, "BT /F1 9 Tf [<006600720069>] TJ ET") }},
		{"7.1 page 1: outside every mark: S", func(t *testing.T, f *file) { write(t, f, "0 0 m 1 1 l S") }},
		{"7.1 page 1: a mark is never closed", func(t *testing.T, f *file) { write(t, f, "/Artifact BMC") }},
		{"7.1 page 1: a mark is closed that", func(t *testing.T, f *file) { write(t, f, "EMC") }},
		{"7.1 page 1: mark 0 stands twice", func(t *testing.T, f *file) { write(t, f, "/P <</MCID 0>> BDC EMC") }},
		{"7.1 page 1: mark 8 is not in the tree", func(t *testing.T, f *file) { write(t, f, "/P <</MCID 8>> BDC EMC") }},
		{"7.1 page 1: a mark that is neither", func(t *testing.T, f *file) { write(t, f, "/P BMC EMC") }},
		{"7.18.5 page 1 link 1: nothing for", func(t *testing.T, f *file) { annotation(t, f).drop("Contents") }},
		{"7.18.5 page 1 link 1: leads nowhere", func(t *testing.T, f *file) { annotation(t, f).drop("Dest") }},
		{"7.18.5 page 1 link 1: not in a Link", func(t *testing.T, f *file) { elem(t, f, "Link").set("S", name("Span")) }},
		{"7.18.1 page 1 link 1", func(t *testing.T, f *file) { annotation(t, f).set("StructParent", 77) }},
		{"6.3.2 page 1 link 1", func(t *testing.T, f *file) { annotation(t, f).set("F", 2) }},
		{"7.21.7 page 1 U+0416 has no glyph", func(t *testing.T, f *file) { write(t, f, "/Artifact BMC /F1 9 Tf <0416> Tj EMC") }},
		{"7.21.7 page 1 code 0416 has no meaning", func(t *testing.T, f *file) { write(t, f, "/Artifact BMC /F1 9 Tf <0416> Tj EMC") }},
		{"7.21.4.1 page 1", func(t *testing.T, f *file) { objectWith(t, f, "FontFile2").drop("FontFile2") }},
		{"7.1 /Document/Rubrik", func(t *testing.T, f *file) { elem(t, f, "H1").set("S", name("Rubrik")) }},
		{"7.1 /H1: it is said to lie elsewhere", func(t *testing.T, f *file) { elem(t, f, "H1").drop("P") }},
		{"7.1 /Document: it is said to lie", func(t *testing.T, f *file) { elem(t, f, "Document").set("P", catalog(f).get("Pages")) }},
		{"7.9 /H1: the ID tree does not lead to start", func(t *testing.T, f *file) { f.dict(catalog(f).get("StructTreeRoot")).drop("IDTree") }},
		{"7.9 /P: the ID tree does not lead to x", func(t *testing.T, f *file) { elem(t, f, "P").set("ID", text("x")) }},
		{"7.3 /Document/Figure", func(t *testing.T, f *file) { elem(t, f, "H1").set("S", name("Figure")) }},
		{"7.3 /Document/Figure: no place", func(t *testing.T, f *file) { figure(t, f).drop("A") }},
		{"7.3 /Document/Figure: no place", func(t *testing.T, f *file) { f.dict(figure(t, f).get("A")).set("BBox", array{10, 10, 700, 20}) }},
		{"7.3 /Document/Figure: no place", func(t *testing.T, f *file) { f.dict(figure(t, f).get("A")).set("BBox", array{10, 20, 30}) }},
		{"7.3 /Document/Figure: no alternative", func(t *testing.T, f *file) { figure(t, f).drop("Alt") }},
		{"7.5 /Document/TH", func(t *testing.T, f *file) { elem(t, f, "H1").set("S", name("TH")) }},
		{"7.4.2 /Document/H2", func(t *testing.T, f *file) { elem(t, f, "H1").set("S", name("H2")) }},
		{"7.9 /Document/Note", func(t *testing.T, f *file) {
			p := elem(t, f, "P")
			p.set("S", name("Note"))
			p.drop("ID")
		}},
	} {
		f, err := load(good, Promise{})
		if err != nil {
			t.Fatal(err)
		}
		c.spoil(t, f)
		bad, err := f.bytes()
		if err != nil {
			t.Fatal(err)
		}
		_, faults, err := Check(bad, Promise{})
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		found, name := false, fontName(t, bad)
		for _, x := range faults {
			// the font's name carries a hash: leave it out
			found = found || strings.HasPrefix(strings.Replace(x.String(), name+": ", "", 1), c.want)
		}
		if !found {
			t.Errorf("%s was not found, but %v", c.want, faults)
		}
	}
}

func fontName(t *testing.T, pdf []byte) string {
	t.Helper()
	_, after, _ := strings.Cut(unpacked(t, pdf), "/BaseFont /")
	n, _, _ := strings.Cut(after, "/")
	return n
}

func catalog(f *file) *dict { return f.dict(f.trailer.get("Root")) }

func metadata(f *file, old, now string) {
	s := f.stream(catalog(f).get("Metadata"))
	s.data = bytes.ReplaceAll(s.data, []byte(old), []byte(now))
}

func page(t *testing.T, f *file, n int) *dict {
	t.Helper()
	pages, err := f.pages()
	if err != nil {
		t.Fatal(err)
	}
	return f.dict(pages[n])
}

// write adds to the first page's content.
func write(t *testing.T, f *file, more string) {
	t.Helper()
	s := f.stream(page(t, f, 0).get("Contents"))
	b, err := s.plain()
	if err != nil {
		t.Fatal(err)
	}
	s.pack(append(b, more...))
}

func annotation(t *testing.T, f *file) *dict {
	t.Helper()
	return f.dict(f.array(page(t, f, 0).get("Annots"))[0])
}

func elem(t *testing.T, f *file, role name) *dict {
	t.Helper()
	for _, o := range f.objects {
		if d, ok := o.(*dict); ok && d.get("S") == role && d.get("P") != nil {
			return d
		}
	}
	t.Fatalf("no %s", role)
	return nil
}

// figure makes the heading a figure that is as it should be.
func figure(t *testing.T, f *file) *dict {
	t.Helper()
	d := elem(t, f, "H1")
	d.set("S", name("Figure"))
	d.set("Alt", text("En bild"))
	d.set("A", newDict("O", name("Layout"), "Placement", name("Block"), "BBox", array{10, 10, 100, 20.5}))
	return d
}

func objectWith(t *testing.T, f *file, key name) *dict {
	t.Helper()
	for _, o := range f.objects {
		if d, ok := o.(*dict); ok && d.get(key) != nil {
			return d
		}
	}
	t.Fatalf("no object with %s", key)
	return nil
}

func TestReadRefuses(t *testing.T) {
	good := string(finished(t))
	for what, bad := range map[string]string{
		"empty":             "",
		"cut off":           good[:len(good)/2],
		"no table":          strings.Replace(good, "/Type /XRef", "/Type /XReg", 1),
		"table elsewhere":   strings.Replace(good, "startxref\n", "startxref\n1", 1),
		"table not packed":  strings.Replace(good, "/Predictor 12", "/Predictor 13333", 1),
		"object elsewhere":  strings.Replace(good, " 0 obj", " 1 obj", 1),
		"length too great":  strings.Replace(good, "/Length ", "/Length 9999999", 1),
		"negative length":   strings.Replace(good, "/Length ", "/Length -", 1),
		"no object streams": strings.ReplaceAll(good, "/Type /ObjStm", "/Type /ObjStn"),
	} {
		if bad == good {
			t.Fatalf("%s: nothing was spoilt", what)
		}
		if s, err := Read([]byte(bad)); err == nil {
			t.Errorf("%s was read: %+v", what, s)
		}
	}
	for what, spoil := range map[string]func(*file){
		"no pages":          func(f *file) { catalog(f).drop("Pages") },
		"kids are no pages": func(f *file) { page(t, f, 0).set("Type", name("Pagx")) },
		"twisted tree":      func(f *file) { elem(t, f, "P").set("K", catalog(f).get("StructTreeRoot")) },
	} {
		f, err := load([]byte(good), Promise{})
		if err != nil {
			t.Fatal(err)
		}
		spoil(f)
		bad, err := f.bytes()
		if err != nil {
			t.Fatal(err)
		}
		if s, err := Read(bad); err == nil {
			t.Errorf("%s was read: %+v", what, s)
		}
	}
}

// FuzzRead: whatever the bytes, reading and applying end with a result or an
// error, and what can be read can be checked.
func FuzzRead(f *testing.F) {
	src, _ := small(f)
	f.Add(src)
	f.Add(finished(f))
	f.Add([]byte("xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R>>startxref\n0"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := Read(b); err == nil {
			if _, _, err := Check(b, Promise{}); err != nil {
				t.Fatalf("read but not checked: %v", err)
			}
		}
		_, tree := small(t)
		if out, err := Apply(b, tree, about); err == nil {
			if _, err := Read(out); err != nil {
				t.Fatalf("applied but not read: %v", err)
			}
		}
	})
}
