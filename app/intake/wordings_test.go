package intake

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// testdata/wordings.txtar holds short motions in as many wordings and layouts as could
// be thought of, each with the movers and claims that a person finds in it.
func TestWordings(t *testing.T) {
	a, err := txtar.ParseFile("testdata/wordings.txtar")
	if err != nil || len(a.Files) < 200 {
		t.Fatalf("%d parts, %v", len(a.Files), err)
	}
	for i := 0; i+1 < len(a.Files); i += 2 {
		paper, want := string(a.Files[i].Data), string(a.Files[i+1].Data)
		t.Run(strings.TrimSuffix(a.Files[i].Name, "/paper"), func(t *testing.T) {
			text := pasted(paper)
			p := Motion(text)
			checkSpans(t, text, p)
			if got := moversAndClaims(p); got != want {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
			text = marked(paper)
			p = Motion(text)
			checkSpans(t, text, p)
			if got := moversAndClaims(p); got != want {
				t.Errorf("as a file:\n%swant:\n%s", got, want)
			}
		})
	}
}

func moversAndClaims(p Proposal) string {
	var b strings.Builder
	for line := range strings.SplitAfterSeq(described(p), "\n") {
		if strings.HasPrefix(line, "mover:") || strings.HasPrefix(line, "claim:") {
			b.WriteString(line)
		}
	}
	return b.String()
}
