package store

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// full is a row with something in every field.
func full() app.Row {
	return app.Row{ID: "m1", Title: "Motion om cykelväg, ”Ängsvägen”", References: []string{"KS 2026/00240", "BUN 2026:7"},
		Movers: []app.Mover{{Name: "Majken Ros", Party: "LL"}, {Name: "Åke Öst"}}, Received: "2026-04-15", Due: "2026-12-04", Source: app.ReferralSource, Stage: "draft", Holder: "Kommunstyrelsen",
		Meeting: "2026-12-01", Officers: []string{"Ärla Sund"}, Outcome: app.Reject, Claims: 3, Undecided: 1,
		Tally: app.Tally{Blocking: 1, Serious: 2, Note: 30}, Revision: 41, Saved: noon,
		Removed: noon.UTC(), RemovedBy: "Ada Ek"}
}

func TestRowReaderReadsWhatIsWritten(t *testing.T) {
	r := newRowReader()
	for name, row := range map[string]app.Row{"full": full(), "bare": {ID: "x"}, "empty": {}} {
		body, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		got, err := r.read(body)
		if err != nil || r.odd {
			t.Fatalf("%s was left to encoding/json, or fails: %v\n%s", name, err, body)
		}
		if !got.Saved.Equal(row.Saved) {
			t.Errorf("%s: saved %v", name, got.Saved)
		}
		got.Saved = row.Saved // the same moment may be another value
		if !reflect.DeepEqual(got, row) {
			t.Errorf("%s:\n%+v\n%+v", name, got, row)
		}
	}
}

// A field that is added to the row and forgotten here would make every list slow
// again, and one that is read wrongly would be a lie.
func TestRowReaderKnowsEveryField(t *testing.T) {
	v := reflect.ValueOf(full())
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is empty in the test's full row", v.Type().Field(i).Name)
		}
	}
}

func TestRowReaderLeavesTheOddToJSON(t *testing.T) {
	body, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	whole := string(body)
	for _, c := range [][2]string{{`"id":"m1"`, `"id":"m\u0031"`}, {`"id":"m1"`, `"id":null`}, {`"id":"m1"`, `"ID":"m1"`}, {`"id":"m1"`, `"new":{"a":[1]},"id":"m1"`},
		{`"claims":3`, `"claims": 3`}, {`"claims":3`, `"claims":-3`}, {`"claims":3`, `"claims":3.0`}, {`"claims":3`, `"claims":03`}, {`"claims":3`, `"claims":99999999999999999999`},
		{`"party":"LL"`, `"party":"LL","seat":12`}, {`"officers":["Ärla Sund"]`, `"officers":[]`}, {`"tally":{`, `"tally":{"all":9,`}, {`"Majken`, "\"\xffMajken"},
		{`"Majken`, "\"\tMajken"}, {`"saved":"`, `"saved":"x`}, {`"claims":3,`, `"claims":3`}, {`}`, `}}`}, {`{`, `[`}, {whole, ""}, {whole, whole[:40]}, {whole, "{}"}} {
		odd := []byte(strings.Replace(whole, c[0], c[1], 1))
		var want app.Row
		wantErr := json.Unmarshal(odd, &want)
		got, err := newRowReader().read(odd)
		if (err == nil) != (wantErr == nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v %v\n%+v %v", odd, got, err, want, wantErr)
		}
	}
}

func TestRowReaderKeepsAWordOnce(t *testing.T) {
	body, err := json.Marshal(full())
	if err != nil {
		t.Fatal(err)
	}
	r := newRowReader()
	if n := testing.AllocsPerRun(100, func() {
		if _, err := r.read(body); err != nil {
			t.Fatal(err)
		}
	}); n > 14 {
		t.Errorf("a row makes %v things in memory", n)
	}
}

func FuzzRowReader(f *testing.F) {
	body, err := json.Marshal(full())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add([]byte(`{"id":"a","movers":[{"name":"b","x":1}],"saved":"2026-01-02T03:04:05+01:00"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		var want app.Row
		wantErr := json.Unmarshal(body, &want)
		got, err := newRowReader().read(body)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("%v, want %v", err, wantErr)
		}
		if err != nil {
			return
		}
		if !got.Saved.Equal(want.Saved) {
			t.Fatalf("saved %v, want %v", got.Saved, want.Saved)
		}
		got.Saved, want.Saved = time.Time{}, time.Time{}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\n%+v", got, want)
		}
	})
}
