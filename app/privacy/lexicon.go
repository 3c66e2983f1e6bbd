package privacy

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/given.txt
var givenList string

//go:embed data/surnames.txt
var surnameList string

//go:embed data/words.txt
var wordList string

//go:embed data/public.txt
var publicList string

// class is what a word says of what stands beside it; a word may have several.
type class uint32

const (
	isChild class = 1 << iota
	isChildren
	isKin
	isParent
	isTitle
	isSaying
	isLiving
	isHealth
	isProtected
	isHome
	isEvent
	isPlace
	isBefore
	isNever
	isOwner
	isVehicle
	isPerYear
	isMotion
	isOffice
	isParty
	isRead // the class of a word has been looked up
)

var classNames = map[string]class{"child": isChild, "children": isChildren, "kin": isKin, "parent": isParent | isKin, "title": isTitle,
	"saying": isSaying, "living": isLiving, "health": isHealth, "protected": isProtected, "home": isHome, "event": isEvent,
	"place": isPlace, "before": isBefore, "never": isNever, "owner": isOwner, "vehicle": isVehicle, "share": isPerYear, "motion": isMotion, "office": isOffice, "party": isParty}

// lexicon is the lists, read once.
type lexicon struct {
	words    map[string]class
	endings  map[string][]ending // by their last bytes
	given    map[string]given
	surnames map[string]bool
	tails    []string        // endings of surnames
	public   map[string]bool // persons everybody may name, by key
}

// given tells how sure it is that a capitalised word is a given name.
type given int8

const (
	noName given = iota
	alsoWord
	usualName
)

var lex = readLexicon()

func readLexicon() *lexicon {
	l := &lexicon{words: map[string]class{}, endings: map[string][]ending{}, given: map[string]given{}, surnames: map[string]bool{}, public: map[string]bool{}}
	groups(wordList, func(group, word string) {
		if text, ok := strings.CutPrefix(word, "-"); ok {
			last := text[len(text)-lastBytes:]
			l.endings[last] = append(l.endings[last], ending{text, classNames[group]})
		} else {
			l.words[word] |= classNames[group]
		}
	})
	groups(givenList, func(group, word string) {
		if group == "word" {
			l.given[word] = alsoWord
		} else if l.given[word] == noName {
			l.given[word] = usualName
		}
	})
	groups(surnameList, func(group, word string) {
		if group == "endings" {
			l.tails = append(l.tails, word)
		} else {
			l.surnames[word] = true
		}
	})
	for line := range strings.Lines(publicList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			l.public[keyOf(strings.Fields(line))] = true
		}
	}
	return l
}

// keyOf writes the words of a name so that they are the same wherever they stand:
// in small letters, the last without the s of a genitive.
func keyOf(words []string) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == len(words)-1 {
			w = withoutS(w)
		}
		b.WriteString(strings.ToLower(w))
	}
	return b.String()
}

// groups reads a list: a line "group:" and the words of the group after it.
func groups(list string, each func(group, word string)) {
	group := ""
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if name, ok := strings.CutSuffix(line, ":"); ok && !strings.Contains(name, " ") {
			group = name
			continue
		}
		for _, w := range strings.Fields(line) {
			each(group, w)
		}
	}
}

// ending tells the class of the words that end so.
type ending struct {
	text  string
	class class
}

// lastBytes is how many bytes endings are found by; none is shorter.
const lastBytes = 3

// classOf looks a word up, as it stands in the text.
func (l *lexicon) classOf(word string) class {
	word = strings.ToLower(word)
	c := l.words[word]
	if len(word) > lastBytes {
		for _, e := range l.endings[word[len(word)-lastBytes:]] {
			if len(word) > len(e.text) && strings.HasSuffix(word, e.text) {
				c |= e.class
			}
		}
	}
	return c | isRead
}

// givenName tells whether a capitalised word is a given name, alone, in the
// genitive or as the first of two joined by a hyphen. The text may write it all
// in capitals.
func (l *lexicon) givenName(word string) given {
	if first, rest, ok := strings.Cut(word, "-"); ok {
		if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) {
			return noName
		}
		word = first
	}
	if g := l.given[word]; g != noName {
		return g
	}
	if stem, ok := genitive(word); ok {
		return l.given[stem]
	}
	return noName
}

// surname tells whether a capitalised word is known or built as a surname.
func (l *lexicon) surname(word string) bool {
	if l.surnames[word] {
		return true
	}
	if stem, ok := genitive(word); ok {
		if l.surnames[stem] {
			return true
		}
		word = stem
	}
	for _, t := range l.tails {
		if len(word) > len(t)+1 && strings.HasSuffix(word, t) {
			return true
		}
	}
	return false
}

// sureTails end words that are hardly anything but surnames.
var sureTails = []string{"sson", "qvist", "kvist", "quist", "ström", "zadeh", "oglu", "ović", "ovic"}

// sureSurname tells whether a word is a surname whatever stands before it.
func (l *lexicon) sureSurname(word string) bool {
	stem := word
	if s, ok := genitive(word); ok && !l.surnames[word] {
		stem = s
	}
	if l.surnames[stem] && len(stem) > 5 {
		return true
	}
	for _, t := range sureTails {
		if len(stem) > len(t)+1 && strings.HasSuffix(stem, t) {
			return true
		}
	}
	return false
}

// genitive takes the s of a genitive off; a name in s has none: "Klas", not "Klass".
func genitive(word string) (stem string, ok bool) {
	for _, s := range []string{"'s", "’s", ":s", "s"} {
		if stem, ok := strings.CutSuffix(word, s); ok && len(stem) > 1 && (s != "s" || !strings.HasSuffix(stem, "s")) {
			return stem, true
		}
	}
	return word, false
}

// titled writes a word in capitals with one capital only.
func titled(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(r) + strings.ToLower(word[n:])
}
