package pdf

import (
	"bytes"
	"context"
	"strings"

	"yttra/app/reading"
)

// A portfolio is a PDF that is only the cover of other files: those come with it, as the
// files of a letter do. No more than so many, and so many bytes in all.
const (
	mostFiles     = 20
	mostFileBytes = 40 << 20
)

// portfolio gives the files of a portfolio; nil for every other PDF.
func portfolio(ctx context.Context, data []byte) []reading.File {
	found := map[string]bool{}
	if scan(data, found, []string{inPortfolio}); !found[inPortfolio] {
		return nil
	}
	e := &theEngine
	e.mu.Lock()
	defer e.mu.Unlock()
	d, err := e.hold(ctx, Sum(data), data)
	if err != nil {
		return nil
	}
	var out []reading.File
	left := mostFileBytes
	for i := range min(e.count(fnCountFiles, d.doc), mostFiles) {
		f := e.call(fnFile, d.doc, uint64(i))
		if f == 0 || !e.is(fnFileData, f, 0, 0, e.at(0)) {
			continue
		}
		n := int(e.intAt(0))
		if n <= 0 || n > left {
			continue
		}
		name := base(e.wideText(fnFileName, f))
		at := e.alloc(n)
		if at != 0 && e.is(fnFileData, f, uint64(at), uint64(n), e.at(0)) {
			if bytesOf, ok := e.mem.Read(at, uint32(n)); ok && e.err == nil {
				out = append(out, reading.File{Name: name, Data: bytes.Clone(bytesOf)})
				left -= n
			}
		}
		e.free(at)
	}
	return out
}

// inPortfolio is the name in the catalog of a portfolio.
const inPortfolio = "Collection"

// base is a name without the folders that a stranger puts before it.
func base(name string) string { return name[strings.LastIndexAny(name, `/\:`)+1:] }
