package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/unzip"
)

// Matter reads the i-th matter with its files: those of its annexes, and the paper it
// came from. A file that is not there, or is another, is told; its place is then empty.
func (a *Archive) Matter(i int) (*app.Matter, []Fault, error) {
	if a.one != nil {
		m := a.one.Clone()
		return m, a.attach(m, a.fromFolder), nil
	}
	return a.text(a.dirs[i], matterName)
}

// text reads a matter file in the folder of a matter.
func (a *Archive) text(dir, name string) (*app.Matter, []Fault, error) {
	full := path.Join(dir, name)
	at, there := a.zip.Find(full)
	if !there {
		return nil, nil, &app.Problem{Code: app.CodeNotMatter, What: unzip.Shown(full)}
	}
	e := &a.zip.Entries[at]
	most := int64(mostText)
	if e.Packed > mostText/8 { // with files inside
		most = app.MostMatter
	}
	data, err := a.zip.Read(e, most)
	if err != nil {
		return nil, nil, err
	}
	m, err := app.DecodeMatter(data)
	if err != nil {
		if p := app.ProblemOf(err); p != nil && p.What == "" {
			p.What = unzip.Shown(full)
		}
		return nil, nil, err
	}
	return m, a.attach(m, func(name string, sum []byte) []byte { return a.fromZip(dir, name, sum) }), nil
}

// attach puts files in their places. get gives what lies under a name, or nil.
func (a *Archive) attach(m *app.Matter, get func(name string, sum []byte) []byte) (faults []Fault) {
	room := int64(app.MostMatter)
	for _, f := range m.Files() {
		var name, sum string
		if len(*f.Data) > 0 || json.Unmarshal((*f.Extra)[annexFile], &name) != nil || name == "" {
			continue
		}
		if json.Unmarshal((*f.Extra)[annexSum], &sum) != nil {
			sum = ""
		}
		data := get(name, fromHex(sum))
		if room -= int64(len(data)); data == nil || room < 0 {
			faults = append(faults, Fault{Kind: NoFile, Title: m.Title, Name: unzip.Shown(name)})
			continue
		}
		*f.Data = data
		f.Drop(annexFile, annexSum)
	}
	return faults
}

func fromHex(s string) []byte {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != sha256.Size {
		return nil
	}
	return b
}

// fromZip finds a file of an annex by its name, or by its sum among those of the
// matter when somebody has given it another.
func (a *Archive) fromZip(dir, name string, sum []byte) []byte {
	if at, there := a.zip.Find(path.Join(dir, name)); there && !strings.Contains(name, "..") {
		if data := a.original(at, sum); data != nil {
			return data
		}
	}
	if sum == nil {
		return nil
	}
	under := path.Join(dir, annexesIn) + "/"
	for i := range a.zip.Entries {
		if l := &a.zip.listing[i]; strings.HasPrefix(a.zip.Entries[i].Name, under) && (!l.listed || bytes.Equal(l.sum[:], sum)) {
			if data := a.original(i, sum); data != nil {
				return data
			}
		}
	}
	return nil
}

func (a *Archive) original(at int, sum []byte) []byte {
	e := &a.zip.Entries[at]
	if !a.zip.Has(e.Name) {
		return nil
	}
	data, err := a.zip.Read(e, app.MostAnnex)
	if err != nil || !is(data, sum) {
		return nil
	}
	return data
}

// is reports whether bytes have a sum; any have, when there is none to have.
func is(data, sum []byte) bool {
	if sum == nil {
		return true
	}
	own := sha256.Sum256(data)
	return bytes.Equal(own[:], sum)
}

// fromFolder finds a file of an annex beside a matter file that was unpacked.
func (a *Archive) fromFolder(name string, sum []byte) []byte {
	if !filepath.IsLocal(filepath.FromSlash(name)) || sum == nil {
		return nil
	}
	data, err := disk.Read(filepath.Join(a.beside, filepath.FromSlash(name)), app.MostAnnex)
	if err != nil || !is(data, sum) {
		return nil
	}
	return data
}

// versions reads what is told of the versions of the i-th matter, oldest first; the
// last is the matter itself. Without it the matter is its only one.
func (a *Archive) versions(i int) kept {
	var k kept
	if a.one == nil {
		at, there := a.zip.Find(path.Join(a.dirs[i], versionsName))
		if there {
			data, err := a.zip.Read(&a.zip.Entries[at], mostText)
			if err != nil || json.Unmarshal(data, &k) != nil || k.Format != keptFormat || k.Version > Version {
				k = kept{}
			}
		}
	}
	k.Versions = sound(k.Versions)
	if n := len(k.Versions); n == 0 || k.Versions[n-1].File != matterName {
		k.Versions = []keptVersion{{File: matterName}}
	}
	return k
}

// mostVersions is how many versions of one matter are taken in.
const mostVersions = 20_000

// sound leaves out versions that lie elsewhere, or twice.
func sound(all []keptVersion) []keptVersion {
	seen := map[string]bool{}
	out := slices.DeleteFunc(all, func(v keptVersion) bool {
		bad := seen[v.File] || !fs.ValidPath(v.File)
		seen[v.File] = true
		return bad
	})
	return out[max(0, len(out)-mostVersions):]
}
