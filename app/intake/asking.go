package intake

import "strings"

// askPhrases are how a remiss asks for an answer, with how much each says.
var askPhrases = []struct {
	words  string
	weight int
}{
	{"remissvaren ska ha", 4}, {"remissvaret ska ha", 4}, {"remissvar ska ha", 4}, {"remissvar lämnas", 3}, {"remissvar skickas", 3}, {"remissvaren skickas", 3},
	{"synpunkter på remissen", 2}, {"remissen avser", 2}, {"remitterar", 2}, {"härmed på remiss", 4}, {"sänds på remiss", 3}, {"skickas på remiss", 3}, {"för yttrande senast", 3},
	{"översänds för yttrande", 4}, {"översänder för yttrande", 4}, {"översänds härmed", 3}, {"remitteras härmed", 4}, {"remitteras till er", 4},
	{"er möjlighet att lämna synpunkter", 4}, {"er möjlighet att yttra", 4}, {"er tillfälle att", 4}, {"ges tillfälle att yttra", 3}, {"ges möjlighet att yttra", 3},
	{"bereds tillfälle", 3}, {"bereds härmed tillfälle", 4}, {"inbjuds att lämna", 4}, {"inbjuds att yttra", 4}, {"bjuds in att lämna", 3}, {"bjuder in till samråd", 3},
	{"ombeds yttra", 4}, {"ombeds att yttra", 4}, {"ombeds inkomma med", 4}, {"ombeds lämna", 3}, {"anmodas", 3}, {"önskar nämndens", 3}, {"begär yttrande", 4},
	{"begär in yttrande", 4}, {"yttrande önskas", 4}, {"yttrandet ska ha", 3}, {"yttrande ska ha kommit", 4}, {"yttrande ska vara", 3}, {"yttrandet ska vara", 3},
	{"svar önskas", 2}, {"svaret önskas", 2}, {"svar emotses", 2}, {"svaret ska ha kommit in", 3}, {"synpunkter ska ha kommit", 3}, {"synpunkterna ska ha kommit", 3},
	{"synpunkter ska lämnas", 3}, {"synpunkter lämnas skriftligen", 3}, {"samrådstiden", 2}, {"samrådstid", 2}, {"granskningstiden", 2}, {"remisstid", 3}, {"sista svarsdag", 3},
	{"sista dag för yttrande", 3}, {"sista dag att svara", 3}, {"för att svara på remissen", 2}, {"skyldiga att svara på remissen", 4}, {"svara på remiss", 2},
	{"inbjudan att lämna synpunkter", 3}, {"remissinstansens namn", 4},
}

// asks weighs how much the text asks somebody for an answer, as a remiss does: each
// phrase counts once, and a list of those who were asked.
func (f *flow) asks() int {
	score := 0
	seen := make([]bool, len(askPhrases))
	for i, b := range f.blocks[:min(len(f.blocks), mostJudged)] {
		low := lowered(f.text[b.start:min(b.end, b.start+3000)])
		if len(low) < 30 && isReceiversHeading(low) && i+1 < len(f.blocks) {
			score += 3
		}
		for k, p := range askPhrases {
			if !seen[k] && strings.Contains(low, p.words) {
				seen[k] = true
				score += p.weight
			}
		}
	}
	return score
}

func isReceiversHeading(low string) bool {
	switch strings.Trim(low, " :.*_\t") {
	case "remissinstanser", "remissinstans", "remissmottagare", "sändlista", "sändlista remiss", "remisslista":
		return true
	}
	return false
}
