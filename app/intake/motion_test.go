package intake

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Every file in testdata/motions is one paper and what should be found in it:
//
//	-- paper.txt --
//	…
//	-- want --
//	title: …           as it stands (left out: not compared)
//	subject: …         as the matter's title (left out: not compared)
//	mover: name | party
//	claim: …
//	ref: …
//	date: 2026-04-15 received
//	received: …        (left out: not compared)
//	doubt: …
//
// Movers, claims, references and doubts are compared in full.
func TestMotions(t *testing.T) {
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil || len(files) < 60 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil || len(a.Files) != 2 {
				t.Fatalf("%d parts, %v", len(a.Files), err)
			}
			text := pasted(strings.TrimSuffix(strings.ReplaceAll(string(a.Files[0].Data), "¤FF¤", "\f"), "\n"))
			p := Motion(text)
			checkSpans(t, text, p)
			got, want := described(p), string(a.Files[1].Data)
			got = onlyAsked(got, want, "title", "subject", "date", "received")
			if got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
		})
	}
}

// described writes a proposal in the form of the want part.
func described(p Proposal) string {
	var b strings.Builder
	line := func(key, value string) { fmt.Fprintf(&b, "%s: %s\n", key, value) }
	line("title", p.Title.Value)
	line("subject", p.Subject.Value)
	for _, m := range p.Movers {
		line("mover", m.Name.Value+" | "+m.Party.Value)
	}
	for _, c := range p.Claims {
		line("claim", c.Value)
	}
	for _, r := range p.References {
		line("ref", r.Value)
	}
	for _, d := range p.Dates {
		line("date", d.Value+" "+string(d.Role))
	}
	line("received", p.Received.Value)
	for _, d := range p.Doubts {
		line("doubt", string(d))
	}
	return b.String()
}

// onlyAsked leaves out the lines of keys that want does not speak of.
func onlyAsked(got, want string, keys ...string) string {
	for _, k := range keys {
		if strings.Contains("\n"+want, "\n"+k+":") {
			continue
		}
		var kept []string
		for line := range strings.SplitAfterSeq(got, "\n") {
			if !strings.HasPrefix(line, k+":") {
				kept = append(kept, line)
			}
		}
		got = strings.Join(kept, "")
	}
	return got
}
