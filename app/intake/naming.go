package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// naming is a line near the top of a paper that says what the paper is: "Remiss",
// "Tjänsteskrivelse", "Skrivelse om trafiken vid Ekskolan".
type naming struct {
	block      int
	start, end int // of the word that says it, in flow.text
	rest       int // where what follows it begins
	kind       app.SourceKind
	bare       bool // nothing but the name stands there
	minutes    bool
}

// paperNames are what papers call themselves, longest first where one begins another.
var paperNames = []struct {
	kind  app.SourceKind
	names []string
}{
	{app.PaperSource, []string{"tjänsteskrivelse", "tjänsteutlåtande", "tjänsteyttrande", "yttrande", "utlåtande", "remissvar", "remissyttrande",
		"motionssvar", "interpellationssvar", "svar på", "svar till", "svar angående", "svar gällande", "förslag till yttrande", "förslag till remissvar",
		"förslag till svar", "utdrag ur protokoll", "utdrag ur sammanträdesprotokoll", "protokollsutdrag", "sammanträdesprotokoll", "beslutsprotokoll",
		"protokoll", "protokollsanteckning", "reservation", "särskilt yttrande", "remissammanställning", "sammanställning av remissvar", "beslutsunderlag",
		"motionsyttrande"}},
	{app.ReferralSource, []string{"remissmissiv", "remissbrev", "remissutskick", "internremiss", "samrådsremiss", "remiss", "remittering", "missiv",
		"begäran om yttrande", "begäran om remissvar", "begäran om synpunkter", "begäran om svar", "begäran om utlåtande", "inbjudan att lämna synpunkter",
		"inbjudan att yttra", "inbjudan att svara på remiss", "inbjudan till samråd", "inbjudan om samråd", "underrättelse om samråd", "underrättelse om granskning",
		"samrådsunderrättelse", "granskningsunderrättelse", "samråd om", "samråd för", "samråd gällande", "samråd avseende", "samråd angående", "samråd av",
		"granskning av detaljplan", "granskning av förslag", "tillfälle att yttra", "tillfälle till yttrande", "tillfälle att lämna synpunkter", "möjlighet att yttra",
		"möjlighet att lämna synpunkter", "föreläggande om yttrande", "förfrågan om yttrande", "anmodan om yttrande", "anmodan att yttra", "uppmaning att yttra"}},
	{app.LetterSource, []string{"medborgarförslag", "medborgarinitiativ", "folkinitiativ", "invånarförslag", "kommuninvånarförslag", "ungdomsförslag", "e-förslag",
		"öppet brev", "öppen skrivelse", "skrivelse", "brev", "ledamotsinitiativ", "ledamotsförslag", "nämndinitiativ", "nämndsinitiativ", "utskottsinitiativ",
		"politikerinitiativ", "initiativskrivelse", "initiativärende", "interpellation", "enkel fråga", "ledamotsfråga", "skriftlig fråga", "fråga till",
		"frågor till", "frågor från", "namninsamling", "uppvaktning", "förfrågan", "klagomål", "synpunkter på", "synpunkter om", "synpunkter angående"}},
}

// minutesNames are those among them that are records of a meeting.
var minutesNames = setOf(`protokollsutdrag sammanträdesprotokoll beslutsprotokoll protokoll utdrag`)

// notNaming follow a name of a paper in a line that is about another: "Yttrande
// senast", "Remissvar ska".
var notNaming = setOf(`senast ska skall önskas skickas lämnas bör ställs emotses inväntas sänds inkommer har är av i och eller
	som kommer begärs avges mejlas tillhanda inom före`)

// namings lists the lines of the head that say what the paper is, in order.
func (f *flow) namings() []naming {
	var out []naming
	head := min(len(f.blocks), max(f.headEnd()+2, 14))
	for i := range head {
		for _, c := range f.cells(i) {
			if n, ok := f.namingIn(i, c); ok {
				out = append(out, n)
			}
		}
	}
	return out
}

// namedAside is what the heads of the pages say that the paper is, standing alone there.
func (f *flow) namedAside() (naming, bool) {
	g := f.withHeads()
	for i := range g.blocks[:min(len(f.aside), mostAside)] {
		for _, c := range g.cells(i) {
			if n, ok := g.namingIn(i, c); ok && n.bare {
				return n, true
			}
		}
	}
	return naming{}, false
}

// mostAside bounds how many heads and feet of pages are looked at.
const mostAside = 40

// withHeads is the flow with the heads and feet of the pages before its text.
func (f *flow) withHeads() *flow {
	g := *f
	g.blocks = append(slices.Clone(f.aside), f.blocks...)
	return &g
}

