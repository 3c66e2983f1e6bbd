package parts

import (
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func wear(t *testing.T, look Look) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(Theme{Look: look})
}

// shot keeps a picture for the eye when YTTRA_SHOTS names a folder.
func shot(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	dir := os.Getenv("YTTRA_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(dir + "/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

func TestButtonByPointerAndKeys(t *testing.T) {
	wear(t, LightLook)
	n := 0
	b := NewButton(ButtonOptions{Text: "Spara", Kind: Primary, Tap: func() { n++ }})
	w := test.NewTempWindow(t, Pad(10, 10, 10, 10, b))
	test.Tap(b)
	if w.Canvas().Focused() != fyne.Focusable(b) {
		t.Error("a tapped button has no focus")
	}
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if n != 4 {
		t.Errorf("pressed %d times, want 4", n)
	}
	b.Disable()
	test.Tap(b)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if n != 4 {
		t.Error("a disabled button was pressed")
	}
}

func TestUntakenKeysReachTheWindow(t *testing.T) {
	wear(t, LightLook)
	b := NewButton(ButtonOptions{Text: "Spara"})
	w := test.NewTempWindow(t, b)
	var got fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = e.Name })
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	if got != fyne.KeyF1 {
		t.Errorf("F1 stopped at the button: the window got %q", got)
	}
}

func TestChoice(t *testing.T) {
	wear(t, LightLook)
	var picks []int
	c := NewChoice(ChoiceOptions{Options: []Option{{Text: "Bifall"}, {Text: "Delvis"}, {Text: "Avslag"}}, Chosen: -1, Pick: func(i int) { picks = append(picks, i) }})
	w := test.NewTempWindow(t, Left(c))
	w.Resize(fyne.NewSize(400, 60))
	w.Canvas().Focus(c)
	for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeySpace, fyne.KeyLeft, fyne.KeyReturn} {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
	test.TapAt(c, fyne.NewPos(10, 10))
	if len(picks) != 3 || picks[0] != 2 || picks[1] != 1 || picks[2] != 0 || c.Chosen() != 0 {
		t.Errorf("picked %v, chosen %d", picks, c.Chosen())
	}
}

func TestHeights(t *testing.T) {
	wear(t, LightLook)
	if h := NewButton(ButtonOptions{Text: "Spara", Icon: IconPlus}).MinSize().Height; h != 31 {
		t.Errorf("a button is %v tall", h)
	}
	chips := NewChoice(ChoiceOptions{Options: []Option{{Text: "Alla", Count: "128"}}, Chips: true})
	if h := chips.MinSize().Height; h != 27 {
		t.Errorf("a chip is %v tall", h)
	}
}

func TestFitAndWrap(t *testing.T) {
	wear(t, LightLook)
	long := "Ansiktsigenkänning vid skolornas entréer"
	short := Fit(long, 120, TextControl, Regular)
	if Measure(short, TextControl, Regular).Width > 120 || short == long {
		t.Errorf("%q is wider than 120", short)
	}
	if got := Fit(long, 1000, TextControl, Regular); got != long {
		t.Errorf("%q was shortened for no reason", got)
	}
	rows := Wrap("ett två tre fyra fem sex sju åtta\n\nnio", 80, TextControl, Regular)
	if len(rows) < 5 || rows[len(rows)-1] != "nio" || rows[len(rows)-2] != "" {
		t.Errorf("%q", rows)
	}
	for _, r := range rows {
		if Measure(r, TextControl, Regular).Width > 80 {
			t.Errorf("%q is wider than 80", r)
		}
	}
}

func TestParagraphInColumnGetsItsHeight(t *testing.T) {
	wear(t, LightLook)
	p := NewPara("Förvaltningen har övervägt två åtgärder som är mindre ingripande, och säger varför de valdes bort.", TextControl, Ink, Regular)
	below := Rect(Accent, 10, 10, 0)
	c := Column(8, p, below)
	c.Resize(fyne.NewSize(200, 400))
	if p.MinSize().Height < 4*p.pitch {
		t.Errorf("%v tall at 200 wide", p.MinSize().Height)
	}
	if below.Position().Y != p.MinSize().Height+8 {
		t.Errorf("what follows stands at %v, the paragraph ends at %v", below.Position().Y, p.MinSize().Height)
	}
}

