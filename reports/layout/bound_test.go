package layout

import (
	"strings"
	"testing"
)

func TestFiguresStayWithTheirWords(t *testing.T) {
	b := readBinder(boundList)
	for _, s := range []string{"5 §", "§ 27", "§§ 84–85", "a §", "3 kap.", "kap. §", "1 240", "240 000,", "999 00", "28 %", "28 %.", "2,4 miljoner", "536 kronor.", "12 mars", "kl. 13.00–15.40",
		"artikel 9", "(artikel 9", "Figur 1.", "Bilaga 12", "UBN 2026/0123", "3 a", "ord –", "7,5 procentenheter"} {
		before, after, _ := strings.Cut(s, " ")
		if !mayBind(before, after+" och mer") || !b.binds(before, after) {
			t.Errorf("%q may be parted", s)
		}
	}
	for _, s := range []string{"år 2026", "2026 beslutade", "den 12", "och 3", "– ord", "i 3", "3 i", "har %", "1240 000", "UBN 2026", "Ubn 2026/1", "mars 2026", "13 elever", " ", "x ", " x"} {
		before, after, _ := strings.Cut(s, " ")
		if b.binds(before, after) {
			t.Errorf("%q is never parted", s)
		}
	}
}

// However the lines fall, none begins with a § or a unit, or ends with "kl.".
func TestNoLinePartsAFigure(t *testing.T) {
	const s = "enligt 5 kap. 3 § kommunallagen (2017:725) kostar det 1 240 000 kronor – eller 28 % mer – den 12 mars kl. 13.00 enligt artikel 9 i UBN 2026/0123 "
	for fill := range 60 {
		set := place(para(strings.Repeat("x", fill+1) + " " + strings.Repeat(s, 4)))
		for _, it := range set.Pages[0].Items {
			if it.Kind != Text || it.X != textLeft {
				continue
			}
			line := strings.TrimSpace(it.S)
			for _, bad := range []string{"§", "kap.", "%", "kronor", "mars", "000", "240", "13.00", "–", "9 ", "2026/", "3 §"} {
				if strings.HasPrefix(line, bad) {
					t.Errorf("after %d: a line begins %q", fill, line)
				}
			}
			for _, bad := range []string{" kl.", " artikel", " UBN", " 5", " 1", " 28"} {
				if strings.HasSuffix(line, bad) {
					t.Errorf("after %d: a line ends %q", fill, line)
				}
			}
		}
	}
}
