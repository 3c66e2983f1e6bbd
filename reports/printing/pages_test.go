package printing

import (
	"errors"
	"reflect"
	"testing"
)

func TestReadPages(t *testing.T) {
	for in, want := range map[string][]Range{
		"": nil, " ": nil, "1-12": nil, "1–": nil, "3": {{3, 3}}, "1–3, 5": {{1, 3}, {5, 5}}, "5,1-3": {{1, 3}, {5, 5}},
		"10-": {{10, 12}}, "2;2;3 - 4": {{2, 4}}, "1-8,4-12": {{1, 12}}, ",,7,": {{7, 7}},
	} {
		got, err := ReadPages(in, 12)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, %v", in, got, err)
		}
	}
	for in, part := range map[string]string{"0": "0", "13": "13", "3-2": "3-2", "ett": "ett", "1-3, sista": "sista", "1-2-3": "1-2-3", "-3": "-3", "99999999999999999999": "99999999999999999999"} {
		_, err := ReadPages(in, 12)
		var fault *PagesError
		if !errors.As(err, &fault) || fault.Part != part || fault.Of != 12 {
			t.Errorf("%q: %v", in, err)
		}
	}
	if n := Sheets([]Range{{1, 3}, {5, 5}}, 12); n != 4 {
		t.Errorf("%d pages", n)
	}
	if n := Sheets(nil, 12); n != 12 {
		t.Errorf("%d pages", n)
	}
}

func FuzzReadPages(f *testing.F) {
	f.Add("1–3, 5", 12)
	f.Fuzz(func(t *testing.T, s string, of int) {
		rs, err := ReadPages(s, of)
		if err != nil {
			return
		}
		last := 0
		for _, r := range rs {
			if r.From <= last || r.To < r.From || r.To > of {
				t.Fatalf("%q of %d: %v", s, of, rs)
			}
			last = r.To
		}
	})
}
