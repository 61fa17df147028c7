// Package bundle is the container of the embedded models: named parts, each
// compressed on its own, so that several can be expanded at a time.
//
// A file is a header of readable lines, which end with an empty one and say what
// the parts are and whose treebanks they were learned from; then, for each part,
// a line with its name, its method, its length and its length when packed; an
// empty line; and the parts. The methods are raw, huffman and deflate.
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
		method, packed := pack(p.Data)
		fmt.Fprintf(&out, "%s %s %d %d\n", p.Name, method, len(p.Data), len(packed))
		body.Write(packed)
	}
	out.WriteByte('\n')
	out.Write(body.Bytes())
	return out.Bytes()
}

// pack chooses the method: what deflate cannot make smaller by a tenth is
// Huffman-coded, and what that cannot make smaller by a tenth is left as it is.
func pack(data []byte) (method string, packed []byte) {
	method, packed = "raw", data
	if h := huffman(data); len(h)*10 < len(packed)*9 {
		method, packed = "huffman", h
	}
	if d := deflate(data); len(d)*10 < len(packed)*9 {
		method, packed = "deflate", d
	}
	return method, packed
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic(err) // the level is valid
	}
	w.Write(data)
	w.Close()
	return b.Bytes()
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
		method  string
		in, out []byte
		err     error
	}
	var jobs []*job
	parts := map[string][]byte{}
	for line := range strings.Lines(string(index)) {
		f := strings.Fields(line)
		if len(f) != 4 {
			return nil, errCorrupt
		}
		size, err1 := strconv.Atoi(f[2])
		packed, err2 := strconv.Atoi(f[3])
		if err1 != nil || err2 != nil || size < 0 || packed < 0 || packed > len(body) {
			return nil, errCorrupt
		}
		in := body[:packed:packed]
		body = body[packed:]
		if f[1] == "raw" {
			parts[f[0]] = in
			continue
		}
		j := &job{method: f[1], in: in, out: make([]byte, size)}
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
				j.err = unpack(j.method, j.out, j.in)
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

func unpack(method string, out, in []byte) error {
	switch method {
	case "huffman":
		return unhuffman(out, in)
	case "deflate":
		_, err := io.ReadFull(flate.NewReader(bytes.NewReader(in)), out)
		return err
	}
	return errCorrupt
}
