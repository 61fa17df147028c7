package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestNoNetwork runs the whole program where there is no network, and under a
// tracer that sees every attempt to open one. Reports may be under embargo: it
// is not enough that nothing was sent, nothing may be tried.
func TestNoNetwork(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("it needs the name spaces of Linux")
	}
	dir := t.TempDir()
	const bin = "factdiff" // TestMain has put it into PATH
	page := `<html><head><link rel="stylesheet" href="http://192.0.2.1/a.css"><script src="http://192.0.2.1/a.js"></script>
<meta http-equiv="refresh" content="0; url=http://192.0.2.1/"></head><body><article><img src="http://192.0.2.1/a.png">
<iframe src="http://192.0.2.1/"></iframe><p>Police said 12 people were hurt when a fire broke out in a hotel near the main station.</p></article></body></html>`
	write(t, filepath.Join(dir, "event", "a.html"), page)
	write(t, filepath.Join(dir, "event", "b.txt"), "Police said 14 people were hurt when a fire broke out in a hotel near the main station.")
	commands := [][]string{
		{"check", "--seeds", "--fail-on", "never", "--output", "html=" + filepath.Join(dir, "r.html"), "--output", "sarif=" + filepath.Join(dir, "r.sarif")},
		{"check", filepath.Join(dir, "event"), "--fail-on", "never", "--vote"},
		{"align", filepath.Join(dir, "event")},
		{"explain", "--parse", "Two people were hurt."},
		{"version"},
	}

	// Without a way out: an interface that is down, and nothing else.
	unshare := []string{"unshare", "-rn"}
	if err := exec.Command(unshare[0], append(unshare[1:], "true")...).Run(); err != nil {
		t.Log("no name space of its own can be made here:", err)
		unshare = nil
	}
	for _, args := range commands {
		cmd := exec.Command(bin, args...)
		if unshare != nil {
			cmd = exec.Command(unshare[0], append(append(unshare[1:], bin), args...)...)
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("factdiff %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}

	// Nothing tried: no socket is so much as made.
	if _, err := exec.LookPath("strace"); err != nil {
		t.Log("strace is not installed: attempts are not looked for in the system calls, only in what is linked")
		return
	}
	for _, args := range commands {
		log := filepath.Join(dir, "trace")
		cmd := exec.Command("strace", append([]string{"-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", log, bin}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Logf("strace cannot trace here: %v\n%s", err, out)
			return
		}
		trace, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(trace)) {
			if strings.Contains(line, "socket(") || strings.Contains(line, "connect(") || strings.Contains(line, "sendto(") {
				t.Errorf("factdiff %s: %s", strings.Join(args, " "), line)
			}
		}
	}
}

// TestNothingDials looks for functions that open a connection in what the
// linker kept. The readability library brings net/http along for a function
// that we never call. The linker drops that function and all that it calls; a
// variable of net/http still holds on to net.Dialer, which nothing reaches.
func TestNothingDials(t *testing.T) {
	t.Parallel()
	bin := filepath.Join(t.TempDir(), "factdiff")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	out, err := exec.Command("go", "tool", "nm", bin).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "main.run") {
		t.Fatal("the list of symbols has not even our own")
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		name := fields[len(fields)-1]
		for _, dials := range []string{"net.Dial", "net/http.(*Transport).dial", "net/http.(*Transport).roundTrip", "net/http.Get", "net/http.(*Client).", "crypto/tls.Dial", "crypto/tls.Client"} {
			if strings.HasPrefix(name, dials) {
				t.Errorf("%s is linked", name)
			}
		}
	}
}
