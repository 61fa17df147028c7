package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/factdiff/factdiff/compare"
)

// release is set by the linker where a build knows its version better than Go
// does: -ldflags "-X main.release=v1.2.3".
var release string

// version is the version of this binary, "(devel)" where it was built from a
// checkout without a tag.
func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version, and that of the results' schema",
		Example: "  factdiff version",
		Args:    alone("it says the version of factdiff"),
		RunE:    func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a *app) printVersion() error {
	_, err := fmt.Fprintf(a.stdout, "factdiff %s, results %s, %s %s/%s\n", version(), compare.SchemaVersion,
		runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}
