// Package bundle is the container of the embedded models: named parts, each
// compressed on its own, so that several can be expanded at a time.
//
// A file is a header of readable lines, which end with an empty one and say what
// the parts are and whose treebanks they were learned from; then, for each part,
// a line with its name, its length and its length when compressed; an empty
// line; and the parts. A part that compression shrinks by less than a fifth, like
// weights, which are close to random, is left as it is: expanding it would take
// most of the time.
package bundle

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// A Part is a named piece of a model.
type Part struct {
	Name string
	Data []byte
}

// Encode returns a file.
func Encode(header string, parts []Part) []byte {
	var out, body bytes.Buffer
	out.WriteString(strings.TrimSpace(header) + "\n\n")
	for _, p := range parts {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, flate.BestCompression)
		if err != nil {
			panic(err) // the level is valid
		}
		w.Write(p.Data)
		w.Close()
		packed := b.Bytes()
		if len(packed)*5 > len(p.Data)*4 {
			packed = p.Data
		}
		fmt.Fprintf(&out, "%s %d %d\n", p.Name, len(p.Data), len(packed))
		body.Write(packed)
	}
	out.WriteByte('\n')
	out.Write(body.Bytes())
	return out.Bytes()
}

var errCorrupt = errors.New("bundle: corrupt model")

// Decode expands the parts of a file, on all processors. They may share memory
// with the file.
func Decode(file []byte) (map[string][]byte, error) {
	_, rest, ok := bytes.Cut(file, []byte("\n\n"))
	if !ok {
		return nil, errCorrupt
	}
	index, body, ok := bytes.Cut(rest, []byte("\n\n"))
	if !ok {
		return nil, errCorrupt
	}
	type job struct {
		in, out []byte
		err     error
	}
	var jobs []*job
	parts := map[string][]byte{}
	for line := range strings.Lines(string(index)) {
		f := strings.Fields(line)
		if len(f) != 3 {
			return nil, errCorrupt
		}
		size, err1 := strconv.Atoi(f[1])
		packed, err2 := strconv.Atoi(f[2])
		if err1 != nil || err2 != nil || size < 0 || packed < 0 || packed > len(body) {
			return nil, errCorrupt
		}
		in := body[:packed:packed]
		body = body[packed:]
		if packed == size {
			parts[f[0]] = in
			continue
		}
		j := &job{in: in, out: make([]byte, size)}
		jobs = append(jobs, j)
		parts[f[0]] = j.out
	}
	queue := make(chan *job, len(jobs))
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range queue {
				_, j.err = io.ReadFull(flate.NewReader(bytes.NewReader(j.in)), j.out)
			}
		})
	}
	wg.Wait()
	for _, j := range jobs {
		if j.err != nil {
			return nil, fmt.Errorf("bundle: %w", j.err)
		}
	}
	return parts, nil
}
