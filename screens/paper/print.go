package paper

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/reports/printing"
	"yttra/screens/parts"
)

// mostCopies is how many are printed at once.
const mostCopies = 99

// print asks how, makes the file and hands it to the printer. Where nothing can
// be printed it says so before it asks.
func (v *view) print() {
	final := v.m.Final() && v.m.Ready() // a final paper that something stops again is printed as a draft
	file, err := v.m.Snapshot(final)
	var printers []string
	if err == nil {
		printers, err = printing.Printers()
	}
	if err != nil {
		v.h.Problem(err)
		return
	}
	newPrintBox(v, file, final, printers)
}

// printBox is the dialog in which one says how a paper is printed.
type printBox struct {
	v        *view
	file     File
	printers []string
	of       int // pages of the paper

	job           printing.Job
	copies, pages *parts.Field
	dialog        *parts.Dialog
}

func newPrintBox(v *view, file File, final bool, printers []string) {
	w := v.h.Words()
	b := &printBox{v: v, file: file, printers: printers, of: len(v.m.Pages()), job: printing.Job{Title: strings.TrimSuffix(v.m.Name(final), ".pdf")}}
	what := w.T("paper.print_draft", i18n.Vars{"Pages": w.N("paper.pages", b.of)})
	if final {
		what = w.T("paper.print_final", i18n.Vars{"Pages": w.N("paper.pages", b.of)})
	}
	rows := []fyne.CanvasObject{parts.NewPara(what, parts.TextControl, parts.Ink, parts.Regular)}
	if printing.Chooses {
		rows = append(rows, b.choices()...)
	} else {
		rows = append(rows, parts.NewPara(w.T("paper.print_usual"), parts.TextSecond, parts.Muted, parts.Regular))
	}
	yes := parts.NewButton(parts.ButtonOptions{Text: w.T("paper.print_yes"), Icon: parts.IconPrint, Kind: parts.Primary, Tap: b.send})
	no := parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { b.dialog.Close() }})
	open := parts.NewButton(parts.ButtonOptions{Text: w.T("paper.print_open"), Kind: parts.Quiet, Tap: b.open})
	first := fyne.Focusable(yes)
	b.dialog = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("paper.print_title"), Width: 560,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(12, rows...)), Left: []fyne.CanvasObject{open}, Buttons: []fyne.CanvasObject{no, yes}}, first)
}

// choices are printer, copies, pages and sides.
func (b *printBox) choices() []fyne.CanvasObject {
	w := b.v.h.Words()
	b.job.Printer = b.printers[0]
	printer := parts.NewDropdown(parts.DropdownOptions{Options: b.printers, Width: 340, Pick: func(i int) { b.job.Printer = b.printers[i] }})
	b.copies = parts.NewField(parts.FieldOptions{Label: w.T("paper.print_copies"), Text: "1", Width: 150, Whole: true, Submit: func(string) { b.send() }})
	b.pages = parts.NewField(parts.FieldOptions{Label: w.T("paper.print_pages"), Ghost: w.T("paper.print_all"), Hint: w.T("paper.print_pages_hint"), Width: 224, Submit: func(string) { b.send() }})
	sides := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: w.T("paper.sides_set")}, {Text: w.T("paper.sides_one")}, {Text: w.T("paper.sides_two")}},
		Pick: func(i int) { b.job.Sides = printing.Sides(i) }})
	label := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return parts.Column(3, parts.Text(w.T(key), parts.TextSecond, parts.Ink, parts.Bold), parts.Left(o))
	}
	return []fyne.CanvasObject{label("paper.printer", printer), parts.RowTop(16, b.copies.Outer, b.pages.Outer), label("paper.sides", sides)}
}

// read takes what is written; false when a field is at fault, which it says.
func (b *printBox) read() bool {
	if !printing.Chooses {
		return true
	}
	w := b.v.h.Words()
	n, err := strconv.Atoi(strings.TrimSpace(b.copies.Text()))
	copiesFault, pagesFault := "", ""
	if err != nil || n < 1 || n > mostCopies {
		copiesFault = w.T("paper.print_copies_fault", i18n.Vars{"Most": w.Int(mostCopies)})
	}
	ranges, err := printing.ReadPages(b.pages.Text(), b.of)
	var fault *printing.PagesError
	if errors.As(err, &fault) {
		pagesFault = w.T("paper.print_pages_fault", i18n.Vars{"Part": fault.Part, "Pages": w.N("paper.pages", fault.Of)})
	}
	b.copies.Fault(copiesFault)
	b.pages.Fault(pagesFault)
	b.job.Copies, b.job.Pages = n, ranges
	switch c := b.v.h.Window().Canvas(); {
	case copiesFault != "":
		c.Focus(b.copies.Entry)
	case pagesFault != "":
		c.Focus(b.pages.Entry)
	default:
		return true
	}
	return false
}

func (b *printBox) send() {
	if !b.read() {
		return
	}
	b.dialog.Close()
	var out printing.Outcome
	b.work(func(ctx context.Context, path string) (err error) {
		out, err = printing.Send(ctx, path, b.job)
		return err
	}, func() { b.v.tell(b.told(out)) })
}

// open lets the program that reads PDF files print it.
func (b *printBox) open() {
	b.dialog.Close()
	b.work(func(_ context.Context, path string) error { return printing.Open(path) }, func() { b.v.tell(b.v.h.Words().T("paper.print_opened")) })
}

// work makes the file away from the window's thread and gives its path to do.
func (b *printBox) work(do func(ctx context.Context, path string) error, done func()) {
	b.v.h.Work(b.v.h.Words().T("paper.printing"), func(ctx context.Context, step func(done, total int)) error {
		data, _, err := b.file.Write(ctx, step)
		if err != nil {
			return err
		}
		path, err := printing.Put(data)
		if err != nil {
			return err
		}
		if err := do(ctx, path); err != nil {
			_ = os.Remove(path) // nobody reads it
			return err
		}
		return nil
	}, func(err error) {
		b.v.h.Problem(err)
		if err == nil {
			done()
		}
	})
}

// told says what became of the job.
func (b *printBox) told(o printing.Outcome) string {
	w := b.v.h.Words()
	switch {
	case o.Opened:
		return w.T("paper.print_opened")
	case o.Stopped:
		return w.T("paper.print_stopped", i18n.Vars{"Printer": b.job.Printer})
	case b.job.Printer == "":
		return w.T("paper.printed_usual")
	}
	pages := w.N("paper.pages", printing.Sheets(b.job.Pages, b.of))
	return w.N("paper.printed", b.job.Copies, i18n.Vars{"Printer": b.job.Printer, "Pages": pages})
}
