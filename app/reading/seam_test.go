package reading

import "testing"

func TestSeam(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"skol-", "miljö"}:              "skolmiljö",
		{"skol-", "och fritidslokaler"}: "skol- och fritidslokaler",
		{"IT-", "stöd"}:                 "IT-stöd",
		{"e-", "post"}:                  "e-post",
		{"Anna-", "Karin"}:              "Anna-Karin",
		{"2019-", "2020"}:               "2019-2020",
		{"KS 2026/", "123"}:             "KS 2026/123",
		{"och/", "eller"}:               "och/ eller",
		{"kom\u00ad", "mun"}:            "kommun",
		{"gång\u2010", "väg"}:           "gångväg",
		{"bra –", "eller"}:              "bra – eller",
		{"ett", "ord"}:                  "ett ord",
		{"", "ord"}:                     " ord",
		{"-", ""}:                       "- ",
	} {
		keep, space := Seam(in[0], in[1])
		got := []rune(in[0])
		if !keep {
			got = got[:len(got)-1]
		}
		s := string(got)
		if space {
			s += " "
		}
		if s += in[1]; s != want {
			t.Errorf("%q, want %q", s, want)
		}
	}
}
