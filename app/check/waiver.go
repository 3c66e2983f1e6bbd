package check

import (
	"slices"

	"yttra/app/language"
)

// Phrases by which any question can be waived, as kinds of a phrase.
const (
	waiverForm = iota + 1
	waiverOfNeed
	waiverOfMatter
	waiverInquiry
	waiverReason
)

// waiving is what a hit's sentence does to it: nothing, waives it without a
// reason, or with one.
type waiving uint8

const (
	notWaived waiving = iota
	bareWaiver
	reasonedWaiver
)

// inquiryReach is how many words before a question's own words the inquiry may
// stand: "någon särskild analys av följderna för barn".
const inquiryReach = 5

// compileWaivers readies the words of waivers; kinds tells for each phrase of
// the set which it is.
func (c *Checker) compileWaivers(b *builder) {
	w := c.packs.Waivers
	for i, list := range [][]string{w.Forms, w.OfNeed, w.OfMatter, w.Inquiries, w.Reasons} {
		for _, id := range c.ids(b, "waive.toml", list) {
			b.waivers[id] = uint8(waiverForm + i)
		}
	}
}

// waive tells of each hit whether its sentence waives it. hits are in order.
func waive(hits []hit, kinds []uint8) {
	for from := 0; from < len(hits); {
		to, forms := from, 0
		for ; to < len(hits) && hits[to].Sentence == hits[from].Sentence; to++ {
			if k := kinds[hits[to].Phrase]; waiverForm <= k && k <= waiverOfMatter {
				forms++
			}
		}
		if forms > 0 {
			waiveSentence(hits[from:to], kinds)
		}
		from = to
	}
}

func waiveSentence(hits []hit, kinds []uint8) {
	w := waiversIn(hits, kinds)
	for i := range hits {
		hits[i].waived = w.of(hits[i].Hit)
	}
}

// waiverWords are the words of waivers in a sentence.
type waiverWords struct {
	forms, inquiries, reasons []language.Hit
	kinds                     []uint8 // by phrase
}

func waiversIn(hits []hit, kinds []uint8) waiverWords {
	w := waiverWords{kinds: kinds}
	for _, h := range hits {
		switch k := kinds[h.Phrase]; {
		case k == waiverReason:
			w.reasons = append(w.reasons, h.Hit)
		case k == waiverInquiry:
			w.inquiries = append(w.inquiries, h.Hit)
		case k != 0:
			w.forms = append(w.forms, h.Hit)
		}
	}
	return w
}

// of tells whether the sentence waives a hit in it, or what its heading asks.
func (w waiverWords) of(h language.Hit) waiving {
	out := notWaived
	for _, f := range w.forms {
		if meet(h, f) || w.kinds[f.Phrase] == waiverOfNeed && !inquired(h, w.inquiries) || h.Phrase != noPhrase && between(w.reasons, h, f) {
			continue
		}
		out = max(out, bareWaiver)
		if slices.ContainsFunc(w.reasons, func(r language.Hit) bool { return !meet(r, f) }) {
			return reasonedWaiver
		}
	}
	return out
}

func meet(a, b language.Hit) bool { return a.First <= b.Last && b.First <= a.Last }

// inquired tells whether an inquiry stands in the hit or right before it.
func inquired(h language.Hit, inquiries []language.Hit) bool {
	for _, q := range inquiries {
		if q.First >= h.First-inquiryReach && q.First <= h.Last {
			return true
		}
	}
	return false
}

// between tells whether a reason parts two hits.
func between(reasons []language.Hit, a, b language.Hit) bool {
	if a.First > b.First {
		a, b = b, a
	}
	for _, r := range reasons {
		if a.Last < r.First && r.Last < b.First {
			return true
		}
	}
	return false
}
