package screens

import (
	"testing"

	"yttra/app"
	"yttra/app/spelling"
)

func TestTheDictionaryIsReadOnce(t *testing.T) {
	b := open(t, false)
	read := 0
	b.o.Speller = func() (*spelling.Dictionary, error) {
		read++
		return spelling.Read([]byte("SET UTF-8\n"), []byte("1\nnämnden\n"))
	}
	b.spell()
	b.spell() // another register is opened
	if s := b.o.Desk.State().Spelling; read != 1 || !s.On() || s.Fault != nil {
		t.Errorf("read %d times, %+v", read, s)
	}
}

func TestNoDictionaryIsNoProblemAndADamagedOneIs(t *testing.T) {
	for code, told := range map[app.Code]bool{app.CodeNoDictionary: false, app.CodeDictionary: true} {
		b := open(t, false)
		b.o.Speller = func() (*spelling.Dictionary, error) { return nil, &app.Problem{Code: code} }
		b.spell()
		if s := b.o.Desk.State().Spelling; s.On() || app.CodeOf(s.Fault) != code || (b.shown != nil) != told {
			t.Errorf("%s: %+v, told %v", code, s, b.shown)
		}
	}
}

func TestWithoutASpellerNothingIsRead(t *testing.T) {
	b := open(t, false)
	b.spell()
	if s := b.o.Desk.State().Spelling; s.On() || s.Fault != nil {
		t.Errorf("%+v", s)
	}
}
