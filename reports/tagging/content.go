package tagging

import (
	"errors"
	"fmt"
	"strings"
)

// operation is one operator of a content stream with its operands, and where
// it stands.
type operation struct {
	op       string
	args     []any
	from, to int
}

// scan visits the operations of a content stream in order.
func scan(content []byte, visit func(operation) error) error {
	l := &lexer{b: content}
	o := operation{}
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
		v, err := l.value(0)
		if err != nil {
			return err
		}
		word, ok := v.(raw)
		if !ok || !operator(word) {
			o.args = append(o.args, v)
			continue
		}
		o.op, o.to = string(word), l.p
		if o.op == "BI" {
			return errors.New("a picture inside the page's content")
		}
		if err := visit(o); err != nil {
			return err
		}
		o = operation{}
	}
}

// operator tells an operator from a number, a string or a keyword.
func operator(w raw) bool {
	switch string(w) {
	case "true", "false", "null":
		return false
	}
	return strings.IndexByte("(<+-.0123456789", w[0]) < 0
}

// kern turns each "(…) Tj" into "[<…> k <…>] TJ": the pen has no pair kerning.
// There is one list for each Tj, with one entry for each two-byte code.
func kern(content []byte, lists [][]int) ([]byte, error) {
	var b strings.Builder
	b.Grow(len(content) + len(content)/4)
	done, n := 0, 0
	err := scan(content, func(o operation) error {
		if o.op != "Tj" {
			return nil
		}
		if len(o.args) != 1 {
			return errors.New("a Tj without its string")
		}
		codes, ok := bytesOf(o.args[0])
		if !ok || n >= len(lists) || len(codes) != 2*len(lists[n]) {
			return fmt.Errorf("text %d: the kerning does not fit it", n+1)
		}
		b.Write(content[done:o.from])
		showKerned(&b, codes, lists[n])
		done = o.to
		n++
		return nil
	})
	if err != nil {
		return nil, err
	}
	if n != len(lists) {
		return nil, fmt.Errorf("%d texts on the page, kerning for %d", n, len(lists))
	}
	b.Write(content[done:])
	return []byte(b.String()), nil
}

func showKerned(b *strings.Builder, codes []byte, kerns []int) {
	b.WriteString("[<")
	for i, k := range kerns {
		fmt.Fprintf(b, "%02X%02X", codes[2*i], codes[2*i+1])
		if k != 0 && i < len(kerns)-1 {
			fmt.Fprintf(b, "> %d <", -k) // TJ subtracts
		}
	}
	b.WriteString(">] TJ")
}
