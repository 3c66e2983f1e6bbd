package tagging

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/validate"
)

// Files that somebody else may have made, and our own when they are read back,
// are opened by a library that shares nothing with what writes here: it finds the
// objects, takes their streams apart and holds them against ISO 32000.

// ErrLocked is a file that cannot be read without a password, or not freely.
var ErrLocked = errors.New("the file is encrypted")

// load takes a whole file of ours apart with the library, which must find it as it
// ought to be: nothing is repaired on the way. What it finds wrong is an error,
// never a panic. It is lenient about what PDF/A-3 adds to ISO 32000-1, and about what
// papers of others bring with them.
func load(pdf []byte, p Promise) (*file, error) {
	mode := model.ValidationStrict
	if p.Appended || p.Attached {
		mode = model.ValidationRelaxed
	}
	ctx, err := parsed(pdf, mode)
	if err != nil {
		return nil, err
	}
	if err := inPlace(pdf, ctx); err != nil {
		return nil, err
	}
	return objectsOf(ctx)
}

// loadForeign takes apart a file that somebody else has made, and mends what can be
// mended.
func loadForeign(pdf []byte) (*file, error) {
	ctx, err := parsed(pdf, model.ValidationRelaxed)
	if err != nil {
		return nil, err
	}
	return objectsOf(ctx)
}

// inPlace tells whether the bytes are where the file says: the library mends
// offsets and lengths without a word, and not every reader does.
func inPlace(pdf []byte, ctx *model.Context) error {
	last := bytes.LastIndex(pdf, []byte("startxref\n"))
	if last < 0 {
		return errors.New("the file has no end")
	}
	at, err := (&lexer{b: pdf, p: last + len("startxref\n")}).number()
	if err != nil || at > last || !bytes.Contains(pdf[at:min(last, at+200)], []byte("/Type /XRef")) {
		return errors.New("the cross-reference stream is not in its place")
	}
	for n, e := range ctx.Table {
		if e == nil || e.Free || e.Compressed || e.Offset == nil {
			continue
		}
		if at := int(*e.Offset); at < 0 || at > len(pdf) || !bytes.HasPrefix(pdf[at:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
			return fmt.Errorf("object %d is not in its place", n)
		}
		s, ok := e.Object.(types.StreamDict)
		if !ok {
			continue
		}
		length, _ := s.Dict.Find("Length")
		n, ok := length.(types.Integer)
		end := int(s.StreamOffset) + int(n)
		if !ok || n < 0 || end > len(pdf) || !bytes.HasPrefix(pdf[end:], []byte("\nendstream\n")) {
			return fmt.Errorf("a stream of %d bytes is longer or shorter", n)
		}
	}
	return nil
}

// parsed reads and validates a file.
func parsed(pdf []byte, mode int) (ctx *model.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			ctx, err = nil, fmt.Errorf("the library gave up: %v", r)
		}
	}()
	// Its own defaults would make a folder in the person's home.
	conf := &model.Configuration{Reader15: true, ValidationMode: mode, Eol: types.EolLF, Offline: true,
		Limits: model.DefaultResourceLimits(), Cmd: model.VALIDATE}
	if ctx, err = pdfcpu.Read(bytes.NewReader(pdf), conf); err != nil {
		return nil, err
	}
	if ctx.Encrypt != nil {
		return nil, ErrLocked
	}
	if mode != model.ValidationStrict {
		return ctx, validate.XRefTable(ctx)
	}
	// Our structure tree is thousands of objects, which Check holds against more than
	// the library would.
	catalog, err := ctx.Catalog()
	if err != nil {
		return nil, err
	}
	if tree, ok := catalog.Find("StructTreeRoot"); ok {
		catalog.Delete("StructTreeRoot")
		defer catalog.Update("StructTreeRoot", tree)
	}
	return ctx, validate.XRefTable(ctx)
}

func objectsOf(ctx *model.Context) (*file, error) {
	if ctx.Root == nil {
		return nil, errors.New("no catalog")
	}
	last := 0
	for n := range ctx.Table {
		last = max(last, n)
	}
	if last > 1<<23 {
		return nil, errors.New("objects numbered too high")
	}
	f := &file{objects: make([]any, last+1), trailer: newDict("Root", ref(ctx.Root.ObjectNumber))}
	if ctx.Info != nil {
		f.trailer.set("Info", ref(ctx.Info.ObjectNumber))
	}
	for n, e := range ctx.Table {
		if n == 0 || e == nil || e.Free {
			continue
		}
		o := e.Object
		if packed, ok := o.(types.LazyObjectStreamObject); ok {
			var err error
			if o, err = packed.DecodedObject(context.Background()); err != nil {
				return nil, fmt.Errorf("object %d: %w", n, err)
			}
		}
		v, err := valueOf(o, 0)
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
		f.objects[n] = v
	}
	return f, nil
}

// valueOf turns a value of the library's into ours. Entries of dictionaries come
// in the order of their keys, since the library has none.
func valueOf(v types.Object, depth int) (any, error) {
	if depth > deepest {
		return nil, errors.New("nested too deep")
	}
	switch v := v.(type) {
	case nil:
		return nil, nil
	case types.Boolean:
		return raw(strconv.FormatBool(bool(v))), nil
	case types.Integer:
		return int(v), nil
	case types.Float:
		return raw(strconv.FormatFloat(float64(v), 'f', -1, 64)), nil
	case types.Name:
		return name(v.PDFString()[1:]), nil
	case types.StringLiteral:
		return raw("(" + string(v) + ")"), nil
	case types.HexLiteral:
		return raw("<" + string(v) + ">"), nil
	case types.IndirectRef:
		return ref(v.ObjectNumber), nil
	case *types.IndirectRef:
		return ref(v.ObjectNumber), nil
	case types.Array:
		a := make(array, 0, len(v))
		for _, e := range v {
			x, err := valueOf(e, depth+1)
			if err != nil {
				return nil, err
			}
			a = append(a, x)
		}
		return a, nil
	case types.Dict:
		return dictOf(v, depth)
	case types.StreamDict:
		return streamOf(v, depth)
	case *types.StreamDict:
		return streamOf(*v, depth)
	case types.ObjectStreamDict, *types.ObjectStreamDict, types.XRefStreamDict, *types.XRefStreamDict:
		return nil, nil // the file's own bookkeeping
	}
	return nil, fmt.Errorf("a %T", v)
}

func dictOf(v types.Dict, depth int) (*dict, error) {
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	d := &dict{entries: make([]entry, 0, len(keys))}
	for _, k := range keys {
		x, err := valueOf(v[k], depth+1)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k, err)
		}
		d.entries = append(d.entries, entry{name(types.Name(k).PDFString()[1:]), x})
	}
	return d, nil
}

func streamOf(v types.StreamDict, depth int) (*stream, error) {
	d, err := dictOf(v.Dict, depth)
	if err != nil {
		return nil, err
	}
	return &stream{d, v.Raw}, nil
}
