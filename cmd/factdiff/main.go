// Factdiff compares several reports of one event and says where they differ in
// fact. See factdiff --help.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

func main() {
	if os.Getenv("GOGC") == "" {
		// A run is short and most of its memory is models and tables that stay:
		// collecting less often saves more than it costs. Seldomer than this it does
		// not, as memory that was never used is dearer than memory collected.
		debug.SetGCPercent(200)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	running := context.AfterFunc(ctx, leave)
	status := run(ctx, os.Stdin, os.Stdout, os.Stderr, os.Args[1:])
	running()
	stop()
	os.Exit(status)
}

// leave ends an interrupted run that does not end by itself. A read from a
// terminal or a pipe cannot be broken off: without this, check - would wait for
// its input whatever is pressed. What has been written by then is whole, as
// files are put in their place in one step.
func leave() {
	time.Sleep(2 * time.Second)
	fmt.Fprintln(os.Stderr, "factdiff: interrupted")
	os.Exit(statusFailed)
}
