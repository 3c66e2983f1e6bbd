package language

import "testing"

func TestDenied(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		want         bool
	}{
		{"barn*", "Förvaltningen gör ingen egen analys av följderna för jämställdhet eller för barn.", true},
		{"jämställd*", "Förvaltningen gör ingen egen analys av följderna för jämställdhet eller för barn.", true},
		{"barn*", "Ingen analys av kön, ålder eller barn har gjorts.", true},
		{"konsekvensbedömning*", "Ingen konsekvensbedömning har gjorts.", true},
		{"konsekvensbedömning*", "Någon konsekvensbedömning har inte gjorts.", true},
		{"konsekvensbedömning*", "Förvaltningen har inte tagit fram någon konsekvensbedömning.", true},
		{"konsekvensbedömning*", "En konsekvensbedömning behövs inte eftersom inga uppgifter samlas in.", false},
		{"konsekvensbedömning*", "Konsekvensbedömningen visar att risken inte är hög.", false},
		{"konsekvensbedömning*", "En konsekvensbedömning har gjorts, men dataskyddsombudet har inte yttrat sig.", false},
		{"konsekvensbedömning*", "Inte bara en konsekvensbedömning har gjorts.", false},
		{"alternativ*", "Alternativ saknas.", true},
		{"alternativ*", "Det saknas alternativ.", true},
		{"alternativ*", "Alternativ har prövats och inte valts.", false},
		{"proportion*", "Införandet står inte i rimlig proportion till behovet.", false},
		{"nödvändig*", "Åtgärden är inte nödvändig.", false},
		{"samtyck*", "Kamerorna sätts upp utan samtycke.", true},
		{"skola*", "Det bygger inte på samtycke utan på skolans uppgift.", false},
		{"samtyck* är inte", "Ett samtycke är inte frivilligt.", false},
		{"barn*", "Varken elever eller barn i förskolan har tillfrågats.", true},
		{"finansiering*", "Förvaltningen har inte bråttom och redovisar en finansiering.", false},
		{"konsekvensbedömning*", "Förvaltningen har ännu inte genomfört någon konsekvensbedömning.", true},
		{"alternativ*", "Inga alternativ har prövats.", true},
		{"alternativ*", "Inga andra alternativ redovisas i underlaget.", true},
		{"barnets bästa", "Varken barnets bästa eller alternativa åtgärder har prövats.", true},
		{"alternativ*", "Varken barnets bästa eller alternativa åtgärder har prövats.", true},
		{"kostnad*", "Varken behov, alternativ eller kostnader redovisas.", true},
		{"konsekvensbedömning*", "Projektet startade utan att någon konsekvensbedömning hade gjorts.", true},
		{"alternativ*", "Kamerorna sattes upp utan att ha prövat mindre ingripande alternativ.", true},
		{"integritet*", "Målet kan nås utan att elevernas integritet kränks.", false},
		{"barnets bästa", "Inte bara kostnaden utan också barnets bästa har vägts in.", false},
		{"kostnad*", "Inte bara kostnaden utan också barnets bästa har vägts in.", false},
		{"driftskostnad*", "Det saknas en beräkning av driftskostnaden.", true},
		{"kostnadsberäkning*", "En kostnadsberäkning saknas för närvarande.", true},
		{"riskanalys*", "Någon samlad riskanalys finns inte.", true},
		{"riskanalys*", "I avsaknad av riskanalys går frågan inte att bedöma.", true},
		{"barnets bästa", "Barnets bästa har inte beaktats i ärendet.", true},
		{"dataskyddsombud*", "Dataskyddsombudet har inte hörts.", true},
		{"dataskyddsombud*", "Samråd har inte skett med dataskyddsombudet.", true},
		{"dataskyddsombud*", "Förvaltningen har inte rådfrågat dataskyddsombudet.", true},
		{"samtyck*", "Kommunen kan inte använda samtycke som rättslig grund.", false},
		{"30 dagar", "Uppgifterna sparas inte längre än 30 dagar.", false},
		{"tredje land", "Uppgifterna lämnas inte ut till tredje land.", false},
		{"tredje land", "Uppgifter har inte lämnats ut till tredje land.", false},
		{"känsliga personuppgifter", "Inga känsliga personuppgifter behandlas i tjänsten.", false},
		{"känsliga personuppgifter", "Inga känsliga personuppgifter lagras i tjänsten.", false},
		{"kostnad*", "Förslaget medför inga ytterligare kostnader.", false},
		{"ekonomiska konsekvenser", "Inga ekonomiska konsekvenser uppstår.", false},
		{"ekonomiska konsekvenser", "Förslagets ekonomiska konsekvenser har inte beräknats.", true},
		{"kostnad*", "Kostnaden går inte att beräkna i nuläget.", true},
		{"kostnad*", "Det har inte varit möjligt att beräkna kostnaden.", true},
		{"integritet*", "Förvaltningen ser inte att det finns risker för barnens integritet.", false},
		{"barnets bästa", "Barnets bästa har prövats, men någon barnkonsekvensanalys har inte gjorts.", false},
		{"barnkonsekvensanalys*", "Barnets bästa har prövats, men någon barnkonsekvensanalys har inte gjorts.", true},
		{"alternativ*", "Det finns ingen anledning att tro att andra alternativ räcker.", false},
		{"alternativ*", "Inget annat alternativ bedöms ge samma effekt.", false},
		{"konsekvensbedömning*", "Konsekvensbedömning och riskanalys har inte gjorts.", true},
		{"riskanalys*", "En konsekvensbedömning är gjord och riskanalysen är inte dålig.", false},
		{"konsekvensbedömning*", "Om en konsekvensbedömning inte görs får kameror inte användas.", false},
		{"konsekvensbedömning*", "En konsekvensbedömning bör göras innan beslut fattas.", false},
		{"konsekvensbedömning*", "En konsekvensbedömning ska tas fram.", false},
		{"gallringsplan*", "Kommunen har ingen gallringsplan.", true},
		{"finansiering*", "Frågan om finansiering har inte behandlats.", true},
		{"finansiering*", "Nämnden har inte tagit ställning till finansieringen.", true},
		{"barnets bästa", "Det framgår inte av utredningen hur barnets bästa har beaktats.", true},
		{"belysning*", "Bättre belysning har övervägts men inte valts.", false},
		{"alternativ*", "Någon prövning av alternativ har aldrig gjorts.", true},
		{"elevråd*", "Elevrådet har ej fått yttra sig.", true},
		{"kosta*", "Skåp till de skolor som saknar sådana kostar 96 000 kronor.", false},
		{"kostnad*", "Därutöver tillkommer kostnader för införande och support som inte har kunnat beräknas.", true},
		{"kostnad*", "Till det kommer kostnader för integration, vilka inte är kända.", true},
		{"åtgärd*", "Åtgärder som inte har prövats tidigare testas nu.", false},
		{"skåp", "Skolorna saknar låsbara skåp.", true},
		{"behörighet*", "Behörigheten, som inte har beskrivits, ges till rektor.", false},
	} {
		s, err := compiled([]string{c.phrase})
		if err != nil {
			t.Fatal(err)
		}
		text := Read(c.text)
		hits := s.Find(text)
		if len(hits) == 0 {
			t.Fatalf("%q is not found in %q", c.phrase, c.text)
		}
		if got := text.Denied(hits[0]); got != c.want {
			t.Errorf("%q in %q: denied is %v", c.phrase, c.text, got)
		}
	}
}
