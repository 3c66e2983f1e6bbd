package intake

import "strings"

// candidate is a stretch of the flow that may be what is looked for, and how surely.
type candidate struct {
	start, end int
	score      int
}

// senderOfReferral finds who asks: by a label, by whom the answer is sent to, by who
// "remitterar", by the letterhead, by the signature. Those who are asked, after "Till"
// and in the list of receivers, are not taken.
func (f *flow) senderOfReferral(asked map[int]bool) Field {
	var all []candidate
	for i := range f.blocks[:min(len(f.blocks), mostJudged)] {
		if asked[i] {
			continue
		}
		all = append(all, f.labelledSender(i)...)
		all = append(all, f.namedSender(i)...)
		if len(all) > 200 {
			break
		}
	}
	all = append(all, f.letterheads(asked)...)
	all = append(all, f.signingBody(asked)...)
	return f.bestSender(all)
}

// bestSender picks the surest; another that says something else just as surely makes
// it doubtful, unless one is a part of the other's name.
func (f *flow) bestSender(all []candidate) Field {
	if len(all) == 0 {
		return Field{Doubt: NotFound}
	}
	best := all[0]
	for _, c := range all[1:] {
		if c.score > best.score {
			best = c
		}
	}
	key := lowered(f.text[best.start:best.end])
	rivals, near := false, 4
	if best.score < 80 { // of a letterhead: only what says as much
		near = 0
	}
	for _, c := range all {
		other := lowered(f.text[c.start:c.end])
		rivals = rivals || c.score >= best.score-near && !strings.Contains(key, other) && !strings.Contains(other, key)
		if strings.HasPrefix(other, key+" ") && isBodyLine(f.text[c.start:c.end]) { // the whole name
			best.start, best.end, key = c.start, c.end, other
		}
	}
	v := f.fieldOf(best.start, best.end)
	v.Value, v.Sure = unshouted(upperFirst(v.Value)), true
	if rivals {
		v.Sure, v.Doubt = false, ManySenders
	}
	if best.score < 70 {
		v.Sure, v.Doubt = false, Guessed
	}
	return v
}

// unshouted writes a name in capitals as others are: "FÖRVALTNINGSRÄTTEN I NORRBY".
func unshouted(s string) string {
	if len(s) < 8 || strings.ToUpper(s) != s {
		return s
	}
	ws := strings.Fields(strings.ToLower(s))
	for i, w := range ws {
		if i == 0 || ws[i-1] == "i" || i+1 < len(ws) && (ws[i+1] == "kommun" || ws[i+1] == "stad" || ws[i+1] == "län") || ws[i-1] == "region" {
			ws[i] = upperFirst(w)
		}
	}
	return strings.Join(ws, " ")
}

var senderLabels = setOf(`remitterande avsändare från remittent uppdragsgivare remissavsändare frågeställare förslagsställare initiativtagare inlämnare inlämnad insänd`)

// labelledSender reads "Remitterande nämnd: Kommunstyrelsen", "Avsändare", and the line
// below a label that stands alone.
func (f *flow) labelledSender(i int) []candidate {
	var out []candidate
	cells := f.cells(i)
	for k, c := range cells {
		text := f.text[c.start:c.end]
		w, ok := nextWord(text, 0, min(len(text), 40))
		if !ok || w.start > 0 || !senderLabels[w.lower] || f.blocks[i].mark != noMark {
			continue
		}
		at := strings.IndexByte(text, ':')
		switch {
		case at > 0 && at < 40 && at+1 < len(text):
			if s, e, weight, ok := f.nameOfBody(c.start+at+1, c.end); ok {
				out = append(out, candidate{s, e, 100 + weight})
			}
		case len(text) < 40 && (at == len(text)-1 || len(wordsOf(text, 4)) < 3 && w.lower != "från"):
			for _, v := range f.valuesOf(i, k) {
				if s, e, weight, ok := f.nameOfBody(v.start, v.end); ok {
					out = append(out, candidate{s, e, 98 + weight})
					break
				}
			}
		}
	}
	return out
}

