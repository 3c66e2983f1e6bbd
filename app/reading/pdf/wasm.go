package pdf

import (
	_ "unsafe" // for the link

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds PDFium
)

// wasm is PDFium as go-pdfium carries it. It is started here and not there: go-pdfium
// gives it neither a bound on its memory nor a context.
//
//go:linkname wasm github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var wasm []byte
