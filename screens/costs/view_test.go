package costs

import (
	"testing"

	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

type bench struct {
	*parttest.Host
	t      *testing.T
	desk   *desk.Desk
	screen *Screen
}

func open(t *testing.T, matter int, width, height float32) *bench {
	t.Helper()
	b := &bench{Host: parttest.New(t, "sv", width, height), t: t}
	m := sample.Register()[matter]
	b.desk = parttest.Desk(t, &m)
	b.screen = New(b.desk, b)
	b.desk.Listen(b.screen.Show)
	b.Put(b.screen.Content())
	return b
}

func TestPictures(t *testing.T) {
	b := open(t, 0, 1196, 689)
	b.screen.Focus()
	b.Shot(t, "costs")
	b.screen.view.fold(true)
	b.Shot(t, "costs-terms")
	b = open(t, 2, 1196, 689)
	b.Shot(t, "costs-3")
	b = open(t, 1, 876, 489)
	b.Shot(t, "costs-narrow")
}
