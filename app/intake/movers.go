package intake

import (
	"slices"
	"strings"
)

const mostMovers = 40

// findMovers finds who moves the motion. A phrase such as "motion av" says it
// best, then the signatures, then names by the title. Names in running text are
// taken only when there is nothing else.
func (f *flow) findMovers(kind paperKind, title int) []Mover {
	all := f.allPersons()
	phrased := f.phrased(all, kind)
	if kind != motionPaper {
		return f.movers(phrased, FarFromEnd, len(phrased) > 0)
	}
	signed := f.signed(all)
	ps := append(slices.Clone(phrased), signed...)
	if len(ps) > 0 {
		return f.movers(ps, NoDoubt, true)
	}
	if ps = f.firstSpeaking(all); len(ps) == 0 {
		ps = f.through()
	}
	if len(ps) == 0 {
		ps = f.signedElectronically()
	}
	if len(ps) > 0 {
		return f.movers(ps, FarFromEnd, false)
	}
	return f.partyAlone()
}

// through finds who speaks for a party in running text: "Socialdemokraterna i
// Exempelstad genom Anna Berg yrkar".
func (f *flow) through() []person {
	for i, b := range f.blocks {
		text := f.of(b)
		at := strings.Index(text, " genom ")
		if at < 0 {
			continue
		}
		code, k, n := partyAlone(text[max(0, at-70):at])
		if code == "" {
			continue
		}
		k += max(0, at-70)
		if s, e, ok := nameFrom(f.text, b.start+at+len(" genom "), b.end); ok {
			return []person{{start: s, end: e, party: code, pStart: b.start + k, pEnd: b.start + k + n, block: i}}
		}
	}
	return nil
}

// nameFrom reads a name of two to four words at offset i.
func nameFrom(text string, i, limit int) (start, end int, ok bool) {
	n := 0
	for end = i; n < 4; n++ {
		k := end
		for k < limit && text[k] == ' ' {
			k++
		}
		j := k
		for j < limit && strings.IndexByte(" ,.;:\t(", text[j]) < 0 {
			j++
		}
		if !isNameWord(text[k:j]) {
			break
		}
		if n == 0 {
			start = k
		}
		end = j
	}
	return start, end, n > 1
}

// signedElectronically gives the names that stand alone in the certificate of an
// electronic signature; who sent the paper for signing may be one of them.
func (f *flow) signedElectronically() []person {
	var out []person
	for i, b := range f.aside {
		if !b.signature || len(out) == mostMovers {
			continue
		}
		if s, e, ok := bareName(f.text, b.start, b.end); ok {
			out = append(out, person{start: s, end: e, block: i})
		}
	}
	return out
}

func (f *flow) allPersons() []person {
	var out []person
	for i := range f.blocks {
		out = append(out, f.personsIn(i)...)
		if len(out) > 5000 {
			break
		}
	}
	return out
}

// movers makes fields of persons, each once.
func (f *flow) movers(ps []person, doubt Doubt, sure bool) []Mover {
	var out []Mover
	seen := map[string]int{}
	for _, p := range ps {
		name := Field{Value: tidy(f.text[p.start:p.end]), Span: f.span(p.start, p.end), Sure: sure, Doubt: doubt}
		if sure {
			name.Doubt = NoDoubt
		}
		m := Mover{Name: name, Party: Field{Value: p.party, Sure: sure}}
		switch {
		case p.pEnd > p.pStart:
			m.Party.Span = f.span(p.pStart, p.pEnd)
		case p.party == "":
			m.Party = Field{Doubt: NoParty}
		}
		key := strings.ToLower(name.Value)
		if i, dup := seen[key]; dup {
			if out[i].Party.Value == "" {
				out[i].Party = m.Party
			}
			continue
		}
		if seen[key] = len(out); len(out) < mostMovers {
			out = append(out, m)
		}
	}
	return out
}

// phrased picks the persons after "motion av", "motionär:", "undertecknad", and
// in papers that retell a motion those who "har inkommit med en motion".
func (f *flow) phrased(all []person, kind paperKind) []person {
	var out []person
	for i := 0; i < len(all) && len(out) < mostMovers; i++ {
		p := all[i]
		b := f.blocks[p.block]
		head := strings.ToLower(f.text[max(b.start, p.start-70):p.start])
		if !isMoverPhrase(head) && (kind == motionPaper || !f.hasHandedIn(p)) {
			continue
		}
		out = append(out, p)
		for i+1 < len(all) && all[i+1].block == p.block && isBetweenNames(f.text[max(all[i].pEnd, all[i].end):max(all[i].pEnd, all[i].end, all[i+1].start)]) {
			i++
			out = append(out, all[i])
		}
		if kind != motionPaper {
			break
		}
	}
	return out
}

func isMoverPhrase(head string) bool {
	head = strings.TrimRight(head, " :\t")
	switch lastWord(head) {
	case "motionär", "motionärer", "motionärerna", "motionären", "undertecknad", "undertecknade", "motionsställare", "förslagsställare":
		return true
	case "av", "från", "ledamoten", "ledamöterna":
		return strings.Contains(head, "motion") || strings.HasSuffix(head, "inlämnad av") || strings.HasSuffix(head, "väckt av")
	}
	return false
}

// hasHandedIn finds "Anna Berg (S) och Bo Ek (V) har inkommit med en motion".
func (f *flow) hasHandedIn(p person) bool {
	b := f.blocks[p.block]
	tail := strings.ToLower(f.text[p.end:min(b.end, p.end+220)])
	i := strings.Index(tail, "motion")
	if i < 0 {
		return false
	}
	for _, verb := range []string{"inkommit", "inkom ", "lämnat", "väckt", "lämnade", "väckte", "lagt"} {
		if k := strings.Index(tail, verb); k >= 0 && k < i {
			return true
		}
	}
	return false
}

func isBetweenNames(s string) bool {
	switch strings.ToLower(strings.Trim(s, " (),\t")) {
	case "", "och", "samt", "&":
		return len(s) < 12
	}
	return false
}

// firstSpeaking picks the first persons in running text beside "jag", "yrkar"
// or the like; failing that nobody.
func (f *flow) firstSpeaking(all []person) []person {
	for i, p := range all {
		b := f.blocks[p.block]
		head := f.text[max(b.start, p.start-40):p.start]
		tail := f.text[p.end:min(b.end, p.end+90)]
		if speaks(head, "") && !strings.Contains(strings.ToLower(head), "motionen") || hasLeadVerb(tail) {
			j := i + 1
			for j < len(all) && all[j].block == p.block && isBetweenNames(f.text[max(all[j-1].pEnd, all[j-1].end):max(all[j-1].pEnd, all[j-1].end, all[j].start)]) {
				j++
			}
			return all[i:j]
		}
	}
	return nil
}
