package app_test

import (
	"math"
	"strings"
	"testing"

	"yttra/app"
)

func TestMoneyIsWrittenTheSwedishWay(t *testing.T) {
	for _, c := range []struct {
		m    app.Money
		f    app.MoneyForm
		want string
	}{
		{app.Kronor(1_910_323), app.InKronor, "1 910 323 kronor"},
		{app.Kronor(1_910_323), app.InKr, "1 910 323 kr"},
		{app.Kronor(1_910_323), app.InThousands, "1 910 tkr"},
		{app.Kronor(2_399_999), app.InMillions, "2,4 mnkr"},
		{app.Kronor(2_350_000), app.Millions, "2,4 miljoner kronor"},
		{app.Kronor(-40_000), app.InMillions, "0,0 mnkr"},
		{app.Kronor(-50_000), app.InMillions, "−0,1 mnkr"},
		{app.Kronor(-12_345_678), app.Millions, "−12,3 miljoner kronor"},
		{49, app.InKronor, "0 kronor"}, {50, app.InKronor, "1 kronor"}, {-50, app.InKronor, "−1 kronor"},
		{math.MinInt64, app.InKronor, "−92 233 720 368 547 758 kronor"},
		{math.MaxInt64, app.InThousands, "92 233 720 368 548 tkr"},
	} {
		if got := strings.ReplaceAll(c.m.Written(c.f), "\u00a0", " "); got != c.want {
			t.Errorf("%d as %q: %q, want %q", c.m, c.f, got, c.want)
		}
	}
}
