package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// What the estimate says to a criterion. Its own condition tells when a look of
// these kinds speaks; lines are kinds of cost, any of which answers.

// weighReckoned lets the estimate answer: with its lines of some kinds, or with
// the look's own words.
func (r *run) weighReckoned(l *look) verdict {
	v := verdict{state: app.Indicated}
	if len(l.lines) == 0 {
		for _, text := range r.say(l) {
			v.reckoned = append(v.reckoned, app.Reckoned{Line: -1, Text: text})
		}
		return v
	}
	for i, line := range r.matter.Estimate.Lines {
		if slices.Contains(l.lines, line.Kind) && len(v.reckoned) < maxReckoned {
			v.reckoned = append(v.reckoned, app.Reckoned{Line: i, Text: r.lineText(i)})
		}
	}
	if len(v.reckoned) == 0 {
		return verdict{}
	}
	return v
}

// maxReckoned is how many lines are named as an answer.
const maxReckoned = 4

// weighLacking tells what the estimate should have and has not. A look with lines
// speaks of an estimate in use that has none of them, where this kind of measure
// always has one. What stands in the text answers all the same, unless the look
// says by which words it must.
func (r *run) weighLacking(l *look) verdict {
	if e := r.matter.Estimate; len(l.lines) > 0 && (len(e.Lines)+len(e.Spent) == 0 || len(r.missing(l.lines)) == 0) {
		return verdict{}
	}
	v := verdict{state: app.NotAddressed, told: r.say(l), alone: true}
	if len(l.unless) > 0 {
		v.only = l
	}
	return v
}

// weighContradicted tells what the estimate says against the paper.
func (r *run) weighContradicted(l *look) verdict {
	return verdict{state: app.Failed, told: r.say(l), alone: true}
}

// weighSpent lets a sentence answer that names what the estimate says has been paid
// already: one of its rows, or all together.
func (r *run) weighSpent(l *look) verdict {
	paid := []app.Money{r.sum.Sunk.Paid}
	for _, s := range r.matter.Estimate.Spent {
		paid = append(paid, s.Amount)
	}
	if paid[0] <= 0 {
		return verdict{}
	}
	v := verdict{}
	for _, a := range r.amountsIn(func(role string) bool { return !slices.Contains(notOwn, role) }) {
		if n, ok := r.sentenceAt(a.place); ok {
			if _, same := agrees(a.Amount, a.written, paid); same {
				v.state, v.sentences = app.Indicated, sorted(append(v.sentences, n))
			}
		}
	}
	return v
}

// missing are the expected kinds of cost among some, when no line is of any of them.
func (r *run) missing(kinds []app.CostKind) (out []packs.Expected) {
	if len(kinds) == 0 || slices.ContainsFunc(r.matter.Estimate.Lines, func(l app.CostLine) bool { return slices.Contains(kinds, l.Kind) }) {
		return nil
	}
	if !r.looked {
		r.lacks, r.looked = r.packs.Missing(r.matter), true
	}
	for _, e := range r.lacks {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, e)
		}
	}
	return out
}

// say fills a look's words with what they are about; none when it has no words.
func (r *run) say(l *look, more ...string) []string {
	text := l.tell.In(r.checker.lang)
	if text == "" {
		return nil
	}
	if missing := r.missing(l.lines); len(missing) > 0 {
		more = append(more, "{why}", missing[0].Why.In(r.checker.lang))
	}
	if len(more) > 0 {
		text = strings.NewReplacer(more...).Replace(text)
	}
	if strings.Contains(text, "{") {
		if r.fills == nil {
			r.fills = strings.NewReplacer(r.amountsToTell()...)
		}
		text = r.fills.Replace(text)
	}
	return []string{strings.TrimSpace(text)}
}

