package intake

import (
	"slices"
	"strings"
)

// mostLeads bounds the work on a text that is no motion.
const mostLeads = 4000

// findClaims finds what the motion asks for: the claims of its firmest leads,
// each once.
func (f *flow) findClaims(kind paperKind) ([]Field, []Doubt) {
	regions := f.regions(kind)
	best := bestOf(regions)
	if len(best) == 0 || best[0].lead.strength == wish && !anyList(best) {
		if r, ok := f.leadless(); ok {
			best = []region{r}
		}
	}
	claims := f.merged(best)
	if len(claims) == 0 {
		return nil, []Doubt{NotFound}
	}
	var doubts []Doubt
	if len(claims) > mostClaims {
		claims, doubts = claims[:mostClaims], []Doubt{TooMany}
	}
	out := make([]Field, len(claims))
	for i, c := range claims {
		out[i] = f.claimField(c, kind)
	}
	return out, doubts
}

func (f *flow) claimField(c judged, kind paperKind) Field {
	v := Field{Value: claimText(f.text[c.start:c.end]), Span: f.span(c.start, c.end), Sure: true}
	switch {
	case kind != motionPaper:
		v.Sure, v.Doubt = false, NotAMotion
	case c.strength == wish:
		v.Sure, v.Doubt = false, WeakWording
	case !c.sure:
		v.Sure, v.Doubt = false, NoMark
	}
	return v
}

// regions reads every lead that is not inside another's claims.
func (f *flow) regions(kind paperKind) []region {
	var out []region
	leads := f.leads()
	leads = leads[:min(len(leads), mostLeads)]
	last, end := -1, 0
	for i, l := range leads {
		if l.block < last || l.block == last && (last > 0 || end > 0) && l.end <= end {
			continue
		}
		if isShadowed(leads, i, f) || kind != motionPaper && !f.retells(l) {
			continue
		}
		r := f.region(l)
		r.claims = slices.DeleteFunc(r.claims, f.isAboutMotion)
		if len(r.claims) == 0 {
			continue
		}
		last, end = r.last, r.claims[len(r.claims)-1].end
		if r.list {
			last++ // the block after a list is looked at anew
			end = 0
		}
		out = append(out, r)
	}
	return out
}

// isShadowed finds a heading with its own lead sentence under it.
func isShadowed(leads []lead, i int, f *flow) bool {
	if leads[i].end != f.blocks[leads[i].block].end || i+1 == len(leads) {
		return false
	}
	next := leads[i+1]
	return next.block == leads[i].block+1 && next.strength >= proposal && !f.isItem(next.block)
}

// retells reports whether an opinion or minutes retell the motion here: the
// speaker is a mover.
func (f *flow) retells(l lead) bool {
	b := f.blocks[l.block]
	from := f.sentenceStart(b, l.end)
	head := strings.ToLower(f.text[from:l.end])
	if strings.Contains(head, "motionär") || strings.Contains(head, "i motionen") {
		return true
	}
	i := strings.LastIndexByte(head, ')')
	return i > 0 && len(head)-i < 40 && !strings.Contains(head[i:], ",") && strings.Contains(head, "(")
}

// isAboutMotion drops what asks for a decision about the motion itself: "att
// avslå motionen", "bifall till motionen".
func (f *flow) isAboutMotion(c claim) bool {
	s := strings.ToLower(f.text[c.start:c.end])
	if len(s) > 160 {
		return false
	}
	about := strings.Contains(s, "motion") || strings.Contains(s, "yrkande")
	return about && (strings.Contains(s, "avslå") || strings.Contains(s, "avslag") || strings.Contains(s, "bifall") || strings.Contains(s, "besvarad") ||
		strings.Contains(s, "remitter"))
}

// bestOf keeps the regions of the firmest leads. When claims stand as a list,
// what ran ahead of it in the prose was only a foretaste.
func bestOf(regions []region) []region {
	best := strength(0)
	for _, r := range regions {
		best = max(best, r.lead.strength)
	}
	listAt := -1
	for i, r := range regions {
		if r.list && r.lead.strength >= min(best, proposal) && len(r.claims) > 0 {
			listAt = i
			best = max(proposal, min(best, r.lead.strength))
		}
	}
	var out []region
	for i, r := range regions {
		switch {
		case r.list && r.lead.strength >= proposal && best >= proposal:
		case r.lead.strength < best:
			continue
		case i < listAt && regions[listAt].lead.block-r.last > 2:
			continue
		}
		out = append(out, r)
	}
	return out
}

func anyList(rs []region) bool {
	return slices.ContainsFunc(rs, func(r region) bool { return r.list })
}

// leadless finds a list of "att" near the end that nothing leads in.
func (f *flow) leadless() (region, bool) {
	var found region
	for i := 0; i < len(f.blocks); i++ {
		if !f.blocks[i].att {
			continue
		}
		claims, last := f.items(i, false)
		colon := i > 0 && strings.HasSuffix(f.of(f.blocks[i-1]), ":")
		if len(claims) > 1 || len(claims) == 1 && (colon || f.blocks[i].mark != noMark) {
			found = region{lead: lead{i, f.blocks[i].start, wish}, claims: claims, list: true, last: last}
		}
		i = max(i, last)
	}
	return found, len(found.claims) > 0
}

// judged is a claim with the strength of its lead.
type judged struct {
	claim
	strength strength
	words    map[string]bool
}

// merged puts the regions' claims together, each once: of two that say the same
// the later is kept, since claims are repeated more fully at the end.
func (f *flow) merged(rs []region) []judged {
	var out []judged
	for _, r := range slices.Backward(rs) {
		for _, c := range slices.Backward(r.claims) {
			j := judged{c, r.lead.strength, contentWords(f.text[c.start:c.end])}
			if len(out) <= 2*mostClaims && !slices.ContainsFunc(out, func(o judged) bool { return sameClaim(o, j) }) {
				out = append(out, j)
			}
		}
	}
	slices.Reverse(out)
	slices.SortStableFunc(out, func(a, b judged) int { return a.start - b.start })
	return out
}

func contentWords(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range wordsOf(s, 80) {
		if len(w.lower) > 2 && w.lower != "att" {
			m[w.lower] = true
		}
	}
	return m
}

func sameClaim(a, b judged) bool {
	both := 0
	for w := range a.words {
		if b.words[w] {
			both++
		}
	}
	all := len(a.words) + len(b.words) - both
	return all == 0 || both*100 >= all*75 || both*10 >= 9*min(len(a.words), len(b.words)) && both > 3 && both*2 > all
}

// claimText makes the words of a claim tidy: one line, "att" in small letters,
// no stray quotes.
func claimText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 3 && strings.EqualFold(s[:3], "att") {
		s = "att" + s[3:]
	}
	for _, q := range []string{"”", "\"", "»"} {
		if strings.HasSuffix(s, q) && strings.Count(s, q)%2 == 1 && strings.Count(s, "“")+strings.Count(s, "«") == 0 {
			s = strings.TrimSuffix(s, q)
		}
	}
	return s
}
