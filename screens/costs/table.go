package costs

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"yttra/app"
)

// table is one of the lists of the estimate. The grid shows and fills them all in
// the same way; what differs is which columns they have.
type table interface {
	name() string
	heads() []Head
	// sets are the columns that are shown together where there is no room for all;
	// nil: all of them, always.
	sets() [][]Column
	size(e app.Estimate) int
	show(m *Model, e app.Estimate, at At) string
	unread(e app.Estimate, row int) map[string]string
	options(m *Model, c Column) []Option
	chosen(e app.Estimate, at At) int  // which option a cell has; -1: none
	changed(old, now app.Estimate) int // the first row that is not as it was; -1: none

	// lay writes cells over the rows from one on, and makes those that are not
	// there. It gives the row where the first one is after it.
	lay(m *Model, e *app.Estimate, row int, columns []Column, cells [][]string) int
	insert(m *Model, e *app.Estimate, row int)
	remove(e *app.Estimate, from, to int) // rows from up to and without to
	swap(e *app.Estimate, a, b int)
}

// rows is a table of rows of one type.
type rows[T any] struct {
	key     string
	columns []field[T]
	shown   [][]Column
	get     func(e app.Estimate) []T
	set     func(e *app.Estimate, all []T)
	fresh   func(m *Model) T
	bad     func(*T) *map[string]string
	rank    func(T) int // rows of a lower rank come first; nil: as they stand
}

// field is a column of a table of rows of one type.
type field[T any] struct {
	Head
	show    func(m *Model, row T) string
	read    func(m *Model, row *T, s string) bool // false: it cannot be read, and nothing is changed
	options func(m *Model) []Option
	chosen  func(row T) int
	choose  func(m *Model, row *T, i int) // -1: the empty choice
}

func (t *rows[T]) name() string            { return t.key }
func (t *rows[T]) sets() [][]Column        { return t.shown }
func (t *rows[T]) size(e app.Estimate) int { return len(t.get(e)) }

func (t *rows[T]) heads() []Head {
	out := make([]Head, len(t.columns))
	for i, c := range t.columns {
		out[i] = c.Head
	}
	return out
}

func (t *rows[T]) show(m *Model, e app.Estimate, at At) string {
	return t.columns[at.Column].show(m, t.get(e)[at.Row])
}

func (t *rows[T]) unread(e app.Estimate, row int) map[string]string {
	r := t.get(e)[row]
	return *t.bad(&r)
}

func (t *rows[T]) options(m *Model, c Column) []Option {
	if f := t.columns[c]; f.options != nil {
		return f.options(m)
	}
	return nil
}

func (t *rows[T]) chosen(e app.Estimate, at At) int {
	if f := t.columns[at.Column]; f.chosen != nil {
		return f.chosen(t.get(e)[at.Row])
	}
	return -1
}

func (t *rows[T]) changed(old, now app.Estimate) int {
	a, b := t.get(old), t.get(now)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || !reflect.DeepEqual(a[i], b[i]) {
			return i
		}
	}
	return -1
}

func (t *rows[T]) lay(m *Model, e *app.Estimate, row int, columns []Column, cells [][]string) int {
	all := slices.Clone(t.get(*e))
	fresh := t.fresh(m)
	for i, line := range cells {
		at := row + i
		if at >= len(all) {
			if blank(line) {
				continue
			}
			at = len(all)
			all = append(all, fresh)
		}
		for j, s := range line {
			if j < len(columns) && !t.columns[columns[j]].Computed {
				t.put(m, &all[at], columns[j], s)
			}
		}
	}
	return t.keep(e, all, row)
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// keep takes the rows as they are to be, in their order, and says where one went.
func (t *rows[T]) keep(e *app.Estimate, all []T, row int) int {
	if t.rank == nil {
		t.set(e, all)
		return row
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return t.rank(all[a]) - t.rank(all[b]) })
	sorted := make([]T, len(all))
	for i, from := range order {
		sorted[i] = all[from]
	}
	t.set(e, sorted)
	return slices.Index(order, min(row, len(all)-1))
}

// put writes what was typed in a field of a row. What cannot be read is kept
// beside what the field had, until it is mended.
func (t *rows[T]) put(m *Model, row *T, c Column, s string) {
	f := t.columns[c]
	s = strings.TrimSpace(s)
	ok := false
	switch {
	case f.read != nil:
		ok = f.read(m, row, m.swedish(f.Head, s))
	default:
		ok = f.named(m, row, s)
	}
	bad := t.bad(row)
	next := maps.Clone(*bad)
	for _, key := range f.Fields {
		delete(next, key)
	}
	if !ok {
		if next == nil {
			next = map[string]string{}
		}
		next[f.Fields[0]] = s
	}
	if len(next) == 0 {
		next = nil
	}
	*bad = next
}

// named chooses by the words of a choice: the whole of them, or a beginning that
// only one has.
func (f field[T]) named(m *Model, row *T, s string) bool {
	if s == "" {
		f.choose(m, row, -1)
		return true
	}
	begins, word := -1, wordKey(s)
	for i, o := range f.options(m) {
		short := wordKey(o.Short)
		if short == word || wordKey(o.Long) == word {
			f.choose(m, row, i)
			return true
		}
		if strings.HasPrefix(short, word) {
			if begins >= 0 {
				return false
			}
			begins = i
		}
	}
	if begins >= 0 {
		f.choose(m, row, begins)
	}
	return begins >= 0
}

// wordKey is a word without what two writers may do differently: capitals, blanks.
func wordKey(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(s)), "")
}

func (t *rows[T]) insert(m *Model, e *app.Estimate, row int) {
	t.keep(e, slices.Insert(slices.Clone(t.get(*e)), row, t.fresh(m)), row)
}

func (t *rows[T]) remove(e *app.Estimate, from, to int) {
	t.set(e, slices.Delete(slices.Clone(t.get(*e)), from, to))
}

func (t *rows[T]) swap(e *app.Estimate, a, b int) {
	all := slices.Clone(t.get(*e))
	all[a], all[b] = all[b], all[a]
	t.keep(e, all, b)
}
