package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"yttra/app"
)

func (f *face) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Prints the version of the program and of the matter file",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(f.term.Out, "yttra %s (%s/%s), %s %d\n", f.term.Version, runtime.GOOS, runtime.GOARCH, app.MatterFormat, app.MatterVersion)
			return err
		},
	}
}
