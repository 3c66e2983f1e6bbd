package app

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// filled sets every field of a value to something.
func filled(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprint("värde", *n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Uint64:
		v.SetUint(uint64(*n) << 40)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			filled(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.ValueOf(Extra{"x": json.RawMessage(`{"a":1}`)}))
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 11, 22, 12, *n, 0, 5, time.FixedZone("", 3600))))
			return
		}
		for i := range v.NumField() {
			filled(v.Field(i), n)
		}
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic(v.Kind())
	}
}

// Every field of a row comes back, also one that somebody adds tomorrow.
func TestPackedRowsAreWhole(t *testing.T) {
	var full, empty Row
	n := 0
	filled(reflect.ValueOf(&full).Elem(), &n)
	rows := NewRows([]Row{full, empty, full})
	again, err := UnpackRows(rows.Pack())
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]Rows{"packed": rows, "packed and unpacked": again} {
		for i, want := range []Row{full, empty, full} {
			got := r.At(i)
			if !got.Saved.Equal(want.Saved) || !got.Removed.Equal(want.Removed) {
				t.Errorf("%s: saved %v, removed %v", name, got.Saved, got.Removed)
			}
			got.Saved, got.Removed = want.Saved, want.Removed
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: row %d is\n%+v, want\n%+v", name, i, got, want)
			}
		}
	}
	var k RowKeys
	rows.Keys(2, &k)
	if !reflect.DeepEqual(k, RowKeys{full.Received, full.Meeting, full.Due, full.Source, full.Stage, full.Holder, full.Officers}) {
		t.Errorf("%+v", k)
	}
}

// Whatever is put in and taken out, the list is what a plain one would be.
func TestRowsAreAList(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	var plain []Row
	for i := range 500 {
		plain = append(plain, Row{ID: fmt.Sprint(i), Title: "t"})
	}
	rows := NewRows(plain)
	for step := range 2000 {
		id := fmt.Sprint(random.IntN(600))
		before, same := rows, rows
		out := slices.DeleteFunc(slices.Clone(plain), func(r Row) bool { return r.ID == id })
		if step%3 == 0 {
			rows = rows.Without(id)
		} else {
			row := Row{ID: id, Title: fmt.Sprint("ny ", step)}
			out = slices.Insert(out, 0, row)
			rows = rows.With(row)
		}
		if !same.Same(before) || before.Len() != len(plain) || before.At(0).Title != plain[0].Title {
			t.Fatal("the list before was changed")
		}
		if plain = out; rows.Len() != len(plain) {
			t.Fatalf("step %d: %d rows, want %d", step, rows.Len(), len(plain))
		}
		i := random.IntN(len(plain))
		if got := rows.At(i); !reflect.DeepEqual(got, plain[i]) {
			t.Fatalf("step %d: row %d is %+v, want %+v", step, i, got, plain[i])
		}
		if got := rows.Index(plain[i].ID); got != i {
			t.Fatalf("step %d: row %d is found at %d", step, i, got)
		}
	}
	if !reflect.DeepEqual(rows.List(), plain) {
		t.Error("the list in one is another")
	}
	if rows.Index("nobody") != -1 || (Rows{}).Index("x") != -1 || (Rows{}).Len() != 0 {
		t.Error("what is not there is found")
	}
}

func TestLatestFirst(t *testing.T) {
	var p RowPacker
	at := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for i, id := range []string{"b", "c", "a", "d"} {
		p.Add(&Row{ID: id, Saved: at.Add(time.Duration(i/2) * time.Minute)})
	}
	var got string
	for _, r := range p.Latest().All() {
		got += r.ID
	}
	if got != "adbc" {
		t.Errorf("listed %s", got)
	}
}

func TestDamagedPackedRows(t *testing.T) {
	packed := NewRows([]Row{{ID: "a", Title: "x"}, {ID: "b"}}).Pack()
	for n := range len(packed) - 60 {
		if _, err := UnpackRows(packed[:n]); err == nil && n < 20 {
			t.Errorf("%d bytes are taken for rows", n)
		}
	}
	if _, err := UnpackRows(nil); err == nil {
		t.Error("nothing is taken for rows")
	}
}

// BenchmarkRows packs, unpacks, looks through and changes 100,000 rows.
func BenchmarkRows(b *testing.B) {
	const n = 100_000
	var list []Row
	for i := range n {
		list = append(list, Row{ID: fmt.Sprintf("%026d", i), Title: fmt.Sprint("Motion om cykelväg till skolan ", i), References: []string{fmt.Sprintf("KS 2026/%05d", i)},
			Movers: []Mover{{Name: fmt.Sprint("Majken Ros ", i%60), Party: "LL"}}, Received: Date(fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1)), Officers: []string{"Ada Ek"}, Holder: "Ada Ek", Saved: time.Unix(int64(i), 0)})
	}
	rows := NewRows(list)
	packed := rows.Pack()
	b.Logf("%d bytes for each row", len(packed)/n)
	b.Run("unpack", func(b *testing.B) {
		for b.Loop() {
			if _, err := UnpackRows(packed); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("keys", func(b *testing.B) {
		var k RowKeys
		for b.Loop() {
			for i := range rows.Len() {
				rows.Keys(i, &k)
			}
		}
	})
	b.Run("one saved", func(b *testing.B) {
		r := rows
		for i := 0; b.Loop(); i++ {
			r = r.With(Row{ID: fmt.Sprintf("%026d", i*7919%n)})
		}
	})
}
