package compare

import (
	"crypto/sha256"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// Fact is one thing outside the sections that differs.
type Fact struct {
	What     What
	N        int    // of a claim: its number in the new version, in the old when it is gone
	Name     string // id of a criterion, or what a cost line is for
	Old, New string // text, a date, a code or an amount in ören; empty: not there
	Edits    []Edit // the same word by word, when it is text to read
}

// What names a fact.
type What string

const (
	Title      What = "title"
	References What = "references"
	Received   What = "received"
	Stage      What = "stage" // app.Stage
	Holder     What = "holder"
	Meeting    What = "meeting"
	Movers     What = "movers"
	Measures   What = "measures"  // app.Measure, one to a line
	Affected   What = "affected"  // app.Group, one to a line
	Purchase   What = "purchase"  // "true" or empty
	Motion     What = "motion"    // the text it came from; not said word by word
	Screening  What = "screening" // the day what applies was confirmed, and by whom

	Claim    What = "claim"
	Decision What = "decision" // app.Decision
	Reason   What = "reason"   // of a decision

	Total     What = "total"     // likely cost of all years, in ören
	Line      What = "line"      // likely amount of a year, in ören
	Way       What = "way"       // "true" or empty: an alternative
	Financing What = "financing" //
	Spent     What = "spent"     // what has been paid, in ören
	Funding   What = "funding"   // what somebody sets aside a year, in ören
	Terms     What = "terms"     // something else in the estimate; not said word by word

	Answer What = "answer" // app.CriterionState; Edits are of the reason

	Placements What = "placements" // of measure and alternatives; not said one by one
	Rest       What = "rest"       // something else; not said word by word

	DocumentTitle What = "document_title"
	DocumentKind  What = "kind"
	DocumentDate  What = "date"
	Status        What = "status" // app.Status
	Body          What = "body"
	Department    What = "department"
	Addressee     What = "to"
	CaseRef       What = "case_ref"
	YourRef       What = "your_ref"
	Officers      What = "officers"
	Signatories   What = "signatories"
	Rules         What = "rules" // by which it was checked: version, program and day

	Sitting    What = "sitting"    // when and where a meeting was, and which item
	Present    What = "present"    // who were there
	Adjusted   What = "adjusted"   // when the minutes were approved, and by whom
	Digitally  What = "digitally"  // "true" or empty: they were so without ink
	Vote       What = "vote"       // app.Cast, of a person
	Notice     What = "notice"     // on the official board
	Attested   What = "attested"   // who have approved the paper
	Annex      What = "annex"      // app.AnnexHow, "listed" for the empty one
	Publishing What = "publishing" // of the copy for the web; not said one by one
	Exports    What = "exports"    // how many files were made of it
	Referral   What = "referral"   // app.Stand, "none" for the empty one, of a body
)

// list gathers the facts that differ.
type list struct {
	facts []Fact
	words *lexicon
}

func (l *list) code(w What, old, new string) {
	if old != new {
		l.facts = append(l.facts, Fact{What: w, Old: old, New: new})
	}
}

func (l *list) text(w What, old, new string) {
	if old != new {
		l.facts = append(l.facts, Fact{What: w, Old: old, New: new, Edits: l.words.words(old, new)})
	}
}

func (r *reader) facts(old, new Side) []Fact {
	a, b := old.Matter, new.Matter
	l := &list{words: r.words}
	l.text(Title, a.Title, b.Title)
	l.text(References, strings.Join(a.References, ", "), strings.Join(b.References, ", "))
	l.text(Movers, movers(a.Movers), movers(b.Movers))
	l.code(Received, string(a.Received), string(b.Received))
	l.code(Stage, string(a.Stage), string(b.Stage))
	l.text(Holder, a.Holder, b.Holder)
	l.code(Meeting, string(a.Meeting), string(b.Meeting))
	l.code(Measures, lines(a.Measures), lines(b.Measures))
	l.code(Affected, lines(a.Affected), lines(b.Affected))
	l.code(Purchase, yes(a.Purchase), yes(b.Purchase))
	l.code(Screening, screening(a.Screening), screening(b.Screening))
	l.code(Motion, motion(a), motion(b))
	l.claims(r, a.Claims, b.Claims)
	l.code(Total, amount(old.Total), amount(new.Total))
	l.costs(a.Estimate, b.Estimate)
	l.answers(a.Answers, b.Answers)
	l.referrals(a.Referrals, b.Referrals)
	if !alikeRest(a.Placements, b.Placements) {
		l.facts = append(l.facts, Fact{What: Placements})
	}
	if len(l.facts) == 0 && !alikeRest(bare(a), bare(b)) {
		l.facts = append(l.facts, Fact{What: Rest})
	}
	return l.facts
}

func documentFacts(a, b app.Document) []Fact {
	l := &list{words: newLexicon()}
	l.text(DocumentTitle, a.Title, b.Title)
	l.code(DocumentKind, a.Kind, b.Kind)
	l.code(Status, string(a.Status), string(b.Status))
	l.code(DocumentDate, string(a.Date), string(b.Date))
	l.text(Body, a.Body, b.Body)
	l.text(Department, a.Department, b.Department)
	l.text(Addressee, a.To, b.To)
	l.text(CaseRef, a.CaseRef, b.CaseRef)
	l.text(YourRef, a.YourRef, b.YourRef)
	l.text(Officers, people(a.Officers), people(b.Officers))
	l.text(Signatories, people(a.Signatories), people(b.Signatories))
	l.around(&a, &b)
	if a.Checked != nil && b.Checked != nil && a.Checked.Packs != b.Checked.Packs {
		l.code(Rules, rules(a.Checked), rules(b.Checked))
	}
	a.Checked, b.Checked = nil, nil // when it was checked is no change of it
	if a.Sections, b.Sections = nil, nil; len(l.facts) == 0 && !alikeRest(a, b) {
		l.facts = append(l.facts, Fact{What: Rest})
	}
	return l.facts
}

// bare is a matter without its documents, which are compared by themselves.
func bare(m *app.Matter) app.Matter {
	c := *m
	c.Documents = nil
	if c.Motion != nil {
		s := *c.Motion
		sum := sha256.Sum256(s.Data)
		s.Data = sum[:]
		c.Motion = &s
	}
	return c
}

// alikeRest reports whether two values are kept alike. It finds what no fact
// speaks of: two versions that differ must never be said to be the same.
func alikeRest(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && kept(x) == kept(y)
}

// kept takes an empty list for none.
func kept(b []byte) string {
	return strings.NewReplacer(":[]", ":null", "\u0000", "").Replace(string(b))
}

// claims are paired by their words, since they have no identity.
func (l *list) claims(r *reader, a, b []app.Claim) {
	text := func(cs []app.Claim) (out []string) {
		for _, c := range cs {
			out = append(out, c.Text)
		}
		return out
	}
	i, j := 0, 0
	for _, p := range r.paragraphs(text(a), text(b)) {
		switch p.Op {
		case Removed:
			i++
			l.facts = append(l.facts, Fact{What: Claim, N: i, Old: p.Old, Edits: []Edit{{Op: Removed, Old: p.Old}}})
			continue
		case Added:
			j++
			l.facts = append(l.facts, Fact{What: Claim, N: j, New: p.New, Edits: []Edit{{Op: Added, New: p.New}}})
			l.decision(j, app.Claim{}, b[j-1])
			continue
		case Changed:
			l.facts = append(l.facts, Fact{What: Claim, N: j + 1, Old: p.Old, New: p.New, Edits: p.Edits})
		}
		i, j = i+1, j+1
		l.decision(j, a[i-1], b[j-1])
	}
}

func (l *list) decision(n int, a, b app.Claim) {
	if a.Decision != b.Decision {
		l.facts = append(l.facts, Fact{What: Decision, N: n, Old: string(a.Decision), New: string(b.Decision)})
	}
	if a.Reason != b.Reason {
		l.facts = append(l.facts, Fact{What: Reason, N: n, Old: a.Reason, New: b.Reason, Edits: l.words.words(a.Reason, b.Reason)})
	}
}

// answers are told apart by criterion, document and sentence.
func (l *list) answers(a, b []app.Answer) {
	same := func(x, y app.Answer) bool {
		return x.Criterion == y.Criterion && x.Document == y.Document && x.Sentence == y.Sentence && x.Words == y.Words
	}
	left := slices.Clone(a)
	add := func(x, y app.Answer) {
		l.facts = append(l.facts, Fact{What: Answer, Name: x.Criterion + y.Criterion, Old: string(x.State), New: string(y.State), Edits: l.words.words(x.Reason, y.Reason)})
	}
	for _, y := range b {
		k := slices.IndexFunc(left, func(x app.Answer) bool { return same(x, y) })
		if k < 0 {
			add(app.Answer{}, y)
			continue
		}
		if x := left[k]; x.State != y.State || x.Reason != y.Reason {
			x.Criterion = ""
			add(x, y)
		}
		left = slices.Delete(left, k, k+1)
	}
	for _, x := range left {
		add(x, app.Answer{})
	}
}

func movers(ms []app.Mover) string {
	var out []string
	for _, m := range ms {
		if m.Party != "" {
			m.Name += " (" + m.Party + ")"
		}
		out = append(out, m.Name)
	}
	return strings.Join(out, ", ")
}

func people(ps []app.Person) string {
	var out []string
	for _, p := range ps {
		if p.Title != "" {
			p.Name += ", " + p.Title
		}
		out = append(out, p.Name)
	}
	return strings.Join(out, "; ")
}

func lines[T ~string](vs []T) string {
	var out []string
	for _, v := range vs {
		out = append(out, string(v))
	}
	return strings.Join(out, "\n")
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// amount writes an amount in ören; nothing at all is no amount.
func amount(m app.Money) string {
	if m == 0 {
		return ""
	}
	return strconv.FormatInt(int64(m), 10)
}

func motion(m *app.Matter) string {
	if m.Motion == nil {
		return ""
	}
	return said("\x00", m.Motion.Text, m.Motion.SHA256, m.Motion.Name)
}

func screening(s *app.Screening) string {
	if s == nil {
		return ""
	}
	return strings.TrimSpace(string(s.On) + " " + s.By)
}

func rules(c *app.Checked) string {
	return strings.Join(strings.Fields(c.Packs+" "+c.Program+" "+string(c.On)), " ")
}
