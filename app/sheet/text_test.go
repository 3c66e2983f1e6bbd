package sheet

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"yttra/app"
)

const semicolons = "Slag;Vad;Antal;Pris\r\nInköp;\"Lås, \"\"A\"\"\nmed nyckel\";2;1 000,50\r\n\r\nDrift;Nät;1;99\r\n"

func TestCSVInEveryWriting(t *testing.T) {
	windows := strings.NewReplacer("ö", "\xf6", "å", "\xe5", "ä", "\xe4").Replace(semicolons)
	wide := func(mark string, bytes func(uint16) [2]byte) string {
		out := []byte(mark)
		for _, u := range utf16.Encode([]rune(semicolons)) {
			b := bytes(u)
			out = append(out, b[:]...)
		}
		return string(out)
	}
	little := func(u uint16) [2]byte { return [2]byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) [2]byte { return [2]byte{byte(u >> 8), byte(u)} }
	for name, data := range map[string]string{
		"UTF-8": semicolons, "UTF-8 with mark": "\ufeff" + semicolons, "Windows-1252": windows,
		"UTF-16": wide("\xff\xfe", little), "UTF-16 big": wide("\xfe\xff", big), "UTF-16 without mark": wide("", little), "UTF-16 big without mark": wide("", big),
		"tabs":   strings.ReplaceAll(semicolons, ";", "\t"),
		"commas": strings.ReplaceAll(strings.ReplaceAll(semicolons, "1 000,50", `"1,000.50"`), ";", ","),
		"told":   "sep=;\r\n" + semicolons, "told in marks": "\"sep=|\"\n" + strings.ReplaceAll(semicolons, ";", "|"),
		"old line ends": strings.ReplaceAll(semicolons, "\r\n", "\r"),
	} {
		got, err := reader(t, "sv").File([]byte(data), 0)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(got.Lines.Lines) != 2 || got.Lines.Lines[0].What != "Lås, \"A\"\nmed nyckel" || got.Lines.Lines[0].Price != 100050 ||
			got.Lines.Lines[0].Kind != app.CostPurchase || len(got.Loose) != 0 {
			t.Errorf("%s: %+v", name, got)
		}
		row := 4
		if strings.HasPrefix(name, "told") {
			row = 5
		}
		if got.Rows[1] != row {
			t.Errorf("%s: the last line stands in row %d", name, got.Rows[1])
		}
	}
}

func TestPasted(t *testing.T) {
	for text, want := range map[string]string{
		"a\tb\r\nc\td\r\n":        `[["a" "b"] ["c" "d"]]`,
		"\"a\tb\"\t\"c\"\"d\"\ne": `[["a\tb" "c\"d"] ["e"]]`,
		"5\" rör\t\"öppen\nb":     `[["5\" rör" "\"öppen"] ["b"]]`,
		"\"så\" sade\t2":          `[["\"så\" sade" "2"]]`,
		"\"\"":                    `[[""]]`,
		"":                        `[[""]]`,
		"a\n\nb":                  `[["a"] [""] ["b"]]`,
		"a\t":                     `[["a" ""]]`,
	} {
		if got := fmt.Sprintf("%q", Pasted(text).Rows); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestTextsThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		code app.Code
	}{
		"nothing": {"", app.CodeEmpty}, "blanks": {" ;; \n", app.CodeEmpty}, "binary": {"a\x00\x01\x02\x03;b", app.CodeNotText},
		"words": {"Det här är en text.\nDen har inga kolumner.", app.CodeNoHeads}, "long": {"Slag;Vad;Pris\n" + strings.Repeat("Inköp;a;1\n", MaxRows), app.CodeTooManyRows},
		"a million rows": {"Slag;Vad;Pris\n" + strings.Repeat("Inköp;a;1\n", 1_000_000), app.CodeTooManyRows},
	} {
		if _, err := reader(t, "sv").File([]byte(c.data), 0); app.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}
