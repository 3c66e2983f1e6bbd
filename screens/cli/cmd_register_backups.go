package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/i18n"
)

// errDamagedBackup ends a look at backups of which one is damaged; it has been told.
var errDamagedBackup = errors.New("a damaged backup")

// BackupReport is what `yttra register backups --format json` says of one.
type BackupReport struct {
	File    string         `json:"file"`
	Made    time.Time      `json:"made"`
	Kind    app.BackupKind `json:"kind"`
	Seq     uint64         `json:"seq"`
	Schema  int            `json:"schema"`
	Program string         `json:"program"`
	Matters int            `json:"matters"`
	Bytes   int64          `json:"bytes"`
	Damaged string         `json:"damaged,omitempty"` // what was found; empty: head and foot are whole
}

func (f *face) backupsCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "backups",
		Short: "Lists the backups of a register, the latest first",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			if format != "text" && format != "json" {
				return usage("--format %s", format)
			}
			return f.backups(format == "json")
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, or json for machines")
	return c
}

func (f *face) backups(asJSON bool) error {
	dir, all, err := f.listBackups()
	if err != nil {
		return err
	}
	if !asJSON && len(all) == 0 {
		f.sayLine("register.no_backups", i18n.Vars{"Folder": dir})
		return nil
	}
	reports := make([]BackupReport, 0, len(all))
	for _, b := range all {
		h := b.Header
		r := BackupReport{File: filepath.Base(b.Path), Made: h.Made, Kind: h.Kind, Seq: h.Seq, Schema: h.Schema, Program: h.Program, Matters: h.Matters, Bytes: b.Size}
		if b.Fault != nil {
			r.Damaged = b.Fault.Error()
		}
		if reports = append(reports, r); !asJSON {
			f.printBackup(b)
		}
	}
	if !asJSON {
		fmt.Fprintln(f.term.Out, f.words().N("register.backups", len(all)))
		return nil
	}
	e := json.NewEncoder(f.term.Out)
	e.SetIndent("", "  ")
	return e.Encode(reports)
}

func (f *face) printBackup(b backup.Info) {
	w, name := f.words(), filepath.Base(b.Path)
	if b.Fault != nil {
		f.sayLine("register.backup_damaged", i18n.Vars{"File": name})
		return
	}
	at := b.Header.Made.Local()
	f.sayLine("register.backup_line", i18n.Vars{"Day": at.Format(time.DateOnly), "Time": w.Clock(at), "Kind": w.T("backup.kind." + string(b.Header.Kind)),
		"Size": w.Size(b.Size), "Seq": b.Header.Seq, "File": name})
}

func (f *face) verifyBackupsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify [BACKUP …]",
		Short: "Reads all of every backup, or of those that are named, and says which are whole",
		RunE:  func(_ *cobra.Command, paths []string) error { return f.verifyBackups(paths) },
	}
}

// verifyBackups reads backups from end to end. A damaged one gives exit code 1.
func (f *face) verifyBackups(paths []string) error {
	if len(paths) == 0 {
		dir, all, err := f.listBackups()
		if err != nil {
			return err
		}
		if len(all) == 0 {
			f.sayLine("register.no_backups", i18n.Vars{"Folder": dir})
		}
		for _, b := range all {
			paths = append(paths, b.Path)
		}
	}
	damaged := false
	for _, path := range paths {
		b, err := backup.Verify(context.Background(), path, filepath.Dir(path), nil)
		switch {
		case app.CodeOf(err) == app.CodeBackup:
			damaged = true
			f.sayLine("register.backup_damaged", i18n.Vars{"File": filepath.Base(path)})
			fmt.Fprintln(f.term.Err, err)
		case err != nil:
			return err
		default:
			fmt.Fprintln(f.term.Out, f.words().N("register.backup_verified", b.Foot.Records, i18n.Vars{"File": filepath.Base(path)}))
		}
	}
	if damaged {
		return errDamagedBackup
	}
	return nil
}

// listBackups lists the backups of the register. It takes no lock: a window may have
// the register open.
func (f *face) listBackups() (dir string, all []backup.Info, err error) {
	folder, err := f.registerFolder()
	if err != nil {
		return "", nil, err
	}
	dir = filepath.Join(folder, backup.Folder)
	all, err = backup.List(dir)
	return dir, all, err
}

func (f *face) sayLine(key string, vars i18n.Vars) {
	fmt.Fprintln(f.term.Out, f.words().T(key, vars))
}
