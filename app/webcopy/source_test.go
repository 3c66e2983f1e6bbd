package webcopy_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/packs"
	"yttra/app/webcopy"
)

// named are those in real papers whose names may stand: with a party after them, or
// a title before.
var named = []*regexp.Regexp{
	regexp.MustCompile(`\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)+(?: \((?:S|M|C|L|V|KD|MP|SD)\))`),
	regexp.MustCompile(`(?:[Oo]rdförande|[Ss]ekreterare|[Rr]ektor|direktör|chef|[Hh]andläggare|[Uu]tredare)[ :\n]+(\p{Lu}\p{Ll}+(?:[- ]\p{Lu}\p{Ll}+)+)`),
}

// Real papers lose no politician and no official.
func TestRealPapersKeepWhoActs(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range []string{"001", "002", "003"} {
		files, _ := filepath.Glob("../../../shared/sources/" + number + "*.txt")
		if len(files) != 1 {
			if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
				t.Fatalf("%s: %d files", number, len(files))
			}
			t.Skip("sources: ../shared is absent")
		}
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := check.SplitPaper(p, string(data), "")
		m := &app.Matter{Title: "Motion", Documents: []app.Document{doc}}
		c, err := webcopy.NewMaker().Make(m, 0, app.Profile{})
		if err != nil {
			t.Fatal(err)
		}
		before, after := text(doc), text(*c.Document)
		people := 0
		for _, r := range named {
			for _, name := range r.FindAllStringSubmatch(before, -1) {
				people++
				if who := name[len(name)-1]; strings.Count(after, who) < strings.Count(before, who) {
					t.Errorf("%s: somebody who acts is gone: %q", number, who)
				}
			}
		}
		if people == 0 {
			t.Errorf("%s: nobody is named", number)
		}
		for _, i := range c.Items {
			t.Logf("%s: %s %v → %q", number, i.Kind, i.Words, i.Instead)
		}
	}
}

func text(d app.Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		b.WriteString(s.Heading + "\n" + s.Text + "\n")
	}
	return b.String()
}
