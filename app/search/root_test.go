package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	_ "github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/registry"
)

// forms are words of administrative Swedish, a word a line, in many of their forms.
const forms = `kommun kommunen kommunens kommuner kommunerna kommunernas kommuns
skola skolan skolans skolor skolorna skolornas
cykelväg cykelvägen cykelvägens cykelvägar cykelvägarna cykelvägarnas
nämnd nämnden nämndens nämnder nämnderna nämndernas
ärende ärendet ärendets ärenden ärendena ärendenas
beslut beslutet beslutets besluten beslutens
barn barnet barnets barnen barnens
motion motionen motionens motioner motionerna motionernas
åtgärd åtgärden åtgärdens åtgärder åtgärderna
kostnad kostnaden kostnadens kostnader kostnaderna kostnadernas
kamera kameran kamerans kameror kamerorna kamerornas
budget budgeten budgetens budgetar
samtycke samtycket samtyckets samtycken
hus huset husets husen husens
invånare invånaren invånarens invånarna invånarnas
möjlighet möjligheten möjligheter möjligheterna möjligheternas
bedömning bedömningen bedömningens bedömningar bedömningarna
förslag förslaget förslagets förslagen förslagens
styrelse styrelsen styrelsens styrelser styrelserna
plats platsen platsens platser platserna
lärare läraren lärarens lärarna lärarnas
år året årets åren årens
lag lagen lagens lagar lagarna lagarnas
uppgift uppgiften uppgiftens uppgifter uppgifterna
verksamhet verksamheten verksamhetens verksamheter verksamheterna
resultat resultatet resultatets resultaten
avtal avtalet avtalets avtalen avtalens
elev eleven elevens elever eleverna elevernas
förskola förskolan förskolans förskolor förskolorna
utredning utredningen utredningens utredningar utredningarna
regel regeln regelns regler reglerna reglernas
medel medlen medlens
program programmet programmets programmen
bok boken bokens böcker böckerna
stad staden stadens städer städerna
ledamot ledamoten ledamotens ledamöter ledamöterna
besluta beslutar beslutade beslutat beslutas beslutades
föreslå föreslår föreslog föreslagit föreslås
utreda utreder utredde utrett utreds
yrka yrkar yrkade yrkat yrkas yrkades
kommunal kommunalt kommunala
offentlig offentligt offentliga
ekonomisk ekonomiskt ekonomiska
ordförande ordföranden ordförandens
trafik trafiken trafikens
hållplats hållplatsen hållplatser hållplatserna
gata gatan gatans gator gatorna
lekplats lekplatsen lekplatser lekplatserna
vägg väggen väggar väggarna
vård vården vårdens
fullmäktige fullmäktiges
person personen personens personer personerna personernas
upphandling upphandlingen upphandlingar upphandlingarna
enhet enheten enheter enheterna
tjänst tjänsten tjänstens tjänster tjänsterna
park parken parkens parker parkerna
armband armbandet armbandets armbanden`

// together counts pairs of forms that a search for one finds the other by, in the
// same word and in two words.
func together(match func(query, word string) bool) (same, of, other int) {
	var words [][]string
	for _, l := range strings.Split(forms, "\n") {
		words = append(words, strings.Fields(l))
	}
	for i, a := range words {
		for k, b := range words {
			for _, q := range a {
				for _, w := range b {
					switch {
					case i == k && q != w:
						of++
						if match(q, w) {
							same++
						}
					case i != k && !related(a[0], b[0]) && match(q, w):
						other++
					}
				}
			}
		}
	}
	return same, of, other
}

// related words are found for each other: skola in förskola, beslut in besluta.
func related(a, b string) bool {
	return strings.Contains(b, root(a)) || strings.Contains(a, root(b))
}

// What a search finds of the other forms of a word, here and with the analyser of
// bleve for Swedish, is told by go test -v.
func TestSwedishForms(t *testing.T) {
	sv, err := registry.NewCache().AnalyzerNamed("sv")
	if err != nil {
		t.Fatal(err)
	}
	stem := func(w string) string {
		out := w
		for _, tok := range sv.Analyze([]byte(w)) {
			out = string(tok.Term)
		}
		return out
	}
	plainSame, of, plainOther := together(func(q, w string) bool { return strings.Contains(w, q) })
	theirSame, _, theirOther := together(func(q, w string) bool { return stem(q) == stem(w) })
	oursSame, _, oursOther := together(func(q, w string) bool { return newSought(q).matches(root(w)) })
	tell := func(name string, same, other int) {
		t.Logf("%-22s finds %4d of %d other forms (%.1f %%), and %d of other words", name, same, of, 100*float64(same)/float64(of), other)
	}
	tell("as typed, in a word", plainSame, plainOther)
	tell("bleve's sv", theirSame, theirOther)
	tell("ours", oursSame, oursOther)
	if oursSame*100 < 97*of || oursSame <= theirSame || oursOther > 0 {
		t.Error("the forms are not found as they were")
	}
	for _, l := range strings.Split(forms, "\n") {
		var roots []string
		for _, w := range strings.Fields(l) {
			if r := root(w); !slices.Contains(roots, r) {
				roots = append(roots, r)
			}
		}
		t.Log(fmt.Sprint(roots))
	}
}
