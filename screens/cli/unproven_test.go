package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/sample"
	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/screens/cli"
)

// altered makes a paper of which a word on the first page becomes another after that
// page was drawn, as a fault in what places or draws would have it; everything else is
// as always.
func altered(ctx context.Context, in reports.Input, _ func(done, total int)) ([]byte, reports.Proof, error) {
	faces := fonts.New()
	set, err := reports.BuildWith(in, faces)
	if err != nil {
		return nil, reports.Proof{}, err
	}
	return reports.WriteSet(ctx, set, faces, func(done, total int) {
		for i := range set.Pages[0].Items {
			if it := &set.Pages[0].Items[i]; done == total && it.Kind == layout.Text && it.Elem != nil {
				it.S = "Bifall "
				return
			}
		}
	})
}

// A file that is found not to be what was placed is never left in its place: it is
// our own failure, told as such with what was found, and what lay there stays.
func TestUnprovenFileIsOurFault(t *testing.T) {
	m := sample.Register()[1]
	data, err := app.EncodeMatter(&m)
	if err != nil {
		t.Fatal(err)
	}
	in := write(t, "matter.json", data)
	out := write(t, "out.pdf", []byte("det förra papperet"))
	for _, lang := range []string{"sv", "en"} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]struct {
			press cli.Press
			code  int
		}{"as it is": {nil, cli.Fine}, "altered": {altered, cli.OurFault}} {
			path := out
			if c.press == nil {
				path = filepath.Join(t.TempDir(), "good.pdf")
			}
			var words bytes.Buffer
			code := cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &words, Err: &words, Version: "test", Press: c.press}, []string{"pdf", in, "-o", path, "--lang", lang})
			said := words.String()
			if code != c.code {
				t.Errorf("%s, %s: exit code %d\n%s", name, lang, code, said)
			}
			if fault := w.T("error.unproven.title", i18n.Vars{"What": in}); (c.code == cli.OurFault) != (strings.Contains(said, fault) && strings.Contains(said, w.T("error.unproven.do")) && strings.Contains(said, "Bifall")) {
				t.Errorf("%s, %s: %q and what was found\n%s", name, lang, fault, said)
			}
		}
	}
	if b, err := os.ReadFile(out); err != nil || string(b) != "det förra papperet" {
		t.Errorf("%q, %v", b, err)
	}
}
