package incoming

import (
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"yttra/app"
	"yttra/app/intake"
	"yttra/app/reading"
	"yttra/app/reading/readingtest"
)

// The same paper says the same as a Word file, as an OpenDocument text and as plain
// text: every real paper in every layout, every invented one in one of them, or in all
// with YTTRA_LONG. There a plain text may say less than a file, which knows its lists,
// so not every invented paper must say exactly the same.
func TestOfficeSaysTheSame(t *testing.T) {
	flat, want := map[string][]byte{}, map[string]string{}
	lay := func(name, paper string, only int) {
		text, err := reading.Decode([]byte(paper))
		if err != nil {
			t.Fatal(err)
		}
		for i, l := range readingtest.Layouts {
			if only < 0 || only%len(readingtest.Layouts) == i {
				key := name + " " + l.Name
				flat[key], want[key] = readingtest.Lay(paper, l).Flat, said(intake.Motion(text))
			}
		}
	}
	for i, m := range readingtest.Motions(t) {
		if os.Getenv("YTTRA_LONG") != "" {
			i = -1
		}
		lay(m.Name, m.Paper, i)
	}
	if os.Getenv("YTTRA_DEMAND_SHARED") != "" {
		for name, paper := range readingtest.Sources(t) {
			lay("source "+name, paper, -1)
		}
	}
	for format, f := range map[string]app.Format{"docx": app.DOCX, "odt": app.ODT} {
		files := readingtest.Convert(t, format, flat)
		same := 0
		for _, name := range slices.Sorted(maps.Keys(files)) {
			text, err := readers[f](context.Background(), files[name])
			if err != nil {
				t.Errorf("%s %s: %v", format, name, err)
				continue
			}
			if got := said(intake.Motion(text)); got == want[name] {
				same++
			} else if os.Getenv("YTTRA_SHOW") != "" {
				t.Logf("%s %s:\n%s\nwant:\n%s\nof:\n%s", format, name, got, want[name], text.String)
			}
		}
		t.Logf("%s: %d of %d say the same", format, same, len(files))
		if same*100 < len(files)*99 {
			t.Errorf("%s: only %d of %d", format, same, len(files))
		}
	}
}
