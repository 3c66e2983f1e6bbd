package draft

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// longDocument is about 28 pages: 300 blocks, all different, 11,000 words.
func longDocument() string {
	var b strings.Builder
	for i := range 150 {
		fmt.Fprintf(&b, "I dag öppnas entré %d med taggar som delas ut av skolans expedition. Rutinen har gällt sedan 2021 och fungerar enligt "+
			"rektorerna väl under skoldagen. Några andra åtgärder bedöms inte vara aktuella, även om ansiktsigenkänning har nämnts i debatten.\n\n"+
			"Fler vuxna vid %d entréer under morgonen kan minska antalet obehöriga besök utan att någon elev behöver registreras. Förvaltningen "+
			"har inte räknat på kostnaden, men bedömer att den ryms inom ram. Enligt DSO krävs en konsekvensbedömning före provet.\n\n", i, 2*i+1000)
	}
	return strings.TrimSpace(b.String())
}

// A key in a long document: the desk checks it and the screen draws what
// changed. The model alone must stay under 30 ms.
func BenchmarkKey(b *testing.B) {
	h := open(b, texts{"assessment": longDocument()})
	h.caret("assessment", len(longDocument())/2)
	b.Run("whole", func(b *testing.B) {
		for i := range b.N {
			h.typed("a")
			if i%40 == 39 {
				for range 40 {
					h.typed("\b")
				}
			}
		}
	})
	b.Run("desk", func(b *testing.B) {
		s, text := h.section("assessment"), longDocument()
		for i := range b.N {
			h.desk.Edit("type", func(m *app.Matter) { m.Documents[0].Sections[s].Text = text + strings.Repeat("x", i%9) })
		}
	})
	b.Run("model", func(b *testing.B) {
		m := h.screen.model
		for range b.N {
			m.Show(m.State())
			m.Items()
			m.Outline()
			m.Cards()
			m.Facts()
		}
	})
	b.Run("view", func(b *testing.B) {
		for range b.N {
			h.screen.view.show()
		}
	})
}

// Opening it: every block is broken into rows once.
func BenchmarkOpen(b *testing.B) {
	h := open(b, texts{"assessment": longDocument()})
	for range b.N {
		clear(h.page().plans)
		h.page().show()
	}
}

// A step of the wheel: only what comes into sight is made.
func BenchmarkScroll(b *testing.B) {
	h := open(b, texts{"assessment": longDocument()})
	p := h.page()
	down := 3 * p.pitch
	b.ResetTimer()
	for range b.N {
		y := p.scroll.Offset.Y
		if p.scrollTo(y + down); p.scroll.Offset.Y == y {
			p.scrollTo(0)
		}
	}
}
