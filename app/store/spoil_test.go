package store

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// spoiling is what was done to a file.
type spoiling struct{ file, kind, how string }

func saidOf(all []spoiling) string {
	var names []string
	for _, s := range all {
		names = append(names, s.how+" "+s.file)
	}
	return strings.Join(names, ", ")
}

// kindOf sorts the files of a register.
func kindOf(rel string) string {
	base := filepath.Base(rel)
	top, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	switch {
	case strings.HasSuffix(base, ".backup"):
		return "backup"
	case top == "backups" && base != "state.json":
		return "annex with the backups"
	case top == "files":
		return "annex"
	case top == "journal":
		return "journal"
	case strings.HasSuffix(base, ".sst"):
		return "table"
	case strings.HasSuffix(base, ".vlog"):
		return "value log"
	case strings.HasSuffix(base, ".mem"):
		return "log of Badger's"
	default:
		return base
	}
}

var hows = []string{"one bit of", "64 bytes of", "cut", "a block of zeros in", "zeroed", "emptied", "deleted", "in place of another", "an older copy of"}

// spoil damages one file of a folder at random; kinds of files are taken alike.
func (s scene) spoil(t *testing.T, random *rand.Rand, dir string) spoiling {
	t.Helper()
	for {
		kinds := map[string][]string{}
		for _, rel := range filesUnder(t, dir) {
			kinds[kindOf(rel)] = append(kinds[kindOf(rel)], rel)
		}
		names := slices.Sorted(maps.Keys(kinds))
		kind := names[random.IntN(len(names))]
		rel := kinds[kind][random.IntN(len(kinds[kind]))]
		how := hows[random.IntN(len(hows))]
		if done, err := s.damage(random, dir, rel, how); err != nil {
			t.Fatal(err)
		} else if done {
			return spoiling{rel, kind, how}
		}
	}
}

// damage does one thing to a file; false when it cannot be done to it.
func (s scene) damage(random *rand.Rand, dir, rel, how string) (bool, error) {
	path := filepath.Join(dir, rel)
	data, err := os.ReadFile(path)
	if err != nil {
		return false, err
	}
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 && how != "deleted" {
		return false, err
	}
	used := len(strings.TrimRight(string(data), "\x00")) // Badger makes its logs larger than they are
	if used == 0 {
		used = len(data)
	}
	at := random.IntN(max(1, used))
	switch how {
	case "one bit of":
		data[at] ^= 1 << random.IntN(8)
	case "64 bytes of":
		for i := at; i < min(at+64, len(data)); i++ {
			data[i] ^= byte(1 + random.IntN(255))
		}
	case "cut":
		data = data[:at]
	case "a block of zeros in":
		clear(data[at/512*512 : min(len(data), at/512*512+4096)])
	case "zeroed":
		clear(data)
	case "emptied":
		data = nil
	case "deleted":
		return true, os.Remove(path)
	case "in place of another":
		return s.swapped(random, dir, rel, data)
	case "an older copy of":
		if data, err = os.ReadFile(filepath.Join(s.older, rel)); err != nil {
			return false, nil
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return false, err
	}
	if random.IntN(2) == 0 { // as a disk would do it, which tells nobody
		err = os.Chtimes(path, info.ModTime(), info.ModTime())
	}
	return true, err
}

// swapped puts a file and another of its folder in each other's place.
func (s scene) swapped(random *rand.Rand, dir, rel string, data []byte) (bool, error) {
	siblings, err := filepath.Glob(filepath.Join(dir, filepath.Dir(rel), "*"))
	if err != nil {
		return false, err
	}
	other := siblings[random.IntN(len(siblings))]
	info, err := os.Stat(other)
	if err != nil || info.IsDir() || other == filepath.Join(dir, rel) {
		return false, err
	}
	theirs, err := os.ReadFile(other)
	if err == nil {
		err = os.WriteFile(other, data, 0o600)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, rel), theirs, 0o600)
	}
	return true, err
}

func filesUnder(t *testing.T, dir string) (out []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// score is what came back, by kind of file and of damage.
type score struct {
	wrong, crashes int
	by             map[[2]string]*[3]int // damages, things, things that came back
}

func newScore() *score { return &score{by: map[[2]string]*[3]int{}} }

func (s *score) add(encrypted bool, what []spoiling, all, back int) {
	rows, columns := []string{what[0].kind, "everything, one file"}, []string{what[0].how, ""}
	if len(what) > 1 {
		rows, columns = []string{"everything, two files"}, []string{""}
	}
	if encrypted {
		rows = append(rows, rows[len(rows)-1]+", encrypted")
	}
	for _, row := range rows {
		for _, column := range columns {
			c := s.by[[2]string{row, column}]
			if c == nil {
				c = &[3]int{}
				s.by[[2]string{row, column}] = c
			}
			c[0], c[1], c[2] = c[0]+1, c[1]+all, c[2]+back
		}
	}
}

func (s *score) String() string {
	var b strings.Builder
	keys := slices.SortedFunc(maps.Keys(s.by), func(a, b [2]string) int { return strings.Compare(a[0]+" "+a[1], b[0]+" "+b[1]) })
	for _, k := range keys {
		c := s.by[k]
		name := "  " + k[1]
		if k[1] == "" {
			name = k[0]
		}
		fmt.Fprintf(&b, "%-34s %5d rounds  %7.3f %% came back\n", name, c[0], 100*float64(c[2])/float64(c[1]))
	}
	return b.String()
}
