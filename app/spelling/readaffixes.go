package spelling

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxRules bounds the memory that a hostile file can ask for.
const maxRules = 100000

// affixReader reads the file of affixes line by line. Lines that it does not know
// are left out, as Hunspell does.
type affixReader struct {
	*affixes
	flags  *flagReader
	latin  bool
	cross  map[string]bool // heads of affixes that have been read
	counts map[string]bool // lists whose first line has been read
}

func (r *affixReader) read(data []byte) error {
	r.cross, r.counts, r.byFlag, r.apart = map[string]bool{}, map[string]bool{}, map[flag][]int32{}, true
	r.begin, r.middle, r.end, r.any, r.permit, r.only, r.capital, r.not = none, none, none, none, none, none, none, none
	r.marks = marks{none, none, none, none}
	r.min = 3
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if err := r.encoding(data); err != nil {
		return damaged(".aff", 0, err)
	}
	if r.latin {
		data = fromLatin(data)
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if f := strings.Fields(string(line)); len(f) > 0 && !strings.HasPrefix(f[0], "#") {
			if err := r.line(f); err != nil {
				return damaged(".aff", n, err)
			}
		}
	}
	return nil
}

// encoding finds the SET line first: all the rest is written in it.
func (r *affixReader) encoding(data []byte) error {
	for line := range bytes.Lines(data) {
		f := strings.Fields(string(line))
		if len(f) < 2 || f[0] != "SET" {
			continue
		}
		switch strings.ToUpper(f[1]) {
		case "UTF-8":
			if !utf8.Valid(data) {
				return errors.New("is not UTF-8")
			}
		case "ISO8859-1", "ISO-8859-1":
			r.latin = true
		default:
			return fmt.Errorf("encoding %q is not read", f[1])
		}
		return nil
	}
	r.latin = true // as Hunspell has it
	return nil
}

func (r *affixReader) line(f []string) error {
	if len(f) == 1 {
		return r.alone(f[0])
	}
	if to := r.flagFor(f[0]); to != nil {
		var err error
		*to, err = r.flags.one(f[1])
		return err
	}
	switch f[0] {
	case "FLAG":
		r.flags.kind = f[1]
	case "SFX", "PFX":
		return r.affix(f)
	case "TRY":
		r.try = f[1]
	case "COMPOUNDMIN":
		return number(f[1], &r.min)
	case "COMPOUNDWORDMAX":
		return number(f[1], &r.most)
	case "AF", "REP", "BREAK", "COMPOUNDRULE":
		if !r.counts[f[0]] { // the first line of a list counts the others
			r.counts[f[0]] = true
			return nil
		}
		return r.listed(f)
	}
	return nil
}

func (r *affixReader) alone(word string) error {
	switch word {
	case "FULLSTRIP":
		r.fullStem = true
	case "CHECKCOMPOUNDDUP":
		r.checkDup = true
	case "CHECKCOMPOUNDREP":
		r.checkFault = true
	case "CHECKCOMPOUNDTRIPLE":
		r.checkTriple = true
	case "SIMPLIFIEDTRIPLE":
		r.drop = true
	case "NOSPLITSUGS":
		r.apart = false
	case "SFX", "PFX", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND", "SET", "FLAG":
		return errors.New("the line is cut off")
	}
	return nil
}

// flagFor is where a line that names one flag puts it.
func (r *affixReader) flagFor(word string) *flag {
	switch word {
	case "COMPOUNDBEGIN":
		return &r.begin
	case "COMPOUNDMIDDLE":
		return &r.middle
	case "COMPOUNDEND", "COMPOUNDLAST":
		return &r.end
	case "COMPOUNDFLAG":
		return &r.any
	case "COMPOUNDPERMITFLAG":
		return &r.permit
	case "COMPOUNDFORBIDFLAG":
		return &r.not
	case "ONLYINCOMPOUND":
		return &r.only
	case "FORCEUCASE":
		return &r.capital
	case "NEEDAFFIX":
		return &r.needAffix
	case "FORBIDDENWORD":
		return &r.forbidden
	case "KEEPCASE":
		return &r.keepCase
	case "NOSUGGEST":
		return &r.noSuggest
	}
	return nil
}

