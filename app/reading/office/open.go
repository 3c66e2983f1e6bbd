package office

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// ODT reads an OpenDocument text, packed or flat (one XML file). It fails with
// CodeBrokenFile, CodeExpands, CodeFileLocked and when ctx is done; of a file that is cut
// off it gives what comes before the cut, with a remark.
func ODT(ctx context.Context, data []byte) (reading.Text, error) {
	f := &openFile{ctx: ctx}
	read := f.readFlat
	if bytes.HasPrefix(data, []byte("PK")) {
		read = f.readPacked
	}
	if err := read(data); err != nil {
		return reading.Text{}, err
	}
	return f.paper.told(app.ODT)
}

// openFile is an OpenDocument text that is being read.
type openFile struct {
	ctx     context.Context
	paper   paper
	common  openStyles
	own     openStyles // of the part that is read: they come before the common ones
	changes map[string]*openChange
	lists   openLists
	begun   bool   // the first paragraph has been met
	master  string // of the first page
	found   bool   // there is a text
	masters map[string]openPage
	order   []string // of masters
}

// openPage is what heads and ends the pages of a master page.
type openPage struct{ head, foot []block }

func (f *openFile) readPacked(data []byte) error {
	p, err := openPack(data)
	if err != nil {
		return err
	}
	if err := f.locked(p); err != nil {
		return err
	}
	f.scripts(p)
	for _, name := range []string{"styles.xml", "content.xml"} {
		part, err := p.part(name)
		if errors.Is(err, fs.ErrNotExist) {
			if name == "content.xml" {
				return broken(name, err)
			}
			continue
		}
		if err != nil {
			return err
		}
		f.own = openStyles{}
		if err := f.document(part, name); err != nil {
			return err
		}
	}
	f.paper.cut = f.paper.cut || p.cut
	return nil
}

func (f *openFile) readFlat(data []byte) error {
	if len(data) > mostPart {
		return &app.Problem{Code: app.CodeTooLarge, Where: "48 MB"}
	}
	return f.document(data, "XML")
}

// document reads one part: styles, what heads and ends pages, and the text.
func (f *openFile) document(data []byte, name string) error {
	s := scan(f.ctx, data)
	s.each(func(elem) {
		s.each(func(e elem) {
			switch e.name {
			case "office:styles":
				f.readStyles(s, &f.common)
			case "office:automatic-styles":
				f.readStyles(s, &f.own)
			case "office:master-styles":
				f.readMasters(s)
			case "office:scripts":
				f.readScripts(s)
			case "office:body":
				s.each(func(e elem) {
					if e.name == "office:text" {
						f.found = true
						f.paper.body = f.story(s)
					}
				}, nil)
			}
		}, nil)
	}, nil)
	if err := s.failed(); err != nil {
		return err
	}
	f.paper.cut = f.paper.cut || s.cut()
	if name != "styles.xml" && (!f.found || s.cut() && len(f.paper.body) == 0) {
		return broken(name, cmp.Or(s.err, errNoText))
	}
	f.furniture()
	return nil
}

// furniture is what heads and ends the first page.
func (f *openFile) furniture() {
	name := f.master
	if _, there := f.masters[name]; !there {
		name = "Standard"
	}
	if _, there := f.masters[name]; !there && len(f.order) > 0 {
		name = f.order[0]
	}
	f.paper.head, f.paper.foot = f.masters[name].head, f.masters[name].foot
}

func (f *openFile) readMasters(s *scanner) {
	if f.masters == nil {
		f.masters = map[string]openPage{}
	}
	begun, pictures := f.begun, f.paper.pictures
	f.begun = true // what heads a page is not the first paragraph
	s.each(func(e elem) {
		if e.name != "style:master-page" || len(f.masters) >= 1000 {
			return
		}
		name := e.get("name")
		var page, first openPage
		var hasFirst bool
		s.each(func(e elem) {
			if e.get("display") == "false" {
				return
			}
			switch e.name {
			case "style:header":
				page.head = f.story(s)
			case "style:footer":
				page.foot = f.story(s)
			case "style:header-first", "loext:header-first":
				first.head, hasFirst = f.story(s), true
			case "style:footer-first", "loext:footer-first":
				first.foot, hasFirst = f.story(s), true
			}
		}, nil)
		if hasFirst {
			page = first
		}
		f.masters[name] = page
		f.order = append(f.order, name)
	}, nil)
	f.begun, f.paper.pictures = begun, pictures // a logotype says nothing
}

// locked fails when the package says that its text only opens with a password.
func (f *openFile) locked(p *pack) error {
	_, locked := p.find("encrypted-package")
	data, err := p.part("META-INF/manifest.xml")
	if err != nil && !locked {
		return nil // it need not be there
	}
	s := scan(f.ctx, data)
	s.each(func(elem) {
		s.each(func(e elem) {
			name := e.get("full-path")
			if e.name != "manifest:file-entry" || name != "content.xml" {
				return
			}
			s.each(func(e elem) { locked = locked || e.name == "manifest:encryption-data" }, nil)
		}, nil)
	}, nil)
	if locked {
		return &app.Problem{Code: app.CodeFileLocked}
	}
	return s.failed()
}

// scripts remarks on programs in the package.
func (f *openFile) scripts(p *pack) {
	for i := range p.z.Entries {
		dir, rest, _ := strings.Cut(p.z.Entries[i].Name, "/")
		if (dir == "Basic" || dir == "Scripts") && rest != "" && !strings.HasSuffix(rest, "-lc.xml") && !strings.HasSuffix(rest, "-lb.xml") {
			f.paper.runs(dir + "/" + strings.TrimSuffix(path.Base(rest), ".xml"))
		}
	}
}

func (f *openFile) readScripts(s *scanner) {
	var in func(e elem)
	in = func(e elem) {
		switch e.name {
		case "office:script":
			empty := true
			s.each(func(e elem) {
				s.each(func(elem) { empty = false }, func(t string) { empty = empty && strings.TrimSpace(t) == "" })
			}, func(t string) { empty = empty && strings.TrimSpace(t) == "" })
			if !empty {
				f.paper.runs(strings.TrimPrefix(e.get("language"), "ooo:"))
			}
		case "script:event-listener":
			f.paper.runs(e.get("event-name"))
		default:
			s.each(in, nil)
		}
	}
	s.each(in, nil)
}
