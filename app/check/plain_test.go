package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// The eighty pairs of the catalogue: each is recognised in running text.
func TestEightyPairs(t *testing.T) {
	c := compiled(t)
	sentences := strings.Split(strings.TrimSpace(`
Det sker av den anledningen att tiden är kort.
Frågan angående kameror kvarstår.
Det förslag som avser skolan är bra.
Frågan beträffande kameror kvarstår.
Här erfordras tillstånd.
Det är en erforderlig åtgärd.
Nämnden ska erhålla medel.
Nämnden ska företa ändringen.
Det kan föranleda kostnader.
Det måste förefinnas skäl.
Detta sker i anledning av motionen.
Detta sker i enlighet med lagen.
Detta sker i syfte att spara.
Det gäller i det fall att pengarna räcker.
Det gäller i den mån pengarna räcker.
Det gäller i förekommande fall.
Det räcker i dagsläget.
Det räcker i nuläget.
De ska inkomma med svar.
De ska insända svar.
De ska iordningställa lokalen.
Det sker i samband med att skolan öppnar.
Det sker jämlikt reglementet.
Det kommer att ske i höst.
Det sker med hänsyn tagen till tiden.
Det sker medelst kameror.
De ska ombesörja driften.
Den ovan nämnda rapporten är klar.
Det räcker såvitt avser skolan.
Det gäller samtliga skolor.
Rapporten kan påvisa behovet.
Det torde räcka.
Det är tillika billigt.
De ska tillhandahålla lokaler.
De ska tillställa nämnden svaret.
De ska tillse att det sker.
Det är undertecknad som svarar.
De ska utarbeta en plan.
Rapporten utvisar att behov finns.
De måste vidtaga åtgärder.
Det är vederbörande som svarar.
De ska verkställa planen.
Skolan ävensom biblioteket berörs.
Det gäller i övervägande grad skolan.
Det är antingen skolan eller också biblioteket.
De ska avgiva svar.
Det gäller bedrivande av skola.
Det är så att beslut har tagits om kameror.
De ska delge nämnden svaret.
Nämnden avvaktar, då rättsläget är oklart.
De ska exekvera planen.
Nämnden ska förorda planen.
Det föreligger skäl.
Det förekommer brister.
Det föreslås föreslå en ändring.
Det gäller fram till dess att skolan öppnar.
En framställan har kommit in.
Det görs gällande av många.
De ska hemställa om medel.
Det är oklart huruvida medel finns.
Hon svarar i egenskap av rektor.
Stöd ges i form av pengar.
Det gäller i tillämplig utsträckning.
Det ska prövas in casu.
Nämnden innehar rätten.
Det innebär en förbättring för alla.
De ska invänta svaret.
De ska kommunicera beslutet i maj.
Det sker med beaktande av tiden.
Det går inte med mindre än att medel finns.
Det är måhända rätt.
Planens närmare utformning är oklar.
Det sker på grund av det faktum att medel saknas.
Frågan rörande kameror kvarstår.
Det gäller platser såsom entréer.
Det måste ske skyndsamt.
De ska tillskriva regionen.
Den ovan angivna planen gäller.
De ska tillföra ärendet en rapport.
Det sker till följd av motionen.
`), "\n")
	if len(sentences) != 80 {
		t.Fatalf("%d pairs", len(sentences))
	}
	for _, s := range sentences {
		if fs := findings(c.Run(opinion("assessment: "+s), 0), "LANG-ORD-01"); len(fs) != 1 {
			t.Errorf("%d findings in %q", len(fs), s)
		}
	}
}

func TestFormsOfVerbs(t *testing.T) {
	v := verbsOf(map[string]string{"ar": "beslut behandl", "er": "använd köp känn led bedöm läs lyft", "whole": "väljer valde, ger gav ges,hör hörde,bad,\nskriver skrev", "only": "finns anses"})
	for _, w := range strings.Fields("beslutas beslutades används användes köps köptes känns kändes leds leddes bedöms bedömdes läses lästes lyfts lyftes väljs valdes ges gavs hörs hördes skrivs skrevs") {
		if !v.passive[w] {
			t.Errorf("%q is not passive", w)
		}
	}
	for _, w := range strings.Fields("beslutar beslutade använder använde köpte kände ledde läste lyfte valde ger gav hörde finns anses") {
		if !v.active[w] || v.passive[w] {
			t.Errorf("%q is not active", w)
		}
	}
	if v.active["bad"] {
		t.Error("half a pair was taken")
	}
}

