// Bare is the smallest Fyne window: what Yttra's own start and its memory are
// measured beside. It prints the milliseconds from the start of the process to
// its first frame and closes; with -stay it stands there instead.
package main

import (
	"flag"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	start := time.Now()
	stay := flag.Bool("stay", false, "stay open")
	flag.Parse()
	a := app.New()
	w := a.NewWindow("bare")
	w.SetContent(widget.NewLabel("Hej!"))
	w.Resize(fyne.NewSize(1280, 800))
	if !*stay {
		a.Lifecycle().SetOnStarted(func() {
			fyne.Do(func() { fyne.Do(func() { fmt.Println(time.Since(start).Milliseconds()); a.Quit() }) })
		})
	}
	w.ShowAndRun()
}
