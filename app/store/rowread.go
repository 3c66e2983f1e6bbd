package store

import (
	"encoding/json"
	"strconv"
	"time"
	"unicode/utf8"

	"yttra/app"
)

// rowReader reads the rows of a list. A start waits for all of them, so they are
// read without encoding/json, which makes ten times as much waste of a row, and
// words that come back in row after row (parties, names of officers, days) are
// kept once.
//
// It takes only what this version writes. A row with anything else in it, like
// an escape, a null or a field of another version, is left to encoding/json.
type rowReader struct {
	words map[string]string
	rest  []byte
	odd   bool // something is there that encoding/json must judge
}

func newRowReader() *rowReader { return &rowReader{words: map[string]string{}} }

// read decodes the JSON of a row.
func (r *rowReader) read(body []byte) (app.Row, error) {
	r.rest, r.odd = body, false
	var row app.Row
	r.object(func(key []byte) { r.field(&row, key) })
	if !r.odd && len(r.rest) == 0 {
		return row, nil
	}
	row = app.Row{}
	err := json.Unmarshal(body, &row)
	return row, err
}

func (r *rowReader) field(row *app.Row, key []byte) {
	switch string(key) {
	case "id":
		row.ID = string(r.text())
	case "title":
		row.Title = string(r.text())
	case "references":
		row.References = list(r, r.own)
	case "movers":
		row.Movers = list(r, r.mover)
	case "received":
		row.Received = app.Date(r.word())
	case "due":
		row.Due = app.Date(r.word())
	case "source":
		row.Source = app.SourceKind(r.word())
	case "stage":
		row.Stage = app.Stage(r.word())
	case "holder":
		row.Holder = r.word()
	case "meeting":
		row.Meeting = app.Date(r.word())
	case "officers":
		row.Officers = list(r, r.word)
	case "outcome":
		row.Outcome = app.Decision(r.word())
	case "claims":
		row.Claims = r.count()
	case "undecided":
		row.Undecided = r.count()
	case "tally":
		row.Tally = r.tally()
	case "revision":
		row.Revision = uint64(r.count())
	case "saved":
		row.Saved = r.time()
	case "removed":
		row.Removed = r.time()
	case "removed_by":
		row.RemovedBy = r.word()
	default:
		r.odd = true
	}
}

func (r *rowReader) mover() (m app.Mover) {
	r.object(func(key []byte) {
		switch string(key) {
		case "name":
			m.Name = r.word()
		case "party":
			m.Party = r.word()
		default: // kept as Extra
			r.odd = true
		}
	})
	return m
}

func (r *rowReader) tally() (t app.Tally) {
	r.object(func(key []byte) {
		switch string(key) {
		case "blocking":
			t.Blocking = r.count()
		case "serious":
			t.Serious = r.count()
		case "note":
			t.Note = r.count()
		default:
			r.odd = true
		}
	})
	return t
}

// object reads an object with at least one field; field reads each value.
func (r *rowReader) object(field func(key []byte)) {
	r.take('{')
	for !r.odd {
		key := r.text()
		r.take(':')
		field(key)
		if !r.more('}') {
			return
		}
	}
}

// list reads an array with at least one item.
func list[T any](r *rowReader, item func() T) (out []T) {
	r.take('[')
	for !r.odd {
		out = append(out, item())
		if !r.more(']') {
			return out
		}
	}
	return out
}

// more reads the comma before the next value, or the end.
func (r *rowReader) more(end byte) bool {
	if len(r.rest) > 0 && r.rest[0] == ',' {
		r.rest = r.rest[1:]
		return true
	}
	r.take(end)
	return false
}

func (r *rowReader) take(c byte) {
	if len(r.rest) == 0 || r.rest[0] != c {
		r.odd = true
		return
	}
	r.rest = r.rest[1:]
}

// text reads a string without escapes; it is part of the body.
func (r *rowReader) text() []byte {
	r.take('"')
	plain := true
	for i, c := range r.rest {
		switch {
		case c == '"':
			s := r.rest[:i]
			r.rest = r.rest[i+1:]
			r.odd = r.odd || !plain && !utf8.Valid(s)
			return s
		case c == '\\' || c < ' ':
			r.odd = true
			return nil
		case c >= utf8.RuneSelf:
			plain = false
		}
	}
	r.odd = true
	return nil
}

func (r *rowReader) own() string { return string(r.text()) }

// word reads a string that other rows have as well.
func (r *rowReader) word() string {
	b := r.text()
	s, ok := r.words[string(b)]
	if !ok {
		s = string(b)
		r.words[s] = s
	}
	return s
}

// count reads a whole number that is not negative, of at most 18 digits.
func (r *rowReader) count() int {
	n := 0
	for n < len(r.rest) && n < 19 && '0' <= r.rest[n] && r.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(r.rest[:n]))
	if err != nil || n == 19 || n > 1 && r.rest[0] == '0' {
		r.odd = true
	}
	r.rest = r.rest[n:]
	return v
}

func (r *rowReader) time() (t time.Time) {
	if err := t.UnmarshalText(r.text()); err != nil {
		r.odd = true
	}
	return t
}
