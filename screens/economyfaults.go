package screens

import (
	"strconv"
	"strings"

	"yttra/app"
)

// faults names the fields that cannot be kept, by the key of the sentence that says
// why; of the limits those of the row that is shown.
func (m *economyModel) faults() map[string]string {
	out := map[string]string{}
	for _, field := range []string{fieldYears, fieldRealRate, fieldInflation, fieldInterest} {
		if _, ok := m.whole(field); !ok {
			out[field] = "economy.bad_" + field
		}
	}
	if _, ok := m.money(m.typed[fieldHour]); !ok {
		out[fieldHour] = "economy.bad_amount"
	}
	for field, key := range m.limitFaults(*m.draft()) {
		out[field] = key
	}
	return out
}

func (m *economyModel) limitFaults(d limitDraft) map[string]string {
	out := map[string]string{}
	if d.empty() {
		return out
	}
	sek, ok := m.money(d.sek)
	if !ok {
		out[fieldLimitSEK] = "economy.bad_amount"
	}
	direct, fits := m.money(d.direct)
	switch {
	case !fits:
		out[fieldLimitDirect] = "economy.bad_amount"
	case ok && sek > 0 && direct > sek:
		out[fieldLimitDirect] = "economy.limit_above"
	case ok && sek == 0 && direct == 0:
		out[fieldLimitSEK] = "economy.limit_missing"
	}
	if strings.TrimSpace(d.source) == "" {
		out[fieldLimitSource] = "economy.source_missing"
	}
	if on := app.Date(strings.TrimSpace(d.on)); on != "" && !on.Valid() {
		out[fieldLimitOn] = "economy.bad_day"
	}
	return out
}

// firstFault finds a field that has to be mended and shows the row it stands in;
// empty when all can be kept.
func (m *economyModel) firstFault() string {
	faults := m.faults()
	for _, field := range economyFields {
		if faults[field] != "" {
			return field
		}
	}
	for _, d := range m.limits {
		bad := m.limitFaults(d)
		for _, field := range limitFields {
			if bad[field] != "" {
				m.show(d.kept)
				return field
			}
		}
	}
	return ""
}

// written writes an amount for a field, without a unit; nothing for none.
func (m *economyModel) written(amount app.Money) string {
	if amount == 0 {
		return ""
	}
	s := written(int64(amount) / 100)
	if rest := int64(amount) % 100; rest != 0 {
		point := ","
		if m.english {
			point = "."
		}
		s += strings.TrimRight(point+strconv.FormatInt(100+rest, 10)[1:], "0")
	}
	return s
}

// written writes a whole number in groups of three.
func written(n int64) string {
	return strings.TrimSuffix(app.Kronor(n).Written(app.InKr), "\u00a0kr")
}
