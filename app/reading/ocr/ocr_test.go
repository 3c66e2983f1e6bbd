package ocr

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"yttra/app/reading"
)

// The test program stands for tesseract: what it does is told by the environment.
const acts = "YTTRA_TEST_ACTS"

const answer = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
	"1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n" +
	"5\t1\t1\t1\t1\t1\t300\t150\t600\t75\t96.5\tMotion\n" +
	"5\t1\t1\t1\t1\t2\t930\t150\t90\t75\t41.2\tom\n" +
	"5\t1\t1\t1\t2\t1\t300\t250\t90\t75\t90\t \n" +
	"5\t1\t1\t2\t1\t1\t300\t350\t90\t75\t90\tåkrar\n" +
	"5\t1\tnonsense\n\n"

func TestMain(m *testing.M) {
	switch os.Getenv(acts) {
	case "speaks":
		fmt.Println("List of available languages (2):\neng\nswe")
	case "foreign":
		fmt.Println("List of available languages (1):\neng")
	case "reads":
		in, _ := io.ReadAll(os.Stdin)
		if !strings.HasPrefix(string(in), "P5\n2 1\n255\n") {
			os.Exit(3)
		}
		fmt.Print(answer)
	case "fails":
		fmt.Fprintln(os.Stderr, "no such language")
		os.Exit(1)
	case "hangs":
		time.Sleep(time.Minute)
	default:
		os.Exit(m.Run())
	}
}

func acting(t *testing.T, as string) *Program {
	t.Setenv(acts, as)
	return &Program{os.Args[0]}
}

func TestWords(t *testing.T) {
	page := image.NewRGBA(image.Rect(0, 0, 2, 1))
	page.Set(0, 0, color.White)
	got, err := acting(t, "reads").Words(context.Background(), page, 300)
	if err != nil || len(got) != 3 {
		t.Fatalf("%v, %v", got, err)
	}
	if w := got[0]; w.Text != "Motion" || w.Line != 0 || w.Confidence != 96 || w.Box.X != 72 || w.Box.Y != 36 || w.Box.W != 144 || w.Box.H != 18 {
		t.Errorf("%+v", w)
	}
	if got[1].Line != 0 || got[1].Confidence != 41 || got[2].Line != 1 || got[2].Text != "åkrar" {
		t.Errorf("%+v", got)
	}
}

func TestWhatCanGoWrong(t *testing.T) {
	page := image.NewGray(image.Rect(0, 0, 2, 1))
	if _, err := acting(t, "fails").Words(context.Background(), page, 300); err == nil || !strings.Contains(err.Error(), "no such language") {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	begun := time.Now()
	if _, err := acting(t, "hangs").Words(ctx, page, 300); !errors.Is(err, context.Canceled) || time.Since(begun) > 30*time.Second {
		t.Errorf("%v after %v", err, time.Since(begun))
	}
	if _, err := (&Program{"/no/such/program"}).Words(context.Background(), page, 300); err == nil {
		t.Error("nothing reads")
	}
}

func TestItMustSpeakSwedish(t *testing.T) {
	for as, want := range map[string]bool{"speaks": true, "foreign": false, "fails": false} {
		if got := acting(t, as).speaks(context.Background()); got != want {
			t.Errorf("%s: %v", as, got)
		}
	}
	for _, path := range places() {
		if path == "" {
			t.Error("a place without a name")
		}
	}
}

func TestGrey(t *testing.T) {
	rgba, grays := image.NewRGBA(image.Rect(0, 0, 3, 2)), image.NewGray(image.Rect(0, 0, 3, 2))
	for i := range 6 {
		v := uint8(i * 50)
		rgba.Set(i%3, i/3, color.RGBA{v, v, v, 255})
		grays.SetGray(i%3, i/3, color.Gray{v})
	}
	a, b := grey(rgba), grey(grays)
	if string(a) != string(b) || string(a) != "P5\n3 2\n255\n\x00\x32\x64\x96\xc8\xfa" {
		t.Errorf("%q, %q", a, b)
	}
}

func TestWordsThatStandAlone(t *testing.T) {
	word := func(text string, x, y float32, confidence, line int) reading.Word {
		return reading.Word{Text: text, Box: reading.Box{X: x, Y: y, W: 40, H: 10}, Confidence: confidence, Line: line}
	}
	words := []reading.Word{word("Jag", 70, 100, 90, 0), word("yrkar", 115, 100, 90, 0)}
	alone := []reading.Word{word("Jaq", 72, 101, 80, 0), word("Åsa", 70, 300, 90, 4), word("Öst", 115, 300, 90, 4), word("....", 70, 290, 90, 5), word("xx", 400, 20, 30, 6)}
	got := ""
	for _, w := range merge(words, alone) {
		got += fmt.Sprint(w.Text, w.Line, " ")
	}
	if got != "Jag0 yrkar0 Åsa5 Öst5 " {
		t.Error(got)
	}
	if got := merge(nil, alone[1:3]); len(got) != 2 || got[0].Line != 4 {
		t.Errorf("%+v", got)
	}
}
