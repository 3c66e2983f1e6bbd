package paper

import (
	"context"
	"reflect"
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/app/webcopy"
	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/layout"
)

// Model turns the open document into pages, and knows what holds a final paper
// back.
type Model struct {
	words   i18n.Words
	packs   *packs.Packs
	creator string
	builder *reports.Builder // for the preview, which is made on the window's thread

	state   desk.State
	set     layout.Set
	err     error   // why there are no pages
	remarks []error // what the profile asks for that the paper cannot have
	at      int     // page that is looked at
	proof   Proof   // of the last file of this paper
	sheet   bool    // there is an estimate to print

	numbered bool // the lines of a draft are numbered

	copy   app.Copy
	masker *webcopy.Maker
	web    *webcopy.Copy // the last one made, when copy is the one for the web
}

// NewModel makes an empty model.
func NewModel(w i18n.Words, p *packs.Packs, creator string) *Model {
	return &Model{words: w, packs: p, creator: creator, builder: reports.NewBuilder(), masker: webcopy.NewMaker()}
}

// Take takes a state and reports whether the paper may look different: a save or
// a search changes nothing here.
func (m *Model) Take(s desk.State) bool {
	if old, now := m.state.Document(), s.Document(); old == nil || now == nil || old.ID != now.ID {
		m.copy = app.FullCopy // another paper is first shown whole
	}
	alike := sameProfile(m.state.Profile, s.Profile)
	if !alike {
		m.remarks = reports.Remarks(s.Profile)
	}
	same := m.state.Matter == s.Matter && m.state.Doc == s.Doc && m.state.Today == s.Today && alike
	m.state = s
	if same && (m.err != nil || len(m.set.Pages) > 0) {
		return false
	}
	m.build()
	return true
}

// sameProfile reports whether two profiles give the same paper: what a person
// spells and silences does not show on it.
func sameProfile(a, b app.Profile) bool {
	a.Words, a.Quiet, b.Words, b.Quiet = nil, nil, nil, nil
	return reflect.DeepEqual(a, b)
}

func (m *Model) build() {
	m.set, m.err, m.proof, m.sheet, m.web = layout.Set{}, nil, Proof{}, false, nil
	if m.state.Document() == nil {
		m.at = 0
		return
	}
	in, err := m.input(m.state.Document())
	if err == nil {
		m.sheet = in.Sheet.Has() && reports.Reckons(in.Kind)
		m.set, err = m.builder.Build(in)
	}
	m.err = err
	m.at = max(0, min(m.at, len(m.set.Pages)-1))
}

func (m *Model) input(d *app.Document) (in reports.Input, err error) {
	if m.copy == app.WebCopy {
		in, err = m.webInput(d.Status)
	} else {
		in, err = reports.Of(m.packs, m.state.Matter, d, m.state.Profile, m.state.Compared, m.creator)
	}
	in.LineNumbers = m.step(d.Status == app.Final)
	return in, err
}

// Err says why there are no pages; nil when there are, or nothing is open.
func (m *Model) Err() error { return m.err }

// Pages are the placed pages.
func (m *Model) Pages() []layout.Page { return m.set.Pages }

// At is the index of the page that is looked at; Turn looks at another.
func (m *Model) At() int { return m.at }

// Turn looks at a page and reports whether it is another one.
func (m *Model) Turn(i int) bool {
	i = max(0, min(i, len(m.set.Pages)-1))
	changed := i != m.at
	m.at = i
	return changed
}

// Held lists what holds a final paper back: open stopping findings.
func (m *Model) Held() []app.Finding {
	var out []app.Finding
	for _, f := range m.state.Findings {
		if f.Severity == app.Blocking && f.Waived == "" {
			out = append(out, f)
		}
	}
	return out
}

// Ready reports whether a final paper may be made, of the copy that is shown.
func (m *Model) Ready() bool {
	return m.state.Document() != nil && len(m.Held()) == 0 && (m.copy != app.WebCopy || m.Publishable())
}

// Final reports whether the document has been made final.
func (m *Model) Final() bool {
	d := m.state.Document()
	return d != nil && d.Status == app.Final
}

// File makes the file's bytes. It is called away from the window's thread with
// what Snapshot gave, and uses nothing else.
type File struct {
	in    reports.Input
	words i18n.Words
}

// places names the first findings that hold back, each with its section.
func (m *Model) places(fs []app.Finding) string {
	var out []string
	for _, f := range fs[:min(mostHeld, len(fs))] {
		s := f.Title
		if i := f.Place.Section; i >= 0 && i < len(m.state.Document().Sections) && m.state.Document().Sections[i].Heading != "" {
			s += " (" + m.state.Document().Sections[i].Heading + ")"
		}
		out = append(out, s)
	}
	if more := len(fs) - len(out); more > 0 {
		out = append(out, m.words.N("paper.held_more", more))
	}
	return strings.Join(out, ", ")
}

// Snapshot takes what a file is made from, as it stands now. A final paper has
// no UTKAST, whatever the document says of itself; while something stops, there
// is none (CodeHeld).
func (m *Model) Snapshot(final bool) (File, error) {
	d := m.state.Document()
	if d == nil {
		return File{}, &app.Problem{Code: app.CodeNoDocument}
	}
	if held := m.Held(); final && len(held) > 0 {
		return File{}, &app.Problem{Code: app.CodeHeld, Where: m.places(held)}
	}
	if final && !m.Ready() {
		_, text := m.approvalWords()
		return File{}, &app.Problem{Code: app.CodeUnapproved, Where: text}
	}
	paper := *d
	paper.Status = app.Draft
	if final {
		paper.Status = app.Final
	}
	in, err := m.input(&paper)
	return File{in, m.words}, err
}

// Write makes the PDF and reads it back: a file that is not what was placed is not
// let out. It stops between two pages when ctx is done.
func (f File) Write(ctx context.Context, step func(done, total int)) ([]byte, reports.Proof, error) {
	data, proof, err := reports.Write(ctx, f.in, step)
	return data, proof, f.left(err)
}

// Name is what a file is called at first: kind, reference, Utkast.
func (m *Model) Name(final bool) string {
	d := m.state.Document()
	if d == nil {
		return "yttra.pdf"
	}
	words := []string{m.state.Kind.SV.Name, m.reference()}
	if m.copy == app.WebCopy {
		words = append(words, m.words.T("web.name"))
	}
	if !final {
		words = append(words, strings.ToLower(m.words.T("word.draft")))
		if m.Numbered() {
			words = append(words, m.words.T("paper.numbered_name"))
		}
	}
	return slug(strings.Join(words, " ")) + ".pdf"
}

// reference is what the document is known by: its own number, or the matter's title.
func (m *Model) reference() string {
	d, matter := m.state.Document(), m.state.Matter
	if c := m.Web(); c != nil {
		d, matter = c.Document, c.Matter
	}
	if d != nil && d.CaseRef != "" {
		return d.CaseRef
	}
	return matter.Title
}

// slug keeps letters and digits; everything else becomes one hyphen.
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case strings.ContainsRune("abcdefghijklmnopqrstuvwxyzåäöéü0123456789", r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	out := strings.Trim(b.String(), "-")
	if r := []rune(out); len(r) > 80 {
		out = strings.Trim(string(r[:80]), "-")
	}
	return out
}

// Facts count the pages, for the status line.
func (m *Model) Facts() []string {
	if len(m.set.Pages) == 0 {
		return nil
	}
	return []string{m.words.N("paper.pages", len(m.set.Pages)), m.words.T("paper.same")}
}
