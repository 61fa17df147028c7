package ingest_test

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/internal/ingest"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata want")

// TestRead runs the cases in testdata/read. The comment of a case ends with a
// line of arguments after "$ "; "stdin" is given on standard input, and "want"
// is what comes out or the error.
func TestRead(t *testing.T) {
	cases, err := filepath.Glob("testdata/read/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			a := parseArchive(string(data))
			name, err := filepath.Abs(name)
			if err != nil {
				t.Fatal(err)
			}
			_, command, ok := strings.Cut(a.comment, "$ ")
			if !ok {
				t.Fatal("no line of arguments")
			}
			t.Chdir(t.TempDir())
			var o ingest.Options
			want := -1
			for i, f := range a.files {
				switch f.name {
				case "want":
					want = i
				case "stdin":
					o.Stdin = strings.NewReader(f.data)
				default:
					write(t, f.name, f.data)
				}
			}
			got := run(t, strings.Fields(command), o)
			if *update {
				if want < 0 {
					a.files = append(a.files, file{name: "want"})
					want = len(a.files) - 1
				}
				a.files[want].data = got
				if err := os.WriteFile(name, []byte(a.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want < 0 || got != a.files[want].data {
				t.Errorf("got\n%s", got)
			}
		})
	}
}

// run reads the event that args name, and shows it. Flags come before.
func run(t *testing.T, args []string, o ingest.Options) string {
	t.Helper()
	for len(args) > 0 && strings.HasPrefix(args[0], "--") {
		flag, value, _ := strings.Cut(args[0], "=")
		switch flag {
		case "--lang":
			o.Lang = value
		case "--max-size":
			fmt.Sscan(value, &o.MaxSize)
		case "--published":
			siglum, at, err := ingest.ParsePublished(value)
			if err != nil {
				return err.Error() + "\n"
			}
			o.Published = map[string]time.Time{siglum: at}
		case "--init":
			out, err := ingest.Init(context.Background(), args[1], o)
			if err != nil {
				return err.Error() + "\n"
			}
			return string(out)
		case "--tree":
			dirs, err := ingest.Find(context.Background(), args[1])
			if err != nil {
				return err.Error() + "\n"
			}
			var b strings.Builder
			for _, dir := range dirs {
				fmt.Fprintf(&b, "# %s\n%s", dir, dump(ingest.Read(context.Background(), []string{dir}, o)))
			}
			return b.String()
		}
		args = args[1:]
	}
	return dump(ingest.Read(context.Background(), args, o))
}

func dump(in *ingest.Input, err error) string {
	if err != nil {
		return err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "event %s %q", in.Event.ID, in.Event.Title)
	if in.Event.Aligned {
		b.WriteString(" aligned")
	}
	fmt.Fprintf(&b, " from %s\n", strings.Join(in.Files, " "))
	for _, w := range in.Event.Witnesses {
		fmt.Fprintf(&b, "%s = %s, %s", w.ID, w.Path, cmp.Or(w.Lang, "en"))
		for _, kv := range [][2]string{
			{"source", w.SourceLang}, {"outlet", w.Outlet}, {"title", w.Title}, {"author", w.Author}, {"url", w.URL},
			{"translates", w.Translates}, {"copy of", w.CopyOf},
		} {
			if kv[1] != "" {
				fmt.Fprintf(&b, ", %s %q", kv[0], kv[1])
			}
		}
		if !w.Published.IsZero() {
			fmt.Fprintf(&b, ", published %s", w.Published.Format(time.RFC3339))
		}
		b.WriteString("\n")
		for line := range strings.Lines(w.Text) {
			fmt.Fprintf(&b, "  | %s", line)
		}
		b.WriteString("\n")
		for _, s := range in.Suppressions {
			if s.Witness == w.ID {
				fmt.Fprintf(&b, "  ignore %s (%s), %s:%d: %q\n", s.Check, s.Reason, s.Path, s.Line, w.Text[s.Span.Start:s.Span.End])
			}
		}
	}
	for _, n := range in.Notices {
		fmt.Fprintf(&b, "notice: %s\n", n)
	}
	return strings.ReplaceAll(b.String(), "\n\n", "\n")
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if dir := filepath.Dir(name); dir != "." {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestErrorKinds holds each kind of error to a case that gives it, so that a
// caller can tell them apart.
func TestErrorKinds(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.txt", "Рябков said.\n")
	write(t, "empty.txt", " \n\ufeff")
	write(t, "nul.txt", "a\x00b")
	write(t, "report.pdf", "%PDF-1.7 …")
	write(t, "pdf.txt", "%PDF-1.7 …")
	write(t, "bad.txt", "\ufeffRyabkov\ncaf\xe9 said")
	write(t, "damaged.txt", "Рябков и Шерман \xff встретились")
	write(t, "big.txt", strings.Repeat("word ", 100))
	write(t, "none/x.docx", "")
	write(t, "dup/event.yaml", "reports:\n- {file: a.txt, siglum: A}\n- {file: b.txt, siglum: A}\n")
	write(t, "dup/a.txt", "a")
	write(t, "dup/b.txt", "b")
	write(t, "up/event.yaml", "reports:\n- file: ../a.txt\n")
	write(t, "abs/event.yaml", "reports:\n- file: /etc/passwd\n")
	write(t, "win/event.yaml", "reports:\n- file: C:x.txt\n")
	write(t, "gone/event.yaml", "reports:\n- file: gone.txt\n")
	write(t, "date/event.yaml", "reports:\n- file: a.txt\n  published: 10/01/2022\n")
	write(t, "key/event.yaml", "reports:\n- file: a.txt\n  autor: x\n")
	write(t, "two/1/event.yaml", "reports:\n- file: a.txt\n")
	write(t, "two/1/a.txt", "a")
	write(t, "link/event.yaml", "reports:\n- file: a.txt\n")
	if err := os.Symlink("../a.txt", "link/a.txt"); err != nil {
		t.Skip("no symbolic links here")
	}
	write(t, "link2/b.txt", "b")
	if err := os.Symlink("../a.txt", "link2/a.txt"); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args string
		want error
	}{
		{"empty.txt", ingest.ErrEmpty},
		{"nul.txt", ingest.ErrBinary},
		{"pdf.txt", ingest.ErrBinary},
		{"report.pdf", ingest.ErrFormat},
		{"bad.txt", ingest.ErrEncoding},
		{"damaged.txt", ingest.ErrEncoding},
		{"big.txt", ingest.ErrTooLarge},
		{"none", ingest.ErrNoReports},
		{"", ingest.ErrNoReports},
		{"nowhere.txt", ingest.ErrMissing},
		{"dup", ingest.ErrDuplicate},
		{"a.txt ./a.txt", ingest.ErrDuplicate},
		{"a.txt a.txt", ingest.ErrDuplicate},
		{"up", ingest.ErrOutside},
		{"abs", ingest.ErrOutside},
		{"win", ingest.ErrOutside},
		{"link", ingest.ErrOutside},
		{"link2", ingest.ErrOutside},
		{"gone", ingest.ErrMissing},
		{"date", ingest.ErrDate},
		{"key", ingest.ErrManifest},
		{"two/1 dup", ingest.ErrMany},
	}
	for _, tt := range tests {
		_, err := ingest.Read(context.Background(), strings.Fields(tt.args), ingest.Options{MaxSize: 400})
		if !errors.Is(err, tt.want) {
			t.Errorf("Read(%s): got %v, want %v", tt.args, err, tt.want)
			continue
		}
		var e *ingest.Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("Read(%s): %v is no *Error", tt.args, err)
		}
	}
	var e *ingest.Error
	_, err := ingest.Read(context.Background(), []string{"bad.txt"}, ingest.Options{})
	if !errors.As(err, &e) || e.Line != 2 || e.Column != 4 {
		t.Errorf("the first byte that is not UTF-8: got %v", err)
	}
	if _, err := ingest.WriteManifest("dup", nil); !errors.Is(err, ingest.ErrExists) {
		t.Errorf("WriteManifest over another: got %v", err)
	}
	if _, err := ingest.Init(context.Background(), "dup", ingest.Options{}); !errors.Is(err, ingest.ErrExists) {
		t.Errorf("Init of a folder that has one: got %v", err)
	}
}

// TestInitIsRead reads what Init writes.
func TestInitIsRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "geneva talks/a “б”: c.txt", "Talks.")
	write(t, "geneva talks/- b #1.txt", "Talks.")
	write(t, "geneva talks/c.md", "---\ntitle: 'It: \"all\" #1'\nauthor: \"[x]\"\ndate: 2022-01-10\nsiglum: A\n---\nTalks.")
	data, err := ingest.Init(context.Background(), "geneva talks", ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ingest.WriteManifest("geneva talks", data); err != nil {
		t.Fatal(err)
	}
	in, err := ingest.Read(context.Background(), []string{"geneva talks"}, ingest.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	var got []string
	for _, w := range in.Event.Witnesses {
		got = append(got, w.ID+" "+w.Title+w.Author)
	}
	if want := []string{"B ", "C ", "A It: \"all\" #1[x]"}; !slices.Equal(got, want) || in.Event.ID != "geneva talks" {
		t.Errorf("got %q of %q, want %q", got, in.Event.ID, want)
	}
}

func TestReadCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "a.txt", "a")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ingest.Read(ctx, []string{"a.txt"}, ingest.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestSiglaDoNotDependOnOrder(t *testing.T) {
	t.Chdir(t.TempDir())
	files := []string{"x/report.txt", "y/report.txt", "x/other.txt", "a-very-long-name-of-one.txt", "a-very-long-name-of-two.txt", "отчёт очень длинный о встрече.txt"}
	for _, f := range files {
		write(t, f, f)
	}
	sigla := func() string {
		in, err := ingest.Read(context.Background(), files, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, w := range in.Event.Witnesses {
			out = append(out, w.ID+"="+w.Path)
		}
		slices.Sort(out)
		return strings.Join(out, " ")
	}
	want := sigla()
	slices.Reverse(files)
	if got := sigla(); got != want {
		t.Errorf("got %s\nand %s", want, got)
	}
}
