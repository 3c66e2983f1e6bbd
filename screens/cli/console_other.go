//go:build !windows

package cli

import "os"

// Standard gives the process's own terminal.
func Standard(version string) Terminal {
	return Terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Version: version, Speller: speller}
}