func TestEveryIconIsDrawn(t *testing.T) {
	wear(t, DarkLook)
	names := []string{IconMatters, IconDraft, IconAssess, IconCosts, IconPaper, IconSettings, IconSearch, IconDown, IconRight, IconUp, IconPlus,
		IconClose, IconCheck, IconJump, IconPrint, IconExport, IconMore, IconUndo, IconBook, IconArrow, IconBin, IconOpen, IconLogo,
		MarkBlocking, MarkSerious, MarkNote, MarkMet, MarkIndicated, MarkFailed, MarkNotAddressed, MarkWaived, MarkSetAside, MarkPending}
	objects := make([]fyne.CanvasObject, 0, len(names))
	for _, n := range names {
		if drawing(n) == "" {
			t.Errorf("%s has no drawing", n)
		}
		objects = append(objects, Icon(n, 24, Ink, Page))
	}
	w := test.NewTempWindow(t, Fill(Page, Row(4, objects...)))
	shot(t, w, "icons")
	img := w.Canvas().Capture()
	for i, n := range names {
		x, blank := 4+i*28, true
		for dx := range 24 {
			for dy := range 24 {
				blank = blank && img.At(x+dx, 4+dy) == img.At(0, 0)
			}
		}
		if blank {
			t.Errorf("%s is drawn blank", n)
		}
	}
}

func TestPartsForTheEye(t *testing.T) {
	for name, look := range map[string]Look{"light": LightLook, "dark": DarkLook} {
		wear(t, look)
		focused := NewButton(ButtonOptions{Text: "Infoga förslag"})
		w := test.NewTempWindow(t, Fill(Page, Pad(20, 20, 20, 20, Column(12,
			Row(10, NewButton(ButtonOptions{Text: "Infoga förslag"}), focused, NewButton(ButtonOptions{Text: "Spara", Icon: IconPlus, Kind: Primary}),
				NewButton(ButtonOptions{Text: "Nej", Disabled: true}), Hint("Skriv ett skäl först"), NewButton(ButtonOptions{Text: "Godkänn med skäl …", Kind: Quiet})),
			Left(NewChoice(ChoiceOptions{Options: []Option{{Text: "Bifall"}, {Text: "Delvis"}, {Text: "Avslag"}}, Chosen: 2})),
			Left(NewChoice(ChoiceOptions{Options: []Option{{Text: "Alla", Count: "12"}, {Mark: MarkBlocking, Count: "1"}, {Mark: MarkSerious, Count: "3"}}, Chips: true})),
			NewPara("Förvaltningen har övervägt två åtgärder som är mindre ingripande, och säger varför de valdes bort.", TextPage, Ink, Serif),
			Row(8, Tag("Utkast", Muted), Mark(MarkWaived, 22, Page), Mark(MarkFailed, 22, Page))))))
		w.Canvas().Focus(focused)
		shot(t, w, "parts-"+name)
		if _, _, _, a := w.Canvas().Capture().At(2, 2).RGBA(); a == 0 {
			t.Error("nothing was drawn")
		}
	}
}

// A word wider than its paragraph is broken, and none of it is lost.
func TestWideWordIsBroken(t *testing.T) {
	wear(t, LightLook)
	const address = "https://www.exempelkommun.se/handlingar/utbildningsnamnden/2026/yttrande"
	p := NewPara("Se "+address+" för mer.", TextControl, Ink, Regular)
	for _, width := range []float32{120, 14, 2} {
		p.Resize(fyne.NewSize(width, 100))
		var all strings.Builder
		for _, o := range p.rows {
			row := o.(*canvas.Text)
			all.WriteString(row.Text)
			if len([]rune(row.Text)) > 1 && Measure(row.Text, TextControl, Regular).Width > width {
				t.Errorf("%q is wider than %v", row.Text, width)
			}
		}
		if got := all.String(); !strings.Contains(got, address) {
			t.Errorf("at %v: %q", width, got)
		}
	}
}

// Wrap guesses how much a line takes; the lines are those of plain counting.
func TestWrapIsGreedy(t *testing.T) {
	wear(t, LightLook)
	plain := func(s string, width float32) []string {
		var lines []string
		line := ""
		for i, word := range strings.Split(s, " ") {
			if i > 0 && Measure(line+" "+word, TextPage, Serif).Width > width {
				lines, line = append(lines, line), word
			} else if i > 0 {
				line += " " + word
			} else {
				line = word
			}
		}
		return append(lines, line)
	}
	for _, s := range []string{"", " ", "ett", "WWWW iiii WWWW iiii llllllllll llll WWWWWWWWWWWWW i i i i i i i i i",
		"Förvaltningen har övervägt två åtgärder som är mindre ingripande,  och säger varför de valdes bort. Kostnaden är 35\u00a0000 kr."} {
		for width := float32(1); width < 700; width += 37 {
			if got, want := Wrap(s, width, TextPage, Serif), plain(s, width); !slices.Equal(got, want) {
				t.Errorf("%q at %v:\n%q\n%q", s, width, got, want)
			}
		}
	}
}
