package check

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestAnswers(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"belysning\"]\nred = [\"alternativ saknas\"]\n")
	const text = "Dörrarna öppnas med  taggar.\nAndra alternativ saknas."
	for name, w := range map[string]struct {
		answers []app.Answer
		state   app.CriterionState
		stale   bool
		waived  string
		finding bool
	}{
		"none":                     {nil, app.Failed, false, "", true},
		"met":                      {[]app.Answer{{State: app.Met, Sentence: "Dörrarna öppnas med taggar."}}, app.Met, false, "", false},
		"met, sentence gone":       {[]app.Answer{{State: app.Met, Sentence: "Dörrarna låses."}}, app.Failed, true, "", true},
		"failed by the clerk":      {[]app.Answer{{State: app.Failed, Reason: "för tunt"}}, app.Failed, false, "", true},
		"waived":                   {[]app.Answer{{State: app.Waived, Reason: "gäller en fråga"}}, app.Waived, false, "gäller en fråga", true},
		"waived without a reason":  {[]app.Answer{{State: app.Waived, Reason: " "}}, app.Failed, false, "", true},
		"waived, sentence gone":    {[]app.Answer{{State: app.Waived, Reason: "r", Sentence: "Borta."}}, app.Failed, true, "", true},
		"the last counts":          {[]app.Answer{{State: app.Waived, Reason: "r"}, {State: app.Met, Sentence: "Dörrarna öppnas med taggar."}}, app.Met, false, "", false},
		"of another document":      {[]app.Answer{{State: app.Met, Document: "d2"}}, app.Failed, false, "", true},
		"of this document":         {[]app.Answer{{State: app.Met, Document: "d1"}}, app.Met, false, "", false},
		"words inside a sentence":  {[]app.Answer{{State: app.Met, Sentence: "öppnas med"}}, app.Failed, true, "", true},
		"met without any sentence": {[]app.Answer{{State: app.Met}}, app.Met, false, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion("assessment: " + text)
			for _, a := range w.answers {
				a.Criterion = "TEST-01"
				m.Answers = append(m.Answers, a)
			}
			r := c.Run(m, 0)
			got := resultOf(t, r, "TEST-01")
			if got.State != w.state || got.Stale != w.stale {
				t.Errorf("state %s, stale %v", got.State, got.Stale)
			}
			if ours := strings.Contains("|none|met, sentence gone|waived without a reason|waived, sentence gone|words inside a sentence|of another document|", "|"+name+"|"); got.Said == ours {
				t.Errorf("said by the clerk: %v", got.Said)
			}
			if w.stale != (got.Was != "") || w.stale && got.Was != w.answers[0].Sentence {
				t.Errorf("the sentence that is gone is %q", got.Was)
			}
			finding, waived := false, ""
			for _, f := range r.Findings {
				if f.ID == "TEST-01" {
					finding, waived = true, f.Waived
				}
			}
			if finding != w.finding || waived != w.waived {
				t.Errorf("finding %v, waived %q", finding, waived)
			}
		})
	}
}

// An answer holds for its sentence, wherever it is moved, and for no other.
func TestAnswerFallsBackWhenItsSentenceIsEdited(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"belysning\"]\n")
	const tied = "Dörrarna öppnas med taggar."
	for text, holds := range map[string]bool{
		"Dörrarna öppnas med taggar.":                             true,
		"Dörrarna  öppnas\nmed taggar.":                           true,
		"Nytt först. Dörrarna öppnas med taggar. Nytt sist.":      true,
		"Kort.\n\n- Dörrarna öppnas med taggar.\n- Mer":           true,
		"Dörrarna öppnas med taggar. Dörrarna öppnas med taggar.": true,
		"Dörrarna öppnas med taggor.":                             false,
		"Dörrarna öppnas med tagg.":                               false,
		"dörrarna öppnas med taggar.":                             false,
		"Dörrarna öppnas inte med taggar.":                        false,
		"Dörrarna öppnas med taggar, men inte alltid.":            false,
		"Det är osant att Dörrarna öppnas med taggar.":            false,
		"Dörrarna öppnas med taggar":                              false,
		"Dörrarna öppnas. Med taggar.":                            false,
		"":                                                        false,
	} {
		m := opinion("summary: Kort.", "assessment: "+text)
		m.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Met, Sentence: tied}}
		got := resultOf(t, c.Run(m, 0), "TEST-01")
		if holds != (got.State == app.Met) || holds == got.Stale {
			t.Errorf("%q: %s, stale %v", text, got.State, got.Stale)
		}
		if holds && (len(got.Evidence) != 1 || squeeze(got.Evidence[0].Text) != tied) {
			t.Errorf("%q: points at %+v", text, got.Evidence)
		}
	}
	item := opinion("assessment: - priset är 5\n- mer")
	item.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Met, Sentence: "priset är 5"}}
	if got := resultOf(t, c.Run(item, 0), "TEST-01"); got.State != app.Met {
		t.Errorf("a point of a list: %s", got.State)
	}
	for _, text := range []string{"- priset är 50\n- mer", "- priset är 5 miljoner\n- mer", "- inte priset är 5\n- mer"} {
		item.Documents[0].Sections[0].Text = text
		if got := resultOf(t, c.Run(item, 0), "TEST-01"); !got.Stale {
			t.Errorf("%q is taken for the same", text)
		}
	}
	moved := opinion("summary: Dörrarna öppnas med taggar.", "assessment: Kort.")
	moved.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Met, Sentence: tied}}
	if got := resultOf(t, c.Run(moved, 0), "TEST-01"); got.State != app.Met || got.Evidence[0].Place.Section != 0 {
		t.Errorf("moved to another section: %+v", got)
	}
}

