package language

import "strings"

// class is what a word does in a sentence, as a set of bits.
type class uint32

const (
	none class = 1 << iota
	without
	lacking
	not
	only
	breaks
	excuse
	outcome
	needed
	done
	able
	finite
	mover
	paper
	owner
	says
	told
	judges
	adverb
	person
	party
	aside
	answer
)

// classNames are the groups of data/negation.txt and data/reporting.txt.
var classNames = map[string]class{"none": none, "without": without, "lacking": lacking, "not": not, "only": only, "breaks": breaks,
	"excuse": excuse, "outcome": outcome, "needed": needed, "done": done, "able": able, "finite": finite, "mover": mover, "paper": paper,
	"owner": owner, "says": says, "told": told, "judges": judges, "adverb": adverb, "person": person, "party": party, "aside": aside, "answer": answer}

type suffix struct {
	literal string
	class
}

// classIndex gives the class of folded words. It never changes once read.
type classIndex struct {
	whole, prefix map[string]class
	suffixes      []suffix
	begins        filter
	reach         int
}

var classes = readClasses(negationList, reportingList)

func readClasses(lists ...string) *classIndex {
	x := &classIndex{whole: map[string]class{}, prefix: map[string]class{}}
	for _, list := range lists {
		for line := range strings.Lines(list) {
			group, all, ok := strings.Cut(line, ":")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(all) {
				if tail, ok := strings.CutPrefix(w, "*"); ok {
					x.suffixes = append(x.suffixes, suffix{tail, classNames[group]})
					continue
				}
				literal, open := strings.CutSuffix(w, "*")
				if !open {
					x.whole[literal] |= classNames[group]
					continue
				}
				x.prefix[literal] |= classNames[group]
				x.begins.put(hashOf(literal))
				x.reach = max(x.reach, len(literal))
			}
		}
	}
	return x
}

func (x *classIndex) of(word string) class {
	c := x.whole[word]
	h := uint32(1)
	for i := 0; i < len(word) && i < x.reach; i++ {
		if h = mix(h, word[i]); x.begins.has(h) {
			c |= x.prefix[word[:i+1]]
		}
	}
	for _, s := range x.suffixes {
		if strings.HasSuffix(word, s.literal) {
			c |= s.class
		}
	}
	return c
}
