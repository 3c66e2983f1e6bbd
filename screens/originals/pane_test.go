package originals

import (
	"image"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/reading"
	"yttra/screens/parts/parttest"
)

type bench struct {
	*parttest.Host
	pane   *Pane
	quoted []string
	alone  bool
	later  func(reading.Text, error) // answers a reading that waits
	draws  int
}

func open(t *testing.T) *bench {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{Host: parttest.New(t, "sv", 480, 640)}
	b.pane = NewPane(b, Options{Packs: p, Quote: func(s string, alone bool) { b.quoted, b.alone = append(b.quoted, s), alone },
		Read: func(_ *app.Source, done func(reading.Text, error)) { b.later = done },
		Draw: func(*app.Source) func(int, int, func(image.Image, error)) {
			return func(_, width int, done func(image.Image, error)) {
				b.draws++
				done(image.NewRGBA(image.Rect(0, 0, width, width)), nil)
			}
		}, Shut: func() {}})
	b.Put(b.pane.Content())
	return b
}

func (b *bench) says(s string) bool {
	return strings.Contains(strings.Join(parttest.Texts(b.Win.Content()), " "), s)
}

// paged is the motion on two pages.
func paged() reading.Text {
	b := reading.NewBuilder(app.PDF)
	for i, line := range strings.Split(strings.TrimSpace(motion), "\n\n") {
		if i%3 == 0 {
			b.Page(595, 842)
		}
		b.Gap()
		b.WriteAt(line, i/3, reading.Box{X: 70, Y: 80 + 20*float32(i%3), W: 300, H: 14})
	}
	return b.Text()
}

func withFile(t *testing.T) *app.Matter {
	m := matter(t)
	m.Motion.Format, m.Motion.Data = app.PDF, []byte("%PDF-1.7")
	m.Motion.SHA256 = "7ac3b8ab2a0bb4b2ae5b6ae1f6c9b7f4" // of nothing
	return m
}

func TestPaneReadsTheFile(t *testing.T) {
	b := open(t)
	m := withFile(t)
	b.pane.Show(m)
	if !b.says("Originalet läses …") || b.pane.Search() {
		t.Error("it does not say that the file is being read")
	}
	b.pane.ShowClaim(1, true) // before it is there
	b.later(paged(), nil)
	if b.draws == 0 || !b.says("Sida 2 av 2") {
		t.Errorf("%d pages drawn, %q", b.draws, parttest.Texts(b.Win.Content()))
	}
	if !b.says("Kontrollsumman stämmer inte") {
		t.Error("bytes that are not those that came in are not told")
	}
	parttest.Press(t, b.Win.Content(), "Citera")
	if want := "”att de målas gröna” (motionen, s.\u00a02)"; !slices.Equal(b.quoted, []string{want}) || b.alone {
		t.Errorf("quoted %q", b.quoted)
	}
	// An edit of the matter reads nothing again; another paper does.
	b.later = nil
	m = m.Clone()
	m.Claims = m.Claims[:1]
	if b.pane.Show(m); b.later != nil {
		t.Error("the same file is read again")
	}
	other := withFile(t)
	other.Motion.SHA256, other.Motion.Kind = "another", app.ReferralSource
	b.pane.Show(other)
	if b.later == nil {
		t.Error("another file is not read")
	}
}

// A file that was being read when another matter was opened shows nothing.
func TestPaneForgetsWhatComesTooLate(t *testing.T) {
	b := open(t)
	b.pane.Show(withFile(t))
	late := b.later
	b.pane.Show(&app.Matter{})
	late(paged(), nil)
	if !b.says("Inget original") || b.draws > 0 {
		t.Errorf("%q", parttest.Texts(b.Win.Content()))
	}
}

func TestPaneWithoutAFile(t *testing.T) {
	for name, c := range map[string]struct {
		change func(s *app.Source)
		want   string
	}{
		"text only": {func(s *app.Source) { s.SHA256 = "" }, "att de målas gröna."},
		"gone":      {func(s *app.Source) { s.SHA256 = "x" }, "Filen finns inte kvar: m.pdf."},
		"too large": {func(s *app.Source) { s.SHA256, s.Remarks = "x", []app.Remark{{Code: app.RemarkNotKept}} }, "Filen var för stor att behålla: m.pdf."},
	} {
		b := open(t)
		m := matter(t)
		c.change(m.Motion)
		b.pane.Show(m)
		if !b.says(c.want) || !b.says("Jag yrkar") {
			t.Errorf("%s: %q", name, parttest.Texts(b.Win.Content()))
		}
	}
}

func TestPaneSaysWhyThereAreNoPages(t *testing.T) {
	b := open(t)
	b.pane.Show(withFile(t))
	b.later(reading.Text{}, &app.Problem{Code: app.CodeBrokenFile, What: "m.pdf"})
	if !b.says("Sidorna kan inte visas") || !b.says("Jag yrkar") {
		t.Errorf("%q", parttest.Texts(b.Win.Content()))
	}
	parttest.Press(t, b.Win.Content(), "Försök igen")
	if b.later(paged(), nil); b.says("kan inte visas") || b.draws == 0 {
		t.Errorf("tried again: %q", parttest.Texts(b.Win.Content()))
	}
}

func TestPaneAsksForWordsToQuote(t *testing.T) {
	b := open(t)
	m := matter(t)
	b.pane.Show(m)
	parttest.Press(t, b.Win.Content(), "Citera")
	if len(b.quoted) > 0 || !b.says("Markera först orden") {
		t.Errorf("quoted %q", b.quoted)
	}
	m.Motion.Drawn, m.Claims[0].Text = nil, "att bygga om"
	b.pane.Show(m)
	if b.pane.ShowClaim(0, false); !b.says("Yrkande 1 står inte ordagrant") {
		t.Errorf("%q", parttest.Texts(b.Win.Content()))
	}
}

func TestDialogQuotesAndCloses(t *testing.T) {
	b := open(t)
	Show(b, matter(t), 0, b.pane.o, nil)
	top := b.Win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no dialog")
	}
	parttest.Press(t, top, "Citera")
	if b.Win.Canvas().Overlays().Top() != nil || !slices.Equal(b.quoted, []string{"”att kommunen ställer ut fler bänkar” (motionen)"}) {
		t.Errorf("quoted %q", b.quoted)
	}
}

// Without a claim it begins at the beginning, and nothing is said of claims.
func TestDialogWithoutAClaim(t *testing.T) {
	b := open(t)
	Show(b, matter(t), -1, b.pane.o, nil)
	top := b.Win.Canvas().Overlays().Top()
	if top == nil || strings.Contains(strings.Join(parttest.Texts(top), " "), "Yrkande") {
		t.Errorf("%q", parttest.Texts(top))
	}
}
