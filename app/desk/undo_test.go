package desk

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestUndoForgetsByWeight(t *testing.T) {
	of := func(text string) *app.Matter {
		return &app.Matter{Documents: []app.Document{{Sections: []app.Section{{Text: text}, {Text: "annat"}}}}}
	}
	if light, heavy := weigh(of("a"), of("a")), weigh(of(strings.Repeat("a", 1<<20)), of("b")); heavy-light != 1<<20 {
		t.Errorf("a text that is other weighs %d", heavy-light)
	}
	if n := weigh(of("abc"), &app.Matter{}); n < 3+len("annat") {
		t.Errorf("a document that is gone weighs %d", n)
	}
	small := make([]step, 2000)
	for i := range small {
		small[i].weight = 20 << 10
	}
	if got := len(lighten(small)); got != 2000 {
		t.Errorf("%d of 2000 words can be undone", got)
	}
	large := []step{{weight: 20 << 20, what: "a"}, {weight: 20 << 20, what: "b"}, {weight: 20 << 20, what: "c"}, {weight: 1 << 20, what: "d"}}
	if got := lighten(large); len(got) != 3 || got[0].what != "b" {
		t.Errorf("%d steps kept", len(got))
	}
	if got := lighten([]step{{weight: maxWeight + 1}}); len(got) != 1 {
		t.Error("the last step is forgotten")
	}
}
