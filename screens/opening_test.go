package screens

import (
	"testing"
	"time"

	"yttra/app"
)

// While an opening takes its time the window says what is being done; then the register
// is there.
func TestLongOpeningIsTold(t *testing.T) {
	b := openWith(t, false, func(*bench, Beginning) {})
	over := false
	b.o.Step = func() (app.Step, int, int) { return app.StepVerify, 20, 300 }
	b.showOpening(func() bool { return over })
	if len(b.fired) == 0 || b.lastWait != openingEvery*time.Millisecond {
		t.Errorf("%d timers, %v", len(b.fired), b.lastWait)
	}
	over = true
	b.showOpening(func() bool { return over })
	for _, step := range []app.Step{"", app.StepVerify, app.StepRebuild, app.StepMigrate, app.StepBackup, app.StepIndex} {
		for _, far := range [][2]int{{0, 0}, {5, 0}, {5, 10}} {
			if s := openingPage(wordsOf(t, "sv"), step, far[0], far[1]).MinSize(); s.Height < 20 {
				t.Errorf("%s: %v", step, s)
			}
		}
	}
}
