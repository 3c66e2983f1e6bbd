package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"path"
	"time"

	"yttra/app"
)

// kept is what versioner.json tells of a matter: its versions, oldest first. The last
// is the matter itself.
type kept struct {
	Format   string        `json:"format"`
	Version  int           `json:"version"`
	ID       string        `json:"id"`
	Bin      bool          `json:"bin,omitempty"`
	Tally    app.Tally     `json:"tally"`
	Versions []keptVersion `json:"versions"`
}

const keptFormat = "yttra-versions"

type keptVersion struct {
	File     string       `json:"file"` // from the matter's folder
	Revision app.Revision `json:"revision"`
}

// matter writes the folder of one matter, as it was at one moment: a save meanwhile
// belongs to the next archive.
func (w *writer) matter(ctx context.Context, r *listedRow) error {
	m, list, err := w.load(r)
	if err != nil {
		r.gone = true
		w.fault(Fault{Kind: NoMatter, Title: r.Title, Err: err})
		return nil
	}
	x := &folder{writer: w, row: r, files: map[[32]byte]string{}, names: names{}, at: list[0].At}
	r.Row = app.RowOf(app.Change{Matter: m, Tally: r.Tally, At: list[0].At}, uint64(len(list)))
	if err := x.texts(m, list); err != nil {
		return err
	}
	if err := x.papers(ctx, m); err != nil {
		return err
	}
	if s := m.Motion; s != nil {
		x.original = x.fileOf(s.Data)
	}
	if m.Motion != nil && m.Motion.Text != "" && (x.original == "" || m.Motion.Format != app.PlainText) {
		x.motion = path.Join(annexesIn, x.names.file(withEnding(m.Motion.Name), "motion"))
		if err := w.add(r.in(x.motion), []byte(m.Motion.Text), x.at); err != nil {
			return err
		}
	}
	w.told.Matters++
	return w.add(r.in(pageName), w.say.matter(x, m, list), x.at)
}

// withEnding names the text of a motion: what was read of a PDF is text.
func withEnding(name string) string {
	if path.Ext(name) == ".txt" {
		return name
	}
	return name + ".txt"
}

// load gives the latest version that can be read, and the list of those that are kept,
// latest first. A version that went while it was being read was thinned away.
func (w *writer) load(r *listedRow) (*app.Matter, []app.Revision, error) {
	list, err := w.store.Revisions(r.ID)
	if err != nil && (app.CodeOf(err) != app.CodeDamaged || len(list) == 0) {
		return nil, nil, err
	}
	var bad error
	for i, rev := range list {
		m, err := w.store.LoadRevision(r.ID, rev.Number)
		if err == nil {
			return m, list[i:], nil
		}
		if app.CodeOf(err) != app.CodeNotFound {
			w.fault(Fault{Kind: NoVersion, Title: r.Title, Name: fmt.Sprint(rev.Number), Err: err})
		}
		bad = err
	}
	return nil, nil, bad
}

// folder is the folder of a matter while it is written.
type folder struct {
	*writer
	row    *listedRow
	files  map[[32]byte]string // of annexes, by their sums
	names  names               // in annexesIn
	at     time.Time
	motion string // the text of the paper it came from

	original string      // and its file
	made     []madePaper // by document
	old      []oldVersion
}

// madePaper is the PDF of a document, or why there is none.
type madePaper struct {
	file string
	why  string
}

type oldVersion struct {
	file string
	rev  app.Revision
}

// texts writes the matter and its versions as matter files, and the files of their
// annexes beside them.
func (x *folder) texts(m *app.Matter, list []app.Revision) error {
	data, err := x.encode(m)
	if err != nil {
		return err
	}
	if err := x.add(x.row.in(matterName), data, x.at); err != nil {
		return err
	}
	latest := list[0]
	for i := len(list) - 1; i > 0; i-- {
		rev := list[i]
		old, err := x.store.LoadRevision(x.row.ID, rev.Number)
		if err != nil {
			if app.CodeOf(err) != app.CodeNotFound {
				x.fault(Fault{Kind: NoVersion, Title: x.row.Title, Name: fmt.Sprint(rev.Number), Err: err})
			}
			continue
		}
		if data, err = x.encode(old); err != nil {
			return err
		}
		name := path.Join(versionsIn, fmt.Sprintf("%04d.json", len(x.old)+1))
		if err := x.add(x.row.in(name), data, rev.At); err != nil {
			return err
		}
		x.old = append(x.old, oldVersion{name, rev})
	}
	x.old = append(x.old, oldVersion{matterName, latest})
	k := kept{Format: keptFormat, Version: Version, ID: x.row.ID, Bin: x.row.bin, Tally: x.row.Tally}
	for i, v := range x.old {
		v.rev.Number = uint64(i + 1)
		k.Versions = append(k.Versions, keptVersion{v.file, v.rev})
	}
	x.told.Versions += len(x.old)
	if data, err = indented(k); err != nil {
		return err
	}
	return x.add(x.row.in(versionsName), data, x.at)
}

