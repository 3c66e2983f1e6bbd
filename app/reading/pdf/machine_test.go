package pdf

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

// read is a line of words as a machine reads them, each 40 points wide.
func read(line int, y float32, sure int, words ...string) []reading.Word {
	var out []reading.Word
	for i, w := range words {
		out = append(out, reading.Word{Text: w, Line: line, Confidence: sure, Box: reading.Box{X: 70 + 45*float32(i), Y: y, W: 40, H: 9}})
	}
	return out
}

func TestWordsOfAMachine(t *testing.T) {
	words := append(read(0, 100, 96, "Motion", "om", "bussar"), read(1, 130, 95, "Alla", "bussar", "ska", "ha", "bussar")...)
	words[6].Confidence = 95
	words[7].Confidence = 40
	text, err := ReadWith(context.Background(), pictured(paint), map[int][]reading.Word{0: words, 9: words})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(text.String); strings.Join(got, " ") != "Motion om bussar Alla bussar ska ha bussar" {
		t.Errorf("%q", text.String)
	}
	if len(text.Remarks) != 2 || text.Remarks[0].Code != app.RemarkMachineRead || text.Remarks[0].N != 1 {
		t.Fatalf("%v", text.Remarks)
	}
	r := text.Remarks[1]
	if r.Code != app.RemarkUncertain || r.N != 40 || r.Start != strings.LastIndex(text.String, "bussar") || text.String[r.Start:r.End] != "bussar" {
		t.Errorf("%+v in %q", r, text.String)
	}
	if on := text.On(app.Span{Start: 0, End: 6}); len(on) != 1 || !near(on[0].Box.X, 70) || on[0].Box.Y > 101 || on[0].Box.Y+on[0].Box.H < 108 {
		t.Errorf("%v", on)
	}
}

func TestAMachineThatReadNothing(t *testing.T) {
	if _, err := ReadWith(context.Background(), pictured(paint), map[int][]reading.Word{0: nil}); app.CodeOf(err) != app.CodeScanned {
		t.Errorf("%v", err)
	}
}

func TestSizeOfALine(t *testing.T) {
	for _, c := range []struct {
		words      []reading.Word
		size, base float32
	}{
		{[]reading.Word{{Text: "Hej", Box: reading.Box{Y: 100, H: 9.1}}}, 10, 107},
		{[]reading.Word{{Text: "Halm", Box: reading.Box{Y: 100, H: 7}}, {Text: "-", Box: reading.Box{Y: 103, H: 1}}}, 10, 107},
		{[]reading.Word{{Text: "som", Box: reading.Box{Y: 102, H: 5}}, {Text: "gap", Box: reading.Box{Y: 102, H: 7.1}}}, 10, 107},
		{[]reading.Word{{Text: "–", Box: reading.Box{Y: 103, H: 0.5}}}, 1, 103.5},
	} {
		if size, base := measure(c.words); !near(size, c.size) || !near(base, c.base) {
			t.Errorf("%s: %v on %v", c.words[0].Text, size, base)
		}
	}
}

func TestWhichPagesArePictures(t *testing.T) {
	scans, sizes, err := Scans(context.Background(), pictured(paint))
	if err != nil || len(scans) != 1 || len(sizes) != 1 || sizes[0].Width != 595 {
		t.Errorf("%v, %v, %v", scans, sizes, err)
	}
	if _, _, err := Scans(context.Background(), []byte("%PDF-")); app.CodeOf(err) != app.CodeBrokenFile {
		t.Errorf("%v", err)
	}
}

// A stamp on a scan has letters of its own: the machine reads them too, and they are
// there once.
func TestAStampOnAScan(t *testing.T) {
	stamped := pictured(paint + "BT /F1 9 Tf 400 800 Td (Dnr 2026:115) Tj ET")
	words := append(read(0, 100, 96, "Motion"), reading.Word{Text: "0nr", Line: 1, Confidence: 50, Box: reading.Box{X: 401, Y: 34, W: 14, H: 8}})
	text, err := ReadWith(context.Background(), stamped, map[int][]reading.Word{0: words})
	if err != nil || strings.Count(text.String, "nr") != 1 || !strings.Contains(text.String, "Dnr 2026:115") || !strings.Contains(text.String, "Motion") {
		t.Errorf("%q, %v", text.String, err)
	}
}
