package packs

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Proposal composes what a body is asked to decide from the claims' decisions:
// points that can stand alone in the minutes, the rejections last. A claim
// without a decision gives no point; app/check says so.
//
// Minutes that say that the matter is put off have decided nothing of it: their
// proposal is empty.
func (p *Packs) Proposal(m *app.Matter, d *app.Document) app.Proposal {
	if p.postponed(d) {
		return app.Proposal{}
	}
	return app.Proposal{Lead: p.lead(d), Points: p.points(m.Claims)}
}

func (p *Packs) lead(d *app.Document) string {
	w := p.Decisions.Lead(d.Level)
	text := w.Text
	if k, ok := p.Kind(d.Kind); ok && k.Lead[d.Level] != "" {
		text = k.Lead[d.Level]
	}
	if i := d.Section(app.RoleIngress); w.After != "" && i >= 0 && strings.TrimSpace(d.Sections[i].Text) != "" {
		text = w.After
	}
	to := p.Addressee(d)
	chain := p.Decisions.Chain.Via
	if strings.HasPrefix(strings.ToLower(to), "kommunfullmäktige") {
		chain = p.Decisions.Chain.Direct
	}
	return fill(text, "{chain}", chain, "{body}", first(d.Body, w.Body), "{to}", lowerFirst(to))
}

// Addressee is the body a paper goes to: its first line of Till, or the usual.
func (p *Packs) Addressee(d *app.Document) string {
	line, _, _ := strings.Cut(strings.TrimSpace(d.To), "\n")
	if strings.EqualFold(strings.TrimSpace(line), d.Body) {
		line = "" // a report goes to the body that meets, which speaks to another
	}
	return first(strings.TrimSpace(line), p.Decisions.Address)
}

// group is claims with one outcome and one reason, by their numbers from 1.
type group struct {
	decision app.Decision
	reason   string
	claims   []int
}

func (p *Packs) points(claims []app.Claim) []string {
	groups, undecided := p.grouped(claims)
	if len(groups) == 1 && !undecided && groups[0].decision != app.PartialApprove {
		return []string{p.point(groups[0], true)}
	}
	var out []string
	partial, rejected := false, false
	for _, g := range groups {
		partial = partial || g.decision == app.PartialApprove
		if g.decision == app.Reject {
			rejected = true
			if !undecided {
				continue
			}
		}
		out = append(out, p.point(g, false))
	}
	if !undecided && (partial || rejected) {
		reject, _ := p.Decisions.Form(app.Reject)
		out = append(out, reject.Rest)
	}
	return out
}

// grouped gathers claims in the order decisions are offered, so that what is
// approved comes first and what is rejected last.
func (p *Packs) grouped(claims []app.Claim) (groups []group, undecided bool) {
	for _, decision := range app.Decisions {
		begin := len(groups)
		for i, c := range claims {
			if c.Decision != decision {
				continue
			}
			form, _ := p.Decisions.Form(decision)
			reason := reasonOf(c.Reason, form)
			same := begin
			for same < len(groups) && groups[same].reason != reason {
				same++
			}
			if same == len(groups) {
				groups = append(groups, group{decision: decision, reason: reason})
			}
			groups[same].claims = append(groups[same].claims, i+1)
		}
	}
	for _, c := range claims {
		if _, ok := p.Decisions.Form(c.Decision); !ok {
			undecided = true
		}
	}
	return groups, undecided
}

func (p *Packs) point(g group, whole bool) string {
	form, _ := p.Decisions.Form(g.decision)
	text := form.Part
	if whole {
		text = form.Whole
	}
	text = strings.TrimSuffix(fill(text, "{claims}", p.numbers(g.claims)), ".")
	if g.reason != "" && form.Reason != "" {
		text += " " + form.Reason + " " + g.reason
	}
	return text + "."
}

// reasonOf keeps what is special in a clerk's reason: not the opening words that
// the form supplies, and no stop. A decision without a reason form has none.
func reasonOf(reason string, form DecisionForm) string {
	if form.Reason == "" {
		return ""
	}
	return form.Own(strings.TrimRight(strings.Join(strings.Fields(reason), " "), ". "))
}

// Own is a clerk's reason without the opening words that the form supplies.
func (f DecisionForm) Own(reason string) string {
	rest := strings.TrimLeft(reason, " ")
	if n := len(f.Reason); n > 0 && len(rest) >= n && strings.EqualFold(rest[:n], f.Reason) && (len(rest) == n || rest[n] == ' ') {
		return strings.TrimLeft(rest[n:], " ")
	}
	return reason
}

// numbers writes "1", "1 och 3" or "1, 2 och 4".
func (p *Packs) numbers(ns []int) string {
	out := ""
	for i, n := range ns {
		switch {
		case i == 0:
		case i == len(ns)-1:
			out += " " + p.Decisions.And + " "
		default:
			out += ", "
		}
		out += strconv.Itoa(n)
	}
	return out
}

func fill(text string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// lowerFirst makes "Kommunstyrelsen" stand inside a sentence; "KSAU" stays.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if !unicode.IsUpper(r) || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
