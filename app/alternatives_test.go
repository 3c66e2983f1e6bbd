package app_test

import (
	"reflect"
	"testing"

	"yttra/app"
)

func ways() app.Estimate {
	return app.Estimate{Name: "Kameror", Years: 4, Lines: []app.CostLine{{What: "a"}},
		Alternatives: []app.Alternative{{Name: "Vuxna", Lines: []app.CostLine{{What: "b"}}}, {Name: "Som i dag"}}}
}

func TestViewOfAWay(t *testing.T) {
	e := ways()
	for i, want := range []string{"Kameror", "Vuxna", "Som i dag"} {
		if v := e.View(i); v.Name != want || v.Years != 4 || v.Alternatives != nil {
			t.Errorf("way %d is %+v", i, v)
		}
	}
	if v := e.View(9); v.Name != "Kameror" {
		t.Errorf("a way that is not there is %q", v.Name)
	}
}

func TestChangeOfAWayKeepsTheOthers(t *testing.T) {
	e := ways()
	e.Change(1, func(v *app.Estimate) {
		v.Lines = append(v.Lines, app.CostLine{What: "c"})
		v.Name, v.Years = "Fler vuxna", 6
	})
	if e.Years != 6 || e.Name != "Kameror" || len(e.Lines) != 1 || e.Alternatives[0].Name != "Fler vuxna" || len(e.Alternatives[0].Lines) != 2 {
		t.Errorf("%+v", e)
	}
	e.Change(0, func(v *app.Estimate) { v.Lines = nil })
	if e.Lines != nil || len(e.Alternatives) != 2 {
		t.Errorf("%+v", e)
	}
	before := ways()
	e = ways()
	e.Change(3, func(v *app.Estimate) { v.Years = 9 })
	if !reflect.DeepEqual(e, before) {
		t.Error("a way that is not there was changed")
	}
}

func TestPropose(t *testing.T) {
	e := ways()
	e.Propose(1)
	if e.Name != "Vuxna" || e.Lines[0].What != "b" || e.Alternatives[0].Name != "Kameror" || e.Alternatives[0].Lines[0].What != "a" {
		t.Errorf("%+v", e)
	}
	e.Propose(0)
	if e.Name != "Vuxna" {
		t.Error("the proposal was moved from itself")
	}
}

func TestCloneOfAnEstimateIsDeep(t *testing.T) {
	m := &app.Matter{Estimate: ways()}
	m.Estimate.Done = []string{"x"}
	m.Estimate.Alternatives[0].Lines[0].Unread = map[string]string{"price": "dyrt"}
	c := m.Clone()
	c.Estimate.Alternatives[0].Lines[0].What = "z"
	c.Estimate.Alternatives[0].Lines[0].Unread["price"] = "z"
	c.Estimate.Alternatives[1].Name, c.Estimate.Done[0] = "z", "z"
	a := m.Estimate.Alternatives
	if a[0].Lines[0].What != "b" || a[0].Lines[0].Unread["price"] != "dyrt" || a[1].Name != "Som i dag" || m.Estimate.Done[0] != "x" {
		t.Errorf("the clone shows through: %+v", m.Estimate)
	}
}

func TestWaysAndUnreadComeBackFromAFile(t *testing.T) {
	m := &app.Matter{Title: "K", Estimate: ways()}
	m.Estimate.Lines[0].Unread = map[string]string{"quantity": "tolv"}
	data, err := app.EncodeMatter(m)
	if err != nil {
		t.Fatal(err)
	}
	back, err := app.DecodeMatter(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back.Estimate, m.Estimate) {
		t.Errorf("%+v came back as %+v", m.Estimate, back.Estimate)
	}
}
