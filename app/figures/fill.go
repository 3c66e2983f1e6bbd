package figures

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Fault is why a bound figure has no amount.
type Fault string

const (
	Found   Fault = ""
	Gone    Fault = "gone"    // the year, alternative, line or kind is not in the estimate any more
	Unknown Fault = "unknown" // no estimate has such a figure
)

// Broken is a field of a text whose figure has no amount. Its words stand.
type Broken struct {
	Field markup.Field
	Fault Fault
}

// Name is how a figure in a form is named in a text.
func Name(key string, f app.MoneyForm) string {
	if f == app.InKronor {
		return key
	}
	return key + "?" + string(f)
}

// Split takes a name apart; ok is false when no amount is written in such a form.
func Split(name string) (key string, f app.MoneyForm, ok bool) {
	key, form, formed := strings.Cut(name, "?")
	f = app.MoneyForm(form)
	return key, f, slices.Contains(app.MoneyForms, f) && formed == (form != "")
}

// Words are what is read of a figure with a name.
func (s *Set) Words(name string) (string, Fault) {
	key, form, ok := Split(name)
	if !ok {
		return "", Unknown
	}
	f, why := s.find(key)
	if why != Found {
		return "", why
	}
	return f.Written(form), Found
}

// Bound writes a figure as a field of a text.
func (s *Set) Bound(name string) (string, Fault) {
	words, why := s.Words(name)
	if why != Found {
		return "", why
	}
	return markup.BoundTo(name, words), Found
}

// Fill makes the words of every bound figure what they are in the estimate, and
// tells those it has no amount for. Nothing else is changed.
func (s *Set) Fill(text string) (string, []Broken) {
	fields := markup.Fields(text)
	if len(fields) == 0 {
		return text, nil
	}
	var broken []Broken
	var b strings.Builder
	from := 0
	for _, f := range fields {
		words, why := s.Words(f.Name)
		if why != Found {
			broken = append(broken, Broken{f, why})
			continue
		}
		b.WriteString(text[from:f.Words.Start])
		b.WriteString(words)
		from = f.Words.End
	}
	if from == 0 {
		return text, broken
	}
	b.WriteString(text[from:])
	return b.String(), broken
}
