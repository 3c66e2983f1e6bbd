package check

import (
	"errors"
	"strings"
	"testing"

	"yttra/app"
)

const togetherRule = `[[look]]
kind = "evidence"
together = ["skylt~ | dekal~ + kamer*", "anmälning~ + # + kommunen | regionen ! klubb~"]
`

// Words stand together in a sentence in any order; the first group is what may
// be denied.
func TestTogether(t *testing.T) {
	c := withCriterion(t, togetherRule)
	for text, want := range map[string]app.CriterionState{
		"Vid varje kamera sitter en skylt.":                                     app.Indicated,
		"Dekaler och skyltar sitter vid kameran.":                               app.Indicated,
		"Kameran är ny. Skylten är gammal.":                                     app.NotAddressed,
		"Skyltfönstret syns inte från kameran.":                                 app.NotAddressed,
		"Någon skylt finns inte vid kameran.":                                   app.NotAddressed,
		"Kommunen fick 14 anmälningar i fjol.":                                  app.Indicated,
		"Kommunen fick många anmälningar i fjol.":                               app.NotAddressed,
		"Staden fick 14 anmälningar.":                                           app.NotAddressed,
		"Kommunen fick 14 anmälningar till klubben.":                            app.NotAddressed,
		"Skyltar vid [antal] kameror sätts upp.":                                app.NotAddressed,
		"Ingen skylt har satts upp, men en annan skylt vid kameran är av plåt.": app.Indicated,
	} {
		if got := resultOf(t, c.Run(opinion("assessment: "+text), 0), "TEST-01").State; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	res := resultOf(t, c.Run(opinion("assessment: Kameran är ny. Skyltar sitter vid kameran. Dekalen vid kameran är trasig."), 0), "TEST-01")
	if len(res.Evidence) != 2 || !strings.Contains(res.Evidence[1].Text, "Dekalen") {
		t.Errorf("evidence is %+v", res.Evidence)
	}
}

func TestBunches(t *testing.T) {
	b := newBuilder(0)
	got, err := b.bunches([]string{" a | b c\n + d", "e + f + g ! h | i"})
	if err != nil || len(got) != 2 || len(got[0].groups) != 2 || len(got[0].groups[0]) != 2 || len(got[1].groups) != 3 || len(got[1].never) != 2 {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"a | b", "a ! b", "a + b ! c + d", "a + b ! c ! d"} {
		if _, err := b.bunches([]string{bad}); !errors.Is(err, errGroups) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	for _, bad := range []string{"a + ", "a | + b", "* + a", "a + b !"} {
		if _, err := b.bunches([]string{bad}); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
