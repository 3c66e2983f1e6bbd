package spelling

import "slices"

// affixes is what the file of affixes says: how words are inflected and put
// together, and what is often written for what.
type affixes struct {
	rules    []affix
	suffixes trie
	prefixes trie
	byFlag   map[flag][]int32 // suffixes, for making the forms of a stem
	twofold  flagSet          // suffixes that may stand after another
	fullStem bool             // FULLSTRIP: a suffix may take all of its stem

	compounds
	marks
	breaks []breaking
	faults []fault // REP
	try    string
	apart  bool // a word may be suggested as two
}

// marks are the flags with a meaning of their own.
type marks struct {
	needAffix, forbidden, keepCase, noSuggest flag
}

// compounds says how words are put together.
type compounds struct {
	begin, middle, end, any, permit, only, capital, not flag

	min, most                               int // letters of a part, parts
	checkDup, checkFault, checkTriple, drop bool
	orders                                  [][]element // COMPOUNDRULE
	first                                   flagSet     // that an order may begin with
}

// element is a part of an order: a flag once, at most once, or any number of times.
type element struct {
	flag             flag
	optional, repeat bool
}

// affix is a suffix or prefix: it takes strip off a stem and puts add there.
type affix struct {
	flag  flag
	strip string
	add   string
	cont  flagSet // flags of what it makes
	when  condition
	cross bool // goes with an affix at the other end
}

// breaking is where a word is broken: "-" anywhere, or only at an edge.
type breaking struct {
	text       string
	head, tail bool
}

// fault is something often written for something else.
type fault struct {
	from, to   string
	head, tail bool // only at the beginning or end of the word
}

// trie finds the affixes of a word from its edge inwards, letter by letter.
type trie []node

type node struct {
	edges  []edge
	groups []group
}

// group is the rules with the same affix that take the same off the stem: the
// stem is looked up once for all of them.
type group struct {
	strip string
	flags flagSet // of the rules
	rules []int32
}

type edge struct {
	letter byte
	to     int32
}

func (t trie) step(at int32, letter byte) int32 {
	for _, e := range t[at].edges {
		if e.letter == letter {
			return e.to
		}
	}
	return -1
}

// put files a rule under the bytes of its affix, in the order they are met.
func (t *trie) put(letters []byte, a affix, rule int32) {
	if len(*t) == 0 {
		*t = trie{{}}
	}
	at := int32(0)
	for _, b := range letters {
		to := t.step(at, b)
		if to < 0 {
			to = int32(len(*t))
			*t = append(*t, node{})
			(*t)[at].edges = append((*t)[at].edges, edge{b, to})
		}
		at = to
	}
	n := &(*t)[at]
	i := slices.IndexFunc(n.groups, func(g group) bool { return g.strip == a.strip })
	if i < 0 {
		n.groups = append(n.groups, group{strip: a.strip})
		i = len(n.groups) - 1
	}
	g := &n.groups[i]
	g.flags, g.rules = g.flags.with(a.flag), append(g.rules, rule)
}
