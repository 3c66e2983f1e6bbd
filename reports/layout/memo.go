package layout

// Memo remembers what was made for one document until the next has been made. Each
// thing is given out once in a round, since two places that are alike must not share
// what belongs to one. The zero Memo is empty and ready.
type Memo[K comparable, V any] struct {
	now, before map[K][]V
}

// Turn begins the next round: what has not been taken or put since the last Turn is
// forgotten.
func (m *Memo[K, V]) Turn() { m.before, m.now = m.now, map[K][]V{} }

// Forget empties the memo.
func (m *Memo[K, V]) Forget() { m.before, m.now = nil, map[K][]V{} }

// Take gives what was put under k in the last round, and keeps it for the next.
func (m *Memo[K, V]) Take(k K) (v V, ok bool) {
	same := m.before[k]
	if len(same) == 0 {
		return v, false
	}
	v, m.before[k] = same[0], same[1:]
	m.Put(k, v)
	return v, true
}

// Put keeps v for the next round.
func (m *Memo[K, V]) Put(k K, v V) {
	if m.now == nil {
		m.now = map[K][]V{}
	}
	m.now[k] = append(m.now[k], v)
}
