package pdf

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading/readingtest"
)

// encrypted has qpdf encrypt a PDF.
func encrypted(t *testing.T, data []byte, how ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("qpdf"); err != nil {
		if os.Getenv("YTTRA_DEMAND_POPPLER") != "" {
			t.Fatal(err)
		}
		t.Skip("qpdf is not installed")
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", append(append([]string{"--allow-weak-crypto", "--encrypt"}, how...), "--", in, out)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	made, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestLockedFiles(t *testing.T) {
	plain := readingtest.OnePage("BT /F1 12 Tf 70 742 Td (Motion om busskort) Tj ET", "")
	for name, c := range map[string]struct {
		how    []string
		code   app.Code
		locked bool
	}{
		"a password, AES-256":   {[]string{"hemligt", "chef", "256"}, app.CodeFileLocked, false},
		"a password, RC4":       {[]string{"hemligt", "chef", "40"}, app.CodeFileLocked, false},
		"only the owner's":      {[]string{"", "chef", "256"}, "", false},
		"nothing may be copied": {[]string{"", "chef", "256", "--extract=n", "--modify=none"}, "", true},
		"nothing printed, RC4":  {[]string{"", "chef", "128", "--use-aes=n", "--print=none"}, "", true},
	} {
		text, err := Read(context.Background(), encrypted(t, plain, c.how...))
		if c.code != "" {
			if app.CodeOf(err) != c.code {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || !strings.Contains(text.String, "Motion om busskort") || (len(text.Remarks) == 1 && text.Remarks[0].Code == app.RemarkLocked) != c.locked {
			t.Errorf("%s: %v, %v", name, err, text.Remarks)
		}
	}
}
