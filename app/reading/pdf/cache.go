package pdf

import (
	"os"
	"path/filepath"

	"github.com/tetratelabs/wazero"
)

// runtimeConfig lets a context end PDFium. What it was compiled to is
// kept in the user's cache, so that only the first start of all takes seconds; where
// nothing can be kept, every start does.
func runtimeConfig() wazero.RuntimeConfig {
	c := wazero.NewRuntimeConfig().WithCloseOnContextDone(true)
	folder, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "yttra", "pdfium")); err == nil {
		return c.WithCompilationCache(cache)
	}
	return c
}
