package parts_test

import (
	"flag"
	"testing"

	"yttra/screens/parts/parttest"
)

// The flag is read by parttest.
var _ = flag.Bool("update", false, "rewrite the pictures in testdata")

// Every part in its states, in light and dark and at 150 %.
func TestSheets(t *testing.T) { parttest.HoldSheets(t, sheets...) }
