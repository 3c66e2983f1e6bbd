package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/i18n"
)

func (f *face) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup",
		Short: "Makes a backup of a register and reads it back",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return f.withRegister(func(k app.Keeper) error {
				b, made, err := k.BackUp(context.Background(), app.BackupOwn, nil)
				if err != nil {
					return err
				}
				key := "register.backup_same"
				if made {
					key = "register.backup_made"
				}
				f.sayLine(key, i18n.Vars{"File": b.Path})
				return nil
			})
		},
	}
}

func (f *face) restoreCommand() *cobra.Command {
	var preview bool
	var matters []string
	c := &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Puts a backup, a file or the latest of a day as 2026-11-22, in the place of the register",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			path, err := f.findBackup(args[0])
			switch {
			case err != nil:
				return err
			case preview:
				return f.withRegister(func(k app.Keeper) error { return f.preview(k, path) })
			case len(matters) > 0:
				return f.withRegister(func(k app.Keeper) error { return f.restoreMatters(k, path, matters) })
			}
			return f.restoreAll(path)
		},
	}
	c.Flags().BoolVar(&preview, "preview", false, "only tell what would change")
	c.Flags().StringArrayVar(&matters, "matter", nil, "bring back this matter alone, by its id; may be given several times")
	return c
}

// findBackup gives the path of a backup that is named by its file or its day.
func (f *face) findBackup(name string) (string, error) {
	if _, err := time.Parse(time.DateOnly, name); err != nil {
		return name, nil
	}
	dir, all, err := f.listBackups()
	if err != nil {
		return "", err
	}
	for _, b := range all {
		if b.Fault == nil && b.Header.Made.Local().Format(time.DateOnly) == name {
			return b.Path, nil
		}
	}
	return "", &app.Problem{Code: app.CodeNoFile, What: filepath.Join(dir, name+"…"+backup.Suffix)}
}

func (f *face) restoreAll(path string) error {
	folder, err := f.registerFolder()
	if err == nil {
		err = f.unlocked(func(passphrase []byte) error { return f.term.Restore(folder, path, passphrase) })
	}
	if err == nil {
		f.sayLine("register.restored", i18n.Vars{"Folder": folder, "File": path})
	}
	return err
}

func (f *face) restoreMatters(k app.Keeper, path string, ids []string) error {
	n, err := k.RestoreMatters(context.Background(), path, ids, nil)
	if n > 0 {
		fmt.Fprintln(f.term.Out, f.words().N("register.restored_matters", n))
	}
	return err
}

// preview tells what would change, a matter in each line.
func (f *face) preview(k app.Keeper, path string) (err error) {
	v, err := k.OpenBackup(context.Background(), path, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	w, c := f.words(), v.Changes()
	if c.None() {
		fmt.Fprintln(f.term.Out, w.T("backup.preview_none"))
		return nil
	}
	for _, part := range []struct {
		word string
		list []app.BackupMatter
	}{{"change_back", c.Back}, {"change_gone", c.Gone}, {"change_changed", c.Changed}} {
		for _, m := range part.list {
			fmt.Fprintf(f.term.Out, "%s · %s · %s · %s\n", w.T("backup."+part.word), m.Row().Title, versionOf(m.Then)+" → "+versionOf(m.Now), m.Row().ID)
		}
	}
	if c.Profile {
		fmt.Fprintln(f.term.Out, w.T("backup.preview_profile"))
	}
	if c.Erased > 0 {
		fmt.Fprintln(f.term.Out, w.N("backup.preview_erased", c.Erased))
	}
	f.sayLine("backup.preview_counts", i18n.Vars{"Back": w.N("backup.room", len(c.Back)), "Gone": w.N("backup.room", len(c.Gone)),
		"Changed": w.N("backup.room", len(c.Changed)), "Same": w.N("backup.room", c.Same)})
	return nil
}

// versionOf is the number and day of a version; a dash where there is none.
func versionOf(r app.Row) string {
	if r.ID == "" {
		return "–"
	}
	return fmt.Sprintf("%d (%s)", r.Revision, r.Saved.Local().Format(time.DateOnly))
}
