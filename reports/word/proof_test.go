package word

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports"
	"yttra/reports/layout"
)

// The proof: a word processor that knows nothing of the house opens every paper and
// finds in it what was written: all words in order, notes and tables, headings with
// their levels, numbers of items, the language, alternative texts, page numbers.
func TestWordProcessorFindsWhatWasWritten(t *testing.T) {
	office := program(t, "soffice")
	pages := program(t, "pdftotext")
	dir, docs := t.TempDir(), proofDocs(t)
	var names []string
	for name, d := range docs {
		data := written(t, d)
		sound(t, data)
		if err := os.WriteFile(filepath.Join(dir, name+".docx"), data, 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, filepath.Join(dir, name+".docx"))
	}
	slices.Sort(names)
	for _, to := range []string{"odt", "txt:Text (encoded):UTF8", "pdf"} {
		args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(t.TempDir()), "--headless", "--convert-to", to, "--outdir", dir}, names...)
		if out, err := exec.Command(office, args...).CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
	}
	for name, d := range docs {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			o := openedODT(t, path+".odt")
			o.holds(t, d)
			hasLabels(t, path+".txt", d)
			hasPages(t, pages, path+".pdf", d)
		})
	}
	if len(docs) < 6 {
		t.Errorf("only %d papers", len(docs))
	}
}

// program is the path of a program that the test needs; without it the test is
// skipped, unless the machine is to have it.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		if os.Getenv("YTTRA_DEMAND_WORD") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed: packaging/setup.sh test", name)
	}
	return path
}

// proofDocs are the papers of all invented matters, and some that nobody would write.
func proofDocs(t *testing.T) map[string]layout.Doc {
	t.Helper()
	out := map[string]layout.Doc{"everything": everything(t), "nothing": {Words: swedish()}}
	long := layout.Doc{Words: swedish(), Blocks: []layout.Block{{Role: layout.Title, Runs: layout.Plain("Lång tabell")}}}
	table := layout.Table{Caption: layout.Plain("Många rader"), Columns: []layout.TableColumn{{Head: layout.Plain("Rad")}, {Head: layout.Plain("Värde"), Right: true}}}
	for i := range 1400 {
		table.Rows = append(table.Rows, row(false, fmt.Sprint("rad ", i), strings.Repeat("9", i%12)))
	}
	long.Blocks = append(long.Blocks, layout.Block{Role: layout.TableBlock, Table: table}, para(strings.Repeat("ord", 1700)))
	out["long"] = long
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, pattern := range []string{"[0-9]*.json", "papers/*.json"} {
		found, err := filepath.Glob(filepath.Join("..", "..", "app", "sample", "data", filepath.FromSlash(pattern)))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := app.DecodeMatter(data)
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Documents {
			d := &m.Documents[i]
			in, err := reports.Of(p, m, d, sample.Profile(), cost.Compare(m.Estimate, p.Thresholds, d.Date).Follow(p.Buying), "Yttra")
			if err != nil {
				t.Fatal(err)
			}
			doc, err := reports.Blocks(in)
			if err != nil {
				t.Fatal(err)
			}
			out[strings.TrimSuffix(filepath.Base(file), ".json")+"-"+strconv.Itoa(i+1)] = doc
		}
	}
	return out
}

// odt is what the word processor made of a file.
type odt struct {
	heads    []string // level and words
	body     []string // words, tables and items too
	notes    []string
	contents []string // of the table of contents
	alts     []string
	langs    map[string]bool
	fields   map[string]bool // in heads of pages
	lists    int
}

func openedODT(t *testing.T, path string) *odt {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	o := &odt{langs: map[string]bool{}, fields: map[string]bool{}}
	for _, name := range []string{"content.xml", "styles.xml"} {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		o.read(t, data, name == "content.xml")
	}
	return o
}

