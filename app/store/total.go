package store

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/dgraph-io/badger/v4"

	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// total is what all records of the register come to, whatever they say: how many they
// are, and the sum of the checksums in their envelopes. It is renewed with every
// change and lies in meta/applied, so that a record which is gone, older than it ought
// to be, or back again, is missed by whoever reads all of them, without a key and
// without anything to compare with.
//
// The zero total is that of a register with nothing in it. meta/applied itself is not
// counted.
type total struct {
	records int
	a, b    uint64 // the first sixteen bytes of each checksum, added up
	unknown bool   // a record was replaced that could not be read; the next that reads all finds it anew
}

// come counts a record that is there from now on; gone, one that is not.
func (s *total) come(sealed []byte) { s.add(sealed, 1) }
func (s *total) gone(sealed []byte) { s.add(sealed, -1) }

func (s *total) add(sealed []byte, n int) {
	sum, ok := seal.Sum(sealed)
	if !ok {
		s.unknown = true
		return
	}
	s.records += n
	s.a += uint64(n) * binary.BigEndian.Uint64(sum[:])
	s.b += uint64(n) * binary.BigEndian.Uint64(sum[8:])
}

type totalBody struct {
	Records int    `json:"records"`
	Sum     string `json:"sum"` // empty: unknown
}

func (s total) MarshalJSON() ([]byte, error) {
	b := totalBody{Records: s.records}
	if !s.unknown {
		b.Sum = hex.EncodeToString(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, s.a), s.b))
	}
	return json.Marshal(b)
}

func (s *total) UnmarshalJSON(data []byte) error {
	var b totalBody
	if err := json.Unmarshal(data, &b); err != nil {
		return err
	}
	sum, err := hex.DecodeString(b.Sum)
	if err != nil || len(sum) != 0 && len(sum) != 16 {
		return errors.New("the sum of the records is none")
	}
	*s = total{records: b.Records, unknown: len(sum) == 0}
	if !s.unknown {
		s.a, s.b = binary.BigEndian.Uint64(sum), binary.BigEndian.Uint64(sum[8:])
	}
	return nil
}

// reckon takes into the total what is about to become of a record; value is nil when
// it is removed.
func (t tx) reckon(key, value []byte) {
	item, err := t.t.Get(key)
	switch {
	case errors.Is(err, badger.ErrKeyNotFound):
	case err != nil:
		t.total.unknown = true // it is being replaced: that must not fail
	default:
		if item.Value(func(old []byte) error { t.total.gone(old); return nil }) != nil {
			t.total.unknown = true
		}
	}
	if value != nil {
		t.total.come(value)
	}
}

// putApplied writes the number of this change and what the register comes to with it.
// It is never encrypted: a register is told whole without a key.
func (t tx) putApplied() error {
	sealed := sealApplied(t.seq, *t.total)
	*t.ops = append(*t.ops, journal.Op{Key: keyApplied, Value: sealed})
	return t.t.Set(keyApplied, sealed)
}

func sealApplied(seq uint64, s total) []byte {
	body, _ := s.MarshalJSON() // numbers and hexadecimal
	return seal.Box{}.Seal(keyApplied, seal.Head{Schema: Schema, Seq: seq}, body)
}

// applied is the number of the last change in here, and the total after it; 0 and
// nothing in a new register.
func (t tx) applied() (uint64, total, error) {
	item, err := t.t.Get(keyApplied)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return 0, total{}, nil
	}
	if err != nil {
		return 0, total{}, damaged(keyApplied, err)
	}
	var h seal.Head
	var s total
	err = item.Value(func(sealed []byte) (err error) { h, s, err = openApplied(sealed); return err })
	return h.Seq, s, err
}

func openApplied(sealed []byte) (h seal.Head, s total, err error) {
	h, body, err := seal.Box{}.Open(keyApplied, sealed)
	if err == nil {
		if err = json.Unmarshal(body, &s); err != nil {
			err = damaged(keyApplied, err)
		}
	}
	return h, s, err
}
