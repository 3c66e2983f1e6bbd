//go:build headless

package main

import "yttra/screens/cli"

// openWindow in a build without a window: only the subcommands are there.
func openWindow(args []string, t cli.Terminal) int {
	if len(args) == 0 {
		args = []string{"--help"}
	}
	return cli.Run(t, args)
}
