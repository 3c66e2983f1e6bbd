package layout

import (
	"reflect"
	"testing"
)

// A field that is added to Item and forgotten in SameInk would leave old ink on the
// screen.
func TestEveryFieldOfAnItemIsInk(t *testing.T) {
	belongs := map[string]bool{"Elem": true, "Artifact": true}
	kind := reflect.TypeFor[Item]()
	for i := range kind.NumField() {
		var it Item
		v := reflect.ValueOf(&it).Elem().Field(i)
		switch v.Kind() {
		case reflect.Int:
			v.SetInt(7)
		case reflect.Float64:
			v.SetFloat(7)
		case reflect.String:
			v.SetString("a")
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
		default:
			t.Fatalf("%s: a %s cannot be tried", kind.Field(i).Name, v.Kind())
		}
		if same := it.SameInk(Item{}); same != belongs[kind.Field(i).Name] {
			t.Errorf("%s: the same ink is %v", kind.Field(i).Name, same)
		}
	}
	if (Page{Items: make([]Item, 2)}).SameInk(Page{Items: make([]Item, 1)}) {
		t.Error("a page looks like one with more on it")
	}
}
