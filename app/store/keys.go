package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// The keys of the register:
//
//	meta/schema       that this is a register, and of which schema
//	meta/count        how many rows there are
//	meta/applied      what all records come to (total.go); the sequence number of its
//	                  envelope is that of the last change from the journal in here
//	meta/thinned      how far matters have been thinned that nobody saves
//	profile           the municipality and the person
//	matter/<id>       head: number of the latest revision, and how many are kept
//	rev/<id>/<n>      an app.Revision, and the sums of its pieces; n has twenty digits
//	                  so that keys order
//	part/<id>/<sum>   a piece of the matter, or a pack of such, by the first half of its
//	                  SHA-256; see parts.go and packs.go
//	row/<id>          its row in the list
//	bin/<id>          its row, while it is in the bin
//	use/<sum>/<id>    nothing but its envelope: the matter needs the file
//	erased/<id>       an app.Tombstone
//	meta/trail        how many events there are, and the hash of the last
//	trail/<n>         an app.Event
//	said/<id>/<n>     what somebody said at an event of the matter
//
// and in memory, where there is no folder for files:
//
//	file/<sum>        size of a file, by its SHA-256
//	file/<sum>/<n>    its bytes, a slice in each
//
// <id> and <sum> are as seal.Box.Name gives them: without a key the thing itself, with
// one a hash of it.
//
// A piece lies once, under its matter, however many revisions have it.
var (
	keySchema  = []byte("meta/schema")
	keyCount   = []byte("meta/count")
	keyApplied = []byte("meta/applied")
	keyTrail   = []byte("meta/trail")
	keyThinned = []byte("meta/thinned")
	keyProfile = []byte("profile")
)

// Schema is the version of the records. A register with a newer one is refused.
const Schema = 2

const (
	largest   = 8 << 20       // bytes of a section, or another piece of a matter: some four thousand pages
	mostValue = 1<<20 - 1<<10 // bytes of a record: what is larger would go into Badger's value log
	longestID = 1000
)

const (
	rows   = "row/"
	bin    = "bin/"
	events = "trail/"
	erased = "erased/"
)

// An identity comes from a file and may hold any character; a slash in one must not
// make it look like the folder of another, and of an encrypted register it must not be
// read off the keys: box.Name stands for it.
func keyHead(b seal.Box, id string) []byte      { return []byte("matter/" + b.Name(id)) }
func keyRow(b seal.Box, list, id string) []byte { return []byte(list + b.Name(id)) }
func keyRevisions(b seal.Box, id string) []byte { return []byte("rev/" + b.Name(id) + "/") }
func keyRev(b seal.Box, id string, n uint64) []byte {
	return fmt.Appendf(keyRevisions(b, id), "%020d", n)
}
func keyParts(b seal.Box, id string) []byte { return []byte("part/" + b.Name(id) + "/") }
func keySaids(b seal.Box, id string) []byte { return []byte("said/" + b.Name(id) + "/") }
func keySaid(b seal.Box, id string, n uint64) []byte {
	return fmt.Appendf(keySaids(b, id), "%020d", n)
}

func keyUses(b seal.Box, sum string) []byte    { return []byte("use/" + b.Name(sum) + "/") }
func keyUse(b seal.Box, sum, id string) []byte { return append(keyUses(b, sum), b.Name(id)...) }
func keyErased(b seal.Box, id string) []byte   { return []byte(erased + b.Name(id)) }

