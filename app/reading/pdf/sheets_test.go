package pdf

import (
	"context"
	"math"
	"strings"
	"testing"

	"yttra/app/reading/readingtest"
)

func sheetOf(t *testing.T, data []byte) Sheet {
	t.Helper()
	all, _, err := sheets(context.Background(), data)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d sheets, %v", len(all), err)
	}
	return all[0]
}

func (s Sheet) seen() string {
	var b strings.Builder
	for _, g := range s.Glyphs {
		if !g.Unseen {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

func near(a, b float32) bool { return math.Abs(float64(a-b)) < 0.6 }

func TestWhereLettersStand(t *testing.T) {
	s := sheetOf(t, readingtest.OnePage("BT /F1 12 Tf 70 742 Td (\xc5ker) Tj /F2 10 Tf 0 -20 Td (fet) Tj ET 0 0 0 RG 70 700 m 270 700 l S 0.9 g 100 100 200 50 re f", ""))
	if s.Width != 595 || s.Height != 842 || s.seen() != "Åker\nfet" {
		t.Fatalf("%v × %v: %q", s.Width, s.Height, s.seen())
	}
	first, bold := s.Glyphs[0], s.Glyphs[len(s.Glyphs)-1]
	if !near(first.X, 70) || !near(first.Base, 100) || first.Size != 12 || first.Bold || first.W <= 0 || first.Y >= first.Base || first.Y+first.H <= first.Base {
		t.Errorf("%+v", first)
	}
	if !bold.Bold || bold.Font == first.Font || !near(bold.Base, 120) || bold.Size != 10 {
		t.Errorf("%+v", bold)
	}
	if len(s.Rules) != 1 || !near(s.Rules[0].Y, 142) || !near(s.Rules[0].W, 200) {
		t.Errorf("rules %v", s.Rules)
	}
}

func TestATurnedPage(t *testing.T) {
	for turn, want := range map[string][3]float32{"0": {70, 100, 0}, "90": {742, 70, 90}, "180": {525, 742, 180}, "270": {100, 525, -90}} {
		s := sheetOf(t, readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Hej) Tj ET", "/Rotate "+turn))
		g := s.Glyphs[0]
		if g.Angle != want[2] || s.seen() != "Hej" || (turn == "90" || turn == "270") != (s.Width == 842) {
			t.Errorf("%s: %v × %v, %+v", turn, s.Width, s.Height, g)
		}
		if want[2] == 0 && (!near(g.X, want[0]) || !near(g.Base, want[1])) || want[2] == 90 && (!near(g.Y, 70) || g.X > 746 || g.X+g.W < 742) {
			t.Errorf("%s: %+v", turn, g)
		}
	}
}

func TestWhatIsNotSeen(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"no ink":           {"BT /F1 12 Tf 70 742 Td (syns) Tj 3 Tr 0 -20 Td (dold) Tj ET", "syns\n"},
		"white":            {"BT /F1 12 Tf 70 742 Td (syns) Tj 1 g 0 -20 Td (dold) Tj ET", "syns\n"},
		"white on dark":    {"0.1 g 50 700 300 80 re f BT 1 g /F1 12 Tf 70 742 Td (syns) Tj ET", "syns"},
		"white on covered": {"0.1 g 50 700 300 80 re f 1 g 40 690 400 100 re f BT /F1 12 Tf 70 742 Td (dold) Tj ET", ""},
		"blackened":        {"BT /F1 12 Tf 70 742 Td (syns) Tj 0 -20 Td (dold) Tj ET 0 g 60 715 200 18 re f", "syns"},
		"on black":         {"0 g 60 715 200 18 re f BT /F1 12 Tf 1 g 70 720 Td (syns) Tj ET", "syns"},
		"beside black":     {"BT /F1 12 Tf 70 742 Td (syns) Tj ET 0 g 60 715 200 18 re f", "syns"},
		"marked":           {"BT /F1 12 Tf 70 742 Td (syns) Tj ET 1 1 0 rg 60 735 200 18 re f", "syns"},
		"dust":             {"BT /F1 12 Tf 70 742 Td (syns) Tj /F1 0.8 Tf 0 -20 Td (dold) Tj ET", "syns\n"},
		"off the page":     {"BT /F1 12 Tf 70 742 Td (syns) Tj 0 400 Td (dold) Tj ET", "syns"},
	} {
		if got := sheetOf(t, readingtest.OnePage(c.content, "")).seen(); strings.TrimSpace(got) != strings.TrimSpace(c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestNoFile(t *testing.T) {
	if _, _, err := sheets(context.Background(), []byte("%PDF-1.7\nnonsense")); err == nil {
		t.Error("nonsense is a PDF")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := sheets(ctx, readingtest.OnePage("", "")); err == nil {
		t.Error("it is read although nobody waits")
	}
	if got := sheetOf(t, readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Hej) Tj ET", "")).seen(); got != "Hej" {
		t.Errorf("after that: %q", got)
	}
}
