package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// operation is one operator of a content stream with its operands, and where
// it stands.
type operation struct {
	op       string
	args     []any
	from, to int
}

// scan visits the operations of a content stream in order. Their operands are gone
// when visit returns, and numbers among them are unread.
func scan(content []byte, visit func(operation) error) error {
	l := &lexer{b: content, direct: true}
	o := operation{args: make([]any, 0, 8)}
	for {
		l.skip()
		if l.p >= len(content) {
			if len(o.args) > 0 {
				return errors.New("operands without an operator at the end of the page")
			}
			return nil
		}
		if len(o.args) == 0 {
			o.from = l.p
		}
		if delimiter(content[l.p]) {
			v, err := l.value(0)
			if err != nil {
				return err
			}
			o.args = append(o.args, v)
			continue
		}
		word := l.word()
		if !operator(word) {
			o.args = append(o.args, unread)
			continue
		}
		if o.to = l.p; string(word) != o.op { // often the same as before
			o.op = string(word)
		}
		if o.op == "BI" {
			if o.to = l.passPicture(); o.to < 0 {
				return errors.New("a picture inside the page's content has no end")
			}
		}
		if err := visit(o); err != nil {
			return err
		}
		o.args = o.args[:0]
	}
}

// passPicture passes a picture that lies inside the content (ISO 32000-1, 8.9.7)
// and gives where it ends; -1 when it does not.
func (l *lexer) passPicture() int {
	for {
		i := bytes.Index(l.b[l.p:], []byte("EI"))
		if i < 0 {
			return -1
		}
		l.p += i + 2
		if space(l.b[l.p-3]) && (l.p == len(l.b) || space(l.b[l.p])) {
			return l.p
		}
	}
}

// operator tells an operator from a number, a string or a keyword.
func operator(w []byte) bool {
	switch string(w) {
	case "true", "false", "null":
		return false
	}
	return strings.IndexByte("(<+-.0123456789", w[0]) < 0
}

// kern turns each "(…) Tj" into "[<…> k <…>] TJ": the pen has no pair kerning.
// There is one list for each Tj, with one entry for each two-byte code. It also
// counts the marks, whose MCIDs must run from 0 in the order they are drawn.
func kern(content []byte, lists [][]int16) (kerned []byte, marks int, err error) {
	k := kerner{content: content, lists: lists}
	k.out.Grow(len(content) + len(content)/4)
	if err := scan(content, k.visit); err != nil {
		return nil, 0, err
	}
	if k.texts != len(lists) {
		return nil, 0, fmt.Errorf("%d texts on the page, kerning for %d", k.texts, len(lists))
	}
	k.out.Write(content[k.done:])
	return k.out.Bytes(), k.marks, nil
}

type kerner struct {
	content      []byte
	lists        [][]int16
	out          bytes.Buffer
	done         int // how much of content is in out
	texts, marks int
}

func (k *kerner) visit(o operation) error {
	switch o.op {
	case "BDC":
		mcid := o.mcid()
		if mcid > k.marks {
			return fmt.Errorf("mark %d comes before mark %d", mcid, k.marks)
		}
		if mcid == k.marks {
			k.marks++
		}
	case "Tj":
		return k.text(o)
	}
	return nil
}

func (k *kerner) text(o operation) error {
	if len(o.args) != 1 {
		return errors.New("a Tj without its string")
	}
	codes, ok := bytesOf(o.args[0])
	if !ok || k.texts >= len(k.lists) || len(codes) != 2*len(k.lists[k.texts]) {
		return fmt.Errorf("text %d: the kerning does not fit it", k.texts+1)
	}
	k.out.Write(k.content[k.done:o.from])
	showKerned(&k.out, codes, k.lists[k.texts])
	k.done = o.to
	k.texts++
	return nil
}

// mcid is the number of the mark that a BDC opens, -1 when it has none.
func (o operation) mcid() int {
	if len(o.args) == 2 {
		if d, ok := o.args[1].(*dict); ok {
			if n, ok := intOf(d.get("MCID")); ok && n >= 0 {
				return n
			}
		}
	}
	return -1
}

func showKerned(b *bytes.Buffer, codes []byte, kerns []int16) {
	b.WriteString("[<")
	for i, k := range kerns {
		b.Write(appendHex(appendHex(b.AvailableBuffer(), codes[2*i]), codes[2*i+1]))
		if k != 0 && i < len(kerns)-1 {
			b.WriteString("> ")
			b.Write(strconv.AppendInt(b.AvailableBuffer(), -int64(k), 10)) // TJ subtracts
			b.WriteString(" <")
		}
	}
	b.WriteString(">] TJ")
}
