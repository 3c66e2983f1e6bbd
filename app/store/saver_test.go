package store

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"yttra/app"
)

// child is set in the process that saves until it is killed; the others tell it how.
const (
	child        = "YTTRA_TEST_SAVE_IN"
	childSeed    = "YTTRA_TEST_SEED"
	childReserve = "YTTRA_TEST_RESERVE"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(spoiltDir); dir != "" && len(os.Args) == 1 {
		os.Exit(openDamaged(dir))
	}
	if len(os.Args) > 1 && os.Args[1] == ChildCommand { // the test program is its own child
		os.Exit(RunChild(os.Args[2:], os.Stdin, os.Stdout))
	}
	if dir := os.Getenv(child); dir != "" {
		os.Exit(saveForEver(dir))
	}
	if dir := os.Getenv(opener); dir != "" {
		os.Exit(openOnce(dir))
	}
	os.Exit(m.Run())
}

// word is a line of the process that saves.
type word struct {
	Do   string `json:"do"` // saw, at the beginning; try, before a change; ok or no, after it
	What string `json:"what,omitempty"`
	ID   string `json:"id,omitempty"`
	Rev  uint64 `json:"rev,omitempty"`
	Sum  string `json:"sum,omitempty"` // of the matter, with its annexes
	Name string `json:"name,omitempty"`
	Bin  bool   `json:"bin,omitempty"`
}

func (s word) say() {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(data))
}

func matterSum(m *app.Matter) string {
	data, err := app.EncodeMatter(m)
	if err != nil {
		panic(err)
	}
	return sumHex(data)
}

// saver is the process that saves: some matters, now and then with a name or an annex,
// in the bin and out of it, the profile, and now and then it closes the register and
// opens it again. It says what it is about to do, and what has been acknowledged.
type saver struct {
	random  *rand.Rand
	dir     string
	reserve uint64
	s       *register
	matters map[string]*app.Matter
	revs    map[string]uint64
	binned  map[string]bool
}

// saverMatters is how many matters are saved in turn.
const saverMatters = 6

func saveForEver(dir string) int {
	seed, _ := strconv.ParseUint(os.Getenv(childSeed), 10, 64)
	c := saver{random: rand.New(rand.NewPCG(seed, 7)), dir: dir, reserve: reserve, matters: map[string]*app.Matter{}, revs: map[string]uint64{}, binned: map[string]bool{}}
	if n, err := strconv.ParseUint(os.Getenv(childReserve), 10, 64); err == nil {
		c.reserve = n
	}
	err := c.open()
	for err == nil {
		err = c.step()
	}
	fmt.Println("fault:", err)
	return 3
}

func (c *saver) open() (err error) {
	if c.s, err = openFolder(c.dir, Options{Child: Itself}, c.reserve); err != nil {
		return fmt.Errorf("open register: %w", err)
	}
	state, err := look(c.s)
	if err != nil {
		return err
	}
	for _, at := range state {
		at.say()
		c.revs[at.ID], c.binned[at.ID] = at.Rev, at.Bin
		if at.Rev > 0 {
			if c.matters[at.ID], _, err = c.s.Load(at.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// look gives what there is of every matter; of one that is not there only its name.
func look(s app.Store) (out []word, err error) {
	bin, err := s.Bin()
	if err != nil {
		return nil, err
	}
	for i := range saverMatters {
		at := word{Do: "saw", ID: fmt.Sprint("m", i)}
		m, rev, err := s.Load(at.ID)
		switch {
		case err == nil:
			at.Rev, at.Sum, at.Name = rev.Number, matterSum(m), rev.Name
		case app.CodeOf(err) != app.CodeNotFound:
			return nil, err
		}
		for _, row := range bin {
			at.Bin = at.Bin || row.ID == at.ID
		}
		out = append(out, at)
	}
	p, err := s.Profile()
	return append(out, word{Do: "saw", What: "profile", Sum: p.Municipality}), err
}

func (c *saver) step() error {
	id := fmt.Sprint("m", c.random.IntN(saverMatters))
	switch n := c.random.IntN(200); {
	case n == 0:
		if err := c.s.Close(); err != nil {
			return err
		}
		return c.open()
	case n < 10 && c.revs[id] > 0:
		return c.move(id)
	case n < 14:
		p := app.Profile{Municipality: fmt.Sprint("Exempelkommun ", c.random.IntN(1000))}
		return c.try(word{What: "profile", Sum: p.Municipality}, func() error { return c.s.SaveProfile(p) })
	}
	return c.save(id)
}

// try says what is about to be done, does it, and says whether it was. A full disk is
// an answer as well.
func (c *saver) try(what word, do func() error) error {
	what.Do = "try"
	what.say()
	err := do()
	if what.Do = "ok"; err != nil {
		if app.CodeOf(err) != app.CodeNotSaved {
			return err
		}
		what.Do = "no"
		time.Sleep(5 * time.Millisecond)
	}
	what.say()
	return nil
}

func (c *saver) move(id string) error {
	to := !c.binned[id]
	err := c.try(word{What: "move", ID: id, Bin: to}, func() error {
		if to {
			return c.s.Remove(id)
		}
		return c.s.Unremove(id)
	})
	if err != nil {
		return err
	}
	bin, err := c.s.Bin() // it may have been denied
	c.binned[id] = false
	for _, row := range bin {
		c.binned[id] = c.binned[id] || row.ID == id
	}
	return err
}

func (c *saver) save(id string) error {
	m := c.matters[id]
	if m == nil {
		m = bulkMatter(c.random, 0)
		m.ID = id
	} else {
		m = m.Clone()
	}
	doc := &m.Documents[0]
	doc.Sections[c.random.IntN(len(doc.Sections))].Text = prose(c.random, c.random.IntN(3000))
	change := app.Change{Matter: m, Base: c.revs[id], At: time.Now()}
	if c.random.IntN(12) == 0 {
		change.Name = fmt.Sprint("version ", c.random.IntN(1000))
	}
	if c.random.IntN(25) == 0 {
		data := make([]byte, 1+c.random.IntN(300_000))
		for i := range data {
			data[i] = byte(c.random.Uint32())
		}
		doc.Annexes = []app.Annex{{Title: "Karta", How: app.AnnexAttached, Name: "karta.tif", Data: data}}
	}
	if c.random.IntN(60) == 0 {
		doc.Sections[0].Text = prose(c.random, 1<<20)
	}
	saved := false
	err := c.try(word{What: "save", ID: id, Rev: change.Base + 1, Sum: matterSum(m), Name: change.Name}, func() error {
		_, err := c.s.Save(change)
		saved = err == nil
		return err
	})
	if saved {
		c.matters[id], c.revs[id] = m, change.Base+1
	}
	return err
}
