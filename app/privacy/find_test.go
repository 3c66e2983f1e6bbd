package privacy

import (
	"strings"
	"testing"
)

// said writes what was found as "kind: words | kind: words".
func said(text string, hits []Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, string(h.Kind)+": "+text[h.Span.Start:h.Span.End])
	}
	return strings.Join(out, " | ")
}

// The numbers are of Skatteverket's test kind: days of the 1890s and the four
// digits 98x.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{
		"Personnummer 18900101-9802.":                          "personnummer: 18900101-9802",
		"Personnummer 900101-9802.":                            "personnummer: 900101-9802",
		"Personnummer 189001019802.":                           "personnummer: 189001019802",
		"Personnummer 9001019802.":                             "personnummer: 9001019802",
		"Personnummer 900101+9802.":                            "personnummer: 900101+9802",
		"Det gäller 900101 9802 i ärendet.":                    "personnummer: 900101 9802",
		"Det gäller 900101\u00a0–\u00a09802.":                  "personnummer: 900101\u00a0–\u00a09802",
		"Det gäller 900101\u22129802.":                         "personnummer: 900101\u22129802",
		"Det gäller 900101-\n9802.":                            "personnummer: 900101-\n9802",
		"Det gäller 9\u00ad001\u200b01-98\u206002.":            "personnummer: 9\u00ad001\u200b01-98\u206002",
		"Det gäller 9 0 0 1 0 1 - 9 8 0 2.":                    "personnummer: 9 0 0 1 0 1 - 9 8 0 2",
		"Det gäller １８９００１０１－９８０２.":                            "personnummer: １８９００１０１－９８０２",
		"Det gäller 1890-01-01-9802.":                          "personnummer: 1890-01-01-9802",
		"Det gäller 90 01 01-9802.":                            "personnummer: 90 01 01-9802",
		"Det gäller 18 90 01 01 98 02.":                        "personnummer: 18 90 01 01 98 02",
		"| Namn | 900101-9802 |":                               "personnummer: 900101-9802",
		"[^1]: 900101-9802":                                    "personnummer: 900101-9802",
		"# Ansökan 900101-9802":                                "personnummer: 900101-9802",
		"**900101**-9802":                                      "personnummer: 900101**-9802",
		"900101\\-9802":                                        "personnummer: 900101\\-9802",
		"Två: 900101-9802 och 18900102-9801.":                  "personnummer: 900101-9802 | personnummer: 18900102-9801",
		"Personnummer 900101-9803.":                            "misnumber: 900101-9803",
		"Numret 189001019803 är fel.":                          "misnumber: 189001019803",
		"Personnummer 9001019803":                              "misnumber: 9001019803",
		"Samordningsnummer 900161-9809.":                       "coordination: 900161-9809",
		"Elevens nummer är 20140312-TF07.":                     "reserve: 20140312-TF07",
		"Reservnummer 991990123456 och 19900101T123":           "reserve: 991990123456 | reserve: 19900101T123",
		"Dnr 2019-433, KS 2026/00240 och STK-2019-120.":        "",
		"Den 31 februari: 900231-9802 och 901301-9802.":        "",
		"Organisationsnummer 212000-0142 och 556036-0793.":     "",
		"KSAU 190805 Motion, beslut 190417 §62 och 190425 §51": "",
		"Mötet 2019-08-05 kl. 15:00-15:15, 2024-01-16 2023.":   "",
		"Kostnaden är 1 910 323 kronor 2024 och 45 256 666.":   "",
		"Kontot 900101-98021 och 2-900101-9802.":               "",
		"Filen 202403121531.pdf sparades.":                     "",
		"Datum 900101-XXXX":                                    "",
		"Bankgiro 900101.9802":                                 "",
	} {
		if got := said(text, find(text, &Known{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestContactData(t *testing.T) {
	for text, want := range map[string]string{
		"Ring 070-123 45 67 eller 08-508 33 750.":                                "phone: 070-123 45 67 | phone: 08-508 33 750",
		"Ring +46 70 123 45 67 eller 0701234567.":                                "phone: +46 70 123 45 67 | phone: 0701234567",
		"Telefon: 08-50833750, växel 011-15 00 00":                               "phone: 08-50833750", // a switchboard is nobody's
		"Post: 123 45 Lillby, Besök: Storgatan 20":                               "",
		"Tel 0046 8 508 33 750":                                                  "phone: 0046 8 508 33 750",
		"Den 08-12-2024, 0,5 % och 05 av 012.":                                   "",
		"Skriv till elsa.ek@exempel.se, tack.":                                   "mail: elsa.ek@exempel.se",
		"Skriv till <Elsa_Ek+1@post.exempel.se>.":                                "mail: Elsa_Ek+1@post.exempel.se",
		"Konto @nämnden och a@b.":                                                "",
		"Hon bor på Storgatan 12 B i stan.":                                      "street: Storgatan 12 B",
		"Adress: Östra Kyrkogatan 7, 123 45 Lillby":                              "street: Östra Kyrkogatan 7 | postcode: 123 45 Lillby",
		"Karl Johans gata 3 och Norra vägen 12":                                  "street: Karl Johans gata 3 | street: Norra vägen 12",
		"Riksväg 50, Detaljplan 12, Handlingsplan 2025 och Cykelväg 3.":          "",
		"Längs Storgatan 12 meter, Skolvägen 2025.":                              "",
		"Fastigheten Backa 12:3 och Norra Lillby 1:145.":                         "property: Backa 12:3 | property: Norra Lillby 1:145",
		"Ägaren till kvarteret Måsen 3 har klagat.":                              "property: Måsen 3",
		"Kl 15:00, Tid 08:30-10:00, SFS 2017:725, lag (2018:1200), Måndag 15:10": "",
		"SOU 2017:54, Prop. 2017/18:105, Tabell 2:1 och Lagen 2018:12":           "",
		"Bilen ABC123 och XYZ 12A stod parkerade.":                               "vehicle: ABC123 | vehicle: XYZ 12A",
		"KSN 123, AFS 202, LOU 123 och IQV123.":                                  "",
		"Kameran har adressen 192.168.1.40 och 00:1B:44:11:3A:B7.":               "device: 192.168.1.40 | device: 00:1B:44:11:3A:B7",
		"Enheten 2001:db8:0:0:0:ff00:42:8329 svarar.":                            "device: 2001:db8:0:0:0:ff00:42:8329",
		"Avsnitt 4.2.1.3, version 1.2.3.4 kl. 10:20:30.":                         "",
		"Kamera-id: K-4471 och serienummer SN-99812-A.":                          "device: K-4471 | device: SN-99812-A",
	} {
		if got := said(text, find(text, &Known{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestPersons(t *testing.T) {
	for text, want := range map[string]string{
		"Eleven Elias Berg i klass 4B slogs på rasten.":                                  "child: Elias Berg",
		"Elias, 9 år, vågade inte gå till skolan.":                                       "child: Elias",
		"9-åriga Tilde bor nära skolan.":                                                 "child: Tilde",
		"Min son Omar Haddad går i årskurs 5.":                                           "child: Omar Haddad",
		"Pojken heter Xander.":                                                           "child: Xander",
		"Elias mamma har ringt skolan.":                                                  "child: Elias",
		"Vårdnadshavaren till Lina Ek har klagat.":                                       "child: Lina Ek",
		"Anna-Karin von Testsson, elev på skolan, skrev brevet.":                         "child: Anna-Karin von Testsson",
		"Elias blev retad av andra barn på rasten.":                                      "child: Elias",
		"I 4B går Elias Berg.":                                                           "child: Elias Berg",
		"Familjen Testsson bor vid parken.":                                              "person: Testsson",
		"Grannen Åke har klagat på bullret.":                                             "person: Åke",
		"Göran Testsson i Lillby vill ha en bänk.":                                       "person: Göran Testsson",
		"A. Testsson skrev till nämnden.":                                                "person: A. Testsson",
		"Läsaren Elsa\nTestsson undrar.":                                                 "person: Elsa\nTestsson",
		"Motion av Magnus Testsson (S) och Nima Gholam Ali Ek (SD).":                     "",
		"Elsa Ek och Bo Ek (båda M) yrkar avslag för barnen.":                            "",
		"Rektor Anna Berg och biträdande rektorn Per Ek berättar.":                       "",
		"Utbildningsdirektör Sofie Ek, förvaltningen":                                    "",
		"Charlotte Ek, systemförvaltare i staden, berättar om barn och elever.":          "",
		"Lena Ek\nUtbildningsdirektör":                                                   "",
		"| Lena Ek, Utbildningsdirektör | 2024-01-16 |":                                  "",
		"Enligt Nilsson (2019) och Maria Ek (2021) minskar våldet bland barn.":           "",
		"Sofia Kovalevskas gymnasium, Katarina Norra skola, Maria kyrka.":                "",
		"Systemet Alma och boken *Future Classroom*. Max Hamburgare. Mark Exploatering.": "",
		"Per Capita, Klara besked om barn. Mina meddelanden. Dina rättigheter.":          "",
		"| Anna Berg | S | Ja |":                                                         "",
		"Anna Berg, M, och Bo Ek S röstade nej.":                                         "",
		"Eleven loggar in i Alva och barnet registreras i Ines.":                         "",
		"Alva är ett system för elever och barn på skolan.":                              "",
		"Lotta Testsson vill att barnet ska stå i centrum.":                              "person: Lotta Testsson",
		"Barnet Först. Eleven Hälsa. Barn Och Elever I Fokus.":                           "",
		"Alva Myrdals skola, Per Brahegymnasiet, Olof Palmes plats.":                     "",
		"Erik Dahlbergsgymnasiet och Johan Skytteskolan ligger nära.":                    "",
		"Sekreterare. Eva-Marie Testsson. Ordförande.":                                   "",
		"Tjänsteman Maria Berg, kommunsekreterare. Maria Berg skrev.":                    "",
		"Foto: Sara Testsson. Bo Ek (M). Lo Berg (S). Bo Ek Lo Berg":                     "",
		"Motionären är Irene Testsson.":                                                  "",
		"Remissinstanser är Attention och Rädda Barnen.":                                 "",
		"Kim Testsson från Elevhälsan föredrog ärendet.":                                 "",
		"Kim Testsson från Lillby klagade.":                                              "person: Kim Testsson",
		"Gustav Vasa och Astrid Lindgren skrev om barn.":                                 "",
		"Kommunstyrelsen och Barn- och utbildningsnämnden beslutar.":                     "",
		"Ernst & Young granskade. Axel Johnson AB levererade.":                           "",
		"Förvaltningen i Västra Götaland och Karl Johans torg.":                          "",
		"Karolinska institutet. Viktoria Stadion. S:t Eriks gymnasium.":                  "",
	} {
		if got := said(text, find(text, &Known{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTiedData(t *testing.T) {
	for text, want := range map[string]string{
		"Lina Ek, född 2012-03-04, har flyttat.":                         "person: Lina Ek | birth: 2012-03-04",
		"Eleven är född den 4 mars 2012.":                                "birth: 4 mars 2012",
		"Barn födda den 4 mars 2012 eller senare får plats.":             "",
		"Göran Testsson har fått diagnosen autism.":                      "person: Göran Testsson | health: diagnosen | health: autism",
		"Elever med autism och adhd behöver stöd, säger Anna Ek.":        "person: Anna Ek",
		"Lina Ek har skyddad identitet.":                                 "person: Lina Ek | protected: skyddad identitet",
		"En elev i 4B har sekretessmarkering.":                           "protected: sekretessmarkering",
		"Barnet eller eleven har skyddad adress.":                        "",
		"Elever med skyddad identitet, exempelvis, kan inte delta.":      "",
		"Barn och elever med skyddade personuppgifter får hjälp.":        "",
		"En elev på Lindskolan har skyddade personuppgifter.":            "protected: skyddade personuppgifter",
		"Hennes dotter har fingerade personuppgifter.":                   "protected: fingerade personuppgifter",
		"Sekretessmarkering är en varningssignal från Skatteverket.":     "",
		"Tre elever i klass 7B på Lindskolan misshandlades.":             "group: Tre elever",
		"Två flickor på Lindskolan blev filmade, polisanmälan är gjord.": "group: Två flickor",
		"En pojke i 4B blev slagen.":                                     "group: En pojke",
		"Försöket på Lindskolan gällde 22 elever i en klass.":            "group: 22 elever",
		"Högst fyra elever per klass, och en av tre elever i klass 9.":   "",
		"En elev i årskurs 9 kan bli kränkt.":                            "",
		"Fyra barn har svarat på enkäten.":                               "",
	} {
		if got := said(text, find(text, &Known{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
