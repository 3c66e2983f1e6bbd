package privacy

import (
	"maps"
	"slices"
	"strings"
)

// Known is who and what may stand in a paper: those who act in public, and the
// body's own people and addresses. The zero Known knows nothing.
type Known struct {
	persons map[string]bool // by key, and by first and last word of it
	given   map[string]bool // given names of persons that are known
	data    map[string]bool // numbers and addresses, by key
	domains []string        // of e-mail: "kommunen.se"
}

// Add makes everything personal in a text known: a person's name, the columns of
// a letterhead, "@kommunen.se" for every address of a domain.
func (k *Known) Add(text string) {
	text = strings.TrimSpace(text)
	if domain, ok := strings.CutPrefix(text, "@"); ok {
		k.domains = append(k.domains, strings.ToLower(domain))
		return
	}
	for part := range strings.SplitSeq(text, "\n") {
		r := Read(part)
		for _, h := range r.hits {
			if h.Kind == Mail {
				_, domain, _ := strings.Cut(h.Key, "@")
				k.domains = append(k.domains, domain)
			}
			k.keep(h.Key)
		}
		for _, n := range r.names {
			k.person(n.key)
		}
		if words := strings.Fields(part); len(words) > 0 && len(words) <= maxName && !strings.ContainsAny(part, "0123456789@") {
			k.person(keyOf(words))
		}
	}
}

func (k *Known) keep(key string) {
	if k.data == nil {
		k.data = map[string]bool{}
	}
	k.data[key] = true
}

func (k *Known) person(key string) {
	if key == "" {
		return
	}
	if k.persons == nil {
		k.persons, k.given = map[string]bool{}, map[string]bool{}
	}
	k.persons[key] = true
	words := strings.Fields(key)
	k.given[withoutS(words[0])] = true
	for _, w := range words[:len(words)-1] {
		k.persons[w+" "+words[len(words)-1]] = true
	}
}

// ends gives the first and the last word of a key.
func ends(key string) (first, last string) {
	first, rest, _ := strings.Cut(key, " ")
	return first, rest[strings.LastIndexByte(rest, ' ')+1:]
}

// knows tells whether a name is that of somebody known; a given name alone is,
// when somebody known has it.
func (k *Known) knows(n name) bool {
	first, last := ends(n.key)
	if last == "" {
		return k.persons[n.key] || k.given[withoutS(first)]
	}
	return k.persons[n.key] || k.persons[first+" "+last] || k.knowsBoth(strings.Fields(n.key))
}

// knowsBoth tells whether the words are two known names with nothing between, as
// in a column of signatures.
func (k *Known) knowsBoth(words []string) bool {
	for i := 2; i+2 <= len(words); i++ {
		if k.persons[words[0]+" "+withoutS(words[i-1])] && k.persons[words[i]+" "+words[len(words)-1]] {
			return true
		}
	}
	return false
}

// allows tells whether a hit is known.
func (k *Known) allows(h Hit) bool {
	if k.data[h.Key] {
		return true
	}
	if h.Kind != Mail {
		return false
	}
	for _, d := range k.domains {
		if strings.HasSuffix(h.Key, "@"+d) || strings.HasSuffix(h.Key, "."+d) {
			return true
		}
	}
	return false
}

// Clone gives a copy that can learn without the first knowing.
func (k *Known) Clone() *Known {
	c := &Known{domains: slices.Clone(k.domains), persons: map[string]bool{}, given: map[string]bool{}, data: maps.Clone(k.data)}
	for key := range k.persons {
		c.persons[key] = true
	}
	for key := range k.given {
		c.given[key] = true
	}
	return c
}
