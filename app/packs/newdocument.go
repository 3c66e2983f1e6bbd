package packs

import (
	"slices"
	"strings"

	"yttra/app"
)

// NewDocument makes an empty document of a kind with the sections that the kind
// asks for, always or on a condition; the person can add the others. Minutes begin
// with what the matter knows: the body whose paper was made last, those who sit in
// it, the answer's summary and the papers that are decided on. It fails with
// CodeUnknownKind.
func (p *Packs) NewDocument(kind string, m *app.Matter, pr app.Profile) (app.Document, error) {
	k, ok := p.Kind(kind)
	if !ok || !k.Drafted {
		return app.Document{}, &app.Problem{Code: app.CodeUnknownKind, What: kind}
	}
	d := app.Document{ID: app.NewID(), Kind: k.ID, Draft: 1, Level: k.Level, To: k.To, Department: pr.Department}
	if k.Form.Speaks == FormSignatories { // who they are nobody knows yet
		d.Department = ""
	}
	body := p.bodyFor(k, m, pr)
	if body.Name != "" {
		d.Body, d.Level = body.Name, body.Level
	}
	if pr.Officer.Name != "" && k.Form.Speaks != FormSignatories {
		d.Officers = []app.Person{pr.Officer}
	}
	d.CaseRef, d.YourRef = numbers(m)
	if s := m.Motion; s != nil && s.Kind == app.ReferralSource && k.Form.Signs == FormBody {
		d.To = first(senderOf(s), d.To)
	}
	for _, s := range k.Sections {
		text := ""
		if s.Fill != "" {
			text = p.lookUp(s.Fill, m, &d)
		}
		if !s.Around && (s.Required || s.Offered || s.When != "" || text != "") {
			d.Sections = append(d.Sections, app.Section{Role: s.Role, Heading: s.SV.Heading, Text: text})
		}
	}
	switch {
	case k.Form.Speaks == FormSignatories:
	case k.Form.Signs == FormMeeting:
		d.Meeting = p.sitting(m, body, pr)
		if k.Form.Notice {
			d.Meeting.Notice = &app.Notice{Kept: pr.Department, By: pr.Officer.Name}
		}
	case k.Form.Signs == "": // the department's own people, not those who lead the body it writes to
		d.Signatories = slices.DeleteFunc(slices.Clone(body.Signatories), func(s app.Person) bool { return p.Decisions.Sitting.Presides(s.Title) })
	default:
		d.Signatories = slices.Clone(body.Signatories)
	}
	return d, nil
}

// numbers are the own diarienummer and the sender's. What the sender calls the matter is
// never the own number, whatever comes first.
func numbers(m *app.Matter) (own, theirs string) {
	refs := slices.Clone(m.References)
	if m.Motion != nil && m.Motion.Reference != "" {
		theirs = m.Motion.Reference
		refs = slices.DeleteFunc(refs, func(r string) bool { return r == theirs })
	}
	if len(refs) > 0 {
		own = refs[0]
	}
	if theirs == "" && len(refs) > 1 {
		theirs = refs[1]
	}
	return own, theirs
}

// bodyFor is the body that a new paper is for: the one of the kind's level, or for
// minutes the one that the matter's latest paper was made for.
func (p *Packs) bodyFor(k *Kind, m *app.Matter, pr app.Profile) app.Body {
	if k.Form.Head == FormMeeting {
		for _, d := range slices.Backward(m.Documents) {
			if d.Body == "" {
				continue
			}
			if i := slices.IndexFunc(pr.Bodies, func(b app.Body) bool { return b.Name == d.Body }); i >= 0 {
				return pr.Bodies[i]
			}
			return app.Body{Name: d.Body, Level: d.Level}
		}
	}
	if i := slices.IndexFunc(pr.Bodies, func(b app.Body) bool { return b.Level == k.Level }); i >= 0 {
		return pr.Bodies[i]
	}
	return app.Body{}
}

// Section finds the section of a kind with the role.
func (k *Kind) Section(role string) (KindSection, bool) {
	i := slices.IndexFunc(k.Sections, func(s KindSection) bool { return s.Role == role })
	if i < 0 {
		return KindSection{}, false
	}
	return k.Sections[i], true
}

// AddSection puts an empty section of the document's kind in its place; it does
// nothing when the document has it or the kind does not.
func (p *Packs) AddSection(d *app.Document, role string) {
	k, ok := p.Kind(d.Kind)
	if !ok || d.Section(role) >= 0 {
		return
	}
	s, ok := k.Section(role)
	if !ok {
		return
	}
	place := func(role string) int {
		return slices.IndexFunc(k.Sections, func(s KindSection) bool { return s.Role == role })
	}
	at := 0 // after the last of those that come before it; own ones stay where they are
	for i, have := range d.Sections {
		if n := place(have.Role); n >= 0 && n < place(role) {
			at = i + 1
		}
	}
	d.Sections = slices.Insert(d.Sections, at, app.Section{Role: role, Heading: s.SV.Heading})
}

// motionOpenings are cut from a matter's title before it is set in a kind's.
var motionOpenings = []string{"motion om ", "motion angående ", "motion gällande ", "remiss om ", "remiss av ", "remiss: "}

// Title is the document's own title, or the kind's with the matter's set in.
func (p *Packs) Title(m *app.Matter, d *app.Document) string {
	k, ok := p.Kind(d.Kind)
	if d.Title != "" || !ok {
		return first(d.Title, m.Title)
	}
	title, about := titleFor(k, d), p.about(m)
	before, _, asks := strings.Cut(title, "%s")
	if about == "" || !asks {
		return strings.TrimRight(before, ": ")
	}
	if strings.HasSuffix(before, ": ") {
		about = bareTitle(m)
	}
	return strings.Replace(title, "%s", about, 1)
}

// titleFor is the kind's title with the sender's number set in; without one its
// parentheses go.
func titleFor(k *Kind, d *app.Document) string {
	if d.YourRef == "" {
		return strings.Replace(k.SV.Title, " ({your_ref})", "", 1)
	}
	return strings.Replace(k.SV.Title, "{your_ref}", d.YourRef, 1)
}

// about is what a matter is about, to stand inside a title: "bänkar i parken".
func (p *Packs) about(m *app.Matter) string {
	about := bareTitle(m)
	if about != "" && !properName(m, about) {
		about = lowerFirst(about)
	}
	return about
}

// bareTitle is a matter's title without the words that say what kind it is.
func bareTitle(m *app.Matter) string {
	about := strings.TrimSpace(m.Title)
	for _, o := range motionOpenings {
		if len(about) > len(o) && strings.EqualFold(about[:len(o)], o) {
			about = about[len(o):]
			break
		}
	}
	return about
}

// properName tells whether a title begins with a name: its first word stands with
// a capital inside a line of the claims or the motion, and never without.
func properName(m *app.Matter, title string) bool {
	word, _, _ := strings.Cut(title, " ")
	texts := make([]string, 0, len(m.Claims)+1)
	for _, c := range m.Claims {
		texts = append(texts, c.Text)
	}
	if m.Motion != nil {
		texts = append(texts, m.Motion.Text)
	}
	name := false
	for line := range strings.SplitSeq(strings.Join(texts, "\n"), "\n") {
		words := strings.Fields(line)
		for i, w := range words {
			if w == lowerFirst(word) {
				return false
			}
			name = name || i > 0 && w == word && !strings.ContainsAny(words[i-1], ".:?!")
		}
	}
	return name && word != lowerFirst(word)
}
