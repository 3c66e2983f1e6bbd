package pdf

import (
	"bytes"
	"os"
	"testing"
)

func TestSameBytesTwice(t *testing.T) {
	a, b := write(t, paper(t)), write(t, paper(t))
	if !bytes.Equal(a, b) {
		t.Error("the same document gave different bytes")
	}
	if dir := os.Getenv("YTTRA_PDF_OUT"); dir != "" {
		os.WriteFile(dir+"/paper.pdf", a, 0o644)
	}
}
