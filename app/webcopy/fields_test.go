package webcopy

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// Every text of a matter is masked, whatever field it stands in: a field that is
// new in the nouns is masked too, or said here to be no text on paper.
func TestNoFieldIsForgotten(t *testing.T) {
	notOnPaper := []string{"ID", "Matter.Holder", "Document.Kind", "Section.Role", "Answer.Criterion", "Answer.Document", "Checked.Packs", "Checked.Program",
		"Screening.Topics", "Screening.Found", "Screening.By", "Estimate.Done", "Mover.Party"}
	m := &app.Matter{}
	var planted []string
	plant(reflect.ValueOf(m).Elem(), "Matter", func(field string) string {
		if slices.ContainsFunc(notOnPaper, func(s string) bool { return field == s || strings.HasSuffix(field, "."+s) }) {
			return "x"
		}
		planted = append(planted, field)
		return "eleven Alva Vikman"
	})
	if len(planted) < 60 {
		t.Fatalf("only %d texts planted", len(planted))
	}
	c := webcopy(t, m)
	var left []string
	look(reflect.ValueOf(c.Matter).Elem(), "Matter", func(field, text string) {
		if strings.Contains(text, "Alva") || strings.Contains(text, "Vikman") {
			left = append(left, field+": "+text)
		}
	})
	if len(left) > 0 {
		t.Errorf("left: %q", left)
	}
}

// plant writes a text in every string of a value.
func plant(v reflect.Value, field string, text func(field string) string) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		plant(v.Elem(), field, text)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Extra" && f.Type.String() != "time.Time" {
				plant(v.Field(i), v.Type().Name()+"."+f.Name, text)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			plant(v.Index(0), field, text)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		if v.Type() == reflect.TypeFor[map[string]string]() {
			v.SetMapIndex(reflect.ValueOf("price"), reflect.ValueOf(text(field)))
		}
	case reflect.String:
		if v.Type().Name() == "string" {
			v.SetString(text(field))
		}
	}
}

func look(v reflect.Value, field string, at func(field, text string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			look(v.Elem(), field, at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				look(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name, at)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			look(v.Index(i), field, at)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			look(v.MapIndex(k), field, at)
		}
	case reflect.String:
		at(field, v.String())
	}
}
