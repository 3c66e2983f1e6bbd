package packs_test

import (
	"testing"

	"yttra/app/packs"
)

func TestGeneralWords(t *testing.T) {
	r := &packs.Rule{SV: packs.Words{Title: "Avsnittet ”{section}” saknas", Wording: "[belopp] {here} och {there}", Question: "{kvar}"}, EN: packs.Words{Title: "Missing"}}
	w := r.In("sv").General()
	if w.Title != "Avsnittet ”…” saknas" || w.Wording != "[belopp] … och …" || w.Question != "{kvar}" || r.SV.Title == w.Title {
		t.Errorf("%+v", w)
	}
	if r.In("en").Title != "Missing" || r.In("").Title != r.SV.Title {
		t.Error("another language")
	}
}
