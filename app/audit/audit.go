// Package audit tells the trail of a register in words: each event as a line, where a
// chain breaks as a sentence, and all of it as a table for a spreadsheet.
//
// It looks up what identities stand for when they are shown: the trail itself has
// nobody's words in it.
package audit

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

// Teller tells events in a language.
type Teller struct {
	Words  i18n.Words
	Packs  *packs.Packs           // names of rules and kinds
	Matter func(id string) string // what a matter is called; empty: it is not in the register
}

// Line is an event in words.
type Line struct {
	Number uint64
	At     time.Time // as the clock stood where it was done
	Who    string
	What   string   // what was done, and of what
	Matter string   // empty: it is about the register
	Said   []string // name and reason, a sentence each
	Sum    string   // SHA-256 of the file it is about, in hex; may be empty
}

// Line tells an event.
func (t Teller) Line(e app.Event) Line {
	return Line{Number: e.Number, At: e.At, Who: t.Who(e.By), What: t.what(e), Matter: t.matter(e.Matter), Said: t.said(e), Sum: e.Sum}
}

// Lines tells events, in their order.
func (t Teller) Lines(all []app.Event) []Line {
	out := make([]Line, 0, len(all))
	for _, e := range all {
		out = append(out, t.Line(e))
	}
	return out
}

// Who is a person's name; unknown when nobody had told it.
func (t Teller) Who(by string) string { return cmp.Or(by, t.Words.T("trail.nobody")) }

// Action is what is done, of no thing in particular.
func (t Teller) Action(a app.Action) string {
	if key := "trail.action." + string(a); t.Words.Has(key) {
		return t.Words.T(key)
	}
	return string(a) // of a newer version
}

func (t Teller) what(e app.Event) string {
	s := t.Action(e.Action)
	if about := t.about(e); about != "" {
		s += " (" + about + ")"
	}
	return s
}

// about is what an event is about, as it is called.
func (t Teller) about(e app.Event) string {
	switch e.Action {
	case app.ActNamed, app.ActRestored, app.ActRestoredSection:
		return t.Words.T("trail.version", i18n.Vars{"N": e.About})
	case app.ActExported, app.ActExportedWeb, app.ActImported, app.ActCopied, app.ActMerged, app.ActBackupRestored:
		return ""
	}
	if r, ok := t.Packs.Rule(e.About); ok {
		return t.in(r.SV.Title, r.EN.Title)
	}
	if k, ok := t.Packs.Kind(e.About); ok {
		return t.in(k.SV.Name, k.EN.Name)
	}
	return e.About
}

// in chooses between the words of the rules in the two languages.
func (t Teller) in(sv, en string) string {
	if t.Words.Lang() == "en" {
		return cmp.Or(en, sv)
	}
	return sv
}

func (t Teller) matter(id string) string {
	if id == "" {
		return ""
	}
	name := ""
	if t.Matter != nil {
		name = t.Matter(id)
	}
	return cmp.Or(name, t.Words.T("trail.matter_gone"))
}

// said tells the words that belong to an event.
func (t Teller) said(e app.Event) []string {
	var out []string
	if e.Gone {
		return append(out, t.Words.T("trail.said_gone"))
	}
	if e.Name != "" {
		out = append(out, t.Words.T("trail.name", i18n.Vars{"Name": e.Name}))
	}
	if e.Reason != "" {
		out = append(out, t.Words.T("trail.reason", i18n.Vars{"Reason": strings.Join(strings.Fields(e.Reason), " ")}))
	}
	return out
}

// Fault says where a chain breaks, and how.
func (t Teller) Fault(f app.TrailFault) string {
	key := "trail.break." + string(f.Kind)
	if f.Number == 0 {
		key = "trail.break.head"
	}
	number := strconv.FormatUint(f.Number, 10)
	if f.Last > f.Number {
		number += "–" + strconv.FormatUint(f.Last, 10)
		if more := key + "_many"; t.Words.Has(more) {
			key = more
		}
	}
	s := t.Words.T(key, i18n.Vars{"N": number})
	if f.Where != "" {
		s += " " + t.Words.T("trail.break.told_by", i18n.Vars{"Where": f.Where})
	}
	return s
}

// Faults says where a chain breaks, at most so many places.
func (t Teller) Faults(all []app.TrailFault, most int) []string {
	var out []string
	for i, f := range all {
		if i == most {
			return append(out, t.Words.N("trail.breaks_more", len(all)-most))
		}
		out = append(out, t.Fault(f))
	}
	return out
}

// Head writes where a chain ends, as somebody can keep it: 12:abc….
func Head(h app.TrailHead) string { return strconv.FormatUint(h.Count, 10) + ":" + h.Hash }

// ReadHead reads what Head wrote; ok is false when it is something else.
func ReadHead(s string) (h app.TrailHead, ok bool) {
	n, hash, found := strings.Cut(strings.TrimSpace(s), ":")
	count, err := strconv.ParseUint(n, 10, 64)
	hash = strings.ToLower(strings.Join(strings.Fields(hash), ""))
	if !found || err != nil || count > 0 && (len(hash) != 64 || strings.Trim(hash, "0123456789abcdef") != "") {
		return app.TrailHead{}, false
	}
	return app.TrailHead{Count: count, Hash: hash}, true
}

// Called looks up what matters are called in lists of rows: title and reference.
func Called(lists ...app.Rows) func(id string) string {
	return func(id string) string {
		for _, rows := range lists {
			if i := rows.Index(id); i >= 0 {
				return name(rows.At(i))
			}
		}
		return ""
	}
}

func name(r app.Row) string {
	s := strings.TrimSpace(r.Title)
	if len(r.References) > 0 {
		s = strings.TrimSpace(s + " (" + r.References[0] + ")")
	}
	return cmp.Or(s, r.ID)
}

// Group is events of one sort, for a choice among them (trail.group.<name>).
type Group struct {
	Name    string
	Actions []app.Action
}

// Groups are the sorts of events, in the order they are offered. Every action is in one.
var Groups = []Group{
	{"matters", []app.Action{app.ActCreated, app.ActImported, app.ActCopied, app.ActMerged, app.ActRemoved, app.ActUnremoved, app.ActExpired, app.ActErased}},
	{"documents", []app.Action{app.ActFinal, app.ActReopened, app.ActDocumentRemoved, app.ActExported, app.ActExportedWeb}},
	{"judgements", []app.Action{app.ActWaived, app.ActMet, app.ActFailed, app.ActWithdrawn}},
	{"personal", []app.Action{app.ActPersonal, app.ActPersonalWeb, app.ActPersonalNot, app.ActWebApproved, app.ActWebWithdrawn}},
	{"versions", []app.Action{app.ActNamed, app.ActRestored, app.ActRestoredSection}},
	{"register", []app.Action{app.ActProfile, app.ActBackupRestored, app.ActRegisterExported, app.ActRepaired, app.ActMigrated,
		app.ActEncrypted, app.ActDecrypted, app.ActPassphrase}},
}