func TestPassiveShare(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"passive\"\nmax = 30\n[look.replace]\nar = \"beslut\"\nonly = \"är blir blev finns\"\n")
	for text, want := range map[string]string{
		strings.Repeat("Det beslutas. ", 4) + strings.Repeat("Det är. ", 8):                                               "Det beslutas.",
		strings.Repeat("Det beslutas. ", 3) + strings.Repeat("Det är. ", 9):                                               "",
		strings.Repeat("Det beslutas. ", 11):                                                                              "", // too few to say anything
		strings.Repeat("Det blev inte genomförd. ", 6) + strings.Repeat("Det finns. ", 8):                                 "Det blev inte genomförd.",
		strings.Repeat("Det blev en fin dag. ", 6) + strings.Repeat("Det finns. ", 8):                                     "",
		"Det beslutas. Det beslutas och beslutas. " + strings.Repeat("Det är. ", 5) + strings.Repeat("Det beslutas. ", 6): "Det beslutas och beslutas.",
	} {
		if got := quotes(c.Run(opinion("assessment: "+text), 0), "TEST-01"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestNounChains(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"nouns\"\n[look.replace]\n\"göra gör gjorde gjort\" = \"\"\n\"översyn\" = \"se_över ser_över såg_över sett_över\"\n")
	for text, want := range map[string]string{
		"De ska göra en översyn av planen.": "se över", "Gör en översyn.": "Ser över", "De gjorde en översyn, av skäl.": "såg över", "De har gjort\nen översyn av allt.": "sett över",
		"De ska göra en insats.": "", "De ska göra en": "", "Översyn av allt.": "",
	} {
		fs := findings(c.Run(opinion("assessment: "+text), 0), "TEST-01")
		if got := mends(fs); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, bad := range []string{"\"översyn\" = \"a b c d\"", "\"göra gör gjorde gjort\" = \"\"", "\"göra gör gjorde gjort\" = \"\"\n\"översyn\" = \"se över\""} {
		if _, err := Compile(withFile(t, "form/test.toml", "id = \"TEST-01\"\narea = \"form\"\nseverity = \"note\"\nsv = { title = \"t\", fail = \"f\" }\n[[look]]\nkind = \"nouns\"\n[look.replace]\n"+bad), "sv"); err != nil {
			t.Errorf("a municipality's fault stops the program: %v", err)
		} else if c, _ := Compile(withFile(t, "form/test.toml", "id = \"TEST-01\"\narea = \"form\"\nseverity = \"note\"\nsv = { title = \"t\", fail = \"f\" }\n[[look]]\nkind = \"nouns\"\n[look.replace]\n"+bad), "sv"); len(c.Faults()) != 1 {
			t.Errorf("%s is let through", bad)
		}
	}
}

func mends(fs []app.Finding) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Mend)
	}
	return strings.Join(out, "|")
}

func TestJargonAndParagraphs(t *testing.T) {
	for _, c := range []struct{ look, text, want string }{
		{"kind = \"jargon\"\nphrases = [\"gallring\", \"remiss\"]\nunless = [\"det vill säga\"]", "En gallring görs. En remiss går ut. Gallring igen.", "gallring +1"},
		{"kind = \"jargon\"\nphrases = [\"gallring\", \"remiss\"]\nunless = [\"det vill säga\"]", "En gallring (förstöring) görs. Remiss, det vill säga en fråga. Förstöring (gallring).", ""},
		{"kind = \"jargon\"\nphrases = [\"gallring\"]\nunless = [\"det vill säga\"]", "En gallring görs. Det vill säga förstöring.", ""},
		{"kind = \"paragraph\"\nmax = 2", "Ett. Två går. Tre går.\n\nEtt. Två går.", "Ett."},
		{"kind = \"paragraph\"\nmax = 2", "- Ett. Två går. Tre går.", ""},
		{"kind = \"replace\"\n[look.replace]\n\"^då det\" = \"eftersom det\"", "Då det regnar, då det snöar. Den dag då det sker.", "Då det +1"},
	} {
		if got := quotes(withRule(t, "[[look]]\n"+c.look+"\n").Run(opinion("assessment: "+c.text), 0), "TEST-01"); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// A paper does not drown in advice of one kind: the worst is told, and the rest
// is counted.
func TestAdviceIsNotAFlood(t *testing.T) {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "Mening %d är %slång. ", i, strings.Repeat("mycket ", 30+i))
	}
	m := opinion("assessment: " + b.String())
	c := compiled(t)
	fs := findings(c.Run(m, 0), "LANG-MEN-01")
	if len(fs) != mostAdvice || fs[len(fs)-1].Repeats != 12-mostAdvice || !strings.Contains(fs[0].Quote, "Mening 8") {
		t.Errorf("%d told, %+v", len(fs), fs)
	}
	m.Answers = []app.Answer{{Criterion: "LANG-MEN-01", State: app.Waived, Sentence: strings.TrimSpace(strings.SplitAfter(b.String(), ". ")[0]), Reason: "den är så"}}
	if fs = findings(c.Run(m, 0), "LANG-MEN-01"); len(fs) != mostAdvice+1 || fs[0].Waived == "" || fs[len(fs)-1].Repeats != 11-mostAdvice {
		t.Errorf("%d told, %+v", len(fs), fs)
	}
}
