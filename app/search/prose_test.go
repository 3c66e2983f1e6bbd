package search

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// A register of any size, the same at every run: prose of municipal administration
// by its shape. Words come as often as words do (Zipf), most of the rare ones are
// compounds, some are names and numbers, and some phrases come back.

const (
	proseSeed  = 20261122
	proseBytes = 9_800
	proseWords = 2_000_000 // ranks of words; several are forms of one
)

var small = strings.Fields(`och i att det som en på är av för med till den har de inte om ett men var jag från vid
nu under också efter eller när så än kan vi ska skulle kommer sedan även där hur mot alla vilket mellan bör genom utan
samt enligt inom denna detta dessa sin sina vara blir finns får hos utifrån därför gäller varje andra många större`)

var heads = strings.Fields(`kommun skol förskole övervaknings trafik cykel barn ungdoms miljö vatten avfalls energi klimat bostads
stads lands gatu park fritids kultur biblioteks idrotts social omsorgs äldre vård hälso sjuk demens kost måltids lokal fastighets bygg
plan mark exploaterings närings arbetsmarknads integrations språk digitaliserings data person integritets säkerhets krisberednings
brand räddnings kamera larm positionerings verksamhets ekonomi budget investerings upphandlings avtals leverantörs kvalitets
lednings personal arbetsmiljö jämställdhets medborgar demokrati val motions ärende nämnd styrelse utskotts fullmäktige remiss
yttrande besluts risk konsekvens kostnads behovs lämplighets proportionalitets samtyckes tillstånds tillsyns kontroll uppföljnings
snö vinter sommar natt kväll helg skate bad lek hund torg bro tunnel hållplats buss tåg båt hamn strand skogs natur djur`)

var tails = strings.Fields(`plan planen planer planerna verksamhet verksamheten verksamheter verksamheterna kamera kameran kameror kamerorna
väg vägen vägar vägarna skola skolan skolor skolorna nämnd nämnden nämnder nämndens beslut beslutet besluten besluts kostnad kostnaden
kostnader kostnaderna avtal avtalet avtalen utredning utredningen utredningar utredningarna bedömning bedömningen bedömningar
ansvar ansvaret policy policyn policyer system systemet systemen systemets uppgift uppgiften uppgifter uppgifterna avgift avgiften
avgifter avgifterna stöd stödet insats insatsen insatser insatserna program programmet område området områden områdena personal
personalen enhet enheten enheter enheterna tjänst tjänsten tjänster tjänsterna anläggning anläggningen anläggningar frågan frågor
arbete arbetet arbeten metod metoden metoder behov behovet behoven mål målet målen rapport rapporten rapporter modell modellen
modeller resurs resursen resurser prövning prövningen strategi strategin strategier samordnare samordnaren ombud ombudet`)

var syllables = strings.Fields(`an ber da eke fors gran hag inge jo kar lind mar nor ols per ros sand tor ulv vik wes yng ås ög
berg borg dahl ed falk gren holm kvist lund man näs quist rud ström son torp vall stad ryd mark hult by`)

var phrases = strings.Split(`barnets bästa|i enlighet med|med hänvisning till|kommunfullmäktige föreslås besluta att|nämnden anser att
motionen anses besvarad|inom ramen för befintlig budget|utan dröjsmål|ur ett jämställdhetsperspektiv|det saknas skäl att|en samlad bedömning
mot bakgrund av|ekonomiska konsekvenser|behovet av kameraövervakning|vårdnadshavarens samtycke|det allmännas intresse|lika villkor för alla
en mindre ingripande åtgärd|tekniska nämnden|barn- och utbildningsnämnden`, "\n")

// endingsOfProse are put after words: most have none more.
var endingsOfProse = []string{"", "", "", "", "", "", "en", "er", "erna", "s"}

var bases = sync.OnceValue(func() []string {
	var out []string
	for i, l := range strings.Split(forms, "\n") {
		for k, w := range strings.Fields(l) {
			out = append(out, fmt.Sprintf("%02d%02d%s", k, i, w))
		}
	}
	for i := range out {
		out[i] = out[i][4:]
	}
	return append(append([]string{}, small...), out...)
})

// inventedStems is how many stems there are besides those above: a language has
// thousands, and each is in few of its words.
const inventedStems = 6_000

// invented is a stem of no language.
func invented(n uint64) string {
	const first, vowels, last = "bdfgjklmnprstv", "aeiouyåäö", "lnrstkmdg"
	f, v, l := []rune(first), []rune(vowels), []rune(last)
	var out []rune
	for range 2 {
		out = append(out, f[n%uint64(len(f))], v[n/3%uint64(len(v))], l[n/7%uint64(len(l))])
		n = n*2654435761%1_000_003 + 1
	}
	return string(out)
}

