package html

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/reports/render"
	"github.com/factdiff/factdiff/reports/reporttest"
)

// browser starts Debian's chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium here: the page is not tried in a browser (apt-get install chromium)")
	}
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-background-networking", true), chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(1280, 900))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Skipf("chromium does not start here: %v", err)
	}
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// saying is what a page says: to the console, in errors, in requests for
// anything but itself.
type saying struct {
	mu   sync.Mutex
	said []string
}

func (s *saying) add(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.said = append(s.said, what)
}

// silent fails the test where the page has said anything.
func (s *saying) silent(t *testing.T) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.said) > 0 {
		t.Errorf("the page said: %q", s.said)
	}
}

func watch(t *testing.T, ctx context.Context) *saying {
	t.Helper()
	s := &saying{}
	err := chromedp.Listen(ctx, func(ev any) {
		switch ev := ev.(type) {
		case *cdpruntime.EventConsoleAPICalled:
			s.add("console: " + string(ev.Type))
		case *cdpruntime.EventExceptionThrown:
			s.add("exception: " + ev.ExceptionDetails.Text)
		case *cdplog.EventEntryAdded:
			s.add("log: " + ev.Entry.Text)
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(ev.Request.URL, "file://") {
				s.add("request: " + ev.Request.URL)
			}
		case *cdppage.EventJavascriptDialogOpening:
			s.add("dialog: " + ev.Message)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func run(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// eval returns the value of an expression of the page.
func eval[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// do runs a script in the page.
func do(t *testing.T, ctx context.Context, script string) {
	t.Helper()
	run(t, ctx, chromedp.Evaluate[chromedp.Void](script, chromedp.EvalAwaitPromise))
}

// settle waits until the page has drawn what the last step changed.
const settle = `new Promise(r => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => r())), 50))`

func open(t *testing.T, ctx context.Context, rs []*compare.Result, o *render.Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, write(t, rs, o), 0o600); err != nil {
		t.Fatal(err)
	}
	url := "file://" + path
	run(t, ctx, chromedp.Navigate(url), chromedp.WaitReady("body"))
	return url
}

const shown = `[...document.querySelectorAll(".f")].filter(f => !f.hidden).length`

// TestBrowser uses the page as a reader does: by clicks and by keys.
func TestBrowser(t *testing.T) {
	ctx := browser(t)
	said := watch(t, ctx)
	rs := []*compare.Result{reporttest.Plain()}
	url := open(t, ctx, rs, nil)

	if n := eval[int](t, ctx, shown); n != 9 {
		t.Fatalf("%d findings are shown, want 9", n)
	}
	run(t, ctx, chromedp.Click(`input[name=sev][value=info]`), chromedp.Click(`input[name=sev][value=minor]`))
	if n := eval[int](t, ctx, shown); n != 5 {
		t.Errorf("without info and minor %d findings are shown, want 5", n)
	}
	if s := eval[string](t, ctx, `document.querySelector("#shown").textContent`); s != "5 of 9" {
		t.Errorf("the count says %q", s)
	}
	run(t, ctx, chromedp.Click(`button[type=reset]`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	if n := eval[int](t, ctx, shown); n != 9 {
		t.Errorf("after Clear %d findings are shown", n)
	}
	run(t, ctx, chromedp.SendKeys(`#q`, "radar fault"))
	if n := eval[int](t, ctx, shown); n != 1 {
		t.Errorf("with the words of E's sentence %d findings are shown, want 1", n)
	}
	run(t, ctx, chromedp.Click(`button[type=reset]`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	run(t, ctx, chromedp.Click(`.matrix a[data-check=date]`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	if n := eval[int](t, ctx, shown); n != 1 {
		t.Errorf("after a click into the matrix %d findings are shown, want 1", n)
	}

	// Keys: j to the first finding and on to the third, Enter opens it.
	run(t, ctx, chromedp.Navigate(url), chromedp.WaitReady("body"), chromedp.KeyEvent("jjj"))
	if s := eval[string](t, ctx, `document.activeElement.closest(".f").dataset.check`); s != "quantity" {
		t.Errorf("after jjj the finding of check %q has the focus", s)
	}
	if eval[bool](t, ctx, `document.activeElement.parentElement.open`) {
		t.Error("the finding is open before Enter")
	}
	run(t, ctx, chromedp.KeyEvent(kb.Enter))
	if !eval[bool](t, ctx, `document.activeElement.parentElement.open`) {
		t.Error("Enter does not open the finding")
	}
	run(t, ctx, chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	run(t, ctx, chromedp.Click(`#f2 .where button`))
	if s := eval[string](t, ctx, `document.querySelector("#f2 .ctx").textContent`); !strings.Contains(s, "struck the northern pier") {
		t.Errorf("the sentence before is %q", s)
	}
	run(t, ctx, chromedp.KeyEvent("/"))
	if s := eval[string](t, ctx, `document.activeElement.id`); s != "q" {
		t.Errorf("after / the focus is on %q", s)
	}

	// What was dismissed is behind a filter.
	open(t, ctx, rs, &render.Options{States: reporttest.States(rs)})
	if n := eval[int](t, ctx, shown); n != 6 {
		t.Errorf("with three dismissed %d findings are shown, want 6", n)
	}
	run(t, ctx, chromedp.Click(`input[name=state][value=suppressed]`), chromedp.Click(`input[name=state][value=new]`))
	if n := eval[int](t, ctx, shown); n != 6 {
		t.Errorf("of the known and the dismissed %d findings are shown, want 6", n)
	}

	// A link to a finding opens it.
	run(t, ctx, chromedp.Navigate(url+"?#f8"), chromedp.WaitReady("body"))
	if !eval[bool](t, ctx, `document.querySelector("#f8 details").open`) {
		t.Error("the finding that the address names is not open")
	}
	said.silent(t)
}

// TestNarrow looks whether anything stands out over the edge of a telephone,
// in the light and in the dark.
func TestNarrow(t *testing.T) {
	ctx := browser(t)
	for _, rs := range [][]*compare.Result{{reporttest.Plain()}, {reporttest.Foreign()}, {reporttest.Hostile()}, {reporttest.Plain(), reporttest.Empty()}} {
		run(t, ctx, chromedp.EmulateViewport(360, 740))
		open(t, ctx, rs, nil)
		run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach(d => { d.open = true })`))
		if w := eval[int](t, ctx, `document.documentElement.scrollWidth`); w > 360 {
			who := eval[string](t, ctx, `[...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll") && e.getBoundingClientRect().right > 361).map(e => e.tagName + "." + e.getAttribute("class")).slice(0, 5).join(" ")`)
			t.Errorf("%s: the page is %d pixels wide on 360: %s", rs[0].ID, w, who)
		}
	}
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	if err != nil {
		t.Fatal(err)
	}
	if c := eval[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); c != "rgb(21, 20, 18)" {
		t.Errorf("in the dark the page is %s", c)
	}
}

// TestHostileInBrowser opens reports that try to run something.
func TestHostileInBrowser(t *testing.T) {
	ctx := browser(t)
	said := watch(t, ctx)
	rs := []*compare.Result{reporttest.Hostile()}
	for _, o := range []*render.Options{{}, {States: reporttest.States(rs)}} {
		open(t, ctx, rs, o)
		run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach(d => { d.open = true })`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
		run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelectorAll(".where button").forEach(b => b.click())`))
		if eval[bool](t, ctx, `"pwned" in window`) {
			t.Error("a report has run a script")
		}
		if n := eval[int](t, ctx, `document.querySelectorAll("script").length + document.querySelectorAll("img, iframe, base, form[action]").length`); n != 1 {
			t.Errorf("%d elements that a report may not make", n-1)
		}
	}
	said.silent(t)
}

// TestSpeed opens ten reports of three hundred statements, whose sentences the script
// copies when they are looked at.
func TestSpeed(t *testing.T) {
	ctx := browser(t)
	said := watch(t, ctx)
	url := open(t, ctx, large(), nil)
	best := 1e9
	for range 3 {
		run(t, ctx, chromedp.Navigate(url), chromedp.WaitReady("footer"))
		do(t, ctx, settle)
		// Milliseconds from the first byte asked for to the end of the script
		// and to the first paint, by the browser's own clock.
		took := eval[float64](t, ctx, `Math.max(performance.getEntriesByType("navigation")[0].loadEventEnd,
			...performance.getEntriesByType("paint").map(p => p.startTime))`)
		best = min(best, took)
	}
	t.Logf("read, run, laid out and painted in %.0f ms (the best of three)", best)
	// A machine that is busy with other things is slow at everything: the time
	// of a loop that takes a twentieth of a second on a quiet one says how much.
	loop := eval[float64](t, ctx, `(() => { const t = performance.now(); let x = 0; for (let i = 0; i < 2e7; i++) x = (x * 31 + i) | 0; return performance.now() - t + x * 0 })()`)
	t.Logf("the loop took %.0f ms", loop)
	if limit := 1000 * max(1, loop/50); best > limit {
		t.Errorf("the page takes %.0f ms, more than %.0f", best, limit)
	}
	if s := eval[string](t, ctx, `document.querySelector(".f .sentence").textContent`); !strings.HasPrefix(s, "The spokesman") {
		t.Errorf("the first reading is %q", s)
	}
	run(t, ctx, chromedp.Evaluate[chromedp.Void](`location.hash = "#g150"`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	if n := eval[int](t, ctx, `document.querySelectorAll("#g150 td p").length`); n != 10 {
		t.Errorf("row 150 of the alignment has %d statements, want 10", n)
	}
	run(t, ctx, chromedp.Evaluate[chromedp.Void](`location.hash = "#w3s200"`), chromedp.Evaluate[chromedp.Void](settle, chromedp.EvalAwaitPromise))
	if n := eval[int](t, ctx, `document.querySelectorAll("#w3 .notes").length`); n < 200 {
		t.Errorf("the margin of the report has %d notes", n)
	}
	run(t, ctx, chromedp.SendKeys(`#q`, "neighbouring towns"))
	if n := eval[int](t, ctx, shown); n == 0 {
		t.Error("with words of sentences no finding is shown")
	}
	run(t, ctx, chromedp.SendKeys(`#q`, " sparrow"))
	if n := eval[int](t, ctx, shown); n != 0 {
		t.Errorf("with a word that is nowhere %d findings are shown", n)
	}
	said.silent(t)
}

// TestPrint prints, and looks whether what was folded is on the paper.
func TestPrint(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, []*compare.Result{reporttest.Plain()}, nil)
	run(t, ctx, chromedp.Evaluate[chromedp.Void](`dispatchEvent(new Event("beforeprint"))`))
	if n := eval[int](t, ctx, `[...document.querySelectorAll(".f > details")].filter(d => !d.open).length`); n != 0 {
		t.Errorf("%d findings are folded on paper", n)
	}
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(pdf), "%PDF") {
		t.Error("no paper came out")
	}
	if dir := os.Getenv("FACTDIFF_KEEP"); dir != "" {
		os.WriteFile(filepath.Join(dir, "report.pdf"), pdf, 0o600)
	}
}
