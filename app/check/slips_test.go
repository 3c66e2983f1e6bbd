package check

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSlips(t *testing.T) {
	for text, want := range map[string]string{
		"5§ och 5 § och §5 och § 5 och 5\u00a0§":         "hard_space:5 §→5_§ hard_space:5§→5_§ hard_space:§ 5→§_5 hard_space:§5→§_5",
		"§§ 11-14 och 11–14 §§":                          "hard_space:4 §§→4_§§ interval:11-14→11–14",
		"2 kap. 3 § och 28 % och 12 500 kr":              "hard_space:12 500→12_500 hard_space:2 kap.→2_kap. hard_space:3 §→3_§ hard_space:8 %→8_% money:kr→kronor",
		"Tel. 010-123 45 67, 211 20 Malmö, 12 345 Y":     "",
		"35.000 kr, 1.250.000 kr, 1,250,000, 35,000 kr":  "money:kr→kronor money:kr→kronor money:kr→kronor thousands:1,250,000→1_250_000 thousands:1.250.000→1_250_000 thousands:35,000→35_000 thousands:35.000→35_000",
		"35000 kronor, 123456 elever, dnr 123456, 5587":  "thousands:123456→123_456 thousands:35000→35_000",
		"2,125 procent, 0.500, lag 2017:725, 1.2.3":      "",
		"2.4 miljoner, 12.5 %, punkt 2.4, 15.30 och":     "decimal:12.5→12,5 decimal:2.4→2,4 hard_space:5 %→5_%",
		"28% 2,5% 75%-ig":                                "percent:5%→5_% percent:8%→8_%",
		"2024-2027, 2027-2024, 2024-123, 1-2, 0-6 år":    "interval:0-6→0–6 interval:2024-2027→2024–2027",
		"6-12 år, kl. 15.00-15.15, KS-2024-12, A-6 år":   "interval:15.00-15.15→15.00–15.15 interval:6-12→6–12",
		"bra - men, bra -- men, 5 - 3, -en, a -b":        "dash:--→– dash:-→–",
		"\"ja\" “ja” ”ja” 27\" och":                      "quotes:\"ja\"→”ja” quotes:“ja”→”ja”",
		"\"ett\nannat\"":                                 "",
		"kl. 15:00 och kl 9:30-10:00 och 1:3 och 15:00":  "clock:15:00→15.00 clock:9:30-10:00→9.30–10.00",
		"den 2024-01-25, 2024-13-01, (2024-01-25), x":    "iso_date:2024-01-25→25 januari 2024",
		"Det var 2024-03-01 den 3 mars":                  "iso_date:2024-03-01→den 1 mars 2024 small:3→tre worded_date:3→",
		"Den 25/1 2024, 25/1, den 3/4, 3/4, 25.1.2024":   "short_date:25.1.2024→den 25 januari 2024 short_date:25/1 2024→25 januari 2024 short_date:3/4→3 april",
		"5 mkr, 5 tkr, 1 mnkr, 5,5 mnkr, 5 SEK, (5 kr)":  "million:mkr→mnkr money:SEK→kronor money:mnkr→miljon kronor money:mnkr→miljoner kronor money:tkr→tusen kronor",
		"har 3 skolor, har 1 skola, 13 skolor, 3 Skolor": "small:3→tre",
		"": "",
	} {
		var got []string
		for name, slips := range slipsIn(text) {
			for _, s := range slips {
				to := s.to
				if name == "worded_date" {
					to = ""
				}
				got = append(got, name+":"+text[s.span.Start:s.span.End]+"→"+strings.ReplaceAll(to, "\u00a0", "_"))
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q:\n got %s\nwant %s", text, s, want)
		}
	}
}

// Every slip that can be found can be asked for, or is what another is mixed with.
func TestEverySlipHasAName(t *testing.T) {
	if err := knownSlips([]string{"thousands", "nothing"}); err == nil || !strings.Contains(err.Error(), "hard_space") {
		t.Errorf("%v", err)
	}
	if err := knownSlips(slices.Sorted(maps.Keys(slipKinds))); err != nil {
		t.Error(err)
	}
}

func TestHostileSlipsReturn(t *testing.T) {
	for _, s := range []string{"1", "1.", "1-", "\"", "“", "§", " - ", "1 000 ", "12 ", "2024-01-25 ", "25/1 ", "å1", "1:1"} {
		start := time.Now()
		slipsIn(strings.Repeat(s, 1<<20/len(s)))
		if took := time.Since(start); took > time.Second {
			t.Errorf("%q took %v", s, took)
		}
	}
}

func TestWrittenLawAndMover(t *testing.T) {
	for _, c := range []struct{ look, text, want string }{
		{"kind = \"written\"\n[look.replace]\n\"t ex\" = \"t.ex.|till exempel\"\n\"m m\" = \"m.m.\"\n\"i m y\" = \"IMY\"", "Det är t ex så, t. ex. här, t.ex. där, m m. T ex nu. I.M.Y. säger.", "t ex +1|t. ex.|m m.|I.M.Y"},
		{"kind = \"law\"\n[look.replace]\n\"skollagen\" = \"skollagen (2010:800)\"\n\"miljöbalken\" = \"miljöbalken (1998:808)\"", "Av 1 kap. skollagen och skollagen (2010:800) och miljöbalken (1998:808) följer det.", ""},
		{"kind = \"law\"\n[look.replace]\n\"skollagen\" = \"skollagen (2010:800)\"\n\"miljöbalken\" = \"miljöbalken (1998:808)\"", "Av 1 kap. skollagen följer det som också föreskrivs i någon annan författning. Och skollagen igen. Och lagen (1998:808) om det som kallas miljöbalken.", "skollagen"},
		{"kind = \"mover\"\nphrases = [\"väckts av\"]", "Den har väckts av Anna-Lena Öberg. Den har väckts av Anna-Lena Öberg. Den har väckts av ÅÄÖ KLM, av nämnden och väckts av Bo.", "Anna-Lena Öberg"},
	} {
		if got := quotes(withRule(t, "[[look]]\n"+c.look+"\n").Run(opinion("assessment: "+c.text), 0), "TEST-01"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// Whatever the text, a slip lies in it, slips of one kind lie apart, and the text
// is still text when they are mended.
func FuzzSlips(f *testing.F) {
	f.Add("Enligt 5§ och 2 kap. 3 § kostar 35.000 kr, dvs. 2.4 miljoner, 28% mer, 2024-2027 - \"ja\" “ja” kl. 15:00-15:15, 2024-01-25, 25/1 2024, 7 skolor")
	f.Fuzz(func(t *testing.T, s string) {
		for name, slips := range slipsIn(s) {
			end := 0
			for _, x := range slips {
				if x.span.Start < end && name != "hard_space" || x.span.Start < 0 || x.span.End > len(s) || x.span.Empty() {
					t.Fatalf("%s at %+v in %q", name, x.span, s)
				}
				if mended := s[:x.span.Start] + x.to + s[x.span.End:]; utf8.ValidString(s) && !utf8.ValidString(mended) {
					t.Fatalf("%s makes %q of %q", name, mended, s)
				}
				end = x.span.End
			}
		}
	})
}
