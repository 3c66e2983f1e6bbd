// Package ocr reads words from pictures of pages, with the program tesseract when this
// computer has it with Swedish. Yttra brings no such program, and sends no picture
// anywhere.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"yttra/app"
	"yttra/app/apart"
	"yttra/app/reading"
)

// DPI is how many dots an inch a picture ought to have: tesseract is made for 300.
const DPI = 300

// Program is a tesseract that can read Swedish.
type Program struct{ path string }

// language is the one that papers are read in.
const language = "swe"

// Find looks for the program on the path and where it is usually installed; nil when
// there is none, or none with Swedish.
func Find(ctx context.Context) *Program {
	for _, path := range places() {
		if p := (&Program{path}); p.speaks(ctx) {
			return p
		}
	}
	return nil
}

// places are where the program may lie.
func places() []string {
	var out []string
	if path, err := exec.LookPath("tesseract"); err == nil {
		out = append(out, path)
	}
	var more []string
	switch runtime.GOOS {
	case "windows":
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Programs")} {
			if filepath.IsAbs(root) {
				more = append(more, filepath.Join(root, "Tesseract-OCR", "tesseract.exe"))
			}
		}
	case "darwin":
		more = []string{"/opt/homebrew/bin/tesseract", "/usr/local/bin/tesseract", "/opt/local/bin/tesseract"}
	default:
		more = []string{"/usr/bin/tesseract", "/usr/local/bin/tesseract"}
	}
	for _, path := range more {
		if info, err := os.Stat(path); err == nil && !info.IsDir() && !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out
}

// asked is how long the program may take to say what it speaks.
const asked = 10 * time.Second

// speaks asks the program whether it has Swedish.
func (p *Program) speaks(ctx context.Context) bool {
	ctx, done := context.WithTimeout(ctx, asked)
	defer done()
	out, err := p.command(ctx, "--list-langs").Output()
	return err == nil && slices.Contains(strings.Fields(string(out)), language)
}

// command is the program on one thread: pages are many, and somebody uses the computer.
func (p *Program) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := apart.Quietly(exec.CommandContext(ctx, p.path, args...))
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	cmd.WaitDelay = time.Second
	return cmd
}

// pageTime is how long a page may take.
const pageTime = time.Minute

// The ways tesseract finds words on a page: by its columns, which reads best but passes
// over lines that stand alone, as a name under a signature does, and one by one.
const (
	byColumns = "3"
	oneByOne  = "11"
)

// Words reads a picture of a page that has so many dots an inch: its words, line by
// line, with their places in points. It fails with CodeTooSlow, and with the cause of
// the context's end.
func (p *Program) Words(ctx context.Context, page image.Image, dpi float32) ([]reading.Word, error) {
	ctx, done := context.WithTimeoutCause(ctx, pageTime, &app.Problem{Code: app.CodeTooSlow, Where: fmt.Sprintf("%.0f s", pageTime.Seconds())})
	defer done()
	picture := grey(page)
	var words, alone []reading.Word
	var err, other error
	var both sync.WaitGroup
	both.Go(func() { words, err = p.read(ctx, picture, dpi, byColumns) })
	both.Go(func() { alone, other = p.read(ctx, picture, dpi, oneByOne) })
	both.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return merge(words, alone), errors.Join(err, other)
}

// read reads a picture in one way.
func (p *Program) read(ctx context.Context, picture []byte, dpi float32, way string) ([]reading.Word, error) {
	cmd := p.command(ctx, "stdin", "stdout", "-l", language, "--dpi", fmt.Sprintf("%.0f", dpi), "--psm", way, "tsv")
	cmd.Stdin = bytes.NewReader(picture)
	out, err := cmd.Output()
	if err != nil {
		var end *exec.ExitError
		if errors.As(err, &end) {
			err = fmt.Errorf("%w: %.200s", err, end.Stderr)
		}
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return table(out, 72/dpi), nil
}

// grey is a picture in shades of grey, as PNM.
func grey(page image.Image) []byte {
	b := page.Bounds()
	out := fmt.Appendf(make([]byte, 0, b.Dx()*b.Dy()+32), "P5\n%d %d\n255\n", b.Dx(), b.Dy())
	if img, ok := page.(*image.RGBA); ok {
		for y := b.Min.Y; y < b.Max.Y; y++ {
			row := img.Pix[img.PixOffset(b.Min.X, y):]
			for x := range b.Dx() {
				out = append(out, byte((299*int(row[4*x])+587*int(row[4*x+1])+114*int(row[4*x+2]))/1000))
			}
		}
		return out
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := page.At(x, y).RGBA()
			out = append(out, byte((299*r+587*g+114*bl)/1000>>8))
		}
	}
	return out
}
