package app

import "slices"

// Source is the paper a matter was made from (motion, remiss or skrivelse), kept as it
// came.
type Source struct {
	Kind   SourceKind `json:"kind,omitempty"`
	Name   string     `json:"name,omitempty"`   // file name
	Format Format     `json:"format,omitempty"` // of the file; empty: it was pasted, or taken in before files were kept
	Taken  Date       `json:"taken,omitempty"`  // the day it was taken in
	SHA256 string     `json:"sha256,omitempty"` // of the file, in hex
	Pages  int        `json:"pages,omitempty"`  // of a PDF
	Text   string     `json:"text"`             // what was read of it, in reading order
	Data   []byte     `json:"data,omitempty"`   // the file itself; nil: only its text is kept

	Sender    string   `json:"sender,omitempty"`    // who asks, of a remiss or skrivelse
	Reference string   `json:"reference,omitempty"` // the sender's diarienummer
	Due       Date     `json:"due,omitempty"`       // the last day to answer
	Questions []string `json:"questions,omitempty"` // to answer, as they were put

	Remarks []Remark `json:"remarks,omitempty"` // what the reader had to say of the file
	Drawn   []Drawn  `json:"drawn,omitempty"`   // the fields that were proposed of it, and from where
	Extra   Extra    `json:"-"`
}

// SourceKind is what a paper that came in is.
type SourceKind string

const (
	MotionSource   SourceKind = ""         // motion
	ReferralSource SourceKind = "referral" // remiss
	LetterSource   SourceKind = "letter"   // skrivelse
	PaperSource    SourceKind = "paper"    // a finished paper to check: yttrande, tjänsteutlåtande …
)

// SourceKinds lists them in the order they are offered.
var SourceKinds = []SourceKind{MotionSource, ReferralSource, LetterSource, PaperSource}

// Word is the kind as it is named to a terminal and in tables of words: motion,
// referral, letter or paper.
func (k SourceKind) Word() string {
	if k == MotionSource {
		return "motion"
	}
	return string(k)
}

// Format is what a file is, told by its bytes.
type Format string

const (
	PlainText Format = "text"
	Markdown  Format = "markdown"
	PDF       Format = "pdf"
	DOCX      Format = "docx"
	ODT       Format = "odt"
	RTF       Format = "rtf"
	HTML      Format = "html"
	Mail      Format = "eml"
)

// Drawn is a field as it was proposed: which one, the words it was drawn from, and
// what was made of them. What the matter says now may have been corrected.
type Drawn struct {
	Field string `json:"field"` // title, mover, claim, reference, received, sender, sender_reference, due, question
	Value string `json:"value"`
	Start int    `json:"start"` // bytes in Text
	End   int    `json:"end"`
	Doubt string `json:"doubt,omitempty"` // why it is not sure; i18n has the words (doubt.<doubt>)
	Extra Extra  `json:"-"`
}

// Remark is something a person must know about how a file was read.
type Remark struct {
	Code  RemarkCode `json:"code"`
	Start int        `json:"start,omitempty"` // bytes in Source.Text that it is about; both 0: the whole
	End   int        `json:"end,omitempty"`
	N     int        `json:"n,omitempty"`    // how many, or which page
	What  string     `json:"what,omitempty"` // words of the file: what was deleted, the name of what was left out
	By    string     `json:"by,omitempty"`   // whose change it is
	Extra Extra      `json:"-"`
}

// RemarkCode names a remark; i18n has the words (remark.<code>).
type RemarkCode string

const (
	RemarkInserted    RemarkCode = "inserted"     // a tracked insertion, not accepted: it stands in the text
	RemarkDeleted     RemarkCode = "deleted"      // a tracked deletion, not accepted: What is not in the text; Start is where it stood
	RemarkComments    RemarkCode = "comments"     // N comments in the margin are left out
	RemarkHidden      RemarkCode = "hidden"       // hidden text is left out
	RemarkPictures    RemarkCode = "pictures"     // N pictures whose words, if any, are not read
	RemarkMachineRead RemarkCode = "machine_read" // the text was read from pictures of N pages (OCR)
	RemarkUncertain   RemarkCode = "uncertain"    // a machine-read word that is not sure; N is the confidence in percent
	RemarkEmptyPages  RemarkCode = "empty_pages"  // N of the pages have no text
	RemarkMorePages   RemarkCode = "more_pages"   // only the first N pages were read
	RemarkActive      RemarkCode = "active"       // scripts or actions in the file, which are never run; What names them
	RemarkEmbedded    RemarkCode = "embedded"     // a file inside the file, What by name, is not read
	RemarkEnding      RemarkCode = "ending"       // the name's ending says another format than the file is
	RemarkLetters     RemarkCode = "letters"      // letters whose meaning the file does not tell
	RemarkAround      RemarkCode = "around"       // menu, head and foot of a web page are left out
	RemarkLocked      RemarkCode = "locked"       // the file restricts what may be done with it
	RemarkCutOff      RemarkCode = "cut_off"      // the file is damaged or cut off; what could be read is there
	RemarkNotKept     RemarkCode = "not_kept"     // the file is larger than an original may be (MostAnnex): only its text is kept
)

func (s *Source) clone() *Source {
	if s == nil {
		return nil
	}
	c := *s
	c.Questions, c.Remarks, c.Drawn = slices.Clone(s.Questions), slices.Clone(s.Remarks), slices.Clone(s.Drawn)
	return &c
}
