package economy

import (
	"cmp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// mostKinds is how many kinds of cost a sentence names; the rest stand in the
// table.
const mostKinds = 3

// kinds lists the largest kinds of cost with their amounts: "inköp 35 000 kronor,
// licenser 12 000 kronor och drift 9 000 kronor".
func (d *draft) kinds() string {
	all := slices.DeleteFunc(slices.Clone(d.result.Kinds), func(k cost.Kind) bool {
		return k.Total.Likely <= 0 || d.packs.Economy.Kinds[k.Kind] == ""
	})
	slices.SortStableFunc(all, func(a, b cost.Kind) int { return cmp.Compare(b.Total.Likely, a.Total.Likely) })
	rest := len(all) > mostKinds
	var out []string
	for _, k := range all[:min(len(all), mostKinds)] {
		out = append(out, d.packs.Economy.Kinds[k.Kind]+" med "+d.word("kind/"+string(k.Kind)))
	}
	if rest {
		return "bland annat " + listed(out)
	}
	return listed(out)
}

// missing lists what a measure of this kind always costs and no line speaks to.
func (d *draft) missing() string {
	var out []string
	for _, x := range d.packs.Missing(d.matter) {
		out = append(out, d.packs.Economy.Kinds[x.Kind])
	}
	return listed(out)
}

// payers names who pays, each once.
func (d *draft) payers() string {
	var out []string
	for _, f := range d.matter.Estimate.Funding {
		who := cleaned(f.Who, "")
		if b := cleaned(f.Budget, ""); b != "" && who != "" {
			who += ", " + b
		}
		if who != "" && !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	if len(out) == 0 {
		return "[vem som betalar, ur vilken budget]"
	}
	return strings.Join(out, "; ")
}

// limitLaw is the section that says what may be awarded directly.
func (d *draft) limitLaw() string {
	if d.result.Procurement.Law == app.LUF {
		return "2\u00a0§ LUF"
	}
	return "2\u00a0§ LOU"
}

// cap is what a breach of the rules on personal data can cost an authority.
func (d *draft) cap(name string) string {
	caps := d.packs.Exposure(d.matter).Caps
	if len(caps) < 2 {
		return ""
	}
	low, high := caps[0], caps[0]
	for _, c := range caps {
		if c.Amount < low.Amount {
			low = c
		}
		if c.Amount > high.Amount {
			high = c
		}
	}
	switch {
	case name == "cap_low":
		return low.Amount.Written(app.InKronor)
	case name == "cap_high":
		return high.Amount.Written(app.InKronor)
	}
	for _, s := range low.Sources {
		if s.Sure == app.Verified {
			return strings.NewReplacer(" kap.", "\u00a0kap.", " §", "\u00a0§").Replace(s.SV)
		}
	}
	return ""
}

// listed puts "och" before the last, and commas between the others.
func listed(words []string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " och " + words[n-1]
}

// cleaned makes what somebody has written fit to stand in a sentence.
func cleaned(s, or string) string {
	s = strings.Join(strings.Fields(strings.NewReplacer("[", "(", "]", ")", "*", " ", "|", " ", "\\", " ").Replace(s)), " ")
	if s == "" {
		return or
	}
	return s
}

// stopped ends a sentence.
func stopped(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
