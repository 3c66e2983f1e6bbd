package webcopy

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/markup"
	"yttra/app/privacy"
)

// cut is a stretch of a text and what stands instead of it.
type cut struct {
	app.Span
	instead string
	item    int // that it was found for by its words alone; -1: it was a hit
}

// mask writes over every text: first what was found in it, then every form of what
// was removed anywhere.
func (j *job) mask() {
	for i := range j.texts {
		t := &j.texts[i]
		if cuts := j.cuts(i); len(cuts) > 0 {
			if t.markup {
				cuts = inMarkup(t, cuts, j.Gone)
			}
			*t.at = replaced(*t.at, cuts)
			if t.markup && t.place.Part == Sections {
				j.shifts[t.place.Section] = cuts
			}
		}
		if t.back != nil {
			t.back()
		}
	}
	j.Items = slices.DeleteFunc(j.Items, func(i Item) bool { return i.Times == 0 && !i.Hand })
}

// cuts gives what is to be written over in the reading of a text: what was found
// in it, and every form of what was removed anywhere that stands outside what is
// let stand. Where they lie over each other, the longer says what stands instead.
func (j *job) cuts(i int) []cut {
	t := &j.texts[i]
	var found []cut
	var kept []app.Span
	for _, s := range j.spots[i] {
		switch item := &j.Items[s.item]; {
		case item.Kept != nil:
			kept = append(kept, s.Span)
		case item.Removed():
			found = append(found, cut{s.Span, item.Instead + privacy.Genitive(s.Hit, t.reading.Text), -1})
		}
	}
	for _, f := range j.Gone.Find(t.reading.Text) {
		for len(kept) > 0 && kept[0].End <= f.Span.Start {
			kept = kept[1:]
		}
		if len(kept) == 0 || !over(kept[0], f.Span) {
			instead := j.Items[f.ID].Instead
			if f.Genitive {
				instead += "s"
			}
			found = append(found, cut{f.Span, instead, f.ID})
		}
	}
	out := joined(found)
	for _, c := range out {
		if c.item >= 0 {
			item := &j.Items[c.item]
			item.Times++
			item.add(j.words(i, c.Span), t.place)
		}
	}
	return out
}

// joined makes one of cuts that lie over each other.
func joined(cuts []cut) []cut {
	slices.SortStableFunc(cuts, func(a, b cut) int { return cmp.Compare(a.Start, b.Start) })
	out := cuts[:0]
	for _, c := range cuts {
		if len(out) == 0 || c.Start >= out[len(out)-1].End {
			out = append(out, c)
			continue
		}
		last := &out[len(out)-1]
		if c.Start == last.Start && c.End > last.End {
			last.instead = c.instead // the whole name, with its ending
		}
		last.End, last.item = max(last.End, c.End), min(last.item, c.item)
	}
	return out
}

func over(a, b app.Span) bool { return a.Start < b.End && b.Start < a.End }

// Source gives the byte in a section of the document itself for one in the same
// section of the copy.
func (c *Copy) Source(section, at int) int {
	by := 0 // how much longer the copy is, so far
	for _, cut := range c.shifts[section] {
		if at < cut.Start+by {
			break
		}
		by += len(cut.instead) - (cut.End - cut.Start)
		if at < cut.End+by {
			return cut.Start
		}
	}
	return at - by
}

// sorted gives cuts in order and apart.
func sorted(cuts []cut) []cut {
	slices.SortStableFunc(cuts, func(a, b cut) int { return cmp.Compare(a.Start, b.Start) })
	return slices.CompactFunc(cuts, func(next, last cut) bool { return next.Start < last.End })
}

// replaced writes the cuts, which are in order and apart, over a text.
func replaced(text string, cuts []cut) string {
	var b strings.Builder
	at := 0
	for _, c := range cuts {
		b.WriteString(text[at:c.Start])
		b.WriteString(c.instead)
		at = c.End
	}
	return b.String() + text[at:]
}

// apart is what keeps two cells, items or paragraphs of a text apart.
var apart = regexp.MustCompile(`[ \t]*\|[ \t]*|[ \t]*\n[ \t]*(?:[-*•>][ \t]|\d+[.)][ \t]|\n)[ \t\n]*`)

// inMarkup fits cuts of a reading into its source: no bracket begins a link, the stars
// of emphasis stay in pairs, no table or list is torn apart, and a link to
// something that is removed becomes its words.
func inMarkup(t *text, cuts []cut, gone *privacy.Seeker) []cut {
	source := *t.at
	var out []cut
	for _, c := range cuts {
		s := app.Span(t.reading.Place(markup.Span(c.Span)))
		instead := c.instead
		if s.End < len(source) && strings.IndexByte("([:", source[s.End]) >= 0 { // it would be a link
			instead = strings.NewReplacer("[", `\[`, "]", `\]`).Replace(instead)
		}
		at := s.Start
		for _, gap := range apart.FindAllStringIndex(source[s.Start:s.End], -1) {
			out = append(out, cut{app.Span{Start: at, End: s.Start + gap[0]}, instead, -1})
			at = s.Start + gap[1]
		}
		out = append(out, cut{app.Span{Start: at, End: s.End}, instead, -1})
	}
	for i := range out {
		out[i].instead += looseStars(source[out[i].Start:out[i].End])
	}
	return unlinked(source, out, gone)
}

// looseStars gives the stars in a stretch of text that have no partner in it.
func looseStars(s string) string {
	var open []string
	for i := 0; i < len(s); i++ {
		n := 0
		for i+n < len(s) && s[i+n] == '*' {
			n++
		}
		if n == 0 {
			continue
		}
		if mark := s[i : i+n]; len(open) > 0 && open[len(open)-1] == mark {
			open = open[:len(open)-1]
		} else {
			open = append(open, mark)
		}
		i += n - 1
	}
	return strings.Join(open, "")
}

// sum is the fingerprint of what an approval is about: the texts as they are
// published, and what was removed from them.
func (j *job) sum() string {
	h := sha256.New()
	for _, t := range j.texts {
		if t.place.Part != Foot && t.place.Part != Criteria { // the profile's, and another paper's
			h.Write([]byte(*t.at + "\x00")) // a hash never fails
		}
	}
	for _, i := range j.Items {
		h.Write([]byte(i.Instead + "\x00" + strings.Join(i.Words, "\x00") + "\x01"))
	}
	return hex.EncodeToString(h.Sum(nil))
}