func number(s string, to *int) error {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > maxWord {
		return fmt.Errorf("%q is not a number of letters", s)
	}
	*to = max(n, 1)
	return nil
}

// affix reads the head of a group, "SFX A Y 12", or one of its lines, "SFX A el
// let [^m]el".
func (r *affixReader) affix(f []string) error {
	if len(f) < 4 {
		return errors.New("the line is cut off")
	}
	cross, begun := r.cross[f[0]+f[1]]
	if !begun {
		r.cross[f[0]+f[1]] = f[2] == "Y"
		return nil
	}
	if len(r.rules) >= maxRules {
		return errTooMany
	}
	a := affix{cross: cross, strip: zero(f[2])}
	var err error
	if a.flag, err = r.flags.one(f[1]); err != nil {
		return err
	}
	add, cont, _ := strings.Cut(f[3], "/")
	a.add = zero(add)
	set, err := r.flags.set(cont)
	if err != nil {
		return err
	}
	a.cont = r.flags.sets[set]
	if len(f) > 4 {
		if a.when, err = readCondition(f[4]); err != nil {
			return err
		}
	}
	if len(a.add) > maxWord || len(a.strip) > maxWord {
		return errTooMany
	}
	r.rules = append(r.rules, a)
	letters := []byte(a.add)
	if f[0] == "PFX" {
		r.prefixes.put(letters, a, int32(len(r.rules)-1))
		return nil
	}
	slices.Reverse(letters)
	r.byFlag[a.flag] = append(r.byFlag[a.flag], int32(len(r.rules)-1))
	r.suffixes.put(letters, a, int32(len(r.rules)-1))
	return nil
}

// zero is how the files write nothing.
func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

// listed reads a line of a list.
func (r *affixReader) listed(f []string) error {
	if len(r.flags.aliases)+len(r.faults)+len(r.breaks)+len(r.orders) > maxRules {
		return errTooMany
	}
	switch f[0] {
	case "AF":
		r.flags.aliases = append(r.flags.aliases, f[1])
	case "BREAK":
		text, head := strings.CutPrefix(f[1], "^")
		text, tail := strings.CutSuffix(text, "$")
		if text != "" {
			r.breaks = append(r.breaks, breaking{text, head, tail})
		}
	case "REP":
		if len(f) < 3 {
			return errors.New("the line is cut off")
		}
		from, head := strings.CutPrefix(f[1], "^")
		from, tail := strings.CutSuffix(from, "$")
		if from != "" {
			r.faults = append(r.faults, fault{strings.ReplaceAll(from, "_", " "), strings.ReplaceAll(f[2], "_", " "), head, tail})
		}
	case "COMPOUNDRULE":
		return r.order(f[1])
	}
	return nil
}

// order reads "1*-3U*Y", or "(aa)*(bb)" where flags are longer than a letter.
func (r *affixReader) order(s string) error {
	var out []element
	for s != "" {
		var one string
		if inside, ok := strings.CutPrefix(s, "("); ok && r.flags.kind != "" && r.flags.kind != "UTF-8" {
			before, after, closed := strings.Cut(inside, ")")
			if !closed {
				return errClass
			}
			one, s = before, after
		} else {
			var err error
			if one, s, err = r.flags.cut(s); err != nil {
				return err
			}
		}
		f, err := r.flags.one(one)
		if err != nil {
			return err
		}
		e := element{flag: f}
		if s != "" && (s[0] == '*' || s[0] == '?') {
			e.optional, e.repeat = true, s[0] == '*'
			s = s[1:]
		}
		if out = append(out, e); len(out) > maxBreaks*4 {
			return errTooMany
		}
	}
	r.orders = append(r.orders, out)
	return nil
}

// finish draws the conclusions of what has been read.
func (r *affixReader) finish() {
	if !r.counts["BREAK"] {
		r.breaks = []breaking{{text: "-", head: true}, {text: "-", tail: true}, {text: "-"}}
	}
	var all flagSet
	for f := range r.byFlag {
		all = all.with(f)
	}
	for _, a := range r.rules {
		r.twofold = r.twofold.and(a.cont, all)
	}
	for _, o := range r.orders {
		for _, e := range o {
			r.first = r.first.with(e.flag)
			if !e.optional {
				break
			}
		}
	}
}
