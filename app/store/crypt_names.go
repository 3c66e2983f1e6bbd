package store

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"yttra/app"
	"yttra/app/store/seal"
)

// names gives records their names in another box.
type names struct {
	from, to seal.Box
	ids      map[string]string // of an encrypted register: what a name stands for
}

// learn finds out what the names in the register stand for. Every matter has a row, in
// the list or in the bin, or a mark that it was erased, which says which it is; every
// file is named by a revision.
func (c *converter) learn() error {
	c.name = names{from: c.r.box, to: c.box, ids: map[string]string{c.r.box.Name(""): ""}}
	if !c.r.box.Encrypts() {
		return nil
	}
	n, reader := &c.name, newRowReader()
	return c.r.eachSealed(func(key, sealed []byte) error {
		kind, _, _ := strings.Cut(string(key), "/")
		if kind += "/"; kind != rows && kind != bin && kind != erased && kind != "rev/" {
			return nil
		}
		_, body, err := c.r.box.Open(key, sealed)
		if err != nil {
			return err
		}
		switch kind {
		case erased:
			var gone app.Tombstone
			err = json.Unmarshal(body, &gone)
			n.know(gone.ID)
		case "rev/":
			var rec record
			err = json.Unmarshal(body, &rec)
			n.know(rec.Files...)
		default:
			var row app.Row
			row, err = reader.read(body)
			n.know(row.ID)
		}
		return err
	})
}

func (n *names) know(all ...string) {
	for _, id := range all {
		n.ids[n.from.Name(id)] = id
	}
}

// of is the new key of a record. A kind of record that nobody has told here how it is
// named stops the conversion: it would give something away.
func (n names) of(key string, body []byte) ([]byte, error) {
	parts := strings.Split(key, "/")
	switch parts[0] + "/" {
	case "meta/", "profile/", events:
		return []byte(key), nil
	case "matter/", "rev/", "said/", rows, bin, erased:
		if len(parts) < 2 {
			break
		}
		parts[1] = n.name(parts[1])
		return []byte(strings.Join(parts, "/")), nil
	case "use/":
		if len(parts) != 3 {
			break
		}
		parts[1], parts[2] = n.name(parts[1]), n.name(parts[2])
		return []byte(strings.Join(parts, "/")), nil
	case "part/":
		if len(parts) != 3 {
			break
		}
		sum := sumOf(body)
		parts[1], parts[2] = n.name(parts[1]), n.to.Name(base64.RawURLEncoding.EncodeToString(sum[:partSum]))
		return []byte(strings.Join(parts, "/")), nil
	}
	return nil, &app.Problem{Code: app.CodeInternal, What: key, Err: fmt.Errorf("nobody knows how it is named")}
}

// name is the new name of what has this one. A record whose matter is gone keeps a name
// that is nobody's.
func (n names) name(old string) string {
	if !n.from.Encrypts() {
		if id, err := url.PathUnescape(old); err == nil {
			return n.to.Name(id)
		}
	}
	if id, ok := n.ids[old]; ok {
		return n.to.Name(id)
	}
	return n.to.Name("nobody's " + old)
}
