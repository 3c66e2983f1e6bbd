package intake

import "strings"

// attClass is what follows an "att": a verb ("att utreda") or a clause with a
// subject ("att kommunen utreder"). Claims beside each other are of one class;
// an "att" of the other class is part of the claim it stands in.
type attClass byte

const (
	noAtt attClass = iota
	verbAtt
	clauseAtt
)

// classAfter gives the class of the "att" that s begins with.
func classAfter(s string) attClass {
	i := attAt(s)
	if i < 0 {
		return noAtt
	}
	rest := strings.ToLower(s[i:min(len(s), i+120)])
	for _, w := range wordsOf(rest, 6)[1:] {
		switch w.lower {
		case "att", "inte", "även", "också", "snarast", "omgående", "omedelbart", "skyndsamt", "årligen", "särskilt", "aktivt",
			"långsiktigt", "successivt", "senast", "därefter", "åter", "helt", "tydligt", "gemensamt":
			continue
		}
		return classOf(w.lower)
	}
	return clauseAtt
}

func classOf(w string) attClass {
	switch {
	case infinitives[w]:
		return verbAtt
	case notInfinitive[w], definitePlural(w):
		return clauseAtt
	case strings.HasSuffix(w, "a") || strings.HasSuffix(w, "as"):
		return verbAtt
	}
	return clauseAtt
}

// definitePlural recognises nouns such as invånarna and skolorna, which end as
// verbs do.
func definitePlural(w string) bool {
	for _, end := range []string{"arna", "orna", "erna"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

func capitalAtt(s string) bool {
	i := attAt(s)
	return i >= 0 && s[i] == 'A'
}

// isProse tells a paragraph that happens to begin with "Att" from a claim: "Att
// kunna simma räddar liv. Varje år …", "Att älgar dör är inget nytt."
func (f *flow) isProse(b block) bool {
	text := f.of(b)
	if !capitalAtt(text) {
		return false
	}
	text = text[attAt(text):]
	end := sentenceEnd(text, 0, len(text))
	if end < len(text) && !startsAtt(text[end:]) {
		return true
	}
	for _, w := range wordsOf(text[:end], 40)[1:] {
		switch w.lower {
		case "är", "blir", "innebär", "betyder", "räcker", "borde", "var":
			return true
		case "som", "om", "hur", "när", "där", "vad", "det", "de", "att", "så", "vilka", "vilken", "ska":
			return false
		}
	}
	return false
}
