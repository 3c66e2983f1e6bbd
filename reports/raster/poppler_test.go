package raster_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
	"yttra/reports/raster"
)

// poppler is what reads the file as others see it.
func poppler(t testing.TB) {
	t.Helper()
	for _, program := range []string{"pdftoppm", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			if os.Getenv("YTTRA_DEMAND_POPPLER") != "" {
				t.Fatal(program + " is not installed")
			}
			t.Skip(program + " is not installed: packaging/setup.sh test")
		}
	}
}

// looks are the municipality's ways with a page, each under a name.
func looks(t testing.TB) map[string]app.Profile {
	usual := readJSON[app.Profile](t, "profile.json")
	plain, large := usual, usual
	plain.Look = app.Look{Sans: true, Abreast: 1}
	large.Look = app.Look{Large: true, Colour: "#7a1f3a", Abreast: 3}
	large.Logo, large.LogoText = logo(t), "Exempelkommun"
	return map[string]app.Profile{"usual": usual, "sans": plain, "large, colour and logo": large}
}

// logo is a picture with an edge, a slope and something to see through.
func logo(t testing.TB) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 480, 600))
	for y := range 600 {
		for x := range 480 {
			switch {
			case x < 30 || y < 30 || x >= 450 || y >= 570:
				img.Set(x, y, color.NRGBA{31, 58, 95, 255})
			case x > y:
				img.Set(x, y, color.NRGBA{uint8(x / 2), 160, 60, 255})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const samples = "../../app/sample/data/"

func readJSON[T any](t testing.TB, name string) (v T) {
	t.Helper()
	data, err := os.ReadFile(samples + name)
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// papers gives every paper of the invented matters, by file and document.
func papers(t testing.TB, profile app.Profile) map[string]layout.Set {
	t.Helper()
	rules, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(samples + "[0-9]*.json")
	if err != nil {
		t.Fatal(err)
	}
	others, err := filepath.Glob(samples + "papers/*.json")
	if err != nil || len(files) < 3 || len(others) == 0 {
		t.Fatal("the invented matters are not there", err)
	}
	out := map[string]layout.Set{}
	for _, file := range slices.Concat(files, others) {
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
			in, err := reports.Of(rules, m, d, profile, cost.Compare(m.Estimate, profile.Limits(rules.Thresholds), d.Date).Follow(rules.Buying), "Yttra")
			if err != nil {
				t.Fatal(file, err)
			}
			set, err := reports.Build(in)
			if err != nil {
				t.Fatal(file, err)
			}
			out[fmt.Sprintf("%s %d", filepath.Base(file), i+1)] = set
		}
	}
	return out
}

// dots is how many pixels an inch has in the pictures that are compared: five lie in
// a millimetre.
const (
	dots  = 127
	width = 1050 // of A4
)

// seen is a file's pages as poppler draws them.
func seen(t testing.TB, set layout.Set) (file string, pages []*plane) {
	t.Helper()
	data, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file = filepath.Join(dir, "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(dots), file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	names, err := filepath.Glob(filepath.Join(dir, "page*.ppm"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		img, err := planeOfPPM(data)
		if err != nil {
			t.Fatal(name, err)
		}
		pages = append(pages, img)
	}
	return file, pages
}

// The page on the screen is the page in the file: in every paper of the invented
// matters and in every look, each line starts within half a millimetre of where
// another program finds it in the file and of where it leaves ink, and no picture,
// bar, rule or hatching is missing, moved or of another colour.
func TestTheScreenShowsTheFile(t *testing.T) {
	poppler(t)
	painter := raster.New()
	worst := deviation{}
	for name, profile := range looks(t) {
		for paper, set := range papers(t, profile) {
			t.Run(name+"/"+paper, func(t *testing.T) {
				file, pages := seen(t, set)
				if len(pages) != len(set.Pages) {
					t.Fatalf("%d pages in the file, %d on the screen", len(pages), len(set.Pages))
				}
				words := wordsOf(t, file)
				for i, page := range set.Pages {
					shown := painter.Draw(page, width)
					d, faults := compare(planeOfImage(shown), pages[i], page, words[i])
					worst = worst.and(d)
					for _, f := range faults {
						t.Errorf("page %d: %s", i+1, f)
					}
				}
			})
		}
	}
	t.Logf("%d lines, %d rules, shapes and pictures on %d pages; a line starts at most %.2f mm from its words in the file and %.2f mm from their ink; a field of 2 mm differs by at most %.0f %% of its ink",
		worst.lines, worst.shapes, worst.pages, worst.words, worst.ink, 100*worst.field)
	if !t.Failed() && (worst.lines < 1000 || worst.shapes < 300) {
		t.Error("too little was compared to say anything")
	}
}

// What the comparison is there to find, it finds.
func TestTheComparisonSeesFaults(t *testing.T) {
	poppler(t)
	set := trial(t)
	file, pages := seen(t, set)
	words := wordsOf(t, file)[0]
	painter, whole := raster.New(), set.Pages[0]
	draw := func(p layout.Page) []string {
		_, faults := compare(planeOfImage(painter.Draw(p, width)), pages[0], whole, words)
		return faults
	}
	if faults := draw(whole); len(faults) > 0 {
		t.Fatalf("the page itself: %q", faults)
	}
	for i := range whole.Items {
		if it := whole.Items[i]; it.Kind == layout.Text && it.S == "" {
			continue
		}
		lacking := layout.Page{Items: slices.Delete(slices.Clone(whole.Items), i, i+1)}
		if len(draw(lacking)) == 0 {
			t.Errorf("%+v can be left out", whole.Items[i])
		}
		moved := layout.Page{Items: slices.Clone(whole.Items)}
		at := &moved.Items[i]
		at.X, at.X2, at.Points = at.X+0.8, at.X2+0.8, nil
		if whole.Items[i].Kind == layout.Text && len(draw(moved)) == 0 {
			t.Errorf("%q can stand 0.8 mm aside", at.S)
		}
		if whole.Items[i].Fill != layout.NoInk && whole.Items[i].Fill != layout.Hatched {
			moved = layout.Page{Items: slices.Clone(whole.Items)}
			moved.Items[i].Fill = layout.Coloured(200, 30, 30)
			if len(draw(moved)) == 0 {
				t.Errorf("%+v can have another colour", whole.Items[i])
			}
		}
	}
}

// trial is a page with one of everything.
func trial(t testing.TB) layout.Set {
	doc := layout.Doc{Meta: layout.Meta{Title: "Prov", Lang: "sv-SE", Date: "2026-11-22"}, Words: layout.Words{Page: "Sida {n} ({of})"}, Head: layout.Letterhead{Name: "Exempelkommun", Kind: "Prov", Logo: logo(t), LogoAlt: "Vapen"},
		Look: layout.Look{Ink: layout.Coloured(0x1f, 0x3a, 0x5f)},
		Blocks: []layout.Block{{Role: layout.Title, Runs: layout.Plain("En rubrik")}, {Runs: layout.Plain("Ett stycke med text.")},
			{Role: layout.Decisions, List: layout.List{Items: [][]layout.Block{{{Runs: layout.Plain("Motionen avslås.")}}}}},
			{Role: layout.FigureBlock, Figure: layout.Figure{Width: 100, Height: 30, Alt: "Staplar", Items: []layout.Item{
				{Kind: layout.Box, X: 0, Y: 0, X2: 60, Y2: 6, Fill: layout.Hatched, Weight: 0.5},
				{Kind: layout.Box, X: 0, Y: 8, X2: 40, Y2: 14, Fill: layout.Black},
				{Kind: layout.Disc, X: 70, Y: 20, X2: 2, Fill: layout.Black},
				{Kind: layout.Polygon, Points: [][2]float64{{80, 16}, {90, 16}, {85, 24}}, Fill: layout.Black},
				{Kind: layout.Rule, X: 0, Y: 28, X2: 90, Y2: 28, Weight: 0.25}}}},
			{Role: layout.TableBlock, Table: layout.Table{Columns: []layout.TableColumn{{Head: layout.Plain("Slag")}, {Head: layout.Plain("2026"), Right: true}},
				Rows: []layout.TableRow{{Cells: [][]layout.Run{layout.Plain("Inköp"), layout.Plain("12")}}}}}}}
	return layout.Flow(doc, fonts.New())
}
