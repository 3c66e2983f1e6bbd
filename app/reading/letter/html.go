package letter

import (
	"bytes"
	"context"
	"io"
	"slices"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yttra/app"
	"yttra/app/reading"
)

// HTML reads a web page: what a person would see of it, without the menu, head and foot
// around it where the page says which its main part is. It fails with CodeTooLarge,
// with CodeNotText for what is no text, and with the error of ctx.
func HTML(ctx context.Context, data []byte) (reading.Text, error) {
	if err := small(data); err != nil {
		return reading.Text{}, err
	}
	source, err := hypertext(data, "")
	if err != nil {
		return reading.Text{}, err
	}
	h := &page{beat: beat{ctx: ctx}, z: html.NewTokenizer(bytes.NewReader(source))}
	if err := h.read(); err != nil {
		return reading.Text{}, err
	}
	s := &script{Builder: reading.NewBuilder(app.HTML)}
	paras, cut := mainPart(h.paras)
	for _, p := range paras {
		s.write(p)
	}
	h.tell(s, cut)
	return s.Text(), nil
}

// IsHTML tells a web page from another text by how it begins.
func IsHTML(data []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf"))))
	if bytes.HasPrefix(head, []byte("<?xml")) || bytes.HasPrefix(head, []byte("<!--")) {
		return bytes.Contains(head, []byte("<html"))
	}
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// page is a web page while it is read.
type page struct {
	beat
	z     *html.Tokenizer
	open  []element
	count map[atom.Atom]int // of those that are open
	deep  int               // that are open beyond the deepest

	paras   []*para  // that are done
	cur     *para    // being written; nil: none
	space   bool     // one is due before the next word
	spaceIn state    // where it stood
	apart   bool     // the next paragraph stands apart
	lists   []*list  // that are open
	tables  []*table // that are open
	hidden  bool     // something with words was
	scripts int
	images  int
	objects []string // set into the page, by address
}

// element is a tag that is open, with what holds inside it.
type element struct {
	tag atom.Atom
	state
}

type state struct {
	gone   bool              // nothing in it is read
	unseen bool              // … although it might say something
	pre    bool              // line ends stand
	raised bool              // as the marks of footnotes
	mark   bool              // it is the mark of a list as Word writes it
	kind   reading.BlockKind // of all in it; empty: as each paragraph is
	quote  int               // how many letters that are answered it stands in
	tight  bool              // it has no space around it; of the tag alone
	change change
	by     string
	place  place
}

func (h *page) state() state {
	if n := len(h.open); n > 0 {
		return h.open[n-1].state
	}
	return state{}
}

func (h *page) read() error {
	h.count = map[atom.Atom]int{}
	for {
		if err := h.err(); err != nil {
			return err
		}
		next := h.z.Next()
		if h.full() {
			next = html.ErrorToken
		}
		switch next {
		case html.ErrorToken:
			if !h.full() && h.z.Err() != io.EOF {
				return &app.Problem{Code: app.CodeBrokenFile, Err: h.z.Err()}
			}
			h.leave(0)
			h.end()
			for len(h.tables) > 0 {
				h.endTable()
			}
			return nil
		case html.TextToken:
			h.text(string(h.z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := h.z.TagName()
			tag := atom.Lookup(name)
			h.start(tag, h.attributes(more))
		case html.EndTagToken:
			name, _ := h.z.TagName()
			h.close(atom.Lookup(name))
		}
	}
}

// void are tags that hold nothing and are never closed.
func void(t atom.Atom) bool {
	switch t {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Source, atom.Track, atom.Wbr, atom.Param:
		return true
	}
	return false
}

func (h *page) start(tag atom.Atom, a attributes) {
	s := h.state()
	if tag == atom.Noscript { // whose inside the tokenizer takes for text
		h.z.NextIsNotRawText()
	}
	if void(tag) {
		if !s.gone {
			h.void(tag, a)
		}
		return
	}
	h.implied(tag)
	h.note(tag, a)
	outside := s
	s = h.inside(tag, a)
	made := block(tag) || tag == atom.Tr || tag == atom.Td || tag == atom.Th || tag == atom.Tbody || tag == atom.Thead || tag == atom.Tfoot
	switch {
	case !made && s == outside && h.count[tag] == 0: // of letters, as <b>: nothing changes with it
		return
	case len(h.open) >= deepest:
		if h.deep++; made {
			h.end()
		}
		return
	}
	if !s.gone {
		h.begin(tag, a, s)
	}
	h.open = append(h.open, element{tag, s})
	h.count[tag]++
}

// implied closes what a tag closes without saying so.
func (h *page) implied(tag atom.Atom) {
	switch tag {
	case atom.Li:
		h.closeUntil(tag, atom.Ul, atom.Ol, atom.Menu)
	case atom.Dt, atom.Dd:
		h.closeUntil(atom.Dt, atom.Dl)
		h.closeUntil(atom.Dd, atom.Dl)
	case atom.Tr:
		h.closeUntil(tag, atom.Table)
	case atom.Td, atom.Th:
		h.closeUntil(atom.Td, atom.Tr, atom.Table)
		h.closeUntil(atom.Th, atom.Tr, atom.Table)
	case atom.Thead, atom.Tbody, atom.Tfoot:
		h.closeUntil(atom.Tr, atom.Table)
	}
	if block(tag) && tag != atom.Table {
		h.closeUntil(atom.P, atom.Td, atom.Th, atom.Li, atom.Div, atom.Table)
	}
}

// closeUntil closes an open tag unless one of the others stands between.
func (h *page) closeUntil(tag atom.Atom, stops ...atom.Atom) {
	if h.count[tag] == 0 || h.deep > 0 {
		return
	}
	for i := len(h.open) - 1; i >= 0; i-- {
		switch {
		case h.open[i].tag == tag:
			h.leave(i)
			return
		case slices.Contains(stops, h.open[i].tag):
			return
		}
	}
}

// close is the end of a tag: it and what was left open inside it.
func (h *page) close(tag atom.Atom) {
	switch {
	case void(tag):
		if tag == atom.Br {
			h.void(tag, nil)
		}
	case h.deep > 0:
		h.deep--
	case tag == atom.Table, tag == atom.Tr, tag == atom.Td, tag == atom.Th:
		h.closeUntil(tag, atom.Table)
	default:
		h.closeUntil(tag, atom.Td, atom.Th, atom.Table)
	}
}

// leave closes all that is open from an index on.
func (h *page) leave(from int) {
	for i := len(h.open) - 1; i >= from; i-- {
		e := h.open[i]
		h.count[e.tag]--
		if !e.gone {
			h.finish(e.tag, e.state)
		}
		h.open = h.open[:i]
	}
	h.deep = 0
}
