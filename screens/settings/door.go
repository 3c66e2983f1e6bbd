package settings

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Visit is what a second start says to the first: come forward, and open a file
// when one is named.
type Visit struct {
	File string `json:"file,omitempty"` // absolute; may be empty
}

// Door is where the window of a register listens for further starts.
type Door struct{ l net.Listener }

// Limits of the door: socket names are short on every system, a visit is a line.
const (
	longestSocket = 100
	longestVisit  = 64 << 10
	patience      = 2 * time.Second
)

// doors are where the socket of a register may lie: beside the register, or in
// the settings folder under a short name when that path is too long.
func doors(register, dir string) []string {
	abs, err := filepath.Abs(register)
	if err != nil {
		abs = register
	}
	sum := sha256.Sum256([]byte(abs))
	var out []string
	for _, p := range []string{filepath.Join(abs, "window.sock"), filepath.Join(dir, fmt.Sprintf("%x.sock", sum[:6]))} {
		if len(p) <= longestSocket {
			out = append(out, p)
		}
	}
	return out
}

// Knock tells the window that has the register open to come forward; false when
// there is none that answers.
func Knock(register, dir string, v Visit) bool {
	line, err := json.Marshal(v)
	if err != nil {
		return false
	}
	for _, path := range doors(register, dir) {
		if knock(path, append(line, '\n')) {
			return true
		}
	}
	return false
}

func knock(path string, line []byte) bool {
	if _, err := os.Stat(path); err != nil {
		return false
	}
	c, err := net.DialTimeout("unix", path, patience)
	if err != nil {
		return false
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
		return false
	}
	giveWay()
	if _, err := c.Write(line); err != nil {
		return false
	}
	answer := make([]byte, 2)
	_, err = io.ReadFull(c, answer)
	return err == nil && string(answer) == "ok"
}

// Answer opens the door of a register this process has open. A socket left by a
// process that died is replaced.
func Answer(register, dir string) (*Door, error) {
	var bad error
	for _, path := range doors(register, dir) {
		err := os.Remove(path) // the register's lock says that nobody listens there
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			bad = err
			continue
		}
		l, err := net.Listen("unix", path)
		if err == nil {
			return &Door{l}, nil
		}
		bad = err
	}
	return nil, fmt.Errorf("open door of register: %w", bad)
}

// Serve gives each visit to fn until the door is closed. It blocks.
func (d *Door) Serve(fn func(Visit)) {
	for {
		c, err := d.l.Accept()
		if err != nil {
			return
		}
		if v, ok := visit(c); ok {
			fn(v)
		}
	}
}

func visit(c net.Conn) (v Visit, ok bool) {
	defer c.Close()
	if c.SetDeadline(time.Now().Add(patience)) != nil {
		return v, false
	}
	if json.NewDecoder(io.LimitReader(c, longestVisit)).Decode(&v) != nil {
		return v, false
	}
	_, err := c.Write([]byte("ok"))
	return v, err == nil
}

// Close takes the door away.
func (d *Door) Close() error { return d.l.Close() }
