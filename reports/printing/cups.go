//go:build !windows

package printing

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// Chooses tells whether copies, pages and sides can be given with a job.
const Chooses = true

// Printers names the printers, the usual one first. It fails with CodeNoPrinter
// when the system cannot print, or has no printer.
func Printers() ([]string, error) {
	if _, err := exec.LookPath("lp"); err != nil {
		return nil, &app.Problem{Code: app.CodeNoPrinter, Err: err}
	}
	out, err := spoken(context.Background(), "lpstat", "-e")
	names := strings.Fields(out)
	if len(names) == 0 {
		return nil, &app.Problem{Code: app.CodeNoPrinter, Err: errors.Join(err, errors.New("no printer is set up"))}
	}
	usual, err := spoken(context.Background(), "lpstat", "-d")
	if _, name, ok := strings.Cut(strings.TrimSpace(usual), ": "); ok && err == nil {
		if i := slices.Index(names, name); i > 0 {
			names = slices.Insert(slices.Delete(names, i, i+1), 0, name)
		}
	}
	return names, nil
}

// Send hands the file to the queue and takes it away again: lp has read it when
// it returns. It fails with CodeNoPrinter and what lp said.
func Send(ctx context.Context, path string, j Job) (Outcome, error) {
	defer os.Remove(path)
	out, err := spoken(ctx, "lp", append(j.options(), "--", path)...)
	if err != nil {
		return Outcome{}, &app.Problem{Code: app.CodeNoPrinter, What: j.Printer, Err: err}
	}
	o := Outcome{}
	if _, rest, ok := strings.Cut(out, "request id is "); ok { // "… is hall-12 (1 file(s))"
		o.Name, _, _ = strings.Cut(rest, " ")
	}
	if queue, _, ok := cutLast(o.Name, "-"); ok {
		state, err := spoken(ctx, "lpstat", "-p", queue)
		o.Stopped = err == nil && strings.Contains(state, " disabled ")
	}
	return o, nil
}

// options are lp's: its manual page, and RFC 8011 for the names after -o. Pages
// are never scaled: the margins are the paper's own.
func (j Job) options() []string {
	out := []string{"-o", "media=A4", "-o", "print-scaling=none"}
	if j.Printer != "" {
		out = append(out, "-d", j.Printer)
	}
	if j.Title != "" {
		out = append(out, "-t", j.Title)
	}
	if j.Copies > 1 {
		out = append(out, "-n", strconv.Itoa(j.Copies), "-o", "collate=true")
	}
	if len(j.Pages) > 0 {
		var parts []string
		for _, r := range j.Pages {
			parts = append(parts, fmt.Sprintf("%d-%d", r.From, r.To))
		}
		out = append(out, "-P", strings.Join(parts, ","))
	}
	switch j.Sides {
	case OneSided:
		out = append(out, "-o", "sides=one-sided")
	case TwoSided:
		out = append(out, "-o", "sides=two-sided-long-edge")
	}
	return out
}

// Open shows the file in the program that reads PDF files here. The file stays:
// that program reads it when it likes.
func Open(path string) error {
	program := "xdg-open"
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	if err := exec.Command(program, path).Start(); err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: err}
	}
	return nil
}

// spoken runs a program in English and gives what it said.
func spoken(ctx context.Context, program string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, program, args...)
	c.Env = append(os.Environ(), "LC_ALL=C")
	var out, wrong strings.Builder
	c.Stdout, c.Stderr = &out, &wrong
	err := c.Run()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, strings.TrimSpace(wrong.String()))
	}
	return out.String(), err
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}
