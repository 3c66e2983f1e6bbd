package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// engine is PDFium: one in the process, used by one at a time. Its functions are
// called as they are, not through the wrappers of go-pdfium: a page has thousands of
// letters, and each would cost it twelve allocations.
type engine struct {
	mu       sync.Mutex
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	memory   memory

	mod   api.Module
	mem   api.Memory
	fns   [fnCount]api.Function
	stack [16]uint64
	room  uint32 // of scratch: answers that come through a pointer

	ctx context.Context // of the task that is done
	err error           // what PDFium fell over; nothing is called after it

	last *document // that was opened last: it stays open
}

// roomBytes is how much scratch there is.
const roomBytes = 4096

var theEngine engine

// Warm starts PDFium, so that the first file need not wait for it.
func Warm() error {
	e := &theEngine
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.start()
}

// start makes PDFium ready, or ready again after it fell over something.
func (e *engine) start() error {
	if e.mod != nil && e.err == nil {
		return nil
	}
	e.err, e.last = nil, nil
	e.ctx = experimental.WithMemoryAllocator(context.Background(), &e.memory)
	if err := errors.Join(e.compile(), e.begin()); err != nil {
		e.mod = nil
		return fmt.Errorf("start PDFium: %w", err)
	}
	return nil
}

// compile makes machine code of PDFium, once in the process.
func (e *engine) compile() error {
	if e.compiled != nil {
		return nil
	}
	r := wazero.NewRuntimeWithConfig(e.ctx, runtimeConfig())
	if _, err := wasi_snapshot_preview1.Instantiate(e.ctx, r); err != nil {
		return err
	}
	compiled, err := r.CompileModule(e.ctx, wasm)
	if err != nil {
		return err
	}
	if _, err := imports.Instantiate(e.ctx, r, compiled); err != nil {
		return err
	}
	e.runtime, e.compiled = r, compiled
	return nil
}

// begin makes an instance of PDFium, which sees no files, no clock and no network.
func (e *engine) begin() error {
	if e.compiled == nil {
		return nil
	}
	if e.mod != nil {
		_ = e.mod.Close(e.ctx)
	}
	mod, err := e.runtime.InstantiateModule(e.ctx, e.compiled, wazero.NewModuleConfig().WithStartFunctions("_initialize").WithName(""))
	if err != nil {
		return err
	}
	for i, name := range fnNames {
		if e.fns[i] = mod.ExportedFunction(name); e.fns[i] == nil {
			return fmt.Errorf("it has no %s", name)
		}
	}
	e.mod, e.mem = mod, mod.Memory()
	e.call(fnInit)
	e.room = e.alloc(roomBytes)
	return e.err
}

// call calls a function of PDFium. After one has failed it gives 0.
func (e *engine) call(f fn, args ...uint64) uint64 {
	if e.err != nil {
		return 0
	}
	e.stack[0] = 0
	copy(e.stack[:], args)
	if err := e.fns[f].CallWithStack(e.ctx, e.stack[:max(len(args), 1)]); err != nil {
		e.err = fmt.Errorf("%s: %w", fnNames[f], err)
		return 0
	}
	return e.stack[0]
}

func (e *engine) count(f fn, args ...uint64) int { return int(int32(e.call(f, args...))) }
func (e *engine) is(f fn, args ...uint64) bool   { return int32(e.call(f, args...)) > 0 }
func (e *engine) double(f fn, args ...uint64) float64 {
	return math.Float64frombits(e.call(f, args...))
}

// alloc takes memory of PDFium; 0 when there is none.
func (e *engine) alloc(n int) uint32 { return uint32(e.call(fnMalloc, uint64(n))) }

func (e *engine) free(p uint32) {
	if p != 0 {
		e.call(fnFree, uint64(p))
	}
}

// at is the place of the i-th value of 8 bytes in the scratch.
func (e *engine) at(i int) uint64 { return uint64(e.room) + uint64(i)*8 }

// singles reads values of 4 bytes from the beginning of the scratch.
func (e *engine) singles(out []float32) {
	for i := range out {
		f, _ := e.mem.ReadFloat32Le(e.room + uint32(4*i))
		out[i] = finite(f)
	}
}

func (e *engine) matrixAt() (m matrix) {
	e.singles(m[:])
	return m
}

// singleAt, doubleAt and intAt read the i-th value of the scratch.
func (e *engine) singleAt(i int) float32 {
	v, _ := e.mem.ReadFloat32Le(uint32(e.at(i)))
	return finite(v)
}

func (e *engine) doubleAt(i int) float32 {
	v, _ := e.mem.ReadFloat64Le(uint32(e.at(i)))
	return finite(float32(v))
}

func (e *engine) intAt(i int) uint32 {
	v, _ := e.mem.ReadUint32Le(uint32(e.at(i)))
	return v
}

// far is farther than any page reaches: coordinates of a stranger are cut there.
const far = 1 << 20

func finite(v float32) float32 {
	if v != v {
		return 0
	}
	return max(-far, min(far, v))
}
