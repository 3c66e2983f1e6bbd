package parttest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Nothing in the window moves by itself: what moves is drawn sixty times a
// second, also when nobody looks.
func TestNothingMovesByItself(t *testing.T) {
	moving := []string{"NewAnimation(", "NewColorRGBAAnimation(", "NewPositionAnimation(", "NewSizeAnimation(", "NewProgressBarInfinite(", "NewActivity(", "time.NewTicker(", "time.Tick("}
	read := 0
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		read++
		for _, m := range moving {
			if strings.Contains(string(data), m) {
				t.Errorf("%s uses %s…)", path, m)
			}
		}
		return nil
	})
	if err != nil || read < 50 {
		t.Errorf("%d files read: %v", read, err)
	}
}
