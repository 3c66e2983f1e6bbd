// Yttra drafts, checks, costs and prints answers to motions for Swedish
// municipal committees: in a window, or as subcommands on files.
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"

	"yttra/screens/cli"
)

// version is what Yttra says it is, in the window, on paper and on the terminal.
const version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:], cli.Standard(version)))
}

// unhurried lets a short run end before memory is collected: nothing is until the
// heap is 32 MB, and then as always.
func unhurried() {
	usual := debug.SetGCPercent(800)
	runtime.AddCleanup(new([64]*int), func(percent int) { debug.SetGCPercent(percent) }, usual)
}

// run picks one face: a subcommand goes to the terminal, everything else opens
// the window.
func run(args []string, t cli.Terminal) int {
	if len(args) > 0 && slices.Contains(cli.Commands, args[0]) {
		unhurried()
		return cli.Run(t, args)
	}
	return openWindow(args, t)
}
