package unzip

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"yttra/app"
)

func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, data []byte) *Zip {
	t.Helper()
	z, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return z
}

func TestRead(t *testing.T) {
	z := open(t, zipped(t, "a/b.txt", "åäö", "c.txt", strings.Repeat("x", 5000)))
	at, there := z.Find("c.txt")
	if !there || z.Cut || len(z.Faults) != 0 {
		t.Fatalf("%+v", z)
	}
	data, err := z.Read(&z.Entries[at], 5000)
	if err != nil || len(data) != 5000 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if _, err := z.Read(&z.Entries[at], 4999); app.CodeOf(err) != app.CodeTooLarge {
		t.Errorf("one byte more than is read: %v", err)
	}
	z.Drop("c.txt")
	if z.Has("c.txt") || !z.Has("a/b.txt") {
		t.Error("dropped the wrong one")
	}
}

func TestNamesThatLeadOut(t *testing.T) {
	z := open(t, zipped(t, "../x", "1", "/etc/x", "2", `..\y`, "3", "C:/z", "4", "a//b", "5", "ok", "6", "ok", "7", "folder/", ""))
	if len(z.Entries) != 1 || !z.Has("ok") || len(z.Faults) != 6 || z.Faults[5].Kind != Twice {
		t.Errorf("%+v", z)
	}
}

func TestCutZip(t *testing.T) {
	long := strings.Repeat("Kommunen bör öppna fler badplatser. ", 40)
	whole := zipped(t, "first", "whole", "second", long+longNoise())
	z := open(t, whole[:len(whole)/2])
	if !z.Cut || !z.Has("first") || z.Has("second") || z.Torn == nil || z.Torn.Name != "second" {
		t.Fatalf("%+v", z)
	}
	if got := string(z.ReadTorn(1 << 20)); !strings.HasPrefix(got, "Kommunen bör") {
		t.Errorf("%.60q", got)
	}
	if got := z.ReadTorn(10); len(got) != 10 {
		t.Errorf("%d bytes of 10", len(got))
	}
	for n := range whole {
		if z, err := Open(bytes.NewReader(whole[:n]), int64(n)); err == nil {
			z.ReadTorn(1 << 16)
		} else if !errors.Is(err, ErrZip) {
			t.Fatal(err)
		}
	}
	if open(t, whole).ReadTorn(10) != nil {
		t.Error("nothing is torn in a whole zip")
	}
}

// longNoise does not pack well.
func longNoise() string {
	b := make([]byte, 3000)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return string(b)
}
