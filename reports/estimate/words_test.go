package estimate

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"yttra/app"
)

// Every word is there, none is unused, and what is filled in has a name.
func TestWordsAreAllThere(t *testing.T) {
	d := json.NewDecoder(bytes.NewReader(wordsSV))
	d.DisallowUnknownFields()
	var w words
	if err := d.Decode(&w); err != nil {
		t.Fatal(err)
	}
	slot := regexp.MustCompile(`\{[a-z_]+\}`)
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		case reflect.Map:
			for _, k := range v.MapKeys() {
				walk(v.MapIndex(k), path+"."+k.String())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), path)
			}
		case reflect.String:
			s := v.String()
			if s == "" || strings.ContainsAny(slot.ReplaceAllString(s, ""), "{}") || strings.Contains(s, "\"") {
				t.Errorf("%s is %q", path, s)
			}
		}
	}
	walk(reflect.ValueOf(w), "words")
	for _, k := range app.CostKinds {
		if w.Kinds[k] == "" || w.ShortKinds[k] == "" {
			t.Errorf("no words for %s", k)
		}
	}
	for _, s := range append(app.CostSources, "") {
		if w.Sources[s] == "" {
			t.Errorf("no words for the source %q", s)
		}
	}
	if len(w.Months) != 12 {
		t.Errorf("%d months", len(w.Months))
	}
	for _, u := range units {
		if w.Units[u] == "" {
			t.Errorf("no word for %s", u)
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct {
		u    unit
		m    app.Money
		want string
	}{
		{oren, 0, "0,00"}, {oren, 5, "0,05"}, {oren, -5, "\u22120,05"}, {oren, 123_456_789, "1\u00a0234\u00a0567,89"}, {oren, -100_05, "\u2212100,05"},
		{oren, -9_223_372_036_854_775_808, "\u221292\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,08"},
		{kronor, 149, "1"}, {kronor, 150, "2"}, {kronor, -150, "\u22122"}, {kronor, 49, "0"}, {kronor, app.Kronor(1_000_000), "1\u00a0000\u00a0000"},
		{thousands, app.Kronor(1_500), "2"}, {millions, app.Kronor(1_250_000), "1,3"}, {millions, app.Kronor(-40_000), "0,0"},
	} {
		if got := c.u.in(c.m); got != c.want {
			t.Errorf("%d in %s is %q, want %q", c.m, c.u, got, c.want)
		}
	}
	for n, want := range map[int]string{0: "0", 350: "3,5", 200: "2", 205: "2,05", -150: "\u22121,5"} {
		if got := percent(n); got != want {
			t.Errorf("%d hundredths are %q, want %q", n, got, want)
		}
	}
	for q, want := range map[app.Quantity]string{0: "0", 500: "0,5", 12_000: "12", 1_240_000: "1\u00a0240", 1_005: "1,005", -250: "\u22120,25"} {
		if got := quantity(q); got != want {
			t.Errorf("%d thousandths are %q, want %q", q, got, want)
		}
	}
	if got := listed([]string{"a", "b", "c"}, "och"); got != "a, b och c" || listed(nil, "och") != "" || listed([]string{"a"}, "och") != "a" {
		t.Errorf("%q", got)
	}
}
