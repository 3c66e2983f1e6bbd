package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/unzip"
)

// Archive is an archive that has been opened, with what is wrong with it.
type Archive struct {
	Name    string    // of the file, without its folder
	Made    time.Time // zero: it does not say
	Program string
	Profile *app.Profile // nil: it has none
	Faults  []Fault

	zip    *contents // nil: a single matter file
	one    *app.Matter
	dirs   []string // of matters in the zip
	file   *os.File
	beside string // folder of a single matter file
}

// OpenFile opens an archive, or a single matter file, and holds what is in it against
// its list of contents. It fails with CodeNotArchive, CodeNewer and CodeNoFile, with
// what a matter file fails with, and when ctx is done.
func OpenFile(ctx context.Context, file string, step func(done, total int)) (*Archive, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: file, Err: err}
	}
	a, err := openKnown(ctx, f, file, step)
	if err != nil {
		var p *app.Problem
		if errors.As(err, &p) && p.What == "" {
			p.What = filepath.Base(file)
		}
		return nil, errors.Join(fmt.Errorf("open archive: %w", err), f.Close())
	}
	a.file = f
	return a, nil
}

func openKnown(ctx context.Context, f *os.File, file string, step func(done, total int)) (*Archive, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, &app.Problem{Code: app.CodeNoFile, What: file, Err: err}
	}
	var first [4]byte
	if _, err := f.ReadAt(first[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, &app.Problem{Code: app.CodeNoFile, What: file, Err: err}
	}
	if looksLikeText(first[:]) {
		data, err := disk.ReadMatter(file)
		if err != nil {
			return nil, err
		}
		m, err := app.DecodeMatter(data)
		if err != nil {
			return nil, err
		}
		return &Archive{Name: filepath.Base(file), one: m, beside: filepath.Dir(file)}, nil
	}
	a, err := Open(ctx, f, info.Size(), step)
	if err == nil {
		a.Name = filepath.Base(file)
	}
	return a, err
}

// looksLikeText reports whether a file begins as JSON does.
func looksLikeText(first []byte) bool {
	first = bytes.TrimLeft(bytes.TrimPrefix(first, []byte("\ufeff")), " \t\r\n\x00")
	return len(first) > 0 && first[0] == '{'
}

// Is reports whether a file is an archive, as its name and its own list tell: nothing in
// it is unpacked.
func Is(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	var first [4]byte
	if _, err := f.ReadAt(first[:], 0); err != nil || string(first[:2]) != "PK" {
		return false
	}
	z, err := unzip.Open(f, info.Size())
	return err == nil && slices.ContainsFunc(z.Entries, func(e unzip.Entry) bool {
		return path.Base(e.Name) == manifestName || path.Base(e.Name) == matterName
	})
}

// Close lets go of the file.
func (a *Archive) Close() error {
	if a.file == nil {
		return nil
	}
	return a.file.Close()
}

// Open is OpenFile for an archive that is a zip.
func Open(ctx context.Context, r io.ReaderAt, size int64, step func(done, total int)) (*Archive, error) {
	z, err := unzipped(r, size)
	if err != nil {
		return nil, err
	}
	a := &Archive{zip: z}
	prefix, err := a.manifest()
	if err != nil {
		return nil, err
	}
	if err := a.verify(ctx, prefix, step); err != nil {
		return nil, err
	}
	for _, e := range z.Entries {
		if z.Has(e.Name) && path.Base(e.Name) == matterName {
			a.dirs = append(a.dirs, path.Dir(e.Name))
		}
	}
	slices.Sort(a.dirs)
	a.readProfile(prefix)
	a.Faults = z.faults
	if len(a.dirs) == 0 {
		return nil, &app.Problem{Code: app.CodeNotArchive, Where: "matters", Err: errors.New("there is no matter in it")}
	}
	return a, nil
}

// Len is how many matters the archive has.
func (a *Archive) Len() int {
	if a.one != nil {
		return 1
	}
	return len(a.dirs)
}

