package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
)

// The matter file is an open JSON format: one object with "format":
// "yttra-matter", "version": 1 and the fields of Matter. A newer version is
// refused untouched; fields this version does not know are kept.
const (
	MatterFormat  = "yttra-matter"
	MatterVersion = 1
)

// MostMatter is the largest matter file that is read, in bytes: its annexes lie in it
// as base64, some of them as large as MostAnnex.
const MostMatter = 512 << 20

// EncodeMatter writes a matter as a matter file: UTF-8, two spaces of indent,
// fields in a fixed order, a line end last. What DecodeMatter would refuse is
// not written.
func EncodeMatter(m *Matter) ([]byte, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	body, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("encode matter: %w", err)
	}
	head := fmt.Sprintf(`{"format":%q,"version":%d,`, MatterFormat, MatterVersion)
	var b bytes.Buffer
	if err := json.Indent(&b, append([]byte(head), body[1:]...), "", "  "); err != nil {
		return nil, fmt.Errorf("encode matter: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// DecodeMatter reads a matter file. It fails with CodeNotMatter and the byte
// where reading stopped, or with CodeNewer.
func DecodeMatter(data []byte) (*Matter, error) {
	fault := func(where string, err error) error {
		return &Problem{Code: CodeNotMatter, Where: where, Err: err}
	}
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fault(whereIn(data, err), err)
	}
	if head.Format != MatterFormat {
		return nil, fault("format", fmt.Errorf("format is %q, not %q", head.Format, MatterFormat))
	}
	if head.Version > MatterVersion {
		return nil, &Problem{Code: CodeNewer, Where: fmt.Sprintf("version %d", head.Version)}
	}
	if head.Version < 1 {
		return nil, fault("version", errors.New("version is missing"))
	}
	m := &Matter{}
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fault(whereIn(data, err), err)
	}
	delete(m.Extra, "format")
	delete(m.Extra, "version")
	if err := m.Validate(); err != nil {
		return nil, err
	}
	return m, nil
}

// Validate refuses words the rest of the house would have to guess at.
func (m *Matter) Validate() error {
	for i, c := range m.Claims {
		switch c.Decision {
		case Undecided, Approve, PartialApprove, DeemedAnswered, Reject:
		default:
			return &Problem{Code: CodeNotMatter, What: string(c.Decision), Where: fmt.Sprintf("claims[%d].decision", i)}
		}
	}
	if m.Received != "" && !m.Received.Valid() {
		return &Problem{Code: CodeNotMatter, What: string(m.Received), Where: "received"}
	}
	for i, k := range m.Measures {
		if !strings.Contains(" BIO KAM WEAR MOLN AI SKYDD ALLM ", " "+string(k)+" ") {
			return &Problem{Code: CodeNotMatter, What: string(k), Where: fmt.Sprintf("measures[%d]", i)}
		}
	}
	for i, a := range m.Answers {
		switch a.State {
		case Met, Failed, Waived:
		default:
			return &Problem{Code: CodeNotMatter, What: string(a.State), Where: fmt.Sprintf("answers[%d].state", i)}
		}
	}
	return m.validPlacements()
}

// whereIn tells line and byte of a fault in JSON, or the field with a value of
// the wrong type.
func whereIn(data []byte, err error) string {
	var typ *json.UnmarshalTypeError
	if errors.As(err, &typ) && typ.Field != "" { // its offset counts from the inner object
		return typ.Field
	}
	at := int64(len(data))
	var syn *json.SyntaxError
	if errors.As(err, &syn) {
		at = min(syn.Offset, at)
	}
	return fmt.Sprintf("%d:%d", 1+bytes.Count(data[:at], []byte("\n")), at)
}

