package compare

import (
	"crypto/sha256"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// around tells of what a document says around its text, and takes it out of both:
// what is left is looked through for what nobody speaks of.
func (l *list) around(a, b *app.Document) {
	l.sitting(a.Meeting, b.Meeting)
	l.text(Attested, attested(a.Attested), attested(b.Attested))
	pairs(l, Annex, summed(a.Annexes), summed(b.Annexes), func(x *app.Annex) row { return row{x.Title, x.Title, how(x.How)} })
	if !alikeRest(a.Publishing, b.Publishing) {
		l.facts = append(l.facts, Fact{What: Publishing})
	}
	l.code(Exports, files(a.Exports), files(b.Exports))
	for _, d := range []*app.Document{a, b} {
		d.Annexes, d.Publishing = nil, nil
	}
}

// sitting tells of a meeting: when and where, who was there, who approved the
// minutes, how each one voted, and the notice.
func (l *list) sitting(a, b *app.Meeting) {
	x, y := deref(a), deref(b)
	l.text(Sitting, when(x), when(y))
	l.text(Present, there(x), there(y))
	l.text(Adjusted, adjusted(x), adjusted(y))
	l.code(Digitally, yes(x.Digitally), yes(y.Digitally))
	pairs(l, Vote, x.Votes, y.Votes, func(v *app.Vote) row { return row{v.Name, v.Name, string(v.Cast)} })
	l.text(Notice, notice(x.Notice), notice(y.Notice))
}

func deref(m *app.Meeting) app.Meeting {
	if m == nil {
		return app.Meeting{}
	}
	return *m
}

func when(m app.Meeting) string {
	return said(", ", string(m.Date), m.Time, m.Place, sign("§ ", m.Item), sign("§§ ", m.Items))
}

func there(m app.Meeting) string { return said("; ", slices.Concat(m.Deciding, m.Others)...) }

func adjusted(m app.Meeting) string {
	return said("; ", append([]string{string(m.Adjusted)}, m.Adjusters...)...)
}

func notice(n *app.Notice) string {
	if n == nil {
		return ""
	}
	return said(", ", said(" – ", string(n.Posted), string(n.Removed)), n.Kept, n.By)
}

func attested(list []app.Attested) string {
	var out []string
	for _, a := range list {
		out = append(out, said(", ", a.Name, a.Title, string(a.On)))
	}
	return strings.Join(out, "; ")
}

// said joins what is not empty.
func said(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" }), between)
}

func sign(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

// summed is annexes with the sum of each file in its place: a file is as large as
// it likes.
func summed(list []app.Annex) []app.Annex {
	out := slices.Clone(list)
	for i := range out {
		if len(out[i].Data) > 0 {
			sum := sha256.Sum256(out[i].Data)
			out[i].Data = sum[:]
		}
	}
	return out
}

// how is the code of how an annex goes with the paper; never empty, as it is there.
func how(h app.AnnexHow) string {
	if h == app.AnnexListed {
		return "listed"
	}
	return string(h)
}

// stand is the code of what a body says; never empty, as it was asked.
func stand(s app.Stand) string {
	if s == app.NoStand {
		return "none"
	}
	return string(s)
}

// files counts those that were made of a document.
func files(list []app.Export) string {
	if len(list) == 0 {
		return ""
	}
	return strconv.Itoa(len(list))
}

// referrals tells of those who were asked for their opinion.
func (l *list) referrals(a, b []app.Referral) {
	pairs(l, Referral, a, b, func(r *app.Referral) row { return row{r.Body, r.Body, stand(r.Stand)} })
}
