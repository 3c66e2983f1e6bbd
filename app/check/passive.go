package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
)

// verbs are finite forms that are counted, active and passive. Verbs that end in
// -s and are not passive, "finns" and "hoppas", are among the active.
type verbs struct{ active, passive map[string]bool }

// verbsOf makes the forms of verbs that are given by their kind:
//
//	ar    stems of the first conjugation: "beslut"
//	er    stems of the second: "använd"
//	whole present and past as they are, and the passive where it is irregular:
//	      "skriver skrev", "ger gav ges"
//	only  forms that have no passive, or are it no longer: "finns", "anses"
func verbsOf(list map[string]string) *verbs {
	v := &verbs{map[string]bool{}, map[string]bool{}}
	add := func(present, past, passive string) {
		v.active[present], v.active[past] = true, true
		v.passive[passive], v.passive[past+"s"] = true, true
	}
	for stem := range strings.FieldsSeq(list["ar"]) {
		add(stem+"ar", stem+"ade", stem+"as")
	}
	for stem := range strings.FieldsSeq(list["er"]) {
		add(stem+"er", pastOf(stem), passivePresent(stem+"er"))
	}
	for words := range strings.SplitSeq(list["whole"], ",") {
		switch f := strings.Fields(words); len(f) {
		case 2:
			add(f[0], f[1], passivePresent(f[0]))
		case 3:
			add(f[0], f[1], f[2])
		}
	}
	for word := range strings.FieldsSeq(list["only"]) {
		v.active[word] = true
		delete(v.passive, word)
	}
	return v
}

// passivePresent makes "används" of "använder", "beslutas" of "beslutar", "läses"
// of "läser".
func passivePresent(present string) string {
	for _, end := range []string{"ör", "är", "yr"} { // hörs, begärs, styrs
		if strings.HasSuffix(present, end) {
			return present + "s"
		}
	}
	stem := strings.TrimSuffix(present, "r")
	if short, ok := strings.CutSuffix(stem, "e"); ok && len(short) > 2 && !strings.HasSuffix(short, "s") {
		return short + "s"
	}
	return stem + "s"
}

// pastOf makes the past of the second conjugation: "använde", "köpte", "kände".
func pastOf(stem string) string {
	last, n := utf8.DecodeLastRuneInString(stem)
	before, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-n])
	vowel := strings.ContainsRune("aeiouyåäö", before)
	switch {
	case (last == 'd' || last == 't') && !vowel:
		return stem + "e"
	case strings.ContainsRune("kpstx", last):
		return stem + "te"
	case last == before && (last == 'n' || last == 'm'):
		return stem[:len(stem)-n] + "de"
	}
	return stem + "de"
}

// tally counts the finite verbs of a text.
type tally struct{ active, passive int }

// leastVerbs is how many verbs a section must have for a share to say anything.
const leastVerbs = 12

// findPassive speaks of sections with a larger share of passive verbs than max per
// cent, and points at the sentence that has most of them.
func findPassive(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		var all tally
		worst, most := sentence{}, 0
		for j, p := range s.parts {
			if p.kind != language.Prose && p.kind != language.Item {
				continue
			}
			for n, t := range l.verbs.count(p.paragraph) {
				all.active += t.active
				all.passive += t.passive
				if t.passive > most {
					worst, most = sentence{i, j, n}, t.passive
				}
			}
		}
		count := all.active + all.passive
		if count < leastVerbs || 100*all.passive <= l.max*count {
			continue
		}
		place := app.Place{Section: i}
		if most > 0 {
			place = r.placeOf(worst)
		}
		out = append(out, found{place: place, words: []string{"{share}", strconv.Itoa(100 * all.passive / count), "{max}", strconv.Itoa(l.max), "{section}", r.heading(i)}})
	}
	return out
}

// count counts the verbs of each sentence of a paragraph, the first time.
func (v *verbs) count(p *paragraph) []tally {
	if p.verbs != nil && p.counted == v {
		return p.verbs
	}
	p.verbs, p.counted = make([]tally, len(p.text.Sentences)), v
	for i, s := range p.text.Sentences {
		for n := s.First; n < s.Last; n++ {
			switch word := p.text.Words[n].Fold; {
			case v.passive[word]:
				p.verbs[i].passive++
			case !v.active[word]:
			case (word == "blir" || word == "blev") && participleAfter(p.text, n, s.Last):
				p.verbs[i].passive++
			default:
				p.verbs[i].active++
			}
		}
	}
	return p.verbs
}

// participleAfter tells whether one of the three words after "blev" is a participle,
// as in "blev inte genomförd".
func participleAfter(t *language.Text, n, end int) bool {
	for _, w := range t.Words[n+1 : min(n+4, end)] {
		for _, ending := range []string{"ad", "ade", "ats", "erat", "nde"} {
			if strings.HasSuffix(w.Fold, ending) && utf8.RuneCountInString(w.Fold) > 5 {
				return ending != "nde"
			}
		}
		for _, ending := range []string{"nd", "rd", "ld", "gen", "ven", "tna", "rda", "nda", "mt", "lt", "nt", "rt", "kt"} {
			if strings.HasSuffix(w.Fold, ending) && utf8.RuneCountInString(w.Fold) > 6 {
				return true
			}
		}
	}
	return false
}
