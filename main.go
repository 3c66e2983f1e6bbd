// Yttra drafts, checks, costs and prints answers to motions for Swedish
// municipal committees: in a window, or as subcommands on files.
package main

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/locks"
	"yttra/app/store"
	"yttra/screens/cli"
	"yttra/screens/settings"
)

// version is what Yttra says it is, in the window, on paper and on the terminal.
const version = "0.1.0"

func main() {
	os.Exit(run(os.Args[1:], cli.Standard(version)))
}

// room is how much memory a subcommand takes before any is collected that could wait.
const room = 112 << 20

// unhurried lets a short run end before memory is collected: nothing is until the
// heap is 32 MB, and then as seldom as there is room for. What needs more than half
// the room is collected when it has doubled, as always.
func unhurried() {
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(room)
	watch()
}

// watch moves the limit each time that memory has been collected.
func watch() {
	runtime.AddCleanup(new([64]*int), func(live []metrics.Sample) {
		metrics.Read(live)
		debug.SetMemoryLimit(max(room, 2*int64(live[0].Value.Uint64())))
		watch()
	}, []metrics.Sample{{Name: "/gc/heap/live:bytes"}})
}

// run picks one face: a subcommand goes to the terminal, everything else opens
// the window. A child of our own has no face: it looks into a register, or reads a
// file, and answers.
func run(args []string, t cli.Terminal) int {
	if len(args) > 0 && args[0] == store.ChildCommand {
		return store.RunChild(args[1:], os.Stdin, os.Stdout)
	}
	if len(args) > 0 && args[0] == incoming.ChildCommand {
		return incoming.RunChild(os.Stdin, os.Stdout)
	}
	if len(args) > 0 && slices.Contains(cli.Commands, args[0]) {
		unhurried()
		t.Reader = incoming.Apart(incoming.Itself)
		defer t.Reader.Close()
		t.Folder, t.Open, t.Restore = ownFolder, openRegister, restoreRegister
		return cli.Run(t, args)
	}
	return openWindow(args, t)
}

// ownFolder is where the person's own register lies: where the window opened it last,
// or where this computer keeps it.
func ownFolder() (string, error) {
	if dir, err := settings.Folder(); err == nil {
		if k, err := settings.Open(dir); err == nil && k.Get().Register != "" {
			return k.Get().Register, nil
		}
	}
	return store.Folder()
}

// openRegister opens the register of a folder.
func openRegister(folder string, passphrase []byte) (app.Keeper, error) {
	return store.Open(folder, registerOptions(passphrase))
}

// restoreRegister puts a backup in the place of the register in a folder.
func restoreRegister(folder, backup string, passphrase []byte) error {
	return store.Restore(context.Background(), folder, backup, registerOptions(passphrase))
}

// registerOptions are what a register needs of the program; passphrase is nil when
// nobody has been asked for it.
func registerOptions(passphrase []byte) store.Options {
	return store.Options{Child: store.Itself, Program: "Yttra " + version, Passphrase: passphrase, KeyStore: locks.System()}
}
