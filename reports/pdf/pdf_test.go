package pdf

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/tagging"
)

var update = flag.Bool("update", false, "write the goldens anew")

func TestSameBytesTwice(t *testing.T) {
	first := write(t, paper(t))
	for range 3 { // gofpdf keeps pictures and fonts in maps
		if !bytes.Equal(first, write(t, paper(t))) {
			t.Fatal("the same document gave different bytes")
		}
	}
	if dir := os.Getenv("YTTRA_PDF_OUT"); dir != "" { // for other readers
		if err := os.WriteFile(filepath.Join(dir, "paper.pdf"), first, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSideBySide(t *testing.T) {
	want := write(t, paper(t))
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			got, err := Write(context.Background(), paper(t), fonts.New(), nil)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("several at once gave something else: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestTagOutline(t *testing.T) {
	s, err := tagging.Read(write(t, paper(t)))
	if err != nil {
		t.Fatal(err)
	}
	got := s.Outline()
	golden := filepath.Join("testdata", "paper.tags.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the tags differ from %s (-update writes it):\n%s", golden, got)
	}
}

func TestRules(t *testing.T) {
	_, faults, err := tagging.Check(write(t, paper(t)), tagging.Promise{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

func TestSaysWhatItIs(t *testing.T) {
	s, err := tagging.Read(write(t, paper(t)))
	if err != nil {
		t.Fatal(err)
	}
	if s.Info != info(meta()) {
		t.Errorf("the file says\n%+v, the document\n%+v", s.Info, info(meta()))
	}
	if s.Pages != 3 || !s.Marked || strings.Join(s.Claims, " ") != "PDF/UA-1 PDF/A-2a" {
		t.Errorf("%d pages, marked %v, claims %v", s.Pages, s.Marked, s.Claims)
	}
	want := []tagging.Heading{{Title: "Yttrande över motion om cykelställ", Page: 1}, {Title: "Förslag till beslut", Level: 1, Page: 1}, {Title: "AVTAL", Level: 2, Page: 3}}
	if len(s.Bookmarks) != 3 || s.Bookmarks[0] != want[0] || s.Bookmarks[1] != want[1] || s.Bookmarks[2] != want[2] {
		t.Errorf("outline %+v", s.Bookmarks)
	}
	for n, a := range s.Artifacts {
		if want := "UTKAST|Sida " + string(rune('1'+n)) + " (3)"; strings.Join(a, "|") != want {
			t.Errorf("page %d: artifacts %q, want %q", n+1, a, want)
		}
	}
}

func TestEveryLetterComesBack(t *testing.T) {
	for _, f := range fonts.All() {
		set := oneLine(f, everyLetter)
		s, err := tagging.Read(write(t, set))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Root.Text(); got != everyLetter {
			t.Errorf("%s: drew %q, read %q", fonts.Name(f), everyLetter, got)
		}
	}
}

func oneLine(f layout.Face, text string) layout.Set {
	root := &layout.Elem{Role: "Document"}
	return layout.Set{Root: root, Meta: meta(), Pages: []layout.Page{{Items: []layout.Item{
		{Kind: layout.Text, X: 25, Y: 30, S: text, Face: f, Size: 10, Elem: root.Add("P")}}}}}
}

func TestLinksBothWays(t *testing.T) {
	s, err := tagging.Read(write(t, paper(t)))
	if err != nil {
		t.Fatal(err)
	}
	links := s.Root.Find("Link")
	want := []struct {
		text string
		lead tagging.Lead
	}{
		{"protokollet ", tagging.Lead{URL: "https://exempel.se/%C3%A4rende?id=1%202", Contents: "Länk till protokollet"}},
		{"1", tagging.Lead{Page: 1, Contents: "1"}}, // from the mark; it says what is drawn
		{"1 ", tagging.Lead{Page: 1, Contents: "Till texten"}},
	}
	if len(links) != len(want) {
		t.Fatalf("%d links, want %d", len(links), len(want))
	}
	for i, w := range want {
		if links[i].Text() != w.text || len(links[i].Leads) != 1 || links[i].Leads[0] != w.lead {
			t.Errorf("link %d: %q %+v, want %q %+v", i+1, links[i].Text(), links[i].Leads, w.text, w.lead)
		}
	}
}

func TestRefusesWhatCannotBeDrawn(t *testing.T) {
	for _, c := range []struct {
		text string
		rune rune
	}{
		{"Bra 🚲 motion", '🚲'}, {"a\xffb", utf8.RuneError}, {"kinesiska 中", '中'}, {"rad\nbryt", '\n'}, {"tab\tb", '\t'},
	} {
		_, err := Write(context.Background(), oneLine(layout.Serif, c.text), fonts.New(), nil)
		var g *GlyphError
		if !errors.As(err, &g) || g.Rune != c.rune || g.Page != 1 || g.Text != c.text {
			t.Errorf("%q: %v", c.text, err)
		}
	}
	set := oneLine(layout.Serif, "Text")
	set.Pages[0].Bookmarks = []layout.Bookmark{{Title: "a\xff"}}
	var g *GlyphError
	if _, err := Write(context.Background(), set, fonts.New(), nil); !errors.As(err, &g) {
		t.Errorf("bookmark: %v", err)
	}
}

func TestBadSetsAreErrors(t *testing.T) {
	stray := &layout.Elem{Role: "P"}
	for name, spoil := range map[string]func(*layout.Set){
		"in the structure tree": func(s *layout.Set) { s.Pages[0].Items[0].Elem = stray },
		"no standard":           func(s *layout.Set) { s.Root.Kids[0].Role = "Stycke" },
		"no pages":              func(s *layout.Set) { s.Pages = nil },
		"no face 9":             func(s *layout.Set) { s.Pages[0].Items[0].Face = 9 },
		"without a place":       func(s *layout.Set) { s.Pages[0].Items[0].X = math.NaN() },
		"without a size":        func(s *layout.Set) { s.Pages[0].Items[0].Size = 0 },
		"kind 99":               func(s *layout.Set) { s.Pages[0].Items[0].Kind = 99 },
		"PNG":                   func(s *layout.Set) { s.Pages[0].Items[0].Kind = layout.Picture },
		"without an element":    func(s *layout.Set) { s.Pages[0].Links = []layout.Link{{URL: "https://exempel.se"}} },
		"page 7 of 1": func(s *layout.Set) {
			s.Pages[0].Links = []layout.Link{{ToPage: 7, Elem: s.Root.Kids[0]}}
		},
		"no title":    func(s *layout.Set) { s.Meta.Title = " " },
		"no language": func(s *layout.Set) { s.Meta.Lang = "" },
		"is no day":   func(s *layout.Set) { s.Meta.Date = "i går" },
	} {
		set := oneLine(layout.Serif, "Text")
		spoil(&set)
		_, err := Write(context.Background(), set, fonts.New(), nil)
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestStopsBetweenPages(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	var told []int
	_, err := Write(ctx, paper(t), fonts.New(), func(done, total int) {
		told = append(told, done, total)
		stop()
	})
	if !errors.Is(err, context.Canceled) || len(told) != 2 || told[0] != 1 || told[1] != 3 {
		t.Errorf("%v after %v", err, told)
	}
}

// What breaks in the pen must not take the program down with it.
func TestPenBreaks(t *testing.T) {
	_, _, err := drawAll(context.Background(), oneLine(layout.Serif, "Text"), nil, nil)
	if err == nil || !strings.Contains(err.Error(), "draw page 1: the pen broke") {
		t.Errorf("got %v", err)
	}
}

func TestOneMarkForWhatBelongsTogether(t *testing.T) {
	set := oneLine(layout.Serif, "Rad")
	page := &set.Pages[0]
	other := page.Items[0]
	other.Elem = set.Root.Add("P")
	page.Items = append(page.Items, page.Items[0], other, layout.Item{Kind: layout.Rule, X2: 1, Weight: 1}, other)
	_, tree, err := drawAll(context.Background(), set, fonts.New(), nil)
	if err != nil || tree.Pages[0].Marks != 3 {
		t.Errorf("%d marks, want 3: two lines, a line, and a line after a rule; %v", tree.Pages[0].Marks, err)
	}
}

func TestKerning(t *testing.T) {
	faces := fonts.New()
	_, tree, err := drawAll(context.Background(), oneLine(layout.SansBold, "AVTAL"), faces, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := small(faces.Kerns(layout.SansBold, "AVTAL"))
	if got := tree.Pages[0].Kerns; len(got) != 1 || !slices.Equal(got[0], want) || want[0] >= 0 {
		t.Errorf("kerned %v, want %v with A and V drawn together", got, want)
	}
}
