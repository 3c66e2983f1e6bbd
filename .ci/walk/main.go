// Walk goes through the whole window with the keyboard alone, on a real screen
// with real keys: Tab comes round on every screen and in every dialog, the focus
// is always seen, every key of the table does what it says, and a small job is
// done from the motion to the PDF. It prints what is wrong and fails.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"yttra/screens"
)

func main() {
	log.SetFlags(0)
	loud := flag.Bool("v", false, "print every stop")
	flag.Parse()
	dir, err := os.MkdirTemp("", "yttra-walk-")
	must(err)
	home := filepath.Join(dir, "home")
	must(os.Mkdir(home, 0o755))
	must(os.Setenv("HOME", home))
	h := newHouse(dir)
	w := &walker{house: h, loud: *loud}
	a := fyneapp.NewWithID("se.yttra.walk")
	must(exec.Command("xdotool", "mousemove", "640", "799").Run()) // out of the way
	a.Lifecycle().SetOnStarted(func() {
		go func() {
			defer fyne.Do(a.Quit)
			time.Sleep(700 * time.Millisecond)
			fyne.DoAndWait(func() { w.win = a.Driver().AllWindows()[0] })
			w.all()
		}()
	})
	start := time.Now()
	end := func() {
		os.RemoveAll(dir)
		fmt.Printf("%d stops looked at in %d s, %d faults\n", w.stops, int(time.Since(start).Seconds()), len(w.faults))
		for _, f := range w.faults {
			fmt.Println("FAILED:", f)
		}
		if len(w.faults) > 0 || w.stops < 100 {
			os.Exit(1)
		}
		os.Exit(0)
	}
	o := h.options()
	o.Stuck = end
	screens.Run(a, o)
	end()
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
