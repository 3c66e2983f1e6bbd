package i18n

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

func TestLanguagesHaveTheSameKeysAndPlaces(t *testing.T) {
	sv, en := texts(t, "sv"), texts(t, "en")
	place := regexp.MustCompile(`{{\.\w+}}`)
	for k, s := range sv {
		e, ok := en[k]
		if !ok {
			t.Errorf("%s is not in English", k)
			continue
		}
		a, b := place.FindAllString(s, -1), place.FindAllString(e, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
			t.Errorf("%s: places differ: %v, %v", k, a, b)
		}
	}
	for k := range en {
		if _, ok := sv[k]; !ok {
			t.Errorf("%s is not in Swedish", k)
		}
	}
}

// Keys in code are written whole, "room.word", or built from a known prefix; a
// key that no code mentions is dead, a mentioned one that is not written is a hole.
func TestEveryKeyIsWrittenAndUsed(t *testing.T) {
	sv := texts(t, "sv")
	keys := map[string]bool{}
	for k := range sv {
		for _, form := range []string{".one", ".other"} {
			k = strings.TrimSuffix(k, form)
		}
		keys[k] = true
	}
	call := regexp.MustCompile(`\b(?:T|N|Has)\("([a-z_]+\.[A-Za-z_.]+)"`)
	word := regexp.MustCompile(`"([a-z_]+\.[A-Za-z_.]*)"`)
	used, prefixes := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range call.FindAllStringSubmatch(string(data), -1) {
			if !keys[m[1]] && !strings.HasSuffix(m[1], ".") {
				t.Errorf("%s says %s, which is not written", path, m[1])
			}
		}
		for _, m := range word.FindAllStringSubmatch(string(data), -1) {
			used[m[1]] = true
			if strings.HasSuffix(m[1], ".") {
				prefixes[m[1]] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for k := range keys {
		ok := used[k]
		for p := range prefixes {
			ok = ok || strings.HasPrefix(k, p)
		}
		if !ok {
			t.Errorf("%s is written but nobody says it", k)
		}
	}
}

func TestNumbersAndDates(t *testing.T) {
	sv, en := words(t, "sv"), words(t, "en")
	at := time.Date(2026, 11, 22, 9, 42, 0, 0, time.UTC)
	for _, c := range []struct{ got, want string }{
		{sv.Int(1910323), "1\u00a0910\u00a0323"}, {en.Int(1910323), "1,910,323"}, {sv.Int(-1000), "−1\u00a0000"}, {sv.Int(0), "0"},
		{sv.Kronor(3500000), "35\u00a0000\u00a0kr"}, {en.Kronor(3500000), "SEK\u00a035,000"}, {sv.Amount(-50), "−0,50"}, {sv.Amount(105), "1,05"},
		{sv.Exact(3500000), "35\u00a0000,00\u00a0kr"}, {en.Exact(-100), "SEK\u00a0−1.00"}, {sv.Exact(105), "1,05\u00a0kr"},
		{sv.Percent(350), "3,5\u00a0%"}, {sv.Percent(-250), "−2,5\u00a0%"}, {en.Percent(350), "3.5%"}, {sv.Percent(400), "4\u00a0%"}, {sv.Decimal("0.5"), "0,5"},
		{sv.Size(1), "1\u00a0kB"}, {sv.Size(999_999), "1\u00a0000\u00a0kB"}, {en.Size(1_234_567_890), "1,235\u00a0MB"},
		{sv.Clock(at), "09.42"}, {en.Clock(at), "09:42"},
		{sv.N("deadline.left", 1), "1 dag kvar"}, {sv.N("deadline.left", 144), "144 dagar kvar"}, {en.N("deadline.left", 1), "1 day left"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestMissingKeyShowsItself(t *testing.T) {
	if got := words(t, "sv").T("no.such.key"); got != "[no.such.key]" {
		t.Errorf("got %q", got)
	}
}

func TestUnder(t *testing.T) {
	codes, err := Under("error")
	if err != nil || !slices.Contains(codes, "not_saved") || !slices.IsSorted(codes) {
		t.Errorf("%v, %v", codes, err)
	}
	if none, _ := Under("nothing"); len(none) != 0 {
		t.Error(none)
	}
}

func words(t *testing.T, lang string) Words {
	t.Helper()
	w, err := New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// texts flattens a file of words to key → text.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	data, err := files.ReadFile("active." + lang + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	var walk func(prefix string, v any)
	walk = func(prefix string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				walk(strings.TrimPrefix(prefix+"."+k, "."), x)
			}
		case string:
			out[prefix] = v
		default:
			t.Errorf("%s is a %s", prefix, reflect.TypeOf(v))
		}
	}
	walk("", tree)
	return out
}
