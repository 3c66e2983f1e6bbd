package webcopy

import (
	"cmp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/privacy"
)

// job is one copy being made.
type job struct {
	*Copy
	said   app.Publishing
	level  int // of protection
	masker *privacy.Masker
	texts  []text
	spots  [][]spot       // by text, in the order of its reading
	of     map[string]int // placeholder → item
	person map[string]int // key of a name → item
}

// spot is a hit in a text.
type spot struct {
	privacy.Hit
	item int // -1: not masked, only to be looked at
}

// take makes items of what was found and of what somebody asks to have removed,
// and decides which of them stand.
func (j *job) take(judged privacy.Judged) {
	hits, stands := judged.Hits, judged.Stands
	for _, h := range hits {
		j.masker.Meet(h)
	}
	j.spots = make([][]spot, len(j.texts))
	for i := range j.texts {
		for n, span := range j.texts[i].parts {
			for _, h := range hits[n] {
				h.Span = shifted(h.Span, span.Start)
				j.spots[i] = append(j.spots[i], spot{h, j.meet(h)})
			}
			for _, s := range stands[n] {
				s = shifted(s, span.Start)
				j.Gone.Stand(j.texts[i].reading.Text[s.Start:s.End])
			}
		}
		hits, stands = hits[len(j.texts[i].parts):], stands[len(j.texts[i].parts):]
	}
	j.keep()
	j.seek(judged.Known)
	j.byHand()
}

func shifted(s app.Span, by int) app.Span { return app.Span{Start: s.Start + by, End: s.End + by} }

// meet gives the item of a hit; the same person or number is one item. A group is
// an item that is never masked.
func (j *job) meet(h privacy.Hit) int {
	instead := j.masker.Instead(h)
	key := cmp.Or(instead, string(h.Kind)+" "+h.Key)
	i, ok := j.of[key]
	if !ok {
		i = len(j.Items)
		j.of[key] = i
		j.Items = append(j.Items, Item{Kind: h.Kind, Instead: instead})
	}
	if h.Kind == privacy.Child || h.Kind == privacy.Person {
		j.person[h.Key] = i
	}
	item := &j.Items[i]
	item.Never = item.Never || instead != "" && j.never(h)
	return i
}

// never tells what nobody may let stand: numbers that are a person's own, that
// somebody's data are protected, and what the level of protection in the matter
// covers (criteria.md C.6 and D.2).
func (j *job) never(h privacy.Hit) bool {
	protected := h.Child || j.Matter.Has(app.Protected) && h.Near
	switch h.Kind {
	case privacy.Personnummer, privacy.Coordination, privacy.Reserve, privacy.Protected:
		return true
	case privacy.Street, privacy.Postcode, privacy.Property:
		return j.level >= 1 && (h.Near || protected)
	case privacy.Child:
		return j.level >= 2
	case privacy.Person:
		return j.level >= 2 && protected
	}
	return j.level >= app.MaxProtection && protected
}

// keep lets stand what somebody has given a reason for, where that can be done.
func (j *job) keep() {
	for i := range j.texts {
		for _, s := range j.spots[i] {
			item := &j.Items[s.item]
			item.Times++
			item.add(j.words(i, s.Span), j.texts[i].place)
		}
	}
	for i := range j.Items {
		item := &j.Items[i]
		if k := j.keptFor(item.Words); k != nil && item.Removed() && !item.Never {
			item.Kept, item.Instead = k, ""
		}
	}
}

// keptFor finds the decision that lets one of the forms stand.
func (j *job) keptFor(forms []string) *app.Kept {
	for i := range j.said.Keep {
		k := &j.said.Keep[i]
		a := app.Answer{Words: k.Words, All: true}
		if strings.TrimSpace(k.Reason) != "" && slices.ContainsFunc(forms, a.Covers) && !j.asked(k.Words) {
			return k
		}
	}
	return nil
}

// asked tells whether somebody has asked for the words to be removed.
func (j *job) asked(words string) bool {
	a := app.Answer{Words: words, All: true}
	return slices.ContainsFunc(j.said.Remove, a.Covers)
}

// seek makes every form of what is removed sought in all texts, and lets what is
// kept stand.
func (j *job) seek(known *privacy.Known) {
	for i, spots := range j.spots {
		for _, s := range spots {
			words := j.words(i, s.Span)
			switch item := &j.Items[s.item]; {
			case item.Kept != nil:
				j.Gone.Stand(words)
			case item.Removed():
				for _, form := range known.Forms(s.Hit, words) {
					j.Gone.Gone(form, s.item)
				}
			}
		}
	}
}

// byHand makes items of the words that somebody has asked to have removed. A name
// that has been found already is that person's.
func (j *job) byHand() {
	for _, said := range j.said.Remove {
		words := strings.TrimSpace(said)
		if words == "" {
			continue
		}
		h := privacy.Hit{Kind: privacy.Protected, Key: strings.ToLower(strings.Join(strings.Fields(words), " "))}
		if key, ok := privacy.Named(words); ok {
			h = privacy.Hit{Kind: privacy.Person, Key: key}
			if i, met := j.person[key]; met {
				h.Kind = j.Items[i].Kind
			}
		}
		i := j.meet(h)
		j.Items[i].Hand, j.Items[i].Never = true, j.Items[i].Never && j.Items[i].Times > 0
		j.Items[i].Asked = append(j.Items[i].Asked, said)
		j.Gone.Gone(words, i)
	}
}

// words are those of a span of a text's reading.
func (j *job) words(text int, s app.Span) string { return j.texts[text].reading.Text[s.Start:s.End] }

// add notes a form and a place.
func (i *Item) add(words string, p Place) {
	words = strings.NewReplacer("*", "", "|", "", "\u00ad", "").Replace(words)
	if words = strings.Join(strings.Fields(words), " "); !slices.Contains(i.Words, words) {
		i.Words = append(i.Words, words)
	}
	if !slices.Contains(i.Places, p) {
		i.Places = append(i.Places, p)
	}
}
