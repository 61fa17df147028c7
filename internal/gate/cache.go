package gate

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// DefaultCacheSize is the size in bytes to which a cache is trimmed.
const DefaultCacheSize = 256 << 20

// Cache keeps results by what they were made of. Two runs may use one cache at
// once: an entry is written beside its place and moved there, so that it is
// whole or absent, and what one run trims is a miss to the other.
//
// Nothing in it is trusted beyond its key. The key has the content, the
// configuration and the program itself in it; an entry carries a checksum, and
// one that does not hold is a miss. A result may quote a text under embargo,
// so the folder is its owner's alone.
type Cache struct {
	dir  string
	most int64

	mu   sync.Mutex
	size int64 // of all entries, -1 until counted
}

// OpenCache opens the cache in a folder, which is made. most is the size in
// bytes above which the entries used longest ago go; 0 means
// DefaultCacheSize.
func OpenCache(dir string, most int64) (*Cache, error) {
	if most <= 0 {
		most = DefaultCacheSize
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Cache{dir: dir, most: most, size: -1}, nil
}

// Key returns the key of something made of parts: contents, settings, and the
// hash of the program ([BinaryHash]). Where one part ends and the next begins
// matters.
func Key(parts ...[]byte) string {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// BinaryHash returns the hash of the program that runs, so that no other
// version's results are taken for its own. A version number would not do: it
// stays the same while a check is being written.
var BinaryHash = sync.OnceValues(func() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
})

const entrySuffix = ".entry"

func (c *Cache) name(key string) string { return filepath.Join(c.dir, key[:2], key+entrySuffix) }

func validKey(key string) bool {
	_, err := hex.DecodeString(key)
	return err == nil && len(key) == 2*sha256.Size
}

// Get returns what was put under a key, and false where there is nothing whole.
func (c *Cache) Get(key string) ([]byte, bool) {
	if !validKey(key) {
		return nil, false
	}
	name := c.name(key)
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, false
	}
	data, ok := unseal(key, raw)
	if !ok {
		os.Remove(name)
		return nil, false
	}
	now := time.Now() // when it was last used, for trimming; it reaches no output
	_ = os.Chtimes(name, now, now)
	return data, true
}

// Put stores data under a key of [Key].
func (c *Cache) Put(key string, data []byte) error {
	if !validKey(key) {
		return errors.New("not a key of the cache: " + key)
	}
	if int64(len(data)) > c.most/4 {
		return nil // it would push out the rest
	}
	name := c.name(key)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "*.tmp") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(seal(key, data))
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
		return err
	}
	return c.grow(int64(len(data)) + sha256.Size)
}

// seal puts the checksum of key and data in front.
func seal(key string, data []byte) []byte {
	sum := sha256.Sum256(append([]byte(key), data...))
	return append(sum[:], data...)
}

func unseal(key string, raw []byte) ([]byte, bool) {
	if len(raw) < sha256.Size {
		return nil, false
	}
	data := raw[sha256.Size:]
	sum := sha256.Sum256(append([]byte(key), data...))
	return data, string(sum[:]) == string(raw[:sha256.Size])
}

// grow counts what was added, and trims where it is too much. Other runs add
// too: the count is taken anew from the folder before anything goes.
func (c *Cache) grow(n int64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size >= 0 {
		if c.size += n; c.size <= c.most {
			return nil
		}
	}
	return c.trim()
}

// trim removes the entries used longest ago until three quarters of the
// bound are left, and temporary files that a stopped run left behind.
func (c *Cache) trim() error {
	type entry struct {
		name string
		size int64
		used time.Time
	}
	var entries []entry
	c.size = 0
	now := time.Now()
	err := filepath.WalkDir(c.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return ignoreGone(err)
		}
		info, err := d.Info()
		if err != nil {
			return ignoreGone(err)
		}
		switch {
		case strings.HasSuffix(name, entrySuffix):
			entries = append(entries, entry{name, info.Size(), info.ModTime()})
			c.size += info.Size()
		case strings.HasSuffix(name, ".tmp") && now.Sub(info.ModTime()) > time.Hour:
			os.Remove(name)
		}
		return nil
	})
	if err != nil || c.size <= c.most {
		return err
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if n := a.used.Compare(b.used); n != 0 {
			return n
		}
		return strings.Compare(a.name, b.name)
	})
	for _, e := range entries {
		if c.size <= c.most/4*3 {
			break
		}
		if err := os.Remove(e.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		c.size -= e.size
	}
	return nil
}

// ignoreGone passes over what another run removed meanwhile.
func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