// encode gives a matter file whose annexes and original lie beside it, and writes those
// that are not there yet.
func (x *folder) encode(m *app.Matter) ([]byte, error) {
	m = m.Clone()
	for _, f := range m.Files() {
		if len(*f.Data) == 0 {
			continue
		}
		sum := sha256.Sum256(*f.Data)
		name, ok := x.files[sum]
		if !ok {
			otherwise := "bilaga"
			if f.Original {
				otherwise = "original"
			}
			name = path.Join(annexesIn, x.names.file(f.Name, otherwise))
			if err := x.add(x.row.in(name), *f.Data, x.at); err != nil {
				return nil, err
			}
			x.files[sum] = name
			x.told.Files++
		}
		*f.Data = nil
		f.Put(app.Extra{annexFile: quoted(name), annexSum: quoted(fmt.Sprintf("%x", sum))})
	}
	return app.EncodeMatter(m)
}

// papers makes the PDFs. One that cannot be made is told.
func (x *folder) papers(ctx context.Context, m *app.Matter) error {
	x.made = make([]madePaper, len(m.Documents))
	if x.o.Paper == nil {
		return nil
	}
	taken := names{}
	for i := range m.Documents {
		d := &m.Documents[i]
		data, err := x.o.Paper(ctx, m, i)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			x.made[i].why = x.why(err)
			x.fault(Fault{Kind: NoPaper, Title: m.Title, Name: x.say.kind(d.Kind), Err: err})
			continue
		}
		x.made[i].file = path.Join(papersIn, taken.take(fmt.Sprintf("%02d-%s.pdf", i+1, safe(x.say.kind(d.Kind), longestFile))))
		if err := x.add(x.row.in(x.made[i].file), data, x.at); err != nil {
			return err
		}
		x.told.Papers++
	}
	return nil
}

// fileOf finds where a file was put; empty: there is none.
func (x *folder) fileOf(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	return x.files[sha256.Sum256(data)]
}

// byReference orders matters as one looks for them: by year and number, then by title.
func byReference(a, b listedRow) int {
	for _, c := range []int{natural(reference(a.Row), reference(b.Row)), natural(a.Title, b.Title)} {
		if c != 0 {
			return c
		}
	}
	return bytes.Compare([]byte(a.ID), []byte(b.ID))
}

func reference(r app.Row) string {
	if len(r.References) == 0 {
		return ""
	}
	return r.References[0]
}

// natural compares texts with numbers in them: UN 9 comes before UN 10.
func natural(a, b string) int {
	for a != "" && b != "" {
		x, y := digits(a), digits(b)
		if x > 0 && y > 0 {
			m, n := trimZeros(a[:x]), trimZeros(b[:y])
			if len(m) != len(n) {
				return len(m) - len(n)
			}
			if m != n {
				return bytes.Compare([]byte(m), []byte(n))
			}
			a, b = a[x:], b[y:]
			continue
		}
		if a[0] != b[0] {
			return int(a[0]) - int(b[0])
		}
		a, b = a[1:], b[1:]
	}
	return len(a) - len(b)
}

func digits(s string) int {
	return len(s) - len(trimDigits(s))
}

func trimDigits(s string) string {
	for s != "" && s[0] >= '0' && s[0] <= '9' {
		s = s[1:]
	}
	return s
}

func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}

// quoted is a text in JSON.
func quoted(s string) json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil { // a string can always be
		return json.RawMessage(`""`)
	}
	return b
}

func indented(v any) ([]byte, error) {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	return append(b, '\n'), nil
}
