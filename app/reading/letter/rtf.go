package letter

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"golang.org/x/text/encoding"

	"yttra/app"
	"yttra/app/reading"
)

// mostGroups is how many groups of an RTF file may lie inside each other and still be
// told apart.
const mostGroups = 1000

// RTF reads a file in Rich Text Format: its paragraphs, lists with the numbers they were
// saved with, tables, footnotes, and what heads and ends its pages. Words that were
// changed and not accepted are remarked on; pictures, objects and the instructions of
// fields are left out. It fails with CodeBrokenFile for what is no RTF, and with the
// error of ctx.
func RTF(ctx context.Context, data []byte) (reading.Text, error) {
	from := bytes.Index(data[:min(len(data), 1024)], []byte(`{\rtf`))
	if from < 0 {
		return reading.Text{}, &app.Problem{Code: app.CodeBrokenFile, Where: `{\rtf1`, Err: errors.New("no RTF")}
	}
	r := newRich(ctx, data[from:])
	if err := r.read(); err != nil {
		return reading.Text{}, err
	}
	return r.text(), nil
}

// rich is an RTF file while it is read.
type rich struct {
	beat
	data  []byte
	at    int
	stack []group
	deep  int // groups that are open beyond the most
	now   group

	page    encoding.Encoding // of the file; \ansicpg
	raw     []byte            // letters that are not decoded yet
	rawIn   encoding.Encoding // what they are in
	high    rune              // the first half of a letter in two
	skip    int               // letters that stand for the one before, for older programs
	star    bool              // \* stood before the next word
	fonts   map[int]encoding.Encoding
	styles  map[int]style
	authors []string
	name    []byte // of the style, font or author that is read
	style   style
	number  int    // of the style or font that is read
	field   []byte // the instruction of the field that was read last

	body, head, first, foot *flow
	notes                   []*para
	noted                   int
	hidden, ended           bool
	pictures, comments      int
	objects                 []string
}

// group is what holds between two braces.
type group struct {
	kind  kind
	flow  *flow
	chars // the look of letters
	lines // the look of paragraphs
	uc    int
	begun int // of a footnote: 1 and up
}

type chars struct {
	font    int
	hidden  bool
	raised  bool
	deleted bool
	revised bool
	by, cut int // who inserted, and who deleted
}

type lines struct {
	inTable       bool
	depth         int // of a table in a table: 2
	outline       int // level of a heading, from 1
	list          int // level of an item, from 1
	style         int
	before, after int // space, in twentieths of a point
}

// kind is what the text of a group is.
type kind byte

const (
	plainText kind = iota
	nothing        // it is not read
	silent         // it is not read, but what lies in it may be
	mark           // of a list
	fontTable
	styleSheet
	authorTable
	instruction // of a field
	className   // of an object
)

// style is a paragraph style.
type style struct{ outline int }

func newRich(ctx context.Context, data []byte) *rich {
	r := &rich{beat: beat{ctx: ctx}, data: data, page: windows1252, fonts: map[int]encoding.Encoding{}, styles: map[int]style{},
		body: &flow{}, head: &flow{}, first: &flow{}, foot: &flow{}}
	r.now = group{flow: r.body, uc: 1}
	return r
}

// read goes through the file once.
func (r *rich) read() error {
	for r.at < len(r.data) && !r.ended && !r.full() {
		if err := r.err(); err != nil {
			return err
		}
		switch c := r.data[r.at]; c {
		case '{':
			r.at++
			r.open()
		case '}':
			r.at++
			r.close()
		case '\\':
			r.at++
			r.control()
		case '\r', '\n', 0:
			r.at++
		default:
			r.at++
			r.letter(c)
		}
	}
	r.flush()
	for _, f := range []*flow{r.body, r.head, r.first, r.foot} {
		f.done()
	}
	return nil
}

func (r *rich) open() {
	r.flush()
	r.skip, r.star = 0, false
	if len(r.stack) >= mostGroups {
		r.deep++
		return
	}
	r.stack = append(r.stack, r.now)
	r.now.begun = 0
}

func (r *rich) close() {
	r.flush()
	r.skip, r.star = 0, false
	switch {
	case r.deep > 0:
		r.deep--
		return
	case len(r.stack) == 0:
		r.ended = true
		return
	}
	r.leave()
	last := len(r.stack) - 1
	r.now, r.stack = r.stack[last], r.stack[:last]
	r.ended = last == 0
}

// leave ends what began with a group.
func (r *rich) leave() {
	outer := r.stack[len(r.stack)-1]
	switch {
	case r.now.begun > 0:
		r.endNote()
	case r.now.flow != outer.flow:
		r.now.flow.done()
		if f := r.now.flow; f != r.head && f != r.first && f != r.foot {
			outer.flow.after = append(outer.flow.after, f.paras...)
		}
	case len(r.name) > 0:
		r.entry()
	}
}

// control reads what stands after a backslash.
func (r *rich) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		word, n, has := r.word()
		r.say(word, n, has)
		return
	}
	r.at++
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			hi, lo := hexOf(r.data[r.at]), hexOf(r.data[r.at+1])
			if hi >= 0 && lo >= 0 {
				r.at += 2
				r.letter(byte(hi<<4 | lo))
			}
		}
	case '*':
		r.star = true
	case '\r', '\n':
		r.say("par", 0, false)
	case '~':
		r.sign('\u00a0')
	case '_':
		r.sign('\u2011')
	case '-', '|', ':': // where a word may be parted, and entries of an index
	case '\t':
		r.say("tab", 0, false)
	case '\\', '{', '}':
		r.letter(c)
	}
}

// sign takes a letter that has a word of its own.
func (r *rich) sign(c rune) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.put(c)
}

// word reads a control word with its number and the space that ends it.
func (r *rich) word() (word string, n int, has bool) {
	from := r.at
	for r.at < len(r.data) && r.at-from < 32 && (r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z') {
		r.at++
	}
	word = string(r.data[from:r.at])
	minus := r.at < len(r.data) && r.data[r.at] == '-'
	if minus {
		r.at++
	}
	for i := 0; r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9'; i++ {
		if i < 10 {
			n, has = n*10+int(r.data[r.at]-'0'), true
		}
		r.at++
	}
	if minus {
		n = -n
	}
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	return strings.ToLower(word), n, has
}

func hexOf(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
