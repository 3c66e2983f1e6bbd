package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// The profile file is an open JSON format like the matter file: "format":
// "yttra-profile", "version": 1 and the fields of Profile. It holds what the
// municipality has in common; the person at the desk, and what advice that person
// wants, are left out.
const (
	ProfileFormat  = "yttra-profile"
	ProfileVersion = 1
)

// EncodeProfile writes a profile as a file for others to fetch.
func EncodeProfile(p Profile) ([]byte, error) {
	p.Economy.Limits = slices.Clone(p.Economy.Limits)
	for i := range p.Economy.Limits {
		if c := &p.Economy.Limits[i]; c.By == p.Officer.Name {
			c.By = ""
		}
	}
	p.Officer, p.Quiet = Person{}, nil
	body, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("encode profile: %w", err)
	}
	head := fmt.Sprintf(`{"format":%q,"version":%d,`, ProfileFormat, ProfileVersion)
	var b bytes.Buffer
	if err := json.Indent(&b, append([]byte(head), body[1:]...), "", "  "); err != nil {
		return nil, fmt.Errorf("encode profile: %w", err)
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// DecodeProfile reads a profile file. It fails with CodeNotProfile and the place
// where reading stopped, or with CodeNewer.
func DecodeProfile(data []byte) (Profile, error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	fault := func(where string, err error) (Profile, error) {
		return Profile{}, &Problem{Code: CodeNotProfile, Where: where, Err: err}
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return fault(whereIn(data, err), err)
	}
	if head.Format != ProfileFormat {
		return fault("format", fmt.Errorf("format is %q, not %q", head.Format, ProfileFormat))
	}
	if head.Version > ProfileVersion {
		return Profile{}, &Problem{Code: CodeNewer, Where: fmt.Sprintf("version %d", head.Version)}
	}
	if head.Version < 1 {
		return fault("version", errors.New("version is missing"))
	}
	var p Profile
	if err := json.Unmarshal(data, &p); err != nil {
		return fault(whereIn(data, err), err)
	}
	delete(p.Extra, "format")
	delete(p.Extra, "version")
	return p, nil
}
