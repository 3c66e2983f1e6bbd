package store

import (
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/seal"
)

// The tasks of a child: to read every record, and to do nothing, which tells whether
// there can be children at all.
const (
	taskVerify  = "verify"
	taskNothing = "nothing"
)

// checked is what reading every record of a data folder gave.
type checked struct {
	Seq     uint64 `json:"seq"`     // of the last change in it
	Noted   total  `json:"noted"`   // what all records came to, as the last change noted it
	Counted total  `json:"counted"` // what they come to
	Bad     int    `json:"bad"`     // records that are not what was written
}

// fault is what is wrong; nil: every record is there, and the latest.
func (c checked) fault() error {
	switch {
	case c.Bad > 0:
		return fmt.Errorf("%d records are not what was written", c.Bad)
	case c.Seq == 0 && c.Counted.records > 0:
		return errors.New("the number of the last change is missing")
	case c.Counted.unknown, c.Noted.unknown:
		return nil // nobody knows what they ought to come to
	case c.Noted != c.Counted:
		return fmt.Errorf("%d records of %d are there, or they are not the latest", c.Counted.records, c.Noted.records)
	}
	return nil
}

// verifyTask opens the data folder with Badger and reads every record. It tells those
// that are damaged one by one, and in the end what they come to.
func verifyTask(data string, out *lines) (err error) {
	db, err := openBadger(options(data))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	r := &register{db: db, dir: data}
	var c checked
	err = r.view(func(t tx) error {
		if c.Seq, c.Noted, err = t.applied(); err != nil {
			out.send(line{Key: keyApplied, Bad: err.Error()})
			c.Bad++
		}
		seen := 0
		t.each("", func(item *badger.Item) {
			if seen++; seen%2000 == 0 {
				out.send(line{At: seen, Of: max(seen, c.Noted.records)})
			}
			if err := c.take(item); err != nil {
				out.send(line{Key: item.KeyCopy(nil), Bad: err.Error()})
				c.Bad++
			}
		})
		return nil
	})
	if err == nil {
		out.send(line{Checked: &c})
	}
	return err
}

// take counts a record that is whole.
func (c *checked) take(item *badger.Item) error {
	if string(item.Key()) == string(keyApplied) {
		return nil
	}
	return item.Value(func(sealed []byte) error {
		_, err := seal.Check(item.Key(), sealed)
		if err == nil {
			c.Counted.come(sealed)
		}
		return err
	})
}

// verify reads every record of a data folder, in a child. It fails with what is wrong.
func (o Options) verify(data string) (c checked, bad []string, err error) {
	ended := false
	hear := func(l line) {
		switch {
		case l.Checked != nil:
			c, ended = *l.Checked, true
		case l.Bad != "":
			bad = append(bad, string(l.Key))
		case l.Of > 0 && o.Tell != nil:
			o.Tell(app.StepVerify, l.At, l.Of)
		}
	}
	if err = o.ask(taskVerify, data, hear); errors.Is(err, errChild) && o.ask(taskNothing, data, hear) != nil {
		err = here(taskVerify, data, hear) // it did not die of the folder: no child lives on this machine
	}
	if err == nil && !ended {
		err = errChild
	}
	if err == nil {
		err = c.fault()
	}
	return c, bad, err
}
