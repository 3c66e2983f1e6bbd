package figures

import "yttra/app/markup"

// Loosen takes the binding from the figures of a text whose words an edit has
// changed: they are a person's own now, and plain text. was is the text before
// the edit. Figures that have come in with the edit stay bound, whatever they say.
func (s *Set) Loosen(was, text string) string {
	fields := markup.Fields(text)
	if len(fields) == 0 {
		return text
	}
	left := map[string]int{} // fields there were, by name and words; and by name alone those that no field has the words of
	for _, f := range markup.Fields(was) {
		left[f.Name+" "+was[f.Words.Start:f.Words.End]]++
		left[f.Name]++
	}
	other := make([]bool, len(fields))
	for i, f := range fields {
		if k := f.Name + " " + text[f.Words.Start:f.Words.End]; left[k] > 0 {
			left[k]--
			left[f.Name]--
		} else {
			other[i] = true
		}
	}
	for i, f := range fields {
		words, why := s.Words(f.Name)
		if other[i] = other[i] && left[f.Name] > 0 && (why != Found || words != text[f.Words.Start:f.Words.End]); other[i] {
			left[f.Name]--
		}
	}
	for i := len(fields) - 1; i >= 0; i-- {
		if other[i] {
			text = markup.WithoutField(text, fields[i])
		}
	}
	return text
}
