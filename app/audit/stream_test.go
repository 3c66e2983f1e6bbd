package audit

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store"
)

// Many events are told in their order, each once, under one head.
func TestStream(t *testing.T) {
	k, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	for v := range 3 {
		c := app.Change{Matter: &app.Matter{ID: "m", Title: "Ett\r\nbrutet", Measures: []app.Measure{app.General}}, Base: uint64(v), At: time.Date(2026, 11, 22, 12, v, 0, 0, time.UTC)}
		for range perPage - 1000 {
			c.Events = append(c.Events, app.Event{Action: app.ActWaived, About: "PROP-ALT-01", Reason: "Radbryt\r\ni skälet"})
		}
		if _, err := k.Save(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.Record(app.Event{Action: app.ActRegisterExported}); err != nil {
		t.Fatal(err)
	}
	for matters, want := range map[string]int{"": 3*(perPage-1000) + 2, "m": 3*(perPage-1000) + 1, "x": 0} {
		var b bytes.Buffer
		var chosen []string
		if matters != "" {
			chosen = []string{matters}
		}
		if err := teller(t, "sv").Stream(k, chosen)(&b); err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err != nil || len(rows) != want+1 {
			t.Fatalf("%d rows, want %d: %v", len(rows), want+1, err)
		}
		for i, row := range rows[1:] {
			if matters != "x" && row[0] != fmt.Sprint(i+1) {
				t.Fatalf("row %d is event %s", i+1, row[0])
			}
		}
	}
}
