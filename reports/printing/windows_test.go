//go:build windows

package printing

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"yttra/app"
)

// What Windows does with a PDF file stands in its registry: with a program that
// prints it is printed, with one that only opens it is opened, and with none that
// is said. Only where the registry is made for the test: .ci/wine.
func TestShell(t *testing.T) {
	if os.Getenv("YTTRA_WINE") == "" {
		t.Skip("the registry of this computer is left alone: see .ci/wine")
	}
	register := func(args ...string) {
		t.Helper()
		if out, err := exec.Command("reg", args...).CombinedOutput(); err != nil {
			t.Fatalf("reg %v: %v: %s", args, err, out)
		}
	}
	verb := func(name, to string) {
		register("add", `HKCR\yttraprov\shell\`+name+`\command`, "/f", "/ve", "/d", `cmd /c copy "%1" `+to)
	}
	out, err := os.MkdirTemp("", "printed") // t.TempDir is taken away by a call that Wine lacks
	if err != nil {
		t.Fatal(err)
	}
	send := func() (Outcome, error) {
		path, err := Put([]byte("%PDF-1.7 åäö"))
		if err != nil {
			t.Fatal(err)
		}
		return Send(context.Background(), path, Job{})
	}
	arrives := func(name string) {
		t.Helper()
		for range 100 {
			if data, err := os.ReadFile(filepath.Join(out, name)); err == nil && string(data) == "%PDF-1.7 åäö" {
				return
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Errorf("%s never came", name)
	}
	register("add", `HKCR\.pdf`, "/f", "/ve", "/d", "yttraprov")
	if o, err := send(); app.CodeOf(err) != app.CodeNoPrinter {
		t.Errorf("without a program: %+v, %v", o, err)
	}
	verb("open", filepath.Join(out, "opened.pdf"))
	if o, err := send(); err != nil || !o.Opened {
		t.Errorf("with one that opens: %+v, %v", o, err)
	}
	arrives("opened.pdf")
	verb("print", filepath.Join(out, "printed.pdf"))
	if o, err := send(); err != nil || o.Opened {
		t.Errorf("with one that prints: %+v, %v", o, err)
	}
	arrives("printed.pdf")
}
