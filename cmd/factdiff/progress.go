package main

import (
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may take before a terminal is told how far it is.
const patience = time.Second

// progress shows on a terminal how far the work is, and nothing anywhere
// else. The nil progress is of use: it shows nothing.
type progress struct {
	mu    sync.Mutex
	timer *time.Timer
	bar   *progressbar.ProgressBar
	n     int
	ended bool
}

// progress starts to show how many of total things are done; total is -1 where
// nobody knows.
func (a *app) progress(total int, what string) *progress {
	columns, ok := terminalSize(a.stderr)
	if !ok || os.Getenv("TERM") == "dumb" {
		return nil
	}
	p := &progress{}
	p.timer = time.AfterFunc(patience, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.ended {
			return
		}
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(a.stderr),
			progressbar.OptionSetDescription(what),
			progressbar.OptionSetWidth(max(10, min(40, columns-40))),
			progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(),
			progressbar.OptionThrottle(100*time.Millisecond),
		)
		p.bar.Add(p.n)
	})
	return p
}

func (p *progress) add(n int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n += n
	if p.bar != nil {
		p.bar.Add(n)
	}
}

// done takes the bar off the terminal.
func (p *progress) done() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ended = true
	p.timer.Stop()
	if p.bar != nil {
		p.bar.Clear()
	}
}
