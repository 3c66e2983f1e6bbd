package layout

import (
	"strings"
	"testing"
	"time"
)

// pages makes a paper of about n pages of everyday text.
func pages(n int) []Block {
	text := strings.TrimSpace(strings.Repeat("Nämnden bedömer att utbildningsnämndens arbete med barnens trygghet går före. ", 9))
	var out []Block
	for range n {
		out = append(out, head("Rubrik"), para(text), para(text), noted("Text med not", 1), Block{Role: ListBlock, List: List{Items: items(text, "kort", "kort")}},
			Block{Role: TableBlock, Table: Table{Caption: Plain("Tabell"), Columns: []TableColumn{{Head: Plain("Slag")}, {Head: Plain("2026"), Right: true}}, Rows: []TableRow{row(false, "Inköp", "1"), row(false, "Drift", "2"), row(true, "Summa", "3")}}})
	}
	return out
}

// Ten times the text takes about ten times as long, not a hundred.
func TestTimeGrowsWithTheText(t *testing.T) {
	took := func(n int) time.Duration {
		blocks := pages(n)
		best := time.Hour
		for range 3 {
			start := time.Now()
			place(blocks...)
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := took(10), took(100)
	if large > 40*small {
		t.Errorf("10 pages take %v, 100 pages %v", small, large)
	}
}

func benchmark(b *testing.B, n int) {
	blocks := pages(n)
	for b.Loop() {
		place(blocks...)
	}
}

func BenchmarkLayout3(b *testing.B)  { benchmark(b, 3) }
func BenchmarkLayout30(b *testing.B) { benchmark(b, 30) }
