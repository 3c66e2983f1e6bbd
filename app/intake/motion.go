package intake

import "yttra/app/reading"

// Motion proposes a matter from a text. It always gives a proposal; what it did
// not find, or found by guessing, is said in the doubts.
func Motion(t reading.Text) Proposal {
	f := flowOf(t)
	return f.asMotion(f.kindOf(), t.String)
}

func (f *flow) asMotion(kind paperKind, source string) Proposal {
	p := Proposal{source: source}
	title := f.findTitle(kind)
	p.Title, p.Subject = title.field, title.subject
	asks := f.onlyAsks()
	if !asks {
		p.Claims, p.Doubts = f.findClaims(kind)
	}
	p.Movers = f.findMovers(kind, title.block)
	p.References = f.findReferences()
	p.Dates = f.findDates()
	p.Received = received(p.Dates)
	if kind != motionPaper || asks {
		p.Doubts = append(p.Doubts, NotAMotion)
	}
	return p
}

// onlyAsks recognises an interpellation and a question to a chair: they are put as a
// motion is, but nothing is to be decided.
func (f *flow) onlyAsks() bool {
	for _, b := range f.blocks[:min(8, len(f.blocks))] {
		ws := wordsOf(f.text[b.start:min(b.end, b.start+60)], 2)
		if len(ws) == 0 {
			continue
		}
		switch ws[0].lower {
		case "motion", "medborgarförslag":
			return false
		case "interpellation":
			return true
		case "enkel", "skriftlig", "fråga":
			if ws[0].lower == "fråga" && (len(ws) == 1 || ws[1].lower == "till" || ws[1].lower == "från") || len(ws) > 1 && ws[1].lower == "fråga" {
				return true
			}
		}
	}
	return false
}

const mostReferences = 60

// findReferences lists each case reference once, in the order they stand.
func (f *flow) findReferences() []Field {
	var out []Field
	seen := map[string]bool{}
	for _, b := range append(f.blocks[:len(f.blocks):len(f.blocks)], f.aside...) {
		if b.signature {
			continue
		}
		for _, r := range f.referencesIn(b) {
			v := tidy(f.text[r.start:r.end])
			if seen[v] {
				continue
			}
			seen[v] = true
			if out = append(out, Field{Value: v, Span: f.span(r.start, r.end), Sure: true}); len(out) == mostReferences {
				return out
			}
		}
	}
	return out
}
