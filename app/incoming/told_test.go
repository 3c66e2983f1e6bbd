package incoming

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"yttra/app"
	"yttra/i18n"
)

// Every code of a remark has words in both languages.
func TestEveryRemarkHasWords(t *testing.T) {
	source, err := os.ReadFile("../source.go")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`RemarkCode = "(\w+)"`).FindAllStringSubmatch(string(source), -1)
	if len(codes) < 10 {
		t.Fatalf("only %d codes found", len(codes))
	}
	for _, lang := range i18n.Languages {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range codes {
			for _, n := range []int{1, 3} {
				if got := Tell(w, []app.Remark{{Code: app.RemarkCode(c[1]), N: n, What: "x"}})[0].Text; strings.Contains(got, "[") || strings.Contains(got, "<no") {
					t.Errorf("%s: %q", lang, got)
				}
			}
		}
	}
}

func TestTell(t *testing.T) {
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	told := Tell(w, []app.Remark{{Code: app.RemarkEmbedded, What: "a.xlsx"}, {Code: app.RemarkDeleted, Start: 5, What: "aldrig", By: "Åsa"}, {Code: app.RemarkDeleted, Start: 9, What: "alla  barn", By: "Åsa"},
		{Code: app.RemarkUncertain, Start: 2, End: 4, N: 41}, {Code: app.RemarkEmptyPages, N: 3}})
	if len(told) != 4 || !told[0].Grave || told[3].Grave {
		t.Fatalf("%+v", told)
	}
	if want := "2 strukna ändringar är spårade och inte godkända. De strukna orden är inte med: ”aldrig, alla barn”. Ändrat av Åsa."; told[0].Text != want || len(told[0].Spans) != 2 {
		t.Errorf("%+v", told[0])
	}
	if told[1].Text != "1 ord är osäkert läst." || told[2].Text != "3 sidor har ingen text att läsa. Se efter om de är bilder." || told[3].Text != "En fil inuti filen är inte läst: a.xlsx." {
		t.Errorf("%+v", told[1:])
	}
	if got := Tell(w, nil); got != nil {
		t.Error(got)
	}
}
