package cli_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/sample"
	"yttra/screens/cli"
)

// A matter file is as large as its annexes make it, in the terminal as in the window;
// a larger one than that is told with the bound.
func TestLargeMatterFiles(t *testing.T) {
	run := func(args ...string) (int, string) {
		var words bytes.Buffer
		code := cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &words, Err: &words, Version: "test"}, args)
		return code, words.String()
	}
	m := sample.Register()[1]
	m.Documents[0].Annexes = []app.Annex{{Title: "Film", How: app.AnnexListed, Name: "film.mp4", Data: bytes.Repeat([]byte{7}, 24<<20)}}
	data, err := app.EncodeMatter(&m)
	if err != nil {
		t.Fatal(err)
	}
	if code, said := run("cost", write(t, "trettio.json", data)); code != cli.Fine {
		t.Errorf("%d MB: exit code %d\n%s", len(data)>>20, code, said)
	}
	path := filepath.Join(t.TempDir(), "stor.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(app.MostMatter+1), f.Close()); err != nil { // which takes no room
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"sv": "En ärendefil får vara högst 512 MB", "en": "A matter file may be 512 MB at most"} {
		if code, said := run("check", path, "--lang", lang); code != cli.BadInput || !strings.Contains(said, want) || !strings.Contains(said, "stor.json") || strings.Count(said, "512 MB") != 1 {
			t.Errorf("%s: exit code %d\n%s", lang, code, said)
		}
	}
}