// valuesOf are where the value of a label that stands alone may be: the next cell,
// the cell below it, the next block.
func (f *flow) valuesOf(i, k int) []found {
	var out []found
	cells := f.cells(i)
	if k+1 < len(cells) {
		out = append(out, cells[k+1])
	}
	if i+1 < len(f.blocks) {
		below := f.cells(i + 1)
		if len(cells) > 1 && len(below) > k {
			return append([]found{below[k]}, out...)
		}
		if len(below) > 0 && len(cells) == 1 {
			out = append(out, below[0])
		}
	}
	return out
}

// asksVerbs stand after the name of who asks.
var asksVerbs = []string{" remitterar ", " har remitterat ", " har översänt ", " översänder ", " begär ", " har begärt ", " önskar ", " bereder ", " ger er ", " ger härmed ", " bjuder in ", " inbjuder ",
	" sänder ", " skickar ", " har skickat ", " har sänt ", " har beslutat att remittera ", " beslutade att remittera ", " har tagit fram ", " har upprättat ", " ber om ", " ber ",
	" har gett er ", " vill ha ", " anmodar ", " har fått i uppdrag att inhämta ", " genomför ", " inhämtar "}

// sentTo are words between which and "senast" stands where the answer is sent.
var sentTo = []string{"kommit in till ", "inkommit till ", "inkomma till ", "komma in till ", "lämnas till ", "lämnas in till ", "skickas till ", "skickas in till ", "sändas till ", "sänds till ",
	"insändas till ", "skickas per post till ", "skriftligen till ", "skriftligt till ", "yttrande till ", "svar till ", "svaret till ", "remissvar till ", "synpunkter till ", "remiss från ", "remissen från ", "skrivelse från ", "remissvaret till ",
	"vara "}

var sentToEnds = []string{" senast", " tillhanda", " via ", " per e-post", " per mejl", " på adress", " under adress", " eller ", ", ", " (", " före ", " innan ", ":", " och ange", " genom ", " med kopia", " angående ",
	" om ", " gällande ", " avseende ", " – ", " - ", ". "}

// longestBody is how far the name of a body is looked for, in bytes.
const longestBody = 160

// namedSender reads who asks out of a sentence.
func (f *flow) namedSender(i int) []candidate {
	b := f.blocks[i]
	if b.end-b.start > 6000 {
		return nil
	}
	low := lowered(f.of(b))
	var out []candidate
	for _, lead := range sentTo {
		for at, tries := 0, 0; tries < 8; tries++ {
			k := strings.Index(low[at:], lead)
			if k < 0 {
				break
			}
			from := at + k + len(lead)
			at = from
			to, tillhanda := min(len(low), from+longestBody), false
			for _, end := range sentToEnds {
				if e := strings.Index(low[from:to], end); e >= 0 {
					to, tillhanda = from+e, end == " tillhanda"
				}
			}
			if lead == "vara " && !tillhanda {
				continue
			}
			if s, e, weight, ok := f.nameOfBody(b.start+from, b.start+to); ok && weight > 1 {
				out = append(out, candidate{s, e, 85 + weight})
			}
		}
	}
	for _, verb := range asksVerbs {
		if k := strings.Index(low, verb); k > 0 && k < 400 {
			from := f.sentenceStart(b, b.start+k)
			if s, e, weight, ok := f.nameOfBody(from, b.start+k); ok && weight > 1 {
				out = append(out, candidate{s, e, 80 + weight})
			}
		}
	}
	return out
}

// letterheads are the names of bodies on lines of their own in the head.
func (f *flow) letterheads(asked map[int]bool) []candidate {
	var out []candidate
	for i := range min(len(f.blocks), f.headEnd()) {
		if asked[i] || f.blocks[i].mark != noMark {
			continue
		}
		for _, c := range f.cells(i) {
			if isBodyLine(f.text[c.start:c.end]) {
				out = append(out, candidate{c.start, c.end, 68 + bodyWeight(f.text[c.start:c.end]) - min(i, 20)/10})
			}
		}
	}
	return out
}

