package draft

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestFieldAt(t *testing.T) {
	for in, want := range map[string]int{"[belopp] kronor": 8, "[^1] not": 0, "[ord](http://a.se)": 0, "[^1]: not": 0, "[a]: b": 0, "[öppen": 0, "[": 0, "": 0, "[]": 0, "a [b]": 0, "[å\nä]": 0, "[åäö]": 8} {
		if got := fieldAt(in); got != want {
			t.Errorf("%q: %d, not %d", in, got, want)
		}
	}
}

// What is inserted waits for words: the first letter takes the field's place.
func TestTheFirstFieldIsSelected(t *testing.T) {
	h := open(t, texts{"assessment": "Om ansiktsigenkänning här."})
	h.caret("assessment", 0)
	h.screen.Step(1)
	h.screen.Insert()
	if got := h.page().live.SelectedText(); got != "[åtgärd]" {
		t.Fatalf("%q is selected", got)
	}
	h.typed("Fler vuxna")
	if got := h.text("assessment"); !strings.Contains(got, "Alternativet Fler vuxna räcker eftersom [skäl].") {
		t.Errorf("%q", got)
	}
	text, section := h.text("assessment"), h.section("assessment")
	start := strings.Index(text, "Alternativet")
	h.screen.ShowPlace(app.Place{Section: section, Span: app.Span{Start: start, End: len(text)}})
	if got := h.page().live.SelectedText(); got != "[skäl]" {
		t.Errorf("%q is selected of a place with a field", got)
	}
	h.screen.ShowPlace(app.Place{Section: section, Span: app.Span{Start: start, End: start + 12}})
	if got := h.page().live.SelectedText(); got != "" {
		t.Errorf("%q is selected of a place without", got)
	}
}