// decodeKeeping fills known fields of v (a pointer to a struct without methods)
// and returns the rest.
func decodeKeeping(data []byte, v any) (Extra, error) {
	if err := json.Unmarshal(data, v); err != nil {
		return nil, err
	}
	var all map[string]borrowed
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	t := reflect.TypeOf(v).Elem()
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		for k := range all { // encoding/json takes keys without regard to case
			if strings.EqualFold(k, name) {
				delete(all, k)
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	extra := make(Extra, len(all))
	for k, v := range all {
		extra[k] = bytes.Clone(v)
	}
	return extra, nil
}

// borrowed is a value as it stands in the file, which it does not copy: most values
// are known, and an annex is large.
type borrowed []byte

func (b *borrowed) UnmarshalJSON(data []byte) error {
	*b = data
	return nil
}

// encodeKeeping writes the known fields in their order and then the rest by name.
func encodeKeeping(v any, extra Extra) ([]byte, error) {
	known, err := json.Marshal(v)
	if err != nil || len(extra) == 0 {
		return known, err
	}
	rest, err := json.Marshal(map[string]json.RawMessage(extra))
	if err != nil {
		return nil, err
	}
	if string(known) == "{}" {
		return rest, nil
	}
	return append(append(known[:len(known)-1], ','), rest[1:]...), nil
}

type (
	plainMatter      Matter
	plainMover       Mover
	plainClaim       Claim
	plainSource      Source
	plainDocument    Document
	plainPerson      Person
	plainSection     Section
	plainAnswer      Answer
	plainPlace       Placement
	plainEstimate    Estimate
	plainCostLine    CostLine
	plainAlternative Alternative
	plainQuiet       Quiet
	plainProfile     Profile
	plainBody        Body
	plainScreening   Screening
	plainChecked     Checked
	plainConfirmed   Confirmed
	plainEconomy     Economy
	plainPurchaseSum PurchaseSum
	plainPurchase    Purchase
	plainFunding     Funding
	plainSpent       Spent
	plainMeeting     Meeting
	plainVote        Vote
	plainNotice      Notice
	plainAttested    Attested
	plainAnnex       Annex
	plainPublishing  Publishing
	plainKept        Kept
	plainExport      Export
	plainReferral    Referral
	plainLook        Look
	plainDrawn       Drawn
	plainRemark      Remark
)

func (m Matter) MarshalJSON() ([]byte, error) {
	p := plainMatter(m)
	p.References, p.Movers, p.Claims = orEmpty(p.References), orEmpty(p.Movers), orEmpty(p.Claims)
	p.Measures, p.Documents, p.Answers = orEmpty(p.Measures), orEmpty(p.Documents), orEmpty(p.Answers)
	return encodeKeeping(p, m.Extra)
}
func (d Document) MarshalJSON() ([]byte, error) {
	p := plainDocument(d)
	p.Sections = orEmpty(p.Sections)
	return encodeKeeping(p, d.Extra)
}
func (m Mover) MarshalJSON() ([]byte, error)   { return encodeKeeping(plainMover(m), m.Extra) }
func (c Claim) MarshalJSON() ([]byte, error)   { return encodeKeeping(plainClaim(c), c.Extra) }
func (s Source) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainSource(s), s.Extra) }
func (p Person) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainPerson(p), p.Extra) }
func (s Section) MarshalJSON() ([]byte, error) { return encodeKeeping(plainSection(s), s.Extra) }
func (a Answer) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainAnswer(a), a.Extra) }
func (p Placement) MarshalJSON() ([]byte, error) {
	return encodeKeeping(plainPlace(p), p.Extra)
}
func (e Estimate) MarshalJSON() ([]byte, error) { return encodeKeeping(plainEstimate(e), e.Extra) }
func (q Quiet) MarshalJSON() ([]byte, error)    { return encodeKeeping(plainQuiet(q), q.Extra) }
func (l CostLine) MarshalJSON() ([]byte, error) { return encodeKeeping(plainCostLine(l), l.Extra) }
func (a Alternative) MarshalJSON() ([]byte, error) {
	return encodeKeeping(plainAlternative(a), a.Extra)
}
func (p Profile) MarshalJSON() ([]byte, error) { return encodeKeeping(plainProfile(p), p.Extra) }
func (b Body) MarshalJSON() ([]byte, error)    { return encodeKeeping(plainBody(b), b.Extra) }
func (s Screening) MarshalJSON() ([]byte, error) {
	return encodeKeeping(plainScreening(s), s.Extra)
}
func (c Checked) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainChecked(c), c.Extra) }
func (s Spent) MarshalJSON() ([]byte, error)    { return encodeKeeping(plainSpent(s), s.Extra) }
func (f Funding) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainFunding(f), f.Extra) }
func (p Purchase) MarshalJSON() ([]byte, error) { return encodeKeeping(plainPurchase(p), p.Extra) }
func (p PurchaseSum) MarshalJSON() ([]byte, error) {
	return encodeKeeping(plainPurchaseSum(p), p.Extra)
}
func (e Economy) MarshalJSON() ([]byte, error)   { return encodeKeeping(plainEconomy(e), e.Extra) }
func (c Confirmed) MarshalJSON() ([]byte, error) { return encodeKeeping(plainConfirmed(c), c.Extra) }

func (x Meeting) MarshalJSON() ([]byte, error)    { return encodeKeeping(plainMeeting(x), x.Extra) }
func (x Vote) MarshalJSON() ([]byte, error)       { return encodeKeeping(plainVote(x), x.Extra) }
func (x Notice) MarshalJSON() ([]byte, error)     { return encodeKeeping(plainNotice(x), x.Extra) }
func (x Attested) MarshalJSON() ([]byte, error)   { return encodeKeeping(plainAttested(x), x.Extra) }
func (x Annex) MarshalJSON() ([]byte, error)      { return encodeKeeping(plainAnnex(x), x.Extra) }
func (x Publishing) MarshalJSON() ([]byte, error) { return encodeKeeping(plainPublishing(x), x.Extra) }
func (x Kept) MarshalJSON() ([]byte, error)       { return encodeKeeping(plainKept(x), x.Extra) }
func (x Export) MarshalJSON() ([]byte, error)     { return encodeKeeping(plainExport(x), x.Extra) }
func (x Referral) MarshalJSON() ([]byte, error)   { return encodeKeeping(plainReferral(x), x.Extra) }
func (x Look) MarshalJSON() ([]byte, error)       { return encodeKeeping(plainLook(x), x.Extra) }

