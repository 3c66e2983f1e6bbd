package packs

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
)

// Flaw is what is wrong in a file of rules, in a form that can be told in the
// person's language: rule_fault.<why> has the words.
type Flaw struct {
	Why  Why
	What string   // the word that is wrong, or what the reader of TOML or conditions says
	Want []string // what could stand there instead
}

// Why names a flaw.
type Why string

const (
	Missing    Why = "missing"    // has to be written
	UnknownKey Why = "key"        // no such key
	NotOneOf   Why = "value"      // is not one of Want
	Syntax     Why = "syntax"     // cannot be read as TOML
	Encoding   Why = "encoding"   // is not UTF-8
	TooLarge   Why = "large"      // larger than What
	TooMany    Why = "too_many"   // more of it than What; the rest is not read
	MoreFaults Why = "more"       // there are more faults than are told of
	IsFolder   Why = "folder"     // a folder with the name of a file
	Unreadable Why = "unreadable" // cannot be opened
	Place      Why = "place"      // lies in no folder that is read
	Twice      Why = "twice"      // What has the id already
	NoRule     Why = "no_rule"    // there is no built-in rule with the id What
	NotAPhrase Why = "phrase"     // What is no phrase
	Condition  Why = "condition"  // is no condition
	NoFact     Why = "fact"       // What is nothing that conditions can speak of
	NoLook     Why = "look"       // What is no kind of look
	NotTaken   Why = "taken"      // a look of kind What does not take the key
	NoGroups   Why = "groups"     // together wants two groups or more

	CriteriaOnly Why = "criteria" // a look of kind What is for criteria
	NoDay        Why = "day"      // What is no day
	Range        Why = "range"    // an amount that cannot be
	Overlap      Why = "overlap"  // the row's days are partly those of the row What
	Other        Why = "said"     // in the words of What

	// What an example shows.
	NotAsked   Why = "not_asked" // the rule does not apply
	OtherState Why = "state"     // the state What, and not Want
	Findings   Why = "findings"  // so many
	NoQuote    Why = "quote"     // nothing points at the words What
)

// Whys lists every flaw there is a word for.
var Whys = []Why{Missing, UnknownKey, NotOneOf, Syntax, Encoding, TooLarge, TooMany, MoreFaults, IsFolder, Unreadable, Place, Twice, NoRule,
	NotAPhrase, Condition, NoFact, NoLook, NotTaken, NoGroups, CriteriaOnly, NoDay, Range, Overlap, Other, NotAsked, OtherState, Findings, NoQuote}

func (f *Flaw) Error() string {
	switch f.Why {
	case Missing:
		return "missing"
	case UnknownKey:
		return "unknown key"
	case NotOneOf:
		return fmt.Sprintf("%q is not one of %s", f.What, strings.Join(f.Want, ", "))
	case Twice:
		return "the id is already used by " + f.What
	case NoRule:
		return f.What + " is not a built-in rule"
	case Place:
		return "lies in no folder that is read: " + strings.Join(f.Want, ", ")
	case Other, Syntax, Condition:
		return f.What
	case NotAPhrase:
		return fmt.Sprintf("%q is not a phrase", f.What)
	case NoFact:
		return f.What + " is no fact"
	case NoLook:
		return fmt.Sprintf("%q is not a kind of look", f.What)
	case NotTaken:
		return "a look of kind " + f.What + " does not take it"
	case CriteriaOnly:
		return f.What + " is for criteria only"
	case OtherState:
		return f.What + ", not " + strings.Join(f.Want, ", ")
	case NoQuote:
		return fmt.Sprintf("nothing points at %q", f.What)
	}
	return strings.TrimSpace(strings.ReplaceAll(string(f.Why), "_", " ") + " " + f.What)
}

// Key names the words of a flaw, and Vars what stands in them.
func (f *Flaw) Key() string { return "rule_fault." + string(f.Why) }

// Vars are the places of the words: What and Want.
func (f *Flaw) Vars() map[string]any {
	return map[string]any{"What": f.What, "Want": strings.Join(f.Want, ", ")}
}

// located is an error with the place in its file.
type located struct {
	line int
	key  string
	err  error
}

func (l *located) Error() string { return l.err.Error() }
func (l *located) Unwrap() error { return l.err }

// Fault is a flaw in its place.
type Fault struct {
	File string
	Line int    // 0: the file as a whole
	Key  string // "look[0].phrases"; empty: the line or the file
	Flaw
}

// FaultOf reads the place and the flaw out of a problem with a file of rules.
func FaultOf(p *app.Problem) Fault {
	f := Fault{File: p.What, Flaw: Flaw{Why: Other, What: string(p.Code)}}
	if p.Err != nil {
		f.What = p.Err.Error()
	}
	var at *located
	if errors.As(p.Err, &at) {
		f.Line, f.Key = at.line, at.key
	}
	var flaw *Flaw
	if errors.As(p.Err, &flaw) {
		f.Flaw = *flaw
	}
	return f
}

// fileFault makes the problem of a file as a whole.
func fileFault(file string, why Why, what string) *app.Problem {
	return &app.Problem{Code: app.CodePack, What: file, Err: &Flaw{Why: why, What: what}}
}

// placed makes the problem of a line and key.
func placed(file string, line int, key string, err error) *app.Problem {
	var where []string
	if line > 0 {
		where = append(where, "line "+strconv.Itoa(line))
	}
	if key != "" {
		where = append(where, "key "+key)
	}
	return &app.Problem{Code: app.CodePack, What: file, Where: strings.Join(where, ", "), Err: &located{line, key, err}}
}
