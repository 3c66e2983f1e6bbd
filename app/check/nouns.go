package check

import (
	"maps"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// frame is the beginning of a chain of verb and noun, "genomförde en": the verb's
// form decides that of the verb that says it all.
type frame struct {
	form  int                 // 0 infinitive, 1 present, 2 past, 3 supine
	verbs map[string][]string // by noun: its verb in the four forms
}

// forms is how many forms of a verb are told apart.
const forms = 4

// readFrames takes "genomföra genomför genomförde genomfört" = "" as a verb that
// says nothing, and "utvärdering" = "utvärdera utvärderar utvärderade utvärderat"
// as a noun with a verb of its own; a verb of two words has "_" between them.
func (l *look) readFrames(b *builder, list map[string]string) error {
	l.frames = map[int]frame{}
	nouns := map[string][]string{}
	for noun, verb := range list {
		if f := strings.Fields(strings.ReplaceAll(verb, " ", "\n")); len(f) == forms {
			for i := range f {
				f[i] = strings.ReplaceAll(f[i], "_", " ")
			}
			nouns[language.Fold(noun)] = f
		}
	}
	for _, empty := range slices.Sorted(maps.Keys(list)) {
		verb := strings.Fields(empty)
		if list[empty] != "" || len(verb) != forms {
			continue
		}
		for form, word := range verb {
			for _, article := range []string{"en", "ett"} {
				id, err := b.id(word + " " + article)
				if err != nil {
					return err
				}
				l.frames[id] = frame{form, nouns}
			}
		}
	}
	if len(l.frames) == 0 || len(nouns) == 0 {
		return errMissing
	}
	return nil
}

// findNounChains speaks of a verb and a noun that one verb says: "genomföra en
// utvärdering av" for "utvärdera".
func findNounChains(r *run, l *look) []found {
	var out []found
	for _, s := range r.views(l, slices.Sorted(maps.Keys(l.frames))) {
		t := r.sections[s.section].parts[s.part].text
		frame := l.frames[s.Phrase]
		next := s.Last + 1
		if next >= t.Sentences[s.Sentence].Last {
			continue
		}
		verb, ok := frame.verbs[t.Words[next].Fold]
		if !ok {
			continue
		}
		if next+1 < t.Sentences[s.Sentence].Last && t.Words[next+1].Fold == "av" && strings.TrimSpace(t.Source[t.Words[next].Span.End:t.Words[next+1].Span.Start]) == "" {
			next++
		}
		p := place(s.section, r.sections[s.section].parts[s.part].at, app.Span{Start: s.Span.Start, End: t.Words[next].Span.End})
		words := r.quote(p)
		to := language.LikeCapital(words, verb[frame.form])
		fold := squeeze(language.Fold(words))
		out = append(out, found{place: p, about: fold, group: fold, mend: []string{to}, words: []string{"{from}", words, "{to}", to}})
	}
	return out
}