// signingBody reads "För kommunstyrelsen" and names of bodies below the text.
func (f *flow) signingBody(asked map[int]bool) []candidate {
	var out []candidate
	for i := max(0, len(f.blocks)-14); i < len(f.blocks); i++ {
		text := f.of(f.blocks[i])
		if asked[i] || len(text) > 120 {
			continue
		}
		low := lowered(text)
		for _, lead := range []string{"för ", "på uppdrag av ", "enligt uppdrag av ", "å ", "på vägnar av "} {
			if !strings.HasPrefix(low, lead) {
				continue
			}
			b := f.blocks[i]
			if s, e, weight, ok := f.nameOfBody(b.start+len(lead), b.end); ok {
				out = append(out, candidate{s, e, 60 + weight})
			}
		}
	}
	return out
}

// addressed finds the blocks that name those who are asked: after "Till", and the list
// of receivers. The second result is that list.
func (f *flow) addressed() (map[int]bool, []Field) {
	out := map[int]bool{}
	var receivers []Field
	for i := 0; i < min(len(f.blocks), mostJudged); i++ {
		text := f.of(f.blocks[i])
		low := strings.Trim(lowered(text[:min(len(text), 80)]), " :.*_\t")
		switch {
		case len(text) < 40 && isReceiversHeading(low):
			first := i + 1
			for i++; i < len(f.blocks) && f.isReceiver(i) && f.blocks[i].mark == f.blocks[first].mark && len(receivers) < mostReceivers; i++ {
				out[i] = true
				b := f.blocks[i]
				receivers = append(receivers, f.fieldOf(f.unquoted(b.start, b.end)))
			}
			i--
		case low == "till" || low == "mottagare" || low == "adressat" || low == "remitteras till" || low == "remiss till" || low == "skickas till" || low == "för kännedom" || low == "kopia till":
			for k := i + 1; k < min(len(f.blocks), i+4) && (k == i+1 || !f.blocks[k].gap) && len(f.of(f.blocks[k])) < 80; k++ {
				if _, named := f.namingIn(k, found{f.blocks[k].start, f.blocks[k].end}); named {
					break
				}
				out[k] = true
			}
		case (strings.HasPrefix(low, "till ") || strings.HasPrefix(low, "till: ") || strings.HasPrefix(low, "remiss till ") || strings.HasPrefix(low, "kopia till ")) && len(text) < 120:
			out[i] = true
		}
	}
	for i := range receivers {
		receivers[i].Sure = true
	}
	return out, receivers
}

const mostReceivers = 300

// isReceiver recognises a line of the list of those who are asked.
func (f *flow) isReceiver(i int) bool {
	text := f.of(f.blocks[i])
	low := lowered(text)
	if len(text) > 110 || f.blocks[i].level > 0 || endsSentence(text) && !endsAbbreviation(text) && len(wordsOf(text, 8)) > 6 {
		return false
	}
	return !strings.HasPrefix(low, "remissvar") && !strings.HasPrefix(low, "svar ") && !strings.Contains(low, "senast") && !isSignOff(text)
}

// isOutside tells whether who asks is the state or another outside the municipality.
func isOutside(sender string) bool {
	for _, w := range wordsOf(sender, 12) {
		switch {
		case strings.HasSuffix(w.lower, "nämnden"), strings.HasSuffix(w.lower, "nämnd"), strings.HasSuffix(w.lower, "förvaltningen"), strings.HasSuffix(w.lower, "förvaltning"),
			strings.HasPrefix(w.lower, "kommun"), strings.HasPrefix(w.lower, "stads"), strings.HasSuffix(w.lower, "kontoret"):
			return false
		}
	}
	return true
}