func (x Drawn) MarshalJSON() ([]byte, error)  { return encodeKeeping(plainDrawn(x), x.Extra) }
func (x Remark) MarshalJSON() ([]byte, error) { return encodeKeeping(plainRemark(x), x.Extra) }

func (m *Matter) UnmarshalJSON(b []byte) (err error) {
	m.Extra, err = decodeKeeping(b, (*plainMatter)(m))
	return err
}
func (m *Mover) UnmarshalJSON(b []byte) (err error) {
	m.Extra, err = decodeKeeping(b, (*plainMover)(m))
	return err
}
func (c *Claim) UnmarshalJSON(b []byte) (err error) {
	c.Extra, err = decodeKeeping(b, (*plainClaim)(c))
	return err
}
func (s *Source) UnmarshalJSON(b []byte) (err error) {
	s.Extra, err = decodeKeeping(b, (*plainSource)(s))
	return err
}
func (d *Document) UnmarshalJSON(b []byte) (err error) {
	d.Extra, err = decodeKeeping(b, (*plainDocument)(d))
	return err
}
func (p *Person) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainPerson)(p))
	return err
}
func (s *Section) UnmarshalJSON(b []byte) (err error) {
	s.Extra, err = decodeKeeping(b, (*plainSection)(s))
	return err
}
func (a *Answer) UnmarshalJSON(b []byte) (err error) {
	a.Extra, err = decodeKeeping(b, (*plainAnswer)(a))
	return err
}
func (p *Placement) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainPlace)(p))
	return err
}
func (e *Estimate) UnmarshalJSON(b []byte) (err error) {
	e.Extra, err = decodeKeeping(b, (*plainEstimate)(e))
	return err
}
func (l *CostLine) UnmarshalJSON(b []byte) (err error) {
	l.Extra, err = decodeKeeping(b, (*plainCostLine)(l))
	return err
}
func (a *Alternative) UnmarshalJSON(b []byte) (err error) {
	a.Extra, err = decodeKeeping(b, (*plainAlternative)(a))
	return err
}
func (q *Quiet) UnmarshalJSON(b []byte) (err error) {
	q.Extra, err = decodeKeeping(b, (*plainQuiet)(q))
	return err
}
func (p *Profile) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainProfile)(p))
	return err
}
func (p *Body) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainBody)(p))
	return err
}
func (s *Screening) UnmarshalJSON(b []byte) (err error) {
	s.Extra, err = decodeKeeping(b, (*plainScreening)(s))
	return err
}
func (c *Checked) UnmarshalJSON(b []byte) (err error) {
	c.Extra, err = decodeKeeping(b, (*plainChecked)(c))
	return err
}
func (s *Spent) UnmarshalJSON(b []byte) (err error) {
	s.Extra, err = decodeKeeping(b, (*plainSpent)(s))
	return err
}
func (f *Funding) UnmarshalJSON(b []byte) (err error) {
	f.Extra, err = decodeKeeping(b, (*plainFunding)(f))
	return err
}
func (p *Purchase) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainPurchase)(p))
	return err
}
func (p *PurchaseSum) UnmarshalJSON(b []byte) (err error) {
	p.Extra, err = decodeKeeping(b, (*plainPurchaseSum)(p))
	return err
}
func (e *Economy) UnmarshalJSON(b []byte) (err error) {
	e.Extra, err = decodeKeeping(b, (*plainEconomy)(e))
	return err
}
func (c *Confirmed) UnmarshalJSON(b []byte) (err error) {
	c.Extra, err = decodeKeeping(b, (*plainConfirmed)(c))
	return err
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
func (x *Meeting) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainMeeting)(x))
	return err
}
func (x *Vote) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainVote)(x))
	return err
}
func (x *Notice) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainNotice)(x))
	return err
}
func (x *Attested) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainAttested)(x))
	return err
}
func (x *Drawn) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainDrawn)(x))
	return err
}
func (x *Remark) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainRemark)(x))
	return err
}
func (x *Annex) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainAnnex)(x))
	return err
}
func (x *Publishing) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainPublishing)(x))
	return err
}
func (x *Kept) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainKept)(x))
	return err
}
func (x *Export) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainExport)(x))
	return err
}
func (x *Referral) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainReferral)(x))
	return err
}
func (x *Look) UnmarshalJSON(b []byte) (err error) {
	x.Extra, err = decodeKeeping(b, (*plainLook)(x))
	return err
}
