package reports

import (
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/estimate"
)

// profile of the invented municipality.
func profile() app.Profile {
	return app.Profile{Municipality: "Exempelkommun", Department: "Utbildningsförvaltningen",
		Bodies:  []app.Body{{Name: "Utbildningsnämnden", Level: app.Committee, Signatories: []app.Person{{Name: "Elsa Exempelsson", Title: "Ordförande"}, {Name: "Nils Modell", Title: "Utbildningsdirektör"}}}},
		Officer: app.Person{Name: "Ivar Penna", Title: "Utredare"},
		Foot:    []string{"Exempelkommun\nUtbildningsförvaltningen", "Besöksadress: Torggatan\u00a01\nPostadress: 999\u00a000 Exempelstad", "0999\u201100\u00a000\u00a000\nexempelkommun.example"}}
}

func kind(t testing.TB, id string) packs.Kind {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	k, ok := p.Kind(id)
	if !ok {
		t.Fatalf("no kind %s", id)
	}
	return *k
}

// half is an opinion of half a page.
func half(t testing.TB) Input {
	m := &app.Matter{Title: "Motion om cykelväg till Lillskolan", Claims: []app.Claim{{Text: "att en cykelväg byggs mellan torget och Lillskolan", Decision: app.Reject}},
		Movers: []app.Mover{{Name: "Majken Ros", Party: "LL"}}}
	m.Documents = []app.Document{{ID: "d", Kind: "opinion", Status: app.Final, Date: "2026-05-19", Body: "Tekniska nämnden", To: "Kommunstyrelsen", CaseRef: "TN\u00a02026/0044", YourRef: "KS\u00a02026/0240",
		Signatories: []app.Person{{Name: "Olle Påhittad", Title: "Ordförande"}},
		Sections: []app.Section{
			{Role: "ingress", Heading: "Ingress", Text: "Tekniska nämnden beslutar att lämna följande yttrande till kommunstyrelsen som svar på remissen."},
			{Role: "summary", Heading: "Sammanfattning", Text: "Nämnden delar målet men föreslår att motionen avslås, eftersom gång- och cykelbanan längs Ågatan redan leder till skolan."},
			{Role: "motion_content", Heading: "Motionens innehåll"},
			{Role: "assessment", Heading: "Nämndens överväganden"},
			{Role: "proposal", Heading: "Ställningstagande"}}}}
	return Input{Matter: m, Document: &m.Documents[0], Profile: app.Profile{Municipality: "Exempelkommun"}, Kind: kind(t, "opinion"), Title: "Yttrande över motion om cykelväg till Lillskolan",
		Proposal: app.Proposal{Lead: "Tekniska nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:", Points: []string{"Kommunfullmäktige avslår motionen."}}, Creator: "Yttra"}
}

