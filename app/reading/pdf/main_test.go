package pdf

import (
	"os"
	"testing"
)

// The tests are a process that may be ended; what a context does to PDFium is tested
// where it counts, in app/incoming.
func TestMain(m *testing.M) {
	Expendable()
	os.Exit(m.Run())
}
