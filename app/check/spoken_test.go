package check

import (
	"fmt"
	"slices"
	"testing"

	"yttra/app"
)

// A criterion marked spoken stands outside its condition only when the text
// itself answers or fails it.
func TestSpokenCriterion(t *testing.T) {
	const looks = "when = \"purchase\"\n%s[[look]]\nkind = \"evidence\"\nphrases = [\"moms\"]\nred = [\"moms på moms\"]\n"
	for _, c := range []struct {
		name, key, text string
		purchase        bool
		want            app.CriterionState // empty: not asked
	}{
		{"asked", "spoken = true\n", "Det blir dyrt.", true, app.NotAddressed},
		{"not asked, silent", "spoken = true\n", "Det blir dyrt.", false, ""},
		{"not asked, answered", "spoken = true\n", "Beloppet är räknat med moms.", false, app.Indicated},
		{"not asked, failed", "spoken = true\n", "Det är moms på moms.", false, app.Failed},
		{"not asked, denied", "spoken = true\n", "Moms har inte beräknats.", false, ""},
		{"not spoken", "", "Beloppet är räknat med moms.", false, ""},
	} {
		checker := withCriterion(t, fmt.Sprintf(looks, c.key))
		m := opinion("assessment: " + c.text)
		m.Purchase = c.purchase
		var got app.CriterionState
		if i := slices.IndexFunc(checker.Run(m, 0).Criteria, isTest); i >= 0 {
			got = checker.Run(m, 0).Criteria[i].State
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func isTest(r app.CriterionResult) bool { return r.ID == "TEST-01" }

// What a paper speaks of makes questions meaningful.
func TestTopics(t *testing.T) {
	for text, want := range map[string]Facts{
		"Larmen köps i tre etapper.":                                  {Stages: true},
		"Skyltarna köps från Norrskylt AB.":                           {Supplier: true},
		"Avtalstiden är fyra år.":                                     {Contract: true},
		"Leverantören lagrar namn på alla som bokar.":                 {Processor: true},
		"Upphandlingen av skolskjuts annonseras i maj.":               {Advertised: true},
		"Bänkarna direktupphandlas för 40 000 kronor och 2 mnkr.":     {Direct: true, Amounts: 2},
		"Nämnden träffar leverantörer i klass 4 under 30 000 minuter": {},
	} {
		f := factsFor(t, opinion("assessment: "+text, "motion_content: Det kostar 100 kronor."))
		got := Facts{Stages: f.Stages, Supplier: f.Supplier, Contract: f.Contract, Processor: f.Processor, Advertised: f.Advertised, Direct: f.Direct, Amounts: f.Amounts}
		if got != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}
