package facts

import (
	"testing"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestNoticeDays(t *testing.T) {
	for name, c := range map[string]struct {
		adjusted, posted string
		want             app.Notice
	}{
		"from the approval":   {"2026-04-20", "", app.Notice{Posted: "2026-04-21", Removed: "2026-05-13"}},
		"from the notice":     {"2026-04-20", "2026-04-22", app.Notice{Posted: "2026-04-22", Removed: "2026-05-14"}},
		"only the notice":     {"", "2026-04-25", app.Notice{Posted: "2026-04-25", Removed: "2026-05-19"}},
		"nothing":             {"", "", app.Notice{}},
		"no days":             {"snart", "2026-02-30", app.Notice{}},
		"no day to count off": {"2026-04-20", "2026-02-30", app.Notice{Posted: "2026-04-21", Removed: "2026-05-13"}},
	} {
		d := minutes()
		p := NewPaper(&d, nil)
		p.typed[fieldAdjusted], p.typed[fieldPosted] = c.adjusted, c.posted
		posted, removed, ok := p.noticeDays()
		if ok != (c.want.Removed != "") || ok && (posted != c.want.Posted || removed != c.want.Removed) {
			t.Errorf("%s: %s to %s, %v", name, posted, removed, ok)
		}
	}
}

func TestTheDaysAreReckonedByAButton(t *testing.T) {
	b := open(t, "sv")
	ShowPaper(b.desk, b, b.options(), NoticeSection)
	b.says("senast andra dagen efter justeringen")
	b.entry("2026-04-21").SetText("2026-04-25")
	parttest.Press(t, b.top(), "Räkna ut dagarna")
	b.entry("2026-05-19")
	parttest.Press(t, b.top(), "Spara")
	if n := b.desk.State().Document().Meeting.Notice; n.Posted != "2026-04-25" || n.Removed != "2026-05-19" {
		t.Errorf("%+v", n)
	}
}
