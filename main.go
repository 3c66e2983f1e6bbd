// Yttra drafts, checks, costs and prints answers to motions for Swedish
// municipal committees: in a window, or as subcommands on files.
package main

import (
	"os"
	"slices"

	"yttra/screens/cli"
)

// version is what Yttra says it is, in the window, on paper and on the terminal.
const version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:], cli.Standard(version)))
}

// run picks one face: a subcommand goes to the terminal, everything else opens
// the window.
func run(args []string, t cli.Terminal) int {
	if len(args) > 0 && slices.Contains(cli.Commands, args[0]) {
		return cli.Run(t, args)
	}
	return openWindow(args, t)
}