// response is a motion response of some four pages, a draft with everything in it.
func response(t testing.TB) Input {
	m := &app.Matter{Title: "Motion om digitala armband i fritidshemmen", Movers: []app.Mover{{Name: "Ove Provsson", Party: "D"}, {Name: "Ylva Tänkt", Party: "C"}},
		Claims: []app.Claim{
			{Text: "att kommunen under ett läsår prövar digitala armband som visar var barnen i två fritidshem befinner sig,", Decision: app.Reject},
			{Text: "att vårdnadshavarna kan se barnets plats i en app, och", Decision: app.Reject},
			{Text: "att försöket redovisas för kommunfullmäktige senast i juni 2027.", Decision: app.DeemedAnswered}}}
	m.Documents = []app.Document{{ID: "d", Kind: "motion_response", Draft: 3, Date: "2026-03-02", Body: "Kommunstyrelsens arbetsutskott", Department: "Kommunledningskontoret",
		CaseRef: "KS\u00a02025/0447", Officers: []app.Person{{Name: "Ivar Penna", Title: "utredare"}, {Name: "Märta Skrift", Title: "jurist"}},
		Signatories: []app.Person{{Name: "Märta Skrift", Title: "Kommundirektör"}, {Name: "Nils Modell", Title: "Utbildningsdirektör"}, {Name: "Ivar Penna", Title: "Utredare"}},
		Sections: []app.Section{
			{Role: "proposal", Heading: "Förslag till beslut"},
			{Role: "summary", Heading: "Sammanfattning", Text: responseSummary},
			{Role: "motion_content", Heading: "Motionens innehåll", Text: "Motionen väcktes den 24\u00a0november 2025. Motionärerna yrkar\n\nMotionärerna skriver om dagens rutin:\n\n> ”Varje eftermiddag letar personalen efter barn som har gått ut utan att säga till. Det tar tid från leken, och det gör föräldrar oroliga.”"},
			{Role: "preparation", Heading: "Ärendets beredning", Text: "Motionen har remitterats till utbildningsnämnden, som den 12\u00a0februari 2026 lämnade sitt yttrande. Dataskyddsombudet har lämnat råd."},
			{Role: "assessment", Heading: "Förvaltningens bedömning", Text: responseAssessment},
			{Role: "economy", Heading: "Ekonomiska konsekvenser och finansiering", Text: "Försöket beräknas kosta 2,4\u00a0miljoner kronor på tre år. Ingen av åtgärderna ryms i budgeten för 2026."},
			{Role: "children", Heading: "Konsekvenser för barn", Text: responseChildren},
			{Role: "privacy", Heading: "Dataskydd", Text: responsePrivacy},
			{Role: "equality", Heading: "Jämställdhet"},
			{Role: "documents", Heading: "Beslutsunderlag", Text: "1. Tjänsteskrivelse, daterad 2026-03-02\n2. Utbildningsnämndens yttrande, daterat 2026-02-12\n3. Motion om digitala armband i fritidshemmen, daterad 2025-11-24"},
			{Role: "sent_to", Heading: "Beslutet skickas till", Text: "- Motionärerna\n- Utbildningsnämnden\n- Dataskyddsombudet"},
			{Role: "annexes", Heading: "Bilagor", Text: "1. Integritetsanalys, daterad 2026-02-16"}}}}
	line := func(k app.CostKind, what string, kronor int64, from, to int) app.CostLine {
		return app.CostLine{Kind: k, What: what, Quantity: app.Units(1), Price: app.Kronor(kronor), From: from, To: to, Source: app.SourceQuote}
	}
	m.Estimate = app.Estimate{Years: 3, FirstYear: 2026, RealRate: 350, Start: "2026-03-02", Lines: []app.CostLine{
		line(app.CostLegal, "Förstudie", 180_000, 1, 1), line(app.CostPurchase, "Armband och mottagare", 610_000, 1, 1), line(app.CostPurchase, "Nya armband", 60_000, 3, 3),
		line(app.CostLicences, "Abonnemang", 140_000, 1, 1), line(app.CostLicences, "Abonnemang", 280_000, 2, 3), line(app.CostNewWork, "Personal", 330_000, 1, 3)},
		Alternatives: []app.Alternative{{Role: app.Today, Lines: []app.CostLine{line(app.CostNewWork, "Upprop", 120_000, 1, 3)}}}}
	return Input{Matter: m, Document: &m.Documents[0], Profile: profile(), Kind: kind(t, "motion_response"), Title: "Svar på motion om digitala armband i fritidshemmen",
		Proposal: app.Proposal{Lead: "Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:", Points: []string{
			"Kommunfullmäktige anser yrkande 3 besvarat med hänvisning till utbildningsnämndens uppföljning av närvarosystemet i oktober 2026.",
			"Kommunfullmäktige avslår motionen i övrigt."}},
		Sheet:       estimate.Sheet{Matter: m, Compared: cost.Compare(m.Estimate, nil, "2026-03-02")},
		DigitalNote: "Tjänsteskrivelsen undertecknas digitalt. Uppgift om underskrifterna finns i ärendet.", LineNumbers: 5, Creator: "Yttra"}
}