// read walks a part; only the content's words are kept.
func (o *odt) read(t *testing.T, data []byte, content bool) {
	d := xml.NewDecoder(strings.NewReader(string(data)))
	var open []string
	in := func(name string) bool { return slices.Contains(open, name) }
	var head strings.Builder
	level := ""
	say := func(s string) {
		switch {
		case !content || !in("text") || in("desc") || in("title") || in("note-citation") || in("index-title-template") || in("tracked-changes"):
		case in("table-of-content"):
			o.contents = append(o.contents, s)
		case in("note-body"):
			o.notes = append(o.notes, s)
		default:
			o.body = append(o.body, s)
			if level != "" {
				head.WriteString(s)
			}
		}
	}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			attrs := map[string]string{}
			for _, a := range x.Attr {
				attrs[a.Name.Local] = a.Value
			}
			switch open = append(open, x.Name.Local); x.Name.Local {
			case "h":
				level = attrs["outline-level"]
			case "s", "tab", "line-break", "p":
				say(" ")
			case "list-item":
				o.lists++
			case "text-properties":
				if attrs["language"] != "" {
					o.langs[attrs["language"]+"-"+attrs["country"]] = true
				}
			case "page-number", "page-count":
				if !content {
					o.fields[x.Name.Local] = true
				}
			}
		case xml.EndElement:
			if x.Name.Local == "h" {
				o.heads = append(o.heads, level+" "+joined(head.String()))
				head.Reset()
				level = ""
			}
			if x.Name.Local == "p" || x.Name.Local == "h" {
				say(" ")
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if in("desc") && content {
				o.alts = append(o.alts, string(x))
			}
			say(string(x))
		}
	}
}

func joined(s string) string { return strings.Join(strings.Fields(s), " ") }

// holds compares what was found with the document.
func (o *odt) holds(t *testing.T, d layout.Doc) {
	t.Helper()
	want := told(d)
	same(t, "headings", o.heads, want.heads)
	same(t, "words", strings.Fields(strings.Join(o.body, "")), strings.Fields(want.body.String()))
	same(t, "words of notes", strings.Fields(strings.Join(o.notes, "")), strings.Fields(want.notes.String()))
	same(t, "alternative texts", strings.Fields(strings.Join(o.alts, " ")), strings.Fields(strings.Join(want.alts, " ")))
	for lang := range o.langs {
		if lang != "sv-SE" && lang != "none-none" {
			t.Errorf("language %s", lang)
		}
	}
	if !o.langs["sv-SE"] {
		t.Error("the language is not Swedish")
	}
	if !o.fields["page-number"] || !o.fields["page-count"] {
		t.Errorf("fields in the heads of pages: %v", o.fields)
	}
	contents := joined(strings.Join(o.contents, ""))
	for _, h := range want.contents {
		if before, after, ok := strings.Cut(contents, h); ok && strings.TrimSpace(before) != "" {
			contents = after
		} else if len(o.contents) > 0 {
			t.Errorf("the table of contents has not %q in its place", h)
		}
	}
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("%s: %q, want %q, at %d", what, around(got, i), around(want, i), i)
			return
		}
	}
}

func around(words []string, i int) []string {
	return words[min(max(i-3, 0), len(words)):min(i+6, len(words))]
}

// hasLabels holds the numbers of items, as the word processor counted them.
func hasLabels(t *testing.T, path string, d layout.Doc) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := joined(strings.NewReplacer("\ufeff", "", "•", "–").Replace(string(data))) // as text it says every dash so
	for _, item := range told(d).items {
		_, rest, ok := strings.Cut(text, joined(item))
		if !ok {
			t.Errorf("no %q, in its place in %q", item, text[:min(200, len(text))])
			return
		}
		text = rest
	}
}

// hasPages holds the number on every page: which it is, and of how many.
func hasPages(t *testing.T, program, path string, d layout.Doc) {
	t.Helper()
	out, err := exec.Command(program, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
	for i, p := range pages {
		p = strings.ReplaceAll(p, "\u00a0", " ")
		want := strings.NewReplacer("{n}", strconv.Itoa(i+1), "{of}", strconv.Itoa(len(pages)), "\u00a0", " ").Replace(d.Words.Page)
		if !strings.Contains(p, want) {
			t.Errorf("page %d has no %q:\n%s", i+1, want, p[:min(300, len(p))])
		}
		if name := d.Head.Name; !strings.Contains(p, name) {
			t.Errorf("page %d has no %q", i+1, name)
		}
	}
}
