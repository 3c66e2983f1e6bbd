package intake

import "yttra/app"

// Matter makes a new matter of the proposal, with the text it came from and every field
// as it was proposed. It has no identity yet.
func (p Proposal) Matter() *app.Matter {
	m := &app.Matter{Title: p.Subject.Value, Received: app.Date(p.Received.Value), Motion: &app.Source{Kind: p.Kind, Text: p.source,
		Sender: p.Sender.Value, Reference: p.SenderReference.Value, Due: app.Date(p.Due.Value), Drawn: p.Drawn()}}
	for _, q := range p.Questions {
		m.Motion.Questions = append(m.Motion.Questions, q.Value)
	}
	for _, r := range p.References {
		m.References = append(m.References, r.Value)
	}
	for _, v := range p.Movers {
		m.Movers = append(m.Movers, app.Mover{Name: v.Name.Value, Party: v.Party.Value})
	}
	for _, c := range p.Claims {
		m.Claims = append(m.Claims, app.Claim{Text: p.withAtt(c.Value)})
	}
	return m
}

// Drawn lists every field that was found, with its place and its doubt, in the order a
// form asks for them.
func (p Proposal) Drawn() []app.Drawn {
	var out []app.Drawn
	add := func(field, value string, f Field) {
		if value != "" {
			out = append(out, app.Drawn{Field: field, Value: value, Start: f.Span.Start, End: f.Span.End, Doubt: string(f.Doubt)})
		}
	}
	add("title", p.Subject.Value, p.Subject)
	add("received", p.Received.Value, p.Received)
	add("sender", p.Sender.Value, p.Sender)
	add("sender_reference", p.SenderReference.Value, p.SenderReference)
	add("due", p.Due.Value, p.Due)
	for _, r := range p.References {
		add("reference", r.Value, r)
	}
	for _, v := range p.Movers {
		add("mover", v.label(), v.whole())
	}
	for _, c := range p.Claims {
		add("claim", p.withAtt(c.Value), c)
	}
	for _, q := range p.Questions {
		add("question", q.Value, q)
	}
	return out
}

// label is the mover as one text: "Anna Berg (S)".
func (m Mover) label() string {
	if m.Party.Value == "" {
		return m.Name.Value
	}
	return m.Name.Value + " (" + m.Party.Value + ")"
}

// whole is the mover's name with the span of the party too, and the doubt of either.
func (m Mover) whole() Field {
	f := m.Name
	if !m.Party.Span.Empty() && m.Party.Span.Start >= f.Span.End {
		f.Span.End = m.Party.Span.End
	}
	if f.Doubt == NoDoubt {
		f.Doubt = m.Party.Doubt
	}
	return f
}
