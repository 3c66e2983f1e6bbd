package pdf

import (
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory is how much memory PDFium may take: 160 MB. The largest file that is read is
// there once and in Go once, and the program itself takes 40.
const maxMemory = 160 << 20

// Used is how much memory PDFium has of the system, beside what Go has.
func Used() int64 { return theEngine.memory.used.Load() }

// memory is what PDFium has of it. All its addresses are set aside at once, outside
// Go's memory, and the system gives them as they are used: to grow step by step would
// be to hold what was and what comes at the same time, and Go would clear what nobody
// has touched.
type memory struct {
	all     []byte
	used    atomic.Int64
	refused bool // PDFium asked for more than there is
}

// Allocate begins the memory of an instance; that of the one before it is given back.
func (m *memory) Allocate(_, _ uint64) experimental.LinearMemory {
	if m.all != nil {
		giveBack(m.all)
	}
	m.all, m.refused = setAside(maxMemory), false
	m.used.Store(0)
	return m
}

// Reallocate gives the first bytes of it, or nil when that is more than there are.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) || !take(m.all[:size]) {
		m.refused = true
		return nil
	}
	m.used.Store(max(m.used.Load(), int64(size)))
	return m.all[:size:size]
}

// Free leaves it for Allocate: an instance that was ended is looked into once more.
func (m *memory) Free() {}
