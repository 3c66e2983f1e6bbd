package intake

import (
	"slices"
	"sort"
	"strings"
)

// mostLeads bounds the work on a text that is no motion.
const mostLeads = 4000

// findClaims finds what the motion asks for: the claims of its firmest leads,
// each once.
func (f *flow) findClaims(kind paperKind) ([]Field, []Doubt) {
	regions := f.regions(kind)
	best := f.bestOf(regions, kind)
	if kind == motionPaper && f.onlyWishes(best) && !f.isForCouncil() {
		best = nil
	}
	if len(best) == 0 || best[0].lead.strength == wish && !anyList(best) {
		if r, ok := f.leadless(); ok {
			best = []region{r}
		}
	}
	claims := f.merged(best)
	for _, r := range best {
		f.asked = max(f.asked, r.last)
	}
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
	v := Field{Value: f.wordsOfClaim(c.claim), Span: f.span(c.start, c.end), Sure: true}
	if c.stem[1] > 0 {
		v.Stem = f.span(c.stem[0], c.stem[1])
		v.Value = claimText(tidy(f.text[c.stem[0]:c.stem[1]])) + " " + lowerFirst(v.Value)
	}
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

// bestOf keeps the regions of the firmest leads, and lists that are proposed.
// When claims stand as a list, what ran ahead of it in the prose was only a
// foretaste, unless it says that it concludes ("därför", "härmed").
func (f *flow) bestOf(regions []region, kind paperKind) []region {
	best := strength(0)
	for _, r := range regions {
		best = max(best, r.lead.strength)
	}
	if kind != motionPaper {
		best = min(best, proposal)
	}
	var kept []region
	list := -1 // block of the last list
	for _, r := range regions {
		if r.lead.strength >= best || r.list && r.lead.strength >= proposal {
			kept = append(kept, r)
			if r.list {
				list = r.lead.block
			}
		}
	}
	kept = slices.DeleteFunc(kept, func(r region) bool {
		apart := 2 // blocks
		if r.lead.strength == wish {
			apart = 0
		}
		return !r.list && list-r.last > apart && !(r.lead.strength == formal && r.concludes)
	})
	return f.withoutForetastes(kept)
}

// withoutForetastes drops what only says in other words what a list asks for: prose
// under a heading, and claims in running text with words of the list.
func (f *flow) withoutForetastes(rs []region) []region {
	asked := map[string]bool{}
	last := -1
	for _, r := range rs {
		if r.list && r.sure() {
			last = r.lead.block
			for _, c := range r.claims {
				f.addStems(asked, c)
			}
		}
	}
	return slices.DeleteFunc(rs, func(r region) bool {
		switch {
		case len(asked) == 0 || r.sure() && r.list:
			return false
		case r.list:
			return f.isTold(r)
		}
		return r.lead.block < last && f.sharesStems(r, asked)
	})
}

// sure reports whether a claim of the region begins with "att" or has a mark.
func (r region) sure() bool {
	return slices.ContainsFunc(r.claims, func(c claim) bool { return c.sure })
}

// isTold reports whether a paragraph of the region has several sentences, so that it
// tells of something rather than asks for it.
func (f *flow) isTold(r region) bool {
	return slices.ContainsFunc(r.claims, func(c claim) bool { return sentenceEnd(f.text, c.start, c.end) < c.end })
}

// addStems notes the first letters of the words of a claim that say something.
func (f *flow) addStems(m map[string]bool, c claim) {
	for _, w := range wordsOf(f.text[c.start:c.end], 80) {
		if stem, ok := stemOfWord(w.lower); ok {
			m[stem] = true
		}
	}
}

// sharesStems reports whether much of what the region asks for is in asked.
func (f *flow) sharesStems(r region, asked map[string]bool) bool {
	own := map[string]bool{}
	for _, c := range r.claims {
		f.addStems(own, c)
	}
	both := 0
	for stem := range own {
		if asked[stem] {
			both++
		}
	}
	return len(own) > 0 && both*100 >= len(own)*30
}

// stemOfWord gives the first five letters of a word; ok is false for one that is in
// claims about anything.
func stemOfWord(w string) (stem string, ok bool) {
	rs := []rune(w)
	if len(rs) < 4 || commonInClaims[w] {
		return "", false
	}
	return string(rs[:min(5, len(rs))]), true
}

var commonInClaims = setOf(`kommunen kommunens kommun kommunfullmäktige fullmäktige beslutar besluta besluta kommunstyrelsen nämnden nämnd uppdrag ska
	skall från inom eller samt sina deras detta dessa denna också även därför genom efter under över utan till alla vara blir bliv ges får
	förslag utreda utreder möjligheten möjligheter för att staden stadens`)

func (f *flow) onlyWishes(rs []region) bool {
	return !slices.ContainsFunc(rs, func(r region) bool { return r.list || r.lead.strength > wish })
}

// isForCouncil reports whether the paper speaks of a motion or the council, as every
// motion does somewhere near its ends.
func (f *flow) isForCouncil() bool {
	for i, b := range f.blocks {
		if i > 25 && i < len(f.blocks)-12 {
			continue
		}
		low := strings.ToLower(f.text[b.start:min(b.end, b.start+2000)])
		if strings.Contains(low, "motion") || strings.Contains(low, "fullmäktige") || strings.Contains(low, "medborgarförslag") {
			return true
		}
	}
	return false
}

func anyList(rs []region) bool {
	return slices.ContainsFunc(rs, func(r region) bool { return r.list })
}

// leadless finds a list of "att" near the end that nothing leads in.
func (f *flow) leadless() (region, bool) {
	var found region
	for i := 0; i < len(f.blocks); i++ {
		if !f.blocks[i].att || f.isProse(f.blocks[i]) {
			continue
		}
		claims, last := f.items(i, false)
		colon := i > 0 && strings.HasSuffix(f.of(f.blocks[i-1]), ":")
		if len(claims) > 1 || len(claims) == 1 && (colon || f.blocks[i].mark != noMark) {
			found = region{lead: lead{i, f.blocks[i].start, wish}, claims: claims, list: true, last: last}
			if f.blocks[i].mark == labelMark { // "Yrkande 1: att …"
				found.lead.strength = formal
			}
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

// wordsOfClaim puts the blocks of a claim on one line, sub-items with commas.
func (f *flow) wordsOfClaim(c claim) string {
	i := sort.Search(len(f.blocks), func(i int) bool { return f.blocks[i].end >= c.start })
	out := ""
	for ; i < len(f.blocks) && f.blocks[i].start < c.end; i++ {
		b := f.blocks[i]
		part := tidy(f.text[max(b.start, c.start):min(b.end, c.end)])
		switch {
		case out == "":
		case b.mark != noMark && !strings.HasSuffix(out, ":"):
			out = strings.TrimRight(out, ",;. ") + ", "
		default:
			out += " "
		}
		out += part
	}
	return claimText(out)
}

// claimText makes the words of a claim tidy: "att" in small letters and without
// a colon, no stray quotes.
func claimText(s string) string {
	if len(s) > 4 && strings.EqualFold(s[:3], "att") {
		if s[3] == ':' {
			s = "att " + lowerFirst(strings.TrimLeft(s[4:], " "))
		}
		s = "att" + s[3:]
	}
	for _, q := range []string{"”", "\"", "»"} {
		if strings.HasSuffix(s, q) && strings.Count(s, q)%2 == 1 && strings.Count(s, "“")+strings.Count(s, "«") == 0 {
			s = strings.TrimSuffix(s, q)
		}
	}
	return s
}