// cells are the parts of a block between its tabs.
func (f *flow) cells(i int) []found {
	b := f.blocks[i]
	var out []found
	for at := b.start; at <= b.end && len(out) < 60; {
		end := b.end
		if j := strings.IndexByte(f.text[at:b.end], '\t'); j >= 0 {
			end = at + j
		}
		if s, e := f.trimmedRange(at, end); e > s {
			out = append(out, found{s, e})
		}
		at = end + 1
	}
	return out
}

func (f *flow) trimmedRange(start, end int) (int, int) {
	s := f.text[start:end]
	start += len(s) - len(strings.TrimLeft(s, " \t"))
	return start, max(start, start+len(strings.TrimSpace(s)))
}

const longestNaming = 260

func (f *flow) namingIn(i int, c found) (naming, bool) {
	text := f.text[c.start:c.end]
	if len(text) > longestNaming || f.blocks[i].mark != noMark && f.blocks[i].level == 0 && f.blocks[i].mark != numberMark {
		return naming{}, false
	}
	at := labelBefore(text)
	text = text[at:]
	low := lowered(text)
	skip := len(low) - len(strings.TrimLeft(low, " \"”“'»*_–-"))
	low = low[skip:]
	n := naming{block: i, start: c.start + at + skip}
	if rest, ok := afterMotion(text); ok && (len(text) < longestNaming && !speaksOfMotion(low)) {
		n.end = min(c.end, n.start+len("motion"))
		n.rest, n.kind, n.bare = c.end-len(rest), app.MotionSource, rest == "" || isAddress(rest)
		n.minutes = strings.HasPrefix(text, "§")
		return n, true
	}
	if strings.HasPrefix(low, "§") {
		return naming{}, false
	}
	for _, k := range paperNames {
		for _, name := range k.names {
			if !strings.HasPrefix(low, name) || !wordEnds(low, len(name)) {
				continue
			}
			n.kind, n.end, n.rest = k.kind, n.start+len(name), n.start+len(name)
			w, _ := nextWord(name, 0, len(name))
			n.minutes = minutesNames[w.lower]
			rest := f.text[n.end:c.end]
			n.bare = isBareRest(rest)
			return n, n.bare || namesOn(name, rest) && !longSentence(text)
		}
	}
	return naming{}, false
}

func wordEnds(s string, n int) bool {
	if n >= len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[n:])
	return !isWordRune(r)
}

// labelBefore gives the width of "Ämne: VB: " and the like before a name.
func labelBefore(s string) int {
	at := 0
	for range 4 {
		head, _, ok := strings.Cut(s[at:], ":")
		if !ok || len(head) > 24 || !subjectLabels[strings.ToLower(strings.TrimSpace(head))] {
			break
		}
		at += len(head) + 1
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t"))
	}
	return at
}

var subjectLabels = map[string]bool{"ämne": true, "ärende": true, "rubrik": true, "titel": true, "ärendemening": true, "handlingstyp": true, "dokumenttyp": true,
	"typ": true, "avser": true, "rör": true, "ang": true, "ang.": true, "angående": true, "vb": true, "sv": true, "fw": true, "fwd": true, "re": true, "vs": true,
	"subject": true, "ärenderubrik": true, "benämning": true}

// isBareRest tells whether what follows a name is only a number, a day or a page.
func isBareRest(s string) bool {
	for _, w := range wordsOf(s, 8) {
		if monthNumbers[w.lower] == 0 && unicode.IsLetter(firstRune(w.lower)) && !bareWords[w.lower] {
			return false
		}
	}
	return len(s) < 40
}

var bareWords = setOf(`sida sid av nr den dnr extern intern externt internt utkast`)

// namesOn tells a name with what the paper is about from a sentence or a label:
// "Remiss av betänkandet", not "Remissvar ska skickas".
func namesOn(name, rest string) bool {
	w, ok := nextWord(rest, 0, len(rest))
	if !ok {
		return true
	}
	lead := strings.TrimSpace(rest[:w.start])
	switch {
	case strings.Contains(name, " "): // "begäran om yttrande", "svar på"
		return !notNaming[w.lower] || w.lower == "av"
	case lead != "":
		return strings.ContainsRune(":–-—(,.\"”“/", firstRune(lead)) && !notNaming[w.lower]
	case aboutWords[w.lower], w.lower == "över", w.lower == "på", w.lower == "till", w.lower == "från", w.lower == "för", w.lower == "nr":
		return true
	case w.lower == "av":
		return name == "remiss" || name == "remittering" || name == "reservation" || name == "skrivelse" || name == "medborgarförslag"
	}
	r := firstRune(rest[w.start:])
	return !notNaming[w.lower] && (unicode.IsUpper(r) || unicode.IsDigit(r))
}

// longSentence tells running text from a title that ends with a full stop.
func longSentence(s string) bool {
	return endsSentence(s) && len(wordsOf(s, 16)) > 14 || sentenceEnd(s, 0, len(s)) < len(s) && len(s) > 120
}
