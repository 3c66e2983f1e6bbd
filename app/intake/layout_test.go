package intake

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"yttra/app/reading"
)

// The same paper stored or laid out in another way says the same.
var layouts = map[string]func(string) string{
	"decomposed letters": norm.NFD.String,
	"no-break spaces":    func(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") },
	"carriage returns":   func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"old line ends":      func(s string) string { return strings.ReplaceAll(s, "\n", "\r") },
	"indented":           func(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") },
	"trailing spaces":    func(s string) string { return strings.ReplaceAll(s, "\n", "   \n") },
	"more empty lines":   func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n\n\n \n") },
	"zero width":         func(s string) string { return strings.ReplaceAll(s, "e", "e\u200b") },
	"page number":        func(s string) string { return s + "\n\n                    Sida 1 (1)\n" },
}

func TestLayoutsDoNotMatter(t *testing.T) {
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		paper := strings.ReplaceAll(string(a.Files[0].Data), "¤FF¤", "\f")
		want := described(Motion(pasted(paper)))
		for layout, change := range layouts {
			text := pasted(change(paper))
			p := Motion(text)
			checkSpans(t, text, p)
			if got := described(p); got != want {
				t.Errorf("%s, %s:\n%swant:\n%s", filepath.Base(name), layout, got, want)
			}
		}
		old, err := charmap.Windows1252.NewEncoder().String(paper)
		if err != nil {
			continue // has letters that Windows-1252 lacks
		}
		text, err := reading.Decode([]byte(old))
		if err != nil || described(Motion(text)) != want {
			t.Errorf("%s as Windows-1252: %v", filepath.Base(name), err)
		}
	}
}

// rewraps break the lines elsewhere; a person would read the same.
var rewraps = map[string]func(string) string{
	"at 60":          func(s string) string { return wrapped(s, 60) },
	"at 75":          func(s string) string { return wrapped(s, 75) },
	"at 90":          func(s string) string { return wrapped(s, 90) },
	"no empty lines": closed,
	"closed, at 80":  func(s string) string { return closed(wrapped(s, 80)) },
	"double spaced":  func(s string) string { return strings.ReplaceAll(s, "\n", "\n\n") },
	"double, at 70":  func(s string) string { return strings.ReplaceAll(wrapped(s, 70), "\n", "\n\n") },
}

// Where a line ends says something, so not every paper survives: at least 98 of
// a hundred must give the same claims and title.
func TestRewrapped(t *testing.T) {
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	all, same := 0, 0
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		paper := string(a.Files[0].Data)
		if strings.Contains(paper, "¤FF¤") {
			continue
		}
		want := claimsAndTitle(Motion(pasted(paper)))
		for layout, change := range rewraps {
			text := pasted(change(paper))
			p := Motion(text)
			checkSpans(t, text, p)
			all++
			if got := claimsAndTitle(p); got == want {
				same++
			} else {
				t.Logf("%s, %s:\n%swant:\n%s", filepath.Base(name), layout, got, want)
			}
		}
	}
	if same*100 < all*98 {
		t.Errorf("%d of %d are read the same", same, all)
	}
}

func claimsAndTitle(p Proposal) string {
	out := p.Title.Value + "\n"
	for _, c := range p.Claims {
		out += c.Value + "\n"
	}
	return out
}

func closed(s string) string {
	for strings.Contains(s, "\n\n") {
		s = strings.ReplaceAll(s, "\n\n", "\n")
	}
	return s
}

func wrapped(s string, width int) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		words := strings.Split(line, " ")
		begun := words[0]
		for _, w := range words[1:] {
			if strings.TrimSpace(begun) != "" && utf8.RuneCountInString(begun)+1+utf8.RuneCountInString(w) > width {
				out = append(out, begun)
				begun = w
				continue
			}
			begun += " " + w
		}
		out = append(out, begun)
	}
	return strings.Join(out, "\n")
}