const responseSummary = `Motionärerna vill att kommunen prövar digitala armband i två fritidshem, så att personal och vårdnadshavare kan se var barnen är. Kommunledningskontoret delar målet att barnen ska vara trygga och att personalen ska få mer tid till barnen.

Kontoret bedömer ändå att intrånget i barnens personliga integritet blir större än behovet, och att samma nytta kan nås med de tavlor för in- och utcheckning som redan finns. Kontoret föreslår att yrkande 1 och 2 avslås och att yrkande 3 anses besvarat.`

const responseAssessment = `Kontoret har prövat förslaget i tre steg enligt 5 § förvaltningslagen (2017:900): om åtgärden leder till det avsedda resultatet, om den är *mer långtgående* än vad som behövs och om resultatet står i rimligt förhållande till olägenheterna.

### Yrkande 1: armband under ett läsår

Ett armband som visar var ett barn är behandlar personuppgifter om barnet hela dagen.[^gdpr] Uppgifter om barn har ett särskilt skydd. Kontoret har jämfört tre sätt att hålla reda på barnen:

a) upprop vid bestämda tider,
b) tavla vid dörren, där barnet själv flyttar sin bricka, och
c) armband med mottagare i varje rum, så som motionärerna föreslår.

| Steg | Upprop | Tavla | Armband |
|---|---|---|---|
| Lämplighet | Fungerar. Tar sju minuter. | Fungerar. Tar under en minut. | Fungerar, när barnet bär armbandet. |
| Nödvändighet | Bara namn behövs. | Bara namn och tid behövs. | Plats, tid och rörelser sparas för varje barn. |
| Proportionalitet | Litet intrång | Litet intrång | Stort intrång som inte uppvägs av behovet |

Tavlan ger ungefär samma tidsvinst som armbandet och kräver inga nya personuppgifter. Under läsåret 2024/25 registrerades elva händelser då ett barn inte hittades genast. I tio av dem hade barnet gått ut genom en dörr som lämnats olåst.

### Yrkande 2: plats i en app

En app som visar barnets plats för vårdnadshavaren röjer också var andra barn och personal är. För den som har skyddade personuppgifter kan följden bli allvarlig.[^skydd] Se även [myndighetens vägledning](https://example.org/vagledning) om positionering.

### Yrkande 3: redovisning

Utbildningsnämnden följer upp närvarosystemet i sin internkontroll i oktober 2026.

[^gdpr]: Europaparlamentets och rådets förordning (EU) 2016/679, artikel 4 och 5. Kompletterande bestämmelser finns i lagen (2018:218).

[^skydd]: Skyddade personuppgifter är sekretessmarkering, skyddad folkbokföring och fingerade personuppgifter.`

const responseChildren = `Beslutet berör omkring 140 barn i åldern 6–9 år. Barnen i de två fritidshemmen har tillfrågats i grupp den 10 februari 2026.

- De flesta vill att de vuxna ska veta var de är.
- Flera säger att de tänker ta av sig armbandet när de leker.
- Några tycker att tavlan räcker:
  - den är rolig att använda, och
  - den visar vem som är ute.

Kontoret bedömer att barnets bästa talar emot förslaget.[^barn]

[^barn]: Lagen (2018:1197) om Förenta nationernas konvention om barnets rättigheter, artiklarna 3, 12 och 16.`

const responsePrivacy = `Dataskyddsombudet avråder från försöket. Ombudet pekar på att samtycke inte är en säker grund i en beroendeställning, att uppgifterna skulle sparas längre än vad som behövs och att leverantören får tillgång till dem.

Kontoret har bedömt följande:

- ☒ konsekvensbedömning krävs
- ☐ förhandssamråd krävs`
