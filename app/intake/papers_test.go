package intake

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what was found as what is wanted")

// Every file in testdata/papers is a paper that came in and all that should be found in
// it: its kind, who asks, their number, the last day, the questions.
func TestPapers(t *testing.T) {
	files, err := filepath.Glob("testdata/papers/*.txtar")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil || len(a.Files) != 2 {
				t.Fatalf("%d parts, %v", len(a.Files), err)
			}
			text := pasted(string(a.Files[0].Data))
			p := Read(text)
			checkSpans(t, text, p)
			got, want := summary(p), string(a.Files[1].Data)
			if got == want {
				return
			}
			if !*update {
				t.Errorf("got:\n%swant:\n%s", got, want)
				return
			}
			a.Files[1].Data = []byte(got)
			if err := os.WriteFile(name, txtar.Format(a), 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// summary writes what was found of a paper, a line for each field.
func summary(p Proposal) string {
	var b strings.Builder
	line := func(key, value string, d Doubt) {
		if value == "" {
			return
		}
		if d != NoDoubt {
			value += " (" + string(d) + ")"
		}
		fmt.Fprintf(&b, "%s: %s\n", key, value)
	}
	line("kind", p.Kind.Word(), p.KindDoubt)
	line("subject", p.Subject.Value, p.Subject.Doubt)
	line("sender", p.Sender.Value, p.Sender.Doubt)
	line("theirs", p.SenderReference.Value, p.SenderReference.Doubt)
	line("due", p.Due.Value, p.Due.Doubt)
	line("received", p.Received.Value, p.Received.Doubt)
	for _, r := range p.References {
		line("ref", r.Value, NoDoubt)
	}
	for _, m := range p.Movers {
		line("mover", m.label(), NoDoubt)
	}
	for _, c := range p.Claims {
		line("claim", c.Value, c.Doubt)
	}
	for _, q := range p.Questions {
		line("question", q.Value, q.Doubt)
	}
	for _, r := range p.Receivers {
		line("asked", r.Value, NoDoubt)
	}
	if p.OfMotion {
		line("of", "motion", NoDoubt)
	}
	return b.String()
}
