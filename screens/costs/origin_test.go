package costs

import (
	"testing"

	"yttra/app"
)

func TestShowLine(t *testing.T) {
	m := matterOf(1)
	m.Estimate.Alternatives = []app.Alternative{{Name: "Lås", Lines: m.Estimate.Lines[:2]}}
	b := open(t, m, 1196, 640)
	b.screen.ShowLine(1, 1)
	if at := b.screen.model.at; b.screen.model.way != 1 || at.Row != 1 || at.Column != PriceColumn {
		t.Errorf("way %d, at %+v", b.screen.model.way, at)
	}
	b.screen.ShowLine(0, -1)
	if b.screen.model.way != 0 {
		t.Errorf("way %d", b.screen.model.way)
	}
	b.screen.ShowLine(7, 0) // there is no such way
	if b.screen.model.way != 0 {
		t.Errorf("way %d", b.screen.model.way)
	}
	empty := open(t, nil, 1196, 640)
	empty.screen.ShowLine(0, 0)
}
