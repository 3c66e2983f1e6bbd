package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// convertFor is set in the process that is killed: it encrypts a register, or no longer.
const convertFor = "YTTRA_TEST_CONVERT"

// TestConvertForEver is that process; it goes on, there and back, until it is killed.
func TestConvertForEver(t *testing.T) {
	dir := os.Getenv(convertFor)
	if dir == "" {
		t.Skip("is run by TestKilledInConversion")
	}
	r, err := openFolder(dir, cheaply(phrase), 0)
	if err != nil {
		t.Fatal(err)
	}
	for fmt.Println("open"); ; fmt.Println("converted") {
		c := app.Conversion{Encrypt: !r.box.Encrypts(), Passphrase: []byte(phrase), KeepBackups: true}
		next, err := r.Convert(anyTime, c, nil)
		if err != nil {
			t.Fatal(err)
		}
		r = next.(*register)
	}
}

// A process that encrypts a register, or decrypts it, is killed at any moment: what is
// left is one register, whole, encrypted or not, and all that was in it is there.
func TestKilledInConversion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "register")
	r, err := openFolder(dir, cheaply(phrase), 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 30 {
		m := matter(fmt.Sprint("m", i), "Ärende", "text", "mer text")
		m.Documents[0].Annexes = []app.Annex{{Title: "Karta", Name: "karta.pdf", Data: noise(20_000 + i), How: app.AnnexAppended}}
		saved(t, r, m, noon.Add(time.Duration(i)*time.Hour))
	}
	if err := r.Remove("m3"); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	want, n := tellAll(dir, false), rounds(8)
	random := rand.New(rand.NewPCG(9, uint64(n)))
	encrypted, begun := 0, 0
	for round := range n {
		c := exec.Command(os.Args[0], "-test.run=^TestConvertForEver$")
		c.Env = append(os.Environ(), convertFor+"="+dir)
		var said strings.Builder
		c.Stdout, c.Stderr = &said, &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(50+random.IntN(900)) * time.Millisecond)
		_ = c.Process.Kill()
		_ = c.Wait()
		if strings.Contains(said.String(), "FAIL") {
			t.Fatalf("round %d: %s", round, said.String())
		}
		if _, err := os.Stat(convertIn(dir)); err == nil {
			begun++
		}
		got := tellAll(dir, false)
		if !sameAccount(got, want) {
			t.Fatalf("round %d: %+v\nwant %+v", round, got, want)
		}
		if _, err := os.Stat(keysIn(dir)); err == nil {
			encrypted++
		}
		if _, err := os.Stat(convertIn(dir)); err == nil {
			t.Errorf("round %d: convert/ is left", round)
		}
		for _, old := range like(dir, "before-*") { // they would fill the disk
			if err := os.RemoveAll(old); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("killed %d times, %d of these in mid-conversion: everything is there each time, %d times encrypted", n, begun, encrypted)
}
