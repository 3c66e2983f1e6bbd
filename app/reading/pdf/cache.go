package pdf

import (
	"os"
	"path/filepath"

	"github.com/tetratelabs/wazero"
)

// expendable: see Expendable.
var expendable bool

// Expendable tells, before anything is read, that this process may be ended at any
// time: whoever wants a task to end ends the process. PDFium then need not look after
// contexts, which makes a page five times as fast to read.
func Expendable() { expendable = true }

// runtimeConfig lets a context end PDFium. What it was compiled to is
// kept in the user's cache, so that only the first start of all takes seconds; where
// nothing can be kept, every start does.
func runtimeConfig() wazero.RuntimeConfig {
	c := wazero.NewRuntimeConfig().WithCloseOnContextDone(!expendable)
	folder, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "yttra", "pdfium")); err == nil {
		return c.WithCompilationCache(cache)
	}
	return c
}
