package readingtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Convert has LibreOffice turn flat files into a format ("pdf", "docx", "odt", "rtf",
// "html"), all in one run. What it once made is kept in the folder for temporary files,
// by the hash of what it was made from.
func Convert(t testing.TB, format string, flat map[string][]byte) map[string][]byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("YTTRA_DEMAND_OFFICE") != "" {
			t.Fatal("soffice is not installed")
		}
		t.Skip("soffice is not installed: packaging/setup.sh test")
	}
	kept := filepath.Join(os.TempDir(), "yttra-readingtest")
	if err := os.MkdirAll(kept, 0o755); err != nil {
		t.Fatal(err)
	}
	out, missing := map[string][]byte{}, map[string]string{}
	for name, data := range flat {
		sum := sha256.Sum256(data)
		key := hex.EncodeToString(sum[:12])
		made, err := os.ReadFile(filepath.Join(kept, key+"."+format))
		if err != nil {
			missing[name] = key
			continue
		}
		out[name] = made
	}
	if len(missing) == 0 {
		return out
	}
	dir := t.TempDir()
	var names []string
	for name, key := range missing {
		path := filepath.Join(dir, key+".fodt")
		if err := os.WriteFile(path, flat[name], 0o644); err != nil {
			t.Fatal(err)
		}
		names = append(names, path)
	}
	slices.Sort(names)
	for part := range slices.Chunk(slices.Compact(names), 100) {
		run(t, office, dir, format, part)
	}
	for name, key := range missing {
		made, err := os.ReadFile(filepath.Join(dir, key+"."+format))
		if err != nil {
			t.Fatalf("%s: LibreOffice made no %s", name, format)
		}
		out[name] = made
		if err := os.WriteFile(filepath.Join(dir, key+".kept"), made, 0o644); err == nil {
			_ = os.Rename(filepath.Join(dir, key+".kept"), filepath.Join(kept, key+"."+format)) // only saves time
		}
	}
	return out
}

func run(t testing.TB, office, dir, format string, files []string) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), 10*time.Minute)
	defer stop()
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", format, "--outdir", dir}
	cmd := exec.CommandContext(ctx, office, append(args, files...)...)
	cmd.Env = append(os.Environ(), "HOME="+dir)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
}
