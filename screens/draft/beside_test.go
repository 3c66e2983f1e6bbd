package draft

import "testing"

// The page has room beside text and findings, or stands in the findings' place, or
// lets them come forward; the text always keeps enough for a line.
func TestWhatStandsBesideTheText(t *testing.T) {
	b := newBeside()
	if page, findings := b.widths(1196, 208, 322); page != 0 || findings != 322 {
		t.Errorf("nothing beside: %v, %v", page, findings)
	}
	b.put = b.outer
	for _, c := range []struct {
		all, left, findings float32
		both                bool
	}{{1096, 208, 322, false}, {1196, 208, 322, false}, {1400, 240, 400, false}, {1836, 240, 400, true}, {2400, 240, 400, true}} {
		for _, aside := range []bool{false, true} {
			b.aside = aside
			page, findings := b.widths(c.all, c.left, c.findings)
			if both := page > 0 && findings > 0; both != c.both || page == 0 && findings == 0 {
				t.Errorf("%v wide, aside %v: page %v, findings %v", c.all, aside, page, findings)
			}
			if !c.both && aside != (page == 0) {
				t.Errorf("%v wide, aside %v: the page is %v", c.all, aside, page)
			}
			if text := c.all - c.left - page - findings; text < 450 || page > besideMost || page > 0 && page < besideLeast {
				t.Errorf("%v wide: %v for the text, %v for the page", c.all, text, page)
			}
		}
	}
}
