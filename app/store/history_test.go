package store

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/compare"
)

// A long history at random: documents, sections and annexes come, change, move and go,
// large pieces too; versions are named, thinned and restored. Every version that is
// listed opens, is what was saved, and compares with the one before it.
func TestEveryVersionOpensComparesAndRestores(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	r, err := openFolder(t.TempDir(), Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	sums := map[uint64][32]byte{}
	sumOfMatter := func(m *app.Matter) [32]byte {
		text, err := app.EncodeMatter(m)
		if err != nil {
			t.Fatal(err)
		}
		return sha256.Sum256(text)
	}
	m := many("m", 5)
	m.Documents[0].Annexes[0].Data = noise(400_000)
	at, base := noon, uint64(0)
	for i := range 160 {
		at = at.Add(time.Duration(random.IntN(90)) * time.Minute)
		m = m.Clone()
		change(random, m, i)
		c := app.Change{Matter: m, Base: base, At: at}
		switch random.IntN(8) {
		case 0:
			c.Name = fmt.Sprint("namn ", i)
		case 1:
			c.Why = app.WhySent
		case 2:
			if revs, err := r.Revisions("m"); err == nil && len(revs) > 0 { // back to one of them
				old, err := r.LoadRevision("m", revs[random.IntN(len(revs))].Number)
				if err != nil {
					t.Fatal(err)
				}
				m, c.Matter, c.Why = old, old, app.WhyRestored
			}
		}
		base = save(t, r, c).Number
		sums[base] = sumOfMatter(m)
	}
	r.tidying.Wait()
	for range 2 {
		revs := revisions(t, r, "m")
		if len(revs) < 40 {
			t.Errorf("only %d versions", len(revs))
		}
		var later *app.Matter
		for _, rev := range revs {
			got, err := r.LoadRevision("m", rev.Number)
			if err != nil {
				t.Fatal(err)
			}
			if sumOfMatter(got) != sums[rev.Number] {
				t.Fatalf("version %d is not what was saved", rev.Number)
			}
			if later != nil {
				compare.Matters(compare.Side{Matter: got}, compare.Side{Matter: later})
			}
			later = got
		}
		if err := r.tidy("m", at.AddDate(0, 0, 40)); err != nil { // and once more when all of it is old
			t.Fatal(err)
		}
	}
	t.Logf("%d saves, %d versions left", base, len(revisions(t, r, "m")))
}

// change changes something.
func change(random *rand.Rand, m *app.Matter, i int) {
	d := &m.Documents[random.IntN(len(m.Documents))]
	at := random.IntN(len(d.Sections) + 1)
	switch random.IntN(9) {
	case 0:
		d.Sections = append(d.Sections, app.Section{Role: fmt.Sprint("r", i), Text: prose(random, random.IntN(2000))})
	case 1:
		if at < len(d.Sections) && len(d.Sections) > 2 {
			d.Sections = append(d.Sections[:at:at], d.Sections[at+1:]...)
		}
	case 2:
		if at > 1 {
			d.Sections[0], d.Sections[at-1] = d.Sections[at-1], d.Sections[0]
		}
	case 3:
		m.Documents = append(m.Documents, app.Document{ID: fmt.Sprint("d", i), Kind: "opinion", Sections: []app.Section{{Role: "x", Text: prose(random, 300)}}})
	case 4:
		if len(m.Documents) > 3 {
			m.Documents = m.Documents[1:]
		}
	case 5:
		d.Annexes = append(d.Annexes, app.Annex{Title: fmt.Sprint(i), Name: "a.txt", Data: []byte(prose(random, 1000+random.IntN(9)))})
	case 6:
		if i%10 == 0 {
			d.Sections = append(d.Sections, app.Section{Role: "stor", Text: prose(random, 300_000)})
		}
	case 7:
		m.Title = prose(random, 40)
	default:
		if at < len(d.Sections) {
			d.Sections[at].Text += prose(random, 60)
		}
	}
	for len(d.Sections) > 12 {
		d.Sections = d.Sections[1:]
	}
}
