package reports

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/reports/layout"
	"yttra/reports/tagging"
)

// Proof is what was found when a finished file was read back.
type Proof struct {
	Pages   int
	Words   int // read aloud, in the order of the tags
	Tags    int
	Figures int // with their alternative texts
	Lang    string
	Title   string
	Claims  []string // the standards it says it keeps, as PDF/UA-1
	Files   int      // that ride along
	Sum     string   // SHA-256 of the file, in hex
}

// ProofFault says what a file failed on.
type ProofFault string

const (
	FaultRules ProofFault = "rules"    // a rule of PDF/UA-1 or PDF/A-2 is broken
	FaultPages ProofFault = "pages"    // other pages than were placed
	FaultText  ProofFault = "text"     // other words than were placed
	FaultOrder ProofFault = "order"    // other tags, or another order
	FaultLang  ProofFault = "language" // another language
	FaultFiles ProofFault = "files"    // other files ride along
)

// ProofError is a file that is not what was placed.
type ProofError struct {
	Fault ProofFault
	Where string
}

func (e *ProofError) Error() string { return fmt.Sprintf("read back: %s: %s", e.Fault, e.Where) }

// ReadBack holds a finished file against the pages it was made from: the rules of
// PDF/UA and PDF/A that can be held without another program, and then the same
// words in the same elements in the same order, and the language. It fails with
// *ProofError; another error means that the file cannot be read at all.
func ReadBack(set layout.Set, data []byte) (Proof, error) {
	read, faults, err := tagging.Check(data, promise(set))
	if err != nil {
		return Proof{}, fmt.Errorf("read back: %w", err)
	}
	if len(faults) > 0 {
		return Proof{}, &ProofError{FaultRules, faults[0].String()}
	}
	annexes, err := openAnnexes(set)
	if err != nil {
		return Proof{}, err
	}
	pages := len(set.Pages)
	for _, a := range annexes {
		pages += a.Pages
	}
	if read.Pages != pages {
		return Proof{}, &ProofError{FaultPages, fmt.Sprintf("%d, not %d", read.Pages, pages)}
	}
	if err := sameFiles(set.Files, read.Files); err != nil {
		return Proof{}, err
	}
	if read.Lang != set.Meta.Lang {
		return Proof{}, &ProofError{FaultLang, read.Lang}
	}
	placed, found := spokenPlaced(set, annexes), spokenRead(read.Root)
	if err := sameSpoken(placed, found); err != nil {
		return Proof{}, err
	}
	sum := sha256.Sum256(data)
	p := Proof{Pages: read.Pages, Tags: len(found), Lang: read.Lang, Title: read.Title, Claims: read.Claims, Files: len(read.Files), Sum: hex.EncodeToString(sum[:])}
	for _, s := range found {
		p.Words += len(strings.Fields(s.text))
		if s.role == "Figure" {
			p.Figures++
		}
	}
	return p, nil
}

// promise is what the file of a set is to be.
func promise(set layout.Set) tagging.Promise {
	return tagging.Promise{Plain: set.Meta.Plain, Attached: len(set.Files) > 0, Appended: len(set.Appended) > 0}
}

// openAnnexes reads the papers that are appended, by the element they hang from.
func openAnnexes(set layout.Set) (map[*layout.Elem]*tagging.Summary, error) {
	out := map[*layout.Elem]*tagging.Summary{}
	for _, a := range set.Appended {
		annex, err := tagging.OpenAnnex(a.Data)
		if err != nil {
			return nil, fmt.Errorf("read back: %w", err)
		}
		out[a.Elem] = annex.Read
	}
	return out, nil
}

// sameFiles holds the files that ride along against those that were attached.
func sameFiles(placed []layout.File, found []tagging.File) error {
	if len(placed) != len(found) {
		return &ProofError{FaultFiles, fmt.Sprintf("%d, not %d", len(found), len(placed))}
	}
	for i, f := range placed {
		if f.Name != found[i].Name || !bytes.Equal(f.Data, found[i].Data) {
			return &ProofError{FaultFiles, f.Name}
		}
	}
	return nil
}

