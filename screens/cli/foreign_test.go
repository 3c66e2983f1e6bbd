package cli_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app/reading/readingtest"
	"yttra/screens/cli"
)

// A finished paper is checked alike whatever file it comes in: what is found in the real
// papers as PDF, Word, OpenDocument, RTF and HTML, with a letterhead around them, is what is
// found in their text.
func TestFindingsAreThoseOfTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	dir := t.TempDir()
	flat := map[string][]byte{}
	want := map[string][]string{}
	for name, text := range readingtest.Sources(t) {
		flat[name] = readingtest.Lay(text, readingtest.Named("letterhead")).Flat
		want[name] = findings(t, dir, name+".txt", []byte(text))
	}
	for _, format := range []string{"pdf", "docx", "odt", "rtf", "html"} {
		files := readingtest.Convert(t, format, flat)
		all, other := 0, 0
		for _, name := range slices.Sorted(maps.Keys(files)) {
			got := findings(t, dir, name+"."+format, files[name])
			m := readingtest.Compare(want[name], got)
			all += m.Words
			if n := len(m.Missing) + len(m.Extra); n > 0 {
				if other += n; n > 3 {
					t.Errorf("%s.%s: missing %q, too many %q", name, format, m.Missing, m.Extra)
				}
			}
		}
		t.Logf("%s: %d findings, %d not alike", format, all, other)
	}
}

// findings are what check says of a file: rule and words, in the order of their names. A
// file may know a heading that a text does not tell.
func findings(t *testing.T, dir, name string, data []byte) []string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &out, Err: &errs, Version: "test"}, []string{"check", path, "--format", "json"}); code > cli.Stopping {
		t.Fatalf("%s: %d %s", name, code, errs.String())
	}
	var r cli.Report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	var all []string
	paged := false
	for _, x := range r.Findings {
		rule, _, _ := strings.Cut(x.ID, "/")
		all = append(all, strings.Join(append([]string{rule}, readingtest.Words(strings.ReplaceAll(x.Text, "\u00ad", ""))...), " "))
		paged = paged || x.Page > 0
	}
	if paged != strings.HasSuffix(name, ".pdf") {
		t.Errorf("%s: places on pages: %v", name, paged)
	}
	slices.Sort(all)
	return all
}
