package pdf

import (
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// Untouched is how much of the memory that is set aside for PDFium it has not used: the
// process has it in name only.
func Untouched() int { return int(theEngine.memory.untouched.Load()) }

// memory is what PDFium has of it. All is set aside at once, and the system gives it
// as it is used: growing step by step would hold what was and what comes at the same
// time. It is used again by the next instance.
type memory struct {
	all     []byte
	used    int
	refused bool // PDFium asked for more than there is

	untouched atomic.Int64
}

// Allocate begins the memory of an instance.
func (m *memory) Allocate(_, _ uint64) experimental.LinearMemory {
	if m.all == nil {
		m.all = make([]byte, maxMemory)
	}
	clear(m.all[:m.used])
	m.used, m.refused = 0, false
	m.untouched.Store(maxMemory)
	return m
}

// Reallocate gives the first bytes of it, or nil when that is more than there are.
func (m *memory) Reallocate(size uint64) []byte {
	if size > maxMemory {
		m.refused = true
		return nil
	}
	m.used = max(m.used, int(size))
	m.untouched.Store(int64(maxMemory - m.used))
	return m.all[:size:size]
}

// Free leaves it for the next instance.
func (m *memory) Free() {}