// manifest reads the list of contents, wherever somebody has moved it, and gives the
// folder it lies in.
func (a *Archive) manifest() (prefix string, err error) {
	z, at := a.zip, -1
	for i := range z.Entries {
		if name := z.Entries[i].Name; path.Base(name) == manifestName && (at < 0 || len(name) < len(z.Entries[at].Name)) {
			at = i
		}
	}
	if at < 0 {
		if !z.Cut {
			z.fault(Fault{Kind: NoList})
		}
		return "", nil
	}
	e := &z.Entries[at]
	z.listing[at].listed = true
	prefix = strings.TrimSuffix(e.Name, manifestName)
	r, err := z.Open(e, mostList)
	if err == nil {
		err = a.contents(prefix, r)
	}
	if app.CodeOf(err) == app.CodeNewer {
		return "", err
	}
	if err != nil {
		z.fault(Fault{Kind: Damaged, Name: manifestName, Err: err})
	}
	return prefix, nil
}

// contents reads the list of contents file by file: it may be long.
func (a *Archive) contents(prefix string, r io.Reader) error {
	d := json.NewDecoder(r)
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return errors.Join(unzip.ErrZip, err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		switch key {
		case "version":
			var n int
			if err := d.Decode(&n); err != nil {
				return err
			}
			if n > Version {
				return &app.Problem{Code: app.CodeNewer, Where: fmt.Sprintf("%s version %d", Format, n)}
			}
		case "program":
			err = d.Decode(&a.Program)
			a.Program = unzip.Shown(a.Program)
		case "made":
			err = d.Decode(&a.Made)
		case "files":
			err = a.files(prefix, d)
		default:
			var other json.RawMessage
			err = d.Decode(&other)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *Archive) files(prefix string, d *json.Decoder) error {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return errors.Join(unzip.ErrZip, err)
	}
	for d.More() {
		var l listed
		if err := d.Decode(&l); err != nil {
			return err
		}
		i, there := a.zip.Find(prefix + l.Path)
		if !there {
			a.zip.fault(Fault{Kind: Missing, Name: unzip.Shown(l.Path)})
			continue
		}
		e := &a.zip.listing[i]
		sum, err := hex.DecodeString(l.Sum)
		if err != nil || len(sum) != len(e.sum) {
			sum = make([]byte, len(e.sum))
		}
		e.listed = true
		copy(e.sum[:], sum)
	}
	_, err := d.Token()
	return err
}

// verify unpacks every file once and holds it against its sum.
func (a *Archive) verify(ctx context.Context, prefix string, step func(done, total int)) error {
	z := a.zip
	known := slices.ContainsFunc(z.listing, func(l listing) bool { return l.listed })
	for i := range z.Entries {
		if err := ctx.Err(); err != nil {
			return err
		}
		if step != nil {
			step(i+1, len(z.Entries))
		}
		e, l := &z.Entries[i], z.listing[i]
		if !z.Has(e.Name) || e.Name == prefix+manifestName {
			continue
		}
		sum, err := z.sum(ctx, e)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case app.CodeOf(err) == app.CodeTooLarge:
			z.fault(Fault{Kind: TooLarge, Name: unzip.Shown(e.Name)})
			z.Drop(e.Name)
		case err != nil:
			z.fault(Fault{Kind: Damaged, Name: unzip.Shown(e.Name), Err: err})
			z.Drop(e.Name)
		case l.listed && sum != l.sum:
			z.fault(Fault{Kind: Altered, Name: unzip.Shown(e.Name)})
		case known && !l.listed:
			z.fault(Fault{Kind: Unlisted, Name: unzip.Shown(e.Name)})
		}
	}
	return nil
}

// sum is the SHA-256 of a file.
func (z *contents) sum(ctx context.Context, e *unzip.Entry) (sum [32]byte, err error) {
	r, err := z.Open(e, max(e.Packed*mostRatio, atLeast))
	if err != nil {
		return sum, err
	}
	h := sha256.New()
	if _, err := io.Copy(h, &stoppable{ctx, r}); err != nil {
		return sum, err
	}
	return [32]byte(h.Sum(nil)), nil
}

// stoppable reads until somebody says stop.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}

func (a *Archive) readProfile(prefix string) {
	i, there := a.zip.Find(prefix + profileName)
	if !there {
		return
	}
	data, err := a.zip.Read(&a.zip.Entries[i], mostText)
	var p app.Profile
	if err == nil {
		p, err = app.DecodeProfile(data)
	}
	if err != nil {
		a.zip.fault(Fault{Kind: Damaged, Name: profileName, Err: err})
		return
	}
	a.Profile = &p
}
