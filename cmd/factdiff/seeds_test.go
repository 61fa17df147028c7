package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/seeds"
)

// sample is the sample event as a line of the batch protocol, its witnesses in
// the given order.
func sample(t testing.TB, order []int) string {
	t.Helper()
	type report struct {
		ID        string `json:"id"`
		Text      string `json:"text"`
		Published string `json:"published"`
	}
	var all []report
	for i, name := range []string{"a-no-attack", "b-more-dialogue", "c-seven-hours", "d-eight-hours", "e-before-the-talks"} {
		data, err := seeds.FS.ReadFile(name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, report{string(rune('A' + i)), string(data), []string{"2022-01-10", "2022-01-10", "2022-01-11", "2022-01-10", "2021-12-30"}[i]})
	}
	ev := struct {
		ID        string   `json:"id"`
		Witnesses []report `json:"witnesses"`
	}{ID: "geneva"}
	for _, i := range order {
		ev.Witnesses = append(ev.Witnesses, all[i])
	}
	line, err := json.Marshal(ev)
	if err != nil {
		t.Fatal(err)
	}
	return string(line)
}

// result checks one event and returns its result.
func result(t testing.TB, line string) *compare.Result {
	t.Helper()
	_, stdout, stderr := program(t, line+"\n", "batch", "--fail-on", "never")
	r := new(compare.Result)
	if err := json.Unmarshal([]byte(stdout), r); err != nil {
		t.Fatalf("%v\n%s%s", err, stdout, stderr)
	}
	return r
}

// says reports whether a finding has a reading of the witness with the words.
func says(f *compare.Finding, witness, words string) bool {
	return slices.ContainsFunc(f.Readings, func(r compare.Reading) bool {
		return r.Witness == witness && strings.Contains(strings.ToLower(r.Text), strings.ToLower(words))
	})
}

// TestSample looks for the two differences that the sample is known for, and
// for what only looks like one. The rest of what is found is the engine's
// business, and judged on labelled data.
func TestSample(t *testing.T) {
	t.Parallel()
	r := result(t, sample(t, []int{0, 1, 2, 3, 4}))
	var invade, hours bool
	for i := range r.Findings {
		f := &r.Findings[i]
		invade = invade || says(f, "D", "Russia") && (f.Kind == compare.Artefact || slices.Contains(f.Outliers, "D"))
		hours = hours || f.Check == "quantity" && says(f, "C", "seven hours") && says(f, "D", "eight-hour")
		if f.Kind == compare.Conflict && f.Check == "quantity" && slices.ContainsFunc(f.Readings, func(r compare.Reading) bool {
			return strings.Contains(r.Text, "100,000") || strings.Contains(r.Text, "tens of thousands")
		}) {
			t.Errorf("numbers that overlap are called a conflict: %s", f.Message)
		}
		if f.Kind == compare.Conflict && f.Check == "name" && strings.Contains(f.Message, "Riabkov") && strings.Contains(f.Message, "Ryabkov") {
			t.Errorf("one man is called two: %s", f.Message)
		}
	}
	if !invade {
		t.Error("D says that Russia does not intend to invade Russia, and nothing is said of it")
	}
	if !hours {
		t.Error("an eight-hour meeting and more than seven hours are not set side by side")
	}
}

// TestOrder gives the sample with its reports in other orders: the same bytes.
func TestOrder(t *testing.T) {
	t.Parallel()
	want := ""
	for _, order := range [][]int{{0, 1, 2, 3, 4}, {4, 3, 2, 1, 0}, {2, 0, 4, 1, 3}} {
		_, got, stderr := program(t, sample(t, order)+"\n", "batch")
		if want == "" {
			want = got
		}
		if got != want || got == "" {
			t.Fatalf("order %v gives other bytes\n%s", order, stderr)
		}
	}
}

// TestWorkers gives many events to one worker and to eight: the same bytes.
func TestWorkers(t *testing.T) {
	t.Parallel()
	var in strings.Builder
	for i := range 40 {
		fmt.Fprintf(&in, `{"id":"e%d","witnesses":[{"id":"A","text":%q},{"id":"B","text":%q}]}`+"\n", i,
			fmt.Sprintf(fire, 10+i), fmt.Sprintf(fire, 10+i%7))
		if i%5 == 0 {
			in.WriteString("no event\n")
		}
	}
	in.WriteString(sample(t, []int{0, 1, 2, 3, 4}) + "\n")
	_, one, _ := program(t, in.String(), "batch", "--workers", "1")
	_, eight, _ := program(t, in.String(), "batch", "--workers", "8")
	if one != eight || strings.Count(one, "\n") != strings.Count(in.String(), "\n") {
		t.Errorf("%d lines in, %d out on one worker, %d on eight; or other bytes", strings.Count(in.String(), "\n"), strings.Count(one, "\n"), strings.Count(eight, "\n"))
	}
	_, one, _ = program(t, "", "check", "--seeds", "--workers", "1", "--format", "json")
	_, eight, _ = program(t, "", "check", "--seeds", "--workers", "8", "--format", "json")
	if one != eight {
		t.Error("the sample gives other bytes on eight workers")
	}
}

// TestManyReports checks 400 short reports of one event: no step may be
// quadratic in them.
func TestManyReports(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	type report struct {
		ID   string `json:"id"`
		Text string `json:"text"`
	}
	ev := struct {
		ID        string   `json:"id"`
		Witnesses []report `json:"witnesses"`
	}{ID: "many"}
	places := []string{"Rome", "Milan", "Turin", "Naples", "Genoa", "Bari", "Pisa"}
	for i := range 400 {
		ev.Witnesses = append(ev.Witnesses, report{fmt.Sprintf("w%03d", i), fmt.Sprintf(fire+"\nThe mayor of %s said on Tuesday that %d firemen had come from %s.\nNobody was arrested.",
			12+i%2, places[i%7], 40+i%9, places[i*3%7])})
	}
	line, err := json.Marshal(ev)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	r := result(t, string(line))
	if len(r.Findings) == 0 {
		t.Error("12 and 13 people were hurt, and nothing is said of it")
	}
	if d := time.Since(start); d > time.Minute {
		t.Errorf("400 short reports took %v", d)
	} else {
		t.Logf("400 short reports: %v, %d findings", d, len(r.Findings))
	}
}

// TestSharedSeeds checks the five reports that the sample was retold from,
// where they are at hand beside the checkout.
func TestSharedSeeds(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(root, "..", "shared", "seeds")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the reports that the sample was retold from are not part of the project, and not here")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) < 2 {
		t.Skip("no reports in", dir)
	}
	status, stdout, stderr := program(t, "", append([]string{"check", "--format", "json"}, files...)...)
	if status == statusFailed {
		t.Fatal(stderr)
	}
	var r compare.Result
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for _, f := range r.Findings {
		counts[f.Check]++
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%s: %d", name, counts[name])
	}
	if len(r.Findings) == 0 {
		t.Error("nothing was found")
	}
}
