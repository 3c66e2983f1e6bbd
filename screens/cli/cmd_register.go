package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"yttra/app"
)

// registerCommand is the family of commands about a register in a folder.
func (f *face) registerCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "register",
		Short: "Looks after a register in a folder",
		RunE:  func(_ *cobra.Command, args []string) error { return usage("register %v", args) },
	}
	c.PersistentFlags().StringVar(&f.folder, "register", "", "folder of the register; without it, the person's own")
	c.PersistentFlags().StringVar(&f.phraseFile, "passphrase-file", "", "file with the passphrase of an encrypted register; without it, "+passphraseVariable+" or a question")
	c.AddCommand(f.backupCommand(), f.backupsCommand(), f.verifyBackupsCommand(), f.restoreCommand(), f.logCommand(), f.exportCommand(), f.takeCommand())
	return c
}

// registerFolder is the folder that is named, or the person's own.
func (f *face) registerFolder() (string, error) {
	if f.folder != "" {
		return f.folder, nil
	}
	if f.term.Folder == nil {
		return "", usage("--register")
	}
	return f.term.Folder()
}

// withRegister opens the register for a command that needs all of it, and closes it
// again. It fails with CodeLocked when a window has it open.
func (f *face) withRegister(do func(app.Keeper) error) error {
	folder, err := f.registerFolder()
	if err != nil {
		return err
	}
	var k app.Keeper
	err = f.unlocked(func(passphrase []byte) (err error) { k, err = f.term.Open(folder, passphrase); return err })
	if err != nil {
		return err
	}
	return errors.Join(do(k), k.Close())
}