var common = sync.OnceValue(func() []string {
	out := make([]string, 60_000)
	for i := range out {
		out[i] = proseRank(uint64(i))
	}
	return out
})

// proseWord is the word of a rank.
func proseWord(rank uint64) string {
	if c := common(); rank < uint64(len(c)) {
		return c[rank]
	}
	return proseRank(rank)
}

func proseRank(rank uint64) string {
	b := bases()
	if rank < uint64(len(b)) {
		return b[rank]
	}
	h := rand.NewPCG(rank, proseSeed).Uint64()
	pick := func(list []string) string {
		if rank > 5_000 && h%10 < 7 {
			n := h / 10 % inventedStems
			h /= 7
			return invented(n)
		}
		h /= 10
		s := list[h%uint64(len(list))]
		h /= uint64(len(list))
		return s
	}
	kind := h % 100
	h /= 100
	ending := endingsOfProse[rank%uint64(len(endingsOfProse))]
	switch {
	case kind < 45 || rank < 20_000 && kind < 90:
		return pick(heads) + pick(tails) + ending
	case kind < 80:
		return pick(heads) + pick(heads) + pick(tails) + ending
	case kind < 94:
		var s string
		for range 2 + h%2 {
			s += syllables[h/3%uint64(len(syllables))]
			h /= 100
		}
		r, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(r)) + s[n:]
	}
	return fmt.Sprint(h % 100_000)
}

// proseText is the text of the i-th matter.
func proseText(i, length int) string {
	r := rand.New(rand.NewPCG(uint64(i), proseSeed))
	often, seldom := rand.NewZipf(r, 1.08, 2.7, 60_000), rand.NewZipf(r, 1.2, 20_000, proseWords)
	var said []string
	for _, l := range phrases {
		said = append(said, strings.Split(l, "|")...)
	}
	var b strings.Builder
	for b.Len() < length {
		for w, n := 0, 9+r.IntN(14); w < n; w++ {
			rank := often.Uint64()
			if r.IntN(28) == 0 {
				rank = seldom.Uint64()
			}
			word := proseWord(rank)
			if r.IntN(30) == 0 {
				k := min(r.IntN(len(said)), r.IntN(len(said)))
				word = said[k]
			}
			if w == 0 {
				c, n := utf8.DecodeRuneInString(word)
				word = string(unicode.ToUpper(c)) + word[n:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(word)
		}
		b.WriteString(". ")
	}
	return b.String()
}

var (
	proseBodies   = strings.Split("Tekniska nämnden|Utbildningsnämnden|Socialnämnden|Miljönämnden|Kulturnämnden|Kommunstyrelsen|Byggnadsnämnden|Fritidsnämnden", "|")
	proseParties  = strings.Fields("S M SD C V KD MP L")
	proseStages   = []app.Stage{app.New, app.Drafting, app.Referred, app.Waiting, app.Decided, app.Decided, app.Decided}
	proseSections = []string{"Sammanfattning", "Bakgrund", "Bedömning", "Ekonomi"}
)

func proseID(i int) string { return fmt.Sprintf("MATTER%020d", i) }

// proseMatter is the i-th matter of such a register, of about 10 KB.
func proseMatter(i int) *app.Matter {
	s := proseText(i, proseBytes)
	m := &app.Matter{ID: proseID(i), Title: "Motion om " + strings.ToLower(proseWord(uint64(300+i%20_000))),
		Stage: proseStages[i%len(proseStages)], Measures: []app.Measure{app.Measures[i%len(app.Measures)]},
		Movers: []app.Mover{{Name: "Namn Namnsson", Party: proseParties[i*7%len(proseParties)]}}}
	d := app.Document{Kind: "opinion", Body: proseBodies[i*3%len(proseBodies)]}
	for k, head := range proseSections {
		from, to := k*len(s)/len(proseSections), (k+1)*len(s)/len(proseSections)
		d.Sections = append(d.Sections, app.Section{Heading: head, Text: strings.ToValidUTF8(s[from:to], "")})
	}
	m.Documents = []app.Document{d}
	return m
}

// TestWriteProse writes such a register of YTTRA_SEARCH_MATTERS matters to the file
// YTTRA_SEARCH_PROSE, a matter a line, for those who compare.
func TestWriteProse(t *testing.T) {
	path := os.Getenv("YTTRA_SEARCH_PROSE")
	if path == "" {
		t.Skip("YTTRA_SEARCH_PROSE names no file")
	}
	n, err := strconv.Atoi(os.Getenv("YTTRA_SEARCH_MATTERS"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriterSize(f, 1<<20)
	for i := range n {
		if err := json.NewEncoder(w).Encode(proseMatter(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), f.Close()); err != nil {
		t.Fatal(err)
	}
}