// amountsToTell are the words that a look may hold in braces, for the estimate.
func (r *run) amountsToTell() []string {
	e, sum := r.matter.Estimate, r.sum
	kr := func(m app.Money) string { return m.Written(app.InKr) }
	limit := kr(app.Kronor(int64(r.facts.DirectAward)))
	if !r.facts.LimitConfirmed {
		limit += r.packs.Decisions.Unsure.In(r.checker.lang)
	}
	return []string{
		"{total}", kr(sum.Total.Likely), "{low}", kr(sum.Total.Low), "{high}", kr(sum.Total.High),
		"{gap}", kr(sum.Funding.Gap), "{gaps}", gaps(sum.Years), "{payers}", payers(e.Funding),
		"{paid}", kr(sum.Sunk.Paid), "{back}", kr(sum.Sunk.Back), "{spent}", spent(e.Spent),
		"{unit}", kr(sum.PerUnit), "{units}", strconv.FormatInt(e.Units, 10), "{unit_name}", e.UnitName,
		"{value}", kr(sum.Procurement.Value), "{limit}", limit, "{day}", string(sum.Procurement.Day),
		"{unsourced}", r.namesOf(unsourced), "{unindexed}", r.namesOf(unindexed), "{indexed}", r.namesOf(indexed),
		"{with_vat}", r.namesOf(withVAT), "{unclassed}", r.namesOf(unclassed), "{classed}", r.namesOf(classed),
		"{options}", purchased(e.Purchase.Options), "{similar}", purchased(e.Purchase.Similar),
		"{today}", r.way(app.Today), "{full}", r.way(app.Full),
	}
}

// lineText names a line and what it costs in all its years.
func (r *run) lineText(i int) string {
	text := lineName(r.matter.Estimate.Lines[i], i)
	if i < len(r.sum.Lines) && r.sum.Lines[i].Summed {
		text += ", " + r.sum.Lines[i].Total.Likely.Written(app.InKr)
	}
	return text
}

func lineName(l app.CostLine, i int) string {
	if l.What != "" {
		return l.What
	}
	return strconv.Itoa(i + 1)
}

// namesOf lists the first lines that are so.
func (r *run) namesOf(is func(app.CostLine) bool) string {
	var names []string
	for i, l := range r.matter.Estimate.Lines {
		if is(l) {
			names = append(names, lineName(l, i))
		}
	}
	return shortened(names)
}

// way names the way with a role and what it costs.
func (r *run) way(role app.WayRole) string {
	i := r.matter.Estimate.Way(role)
	if i == 0 {
		return ""
	}
	e := r.matter.Estimate.View(i)
	return e.Name + ", " + cost.Sum(e, nil, r.doc.Date).Total.Likely.Written(app.InKr)
}

// gaps lists the years in which something is not paid: "2027: 120 000 kr".
func gaps(years []cost.Year) string {
	var out []string
	for _, y := range years {
		if y.Gap > 0 {
			n := y.Calendar
			if n == 0 {
				n = y.Number
			}
			out = append(out, strconv.Itoa(n)+": "+y.Gap.Written(app.InKr))
		}
	}
	return shortened(out)
}

func payers(all []app.Funding) string {
	var out []string
	for _, f := range all {
		text := f.Who
		if f.Budget != "" {
			text += " (" + f.Budget + ")"
		}
		out = append(out, text)
	}
	return shortened(out)
}

func spent(all []app.Spent) string {
	var out []string
	for _, s := range all {
		out = append(out, s.What+", "+s.Amount.Written(app.InKr))
	}
	return shortened(out)
}

func purchased(all []app.PurchaseSum) string {
	var out []string
	for _, s := range all {
		out = append(out, s.What+", "+s.Amount.Written(app.InKr))
	}
	return shortened(out)
}

// shortened joins the first few of a list; what is left out is dots.
func shortened(list []string) string {
	const most = 4
	if len(list) > most {
		list = append(list[:most:most], "…")
	}
	return strings.Join(list, ", ")
}

func kindNames() []string {
	out := make([]string, len(app.CostKinds))
	for i, k := range app.CostKinds {
		out[i] = string(k)
	}
	return out
}
