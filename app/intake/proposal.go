package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Doubt says why a field is not sure; the words for it are in i18n.
type Doubt string

const (
	NoDoubt       Doubt = ""
	NotFound      Doubt = "not_found"     // nothing of the kind was found
	Guessed       Doubt = "guessed"       // found by its place alone
	WeakWording   Doubt = "weak_wording"  // "vi vill att": perhaps not meant as a claim
	NoParty       Doubt = "no_party"      // a name without a party
	OnlyWritten   Doubt = "only_written"  // the day the paper was written, not the day it came in
	ManyDays      Doubt = "many_days"     // several days would do
	PartyNoPerson Doubt = "party_no_name" // only a party has signed
	TooMany       Doubt = "too_many"      // more than one paper can hold; the rest is left out
	NotAMotion    Doubt = "not_a_motion"  // an opinion or minutes that retell the motion
	NoMark        Doubt = "no_item_mark"  // a paragraph taken as a claim
	FarFromEnd    Doubt = "not_signed"    // a name in running text

	KindGuessed   Doubt = "kind_guessed"    // the paper does not say what it is
	KindMixed     Doubt = "kind_mixed"      // it has marks of several kinds
	ManySenders   Doubt = "many_senders"    // several could be the one who asks
	PrivatePerson Doubt = "private_sender"  // the sender seems to be a private person
	WhoseNumber   Doubt = "whose_reference" // it may be the own number, or the sender's
	YearGuessed   Doubt = "year_guessed"    // the day has no year; the next one was taken
	InProse       Doubt = "in_prose"        // a question in running text, perhaps not meant to be answered
)

// Field is one thing found: its words, made tidy, and the bytes of Text.String
// they were taken from. An empty Value means nothing was found.
type Field struct {
	Value string
	Span  app.Span
	Sure  bool
	Doubt Doubt
	Stem  app.Span // of a claim's "att kommunen", which stands once over the list it is in; else empty
}

// Mover is a person who has signed, or is named as, the motion's mover. Party is
// the short form; its span is empty when it was not written.
type Mover struct {
	Name  Field
	Party Field
}

// DateRole says what a day in the paper is.
type DateRole string

const (
	DateReceived  DateRole = "received"  // it came in
	DateMoved     DateRole = "moved"     // it was moved (väcktes)
	DateWritten   DateRole = "written"   // of the letterhead or signature
	DateMentioned DateRole = "mentioned" // in running text
	DateSigned    DateRole = "signed"    // of an electronic signature
)

// Date is a day in the paper; Value is ISO.
type Date struct {
	Field
	Role DateRole
}

// Proposal is what a paper seems to say. The person decides.
type Proposal struct {
	Title      Field // as it stands: "Motion om …"
	Subject    Field // what the motion is about, without "Motion om"
	Movers     []Mover
	Claims     []Field // each begins with "att" where the paper says so
	References []Field // own or first first
	Dates      []Date
	Received   Field // the day to count the year from
	Doubts     []Doubt

	Kind      app.SourceKind // what the paper is
	KindSpan  app.Span       // the words that say so; empty: nothing says it
	KindDoubt Doubt          // why it is not sure

	Sender          Field   // of a remiss or skrivelse: who asks
	SenderReference Field   // of a remiss or skrivelse: the sender's diarienummer
	Due             Field   // the last day to answer; Value is ISO
	Questions       []Field // to answer, each in full
	Receivers       []Field // of a remiss: who else was asked
	OfMotion        bool    // a remiss of a motion: Claims and Movers are the motion's

	source string
}

// withAtt gives a claim the "att" it must begin with.
func withAtt(s string) string {
	if startsAtt(s) {
		return s
	}
	return "att " + lowerFirst(s)
}

// withAtt gives a claim the "att" it must begin with. A first word that the paper
// elsewhere writes with a capital inside a sentence is a name.
func (p Proposal) withAtt(s string) string {
	if ws := wordsOf(s, 1); !startsAtt(s) && len(ws) == 1 && ws[0].start == 0 && isNameIn(p.source, s[:ws[0].end]) {
		return "att " + s
	}
	return withAtt(s)
}

// isNameIn finds a word with a capital inside a sentence of the text.
func isNameIn(text, w string) bool {
	for range 200 {
		i := strings.Index(text, w)
		if i < 0 {
			return false
		}
		before, space := strings.CutSuffix(text[:i], " ")
		after := firstRune(text[i+len(w):])
		if r := lastRune(before); space && (unicode.IsLower(r) || r == ',') && !isWordRune(after) {
			return true
		}
		text = text[i+len(w):]
	}
	return false
}

// lowerFirst makes the first letter small unless it belongs to a name or short
// form: "Kommunen utreder" but "Exempelstads kommun", "IT-stöd".
func lowerFirst(s string) string {
	ws := wordsOf(s, 2)
	if len(ws) == 0 || ws[0].start != 0 {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	tail := s[n:max(n, ws[0].end)]
	if strings.ToLower(tail) != tail || len(ws) > 1 && (strings.HasPrefix(ws[1].lower, "kommun") ||
		strings.HasPrefix(ws[1].lower, "stad") || unicode.IsUpper(firstRune(s[ws[1].start:]))) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
