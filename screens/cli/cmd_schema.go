package cli

import (
	"github.com/spf13/cobra"

	"yttra/app"
)

func (f *face) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Prints the JSON Schema of the matter file",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := f.term.Out.Write(app.MatterSchema())
			return err
		},
	}
}