func TestMetPointsAtTheSentenceTheClerkChose(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"belysning\"]\n")
	m := opinion("summary: Kort.", "assessment: Ny belysning köps. Dörrarna låses.")
	m.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Met, Sentence: "Dörrarna låses."}}
	got := resultOf(t, c.Run(m, 0), "TEST-01").Evidence
	if len(got) != 1 || got[0].Text != "Dörrarna låses." || got[0].Place.Section != 1 {
		t.Errorf("%+v", got)
	}
}

func TestPlainFindingIsWaivedByItsWords(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"phrase\"\nphrases = [\"huruvida\", \"samtliga\"]\n")
	m := opinion("assessment: Frågan är huruvida samtliga vill. Samtliga svarar.")
	reasons := func(a ...app.Answer) string {
		m.Answers = a
		out := ""
		for _, f := range c.Run(m, 0).Findings {
			if f.ID == "TEST-01" {
				out += "[" + f.Waived + "]"
			}
		}
		return out
	}
	waive := func(sentence string) app.Answer {
		return app.Answer{Criterion: "TEST-01", State: app.Waived, Sentence: sentence, Reason: "citat"}
	}
	for sentence, want := range map[string]string{"huruvida": "[citat][][]", "Frågan är huruvida samtliga vill.": "[citat][citat][]", "": "[][][]", "samtliga svarar": "[][][]"} {
		if got := reasons(waive(sentence)); got != want {
			t.Errorf("%q: %s, want %s", sentence, got, want)
		}
	}
	one := waive("Frågan är  huruvida samtliga vill.")
	one.Words = "samtliga"
	if got := reasons(one); got != "[][citat][]" {
		t.Errorf("words in a sentence: %s", got)
	}
	m.Documents[0].Sections[0].Text = "Han vet huruvida. Hon vet huruvida, sa hon. Han vet huruvida."
	if got := reasons(waive("huruvida")); got != "[citat][][]" {
		t.Errorf("the same words elsewhere: %s", got)
	}
	one.Sentence, one.Words = "Hon vet huruvida, sa hon.", "huruvida"
	if got := reasons(one); got != "[][citat][]" {
		t.Errorf("only in its sentence: %s", got)
	}
}

// What is missing has no words: each missing thing is waived by its own id, or
// all of them by the rule's.
func TestMissingThingsAreWaivedOneByOne(t *testing.T) {
	c := compiled(t)
	m := opinion("assessment: Text.", "proposal: ")
	m.Claims = claims(app.Undecided, app.Undecided)
	waived := func() (n int) {
		for _, f := range c.Run(m, 0).Findings {
			if strings.HasPrefix(f.ID, "FORM-DEC-01/") && f.Waived != "" {
				n++
			}
		}
		return n
	}
	for id, want := range map[string]int{"FORM-DEC-01/2": 1, "FORM-DEC-01": 2, "FORM-DEC-01/3": 0, "FORM": 0} {
		m.Answers = []app.Answer{{Criterion: id, State: app.Waived, Reason: "tas på sammanträdet"}}
		if got := waived(); got != want {
			t.Errorf("%s: %d waived, want %d", id, got, want)
		}
	}
}
