package reading

import (
	"testing"

	"yttra/app"
)

func TestWordsAreFoundOnTheirLine(t *testing.T) {
	b := NewBuilder(app.PDF)
	page := b.Page(595, 842)
	b.Begin(Paragraph, 0)
	b.WriteAt("ill mm", page, Box{X: 100, Y: 50, W: 60, H: 12})
	b.End()
	text := b.Text()
	narrow, wide := text.On(app.Span{Start: 0, End: 3}), text.On(app.Span{Start: 4, End: 6})
	if len(narrow) != 1 || len(wide) != 1 || narrow[0].Box.W >= wide[0].Box.W || narrow[0].Box.X != 100 {
		t.Fatalf("%+v, %+v", narrow, wide)
	}
	if end := wide[0].Box.X + wide[0].Box.W; end < 159.9 || end > 160.1 {
		t.Errorf("it ends at %v", end)
	}
	if on := text.On(app.Span{Start: 3, End: 3}); len(on) != 0 {
		t.Errorf("nothing stands at %+v", on)
	}
}