// Claims are the standards that the file of a document says it keeps.
func Claims(d *app.Document, profile app.Profile) []string {
	p := tagging.Promise{Plain: profile.Look.Plain}
	if d != nil {
		p.Attached = slices.ContainsFunc(d.Annexes, func(a app.Annex) bool { return a.How == app.AnnexAttached && len(a.Data) > 0 })
	}
	return p.Claims()
}

// spoken is an element and the words in it, without those of elements in it that
// stand for themselves.
type spoken struct{ role, text, alt string }

func sameSpoken(placed, found []spoken) error {
	for i, p := range placed {
		switch {
		case i >= len(found):
			return &ProofError{FaultOrder, "/" + p.role}
		case found[i].role != p.role:
			return &ProofError{FaultOrder, fmt.Sprintf("%s, not %s: %s", found[i].role, p.role, p.text)}
		case characters(found[i].text) != characters(p.text):
			return &ProofError{FaultText, p.text}
		case found[i].alt != p.alt:
			return &ProofError{FaultText, p.alt}
		}
	}
	if len(found) > len(placed) {
		return &ProofError{FaultOrder, found[len(placed)].role}
	}
	return nil
}

// spokenPlaced lists the elements of a placed document in reading order, those of
// appended papers as the papers themselves say them.
func spokenPlaced(set layout.Set, annexes map[*layout.Elem]*tagging.Summary) []spoken {
	text := map[*layout.Elem]*strings.Builder{}
	for _, page := range set.Pages {
		for _, it := range page.Items {
			e := it.Elem
			for e != nil && e.Inline {
				e = e.Parent
			}
			if e == nil || it.Kind != layout.Text {
				continue
			}
			if text[e] == nil {
				text[e] = &strings.Builder{}
			}
			text[e].WriteString(it.S + " ")
		}
	}
	var out []spoken
	var walk func(e *layout.Elem)
	walk = func(e *layout.Elem) {
		if !standsIn(e.Role, e.Inline) {
			s := spoken{role: e.Role, alt: e.Alt}
			if b := text[e]; b != nil {
				s.text = b.String()
			}
			out = append(out, s)
		}
		if a := annexes[e]; a != nil {
			out = append(out, spokenAnnex(a.Root)...)
		}
		for _, k := range e.Kids {
			walk(k)
		}
	}
	if set.Root != nil {
		walk(set.Root)
	}
	return out
}

// spokenAnnex lists the elements of an appended paper, which is no document of its
// own any more.
func spokenAnnex(root *tagging.Tag) []spoken {
	all := spokenRead(root)
	if len(all) > 0 && all[0].role == "Part" { // it had several roots
		all = all[1:]
	}
	for i := range all {
		if all[i].role == "Document" {
			all[i].role = "Art"
		}
	}
	return all
}

// standsIn tells elements whose words, if any, belong to the one around them: a
// link, a mark of a footnote, and a ticked box, which has none. Other figures stand
// for themselves.
func standsIn(role string, inLine bool) bool {
	return role == "Link" || role == "Reference" || role == "Figure" && inLine
}

// spokenRead lists the elements of a file in reading order.
func spokenRead(root *tagging.Tag) []spoken {
	var out []spoken
	var walk func(t *tagging.Tag, into int)
	walk = func(t *tagging.Tag, into int) {
		switch {
		case t.Role == "":
			out[into].text += t.Said
		case standsIn(t.Role, t.InLine):
		default:
			out = append(out, spoken{role: t.Role, alt: t.Alt})
			into = len(out) - 1
		}
		for _, k := range t.Kids {
			walk(k, into)
		}
	}
	if root != nil {
		walk(root, 0)
	}
	return out
}

// characters are all that a text says: how words are broken over lines and where
// spaces stand is the file's own business.
func characters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, s)
}
