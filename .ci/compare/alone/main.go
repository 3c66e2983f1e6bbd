// Alone is the terminal that lets a file out without reading it back: what an export
// by itself costs, as LibreOffice makes one.
package main

import (
	"context"
	"os"
	"runtime/debug"

	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
	"yttra/screens/cli"
)

func main() {
	debug.SetGCPercent(800)
	debug.SetMemoryLimit(112 << 20)
	t := cli.Standard("0.1.0")
	t.Press = press
	os.Exit(cli.Run(t, os.Args[1:]))
}

func press(ctx context.Context, in reports.Input, step func(done, total int)) ([]byte, reports.Proof, error) {
	faces := fonts.New()
	set, err := reports.BuildWith(in, faces)
	if err != nil {
		return nil, reports.Proof{}, err
	}
	data, err := pdf.Write(ctx, set, faces, step)
	return data, reports.Proof{}, err
}