// revOf reads the number of a revision from its key; 0 when it is none.
func revOf(key []byte) uint64 {
	n, err := strconv.ParseUint(string(key[bytes.LastIndexByte(key, '/')+1:]), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// head is the record of a matter as such.
type head struct {
	Number uint64 `json:"number"`           // of the latest revision
	Before uint64 `json:"before,omitempty"` // number of the one before it, if that is still kept
	Kept   int    `json:"kept"`             // revisions that were not thinned away
	Loose  int    `json:"loose,omitempty"`  // revisions that were, since pieces were last counted
	Day    int    `json:"day,omitempty"`    // number of the day it was last tidied
}

// count guards the lists: when Badger cannot read a block, its iterator ends
// early and says nothing.
type count struct {
	Rows int `json:"rows"`
	Bin  int `json:"bin"`
}

func (c *count) of(list string) *int {
	if list == bin {
		return &c.Bin
	}
	return &c.Rows
}

// tx is a transaction that seals what goes in and opens what comes out. A writing one
// notes what it does, for the journal.
type tx struct {
	t     *badger.Txn
	box   seal.Box
	seq   uint64
	ops   *[]journal.Op // nil: it only reads
	total *total        // of all records, with this change
	now   func() time.Time
	scrub *scrubbing // nil: what is not found is not there
}

// get reads a record into v; ok is false when there is none.
func (t tx) get(key []byte, v any) (ok bool, err error) {
	item, err := t.t.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return false, t.scrub.absent(key)
	}
	if err != nil {
		return false, damaged(key, err)
	}
	return true, t.read(item, v)
}

// read opens what an item holds into v.
func (t tx) read(item *badger.Item, v any) error {
	return t.readWith(item, func(key, body []byte) error {
		if err := json.Unmarshal(body, v); err != nil {
			return damaged(key, err)
		}
		return nil
	})
}

// readWith gives the body of what an item holds to fn; it is valid only there.
func (t tx) readWith(item *badger.Item, fn func(key, body []byte) error) error {
	coded := false
	err := item.Value(func(sealed []byte) error {
		coded = true
		h, body, err := t.box.Open(item.Key(), sealed)
		if err != nil {
			return err
		}
		if h.Schema > Schema {
			return &app.Problem{Code: app.CodeNewer, What: string(item.Key()), Where: fmt.Sprintf("schema %d", h.Schema)}
		}
		return fn(item.Key(), body)
	})
	if err != nil && !coded { // Badger could not read it at all
		return damaged(item.KeyCopy(nil), err)
	}
	return err
}

func (t tx) put(key []byte, revision uint64, v any) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("encode %s: %w", key, err)
	}
	return t.putBody(key, revision, body)
}

func (t tx) putBody(key []byte, revision uint64, body []byte) error {
	sealed := t.box.Seal(key, seal.Head{Schema: Schema, Revision: revision, Seq: t.seq}, body)
	if len(sealed) > mostValue {
		return &app.Problem{Code: app.CodeTooLarge, What: string(key), Where: fmt.Sprintf("%d bytes", len(body))}
	}
	t.reckon(key, sealed)
	*t.ops = append(*t.ops, journal.Op{Key: key, Value: sealed})
	return t.t.Set(key, sealed)
}

func (t tx) remove(key []byte) error {
	t.reckon(key, nil)
	*t.ops = append(*t.ops, journal.Op{Key: key})
	return t.t.Delete(key)
}

func (t tx) has(key []byte) (bool, error) {
	_, err := t.t.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		return false, t.scrub.absent(key)
	}
	if err != nil {
		return false, damaged(key, err)
	}
	return true, nil
}

// head reads the head of a matter; CodeNotFound when there is no such matter.
func (t tx) head(id string) (head, error) {
	var h head
	ok, err := t.get(keyHead(t.box, id), &h)
	if err == nil && !ok {
		err = &app.Problem{Code: app.CodeNotFound, What: id}
	}
	return h, err
}

func damaged(key []byte, err error) error {
	return &app.Problem{Code: app.CodeDamaged, What: string(key), Err: err}
}

// schemaRecord says that this is a register, and of which schema.
type schemaRecord struct {
	Schema int `json:"schema"`
}

// greet makes a new register a register, and refuses one that is newer or that
// came up empty although it was known.
func (r *register) greet(known bool) error {
	err := r.update(func(t tx) error {
		var s schemaRecord
		ok, err := t.get(keySchema, &s)
		switch {
		case err != nil:
			return err
		case ok && s.Schema != Schema:
			return &app.Problem{Code: app.CodeNewer, What: r.dir, Where: fmt.Sprintf("schema %d", s.Schema)}
		case ok:
			return nil
		case known || !t.empty():
			return &app.Problem{Code: app.CodeDamaged, What: r.dir, Err: errors.New("the register came up without its own record")}
		}
		s.Schema = Schema
		if err := t.put(keySchema, 1, s); err != nil {
			return err
		}
		return t.put(keyCount, 0, count{})
	})
	return coded(err, app.CodeDamaged, r.dir)
}

// empty reports whether there is no record at all.
func (t tx) empty() bool {
	it := t.t.NewIterator(badger.IteratorOptions{})
	defer it.Close()
	it.Rewind()
	return !it.Valid()
}
