package locks

import (
	"time"

	"golang.org/x/crypto/argon2"
)

// Cost is what one try of a passphrase costs, whether it is right or wrong.
type Cost struct {
	Time    uint32 // passes
	Memory  uint32 // KiB
	Threads uint8
}

// A try is to take about so long on the computer where the passphrase is set: nothing
// to the person who writes it once a day, and years to whoever tries a dictionary.
const try = 700 * time.Millisecond

const (
	memory  = 64 << 10 // KiB: what a clerk's laptop has free beside all else
	lanes   = 4
	fewest  = 4  // passes, on a computer that is slow, or busy at that moment
	largest = 24 // on one that is fast, so that a slower one can open it too
)

// Measure finds the cost that fits this computer. It takes a quarter of a second.
func Measure() Cost {
	shortest := time.Hour
	for range 3 {
		start := time.Now()
		argon2.IDKey([]byte("measure"), make([]byte, saltSize), 1, memory, lanes, KeySize)
		shortest = min(shortest, time.Since(start))
	}
	passes := min(max(int64(try/max(shortest, time.Millisecond)), fewest), largest)
	return Cost{Time: uint32(passes), Memory: memory, Threads: lanes}
}
