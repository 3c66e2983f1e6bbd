package screens

import (
	"testing"

	"yttra/app"
	"yttra/screens/parts"
)

func TestAnotherLanguageKeepsTheCaret(t *testing.T) {
	b := open(t, true)
	b.Go("draft")
	b.screen().(parts.Placer).ShowPlace(app.Place{Section: 3, Span: app.Span{Start: 12}})
	b.speak("en")
	if p, ok := b.screen().(parts.Whereabouts).Place(); !ok || p.Section != 3 || p.Span.Start != 12 {
		t.Errorf("the caret is at %+v, %v", p, ok)
	}
	if b.win.Canvas().Focused() == nil {
		t.Error("nothing has the keyboard")
	}
}
