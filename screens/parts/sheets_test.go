package parts_test

import (
	"testing"

	"yttra/screens/parts/parttest"
)

// Every part in its states, in light and dark and at 150 %.
func TestSheets(t *testing.T) { parttest.HoldSheets(t, sheets...) }
