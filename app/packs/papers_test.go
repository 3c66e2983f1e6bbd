package packs

import (
	"reflect"
	"testing"
)

// What a paper is made from is the same with the rules and without.
func TestPapersAreThoseOfTheWhole(t *testing.T) {
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, costs := range []bool{true, false} {
		p, err := Papers("", costs)
		if err != nil {
			t.Fatal(err)
		}
		if p.Version != all.Version {
			t.Errorf("version %s, not %s", p.Version, all.Version)
		}
		if len(p.Rules) != 0 || len(p.Signs) != 0 {
			t.Error("rules are read that no paper is made from")
		}
		for name, same := range map[string]bool{"kinds": reflect.DeepEqual(p.Kinds, all.Kinds), "decisions": reflect.DeepEqual(p.Decisions, all.Decisions), "referrals": reflect.DeepEqual(p.Referrals, all.Referrals),
			"thresholds": costs == reflect.DeepEqual(p.Thresholds, all.Thresholds), "buying": costs == reflect.DeepEqual(p.Buying, all.Buying), "lifecycle": costs == reflect.DeepEqual(p.Lifecycle, all.Lifecycle),
			"exposure": costs == reflect.DeepEqual(p.exposure, all.exposure)} {
			if !same {
				t.Errorf("%s, with costs %t", name, costs)
			}
		}
	}
}

// A kind is found by itself, and one that there is none of is not.
func TestPapersOfOneKind(t *testing.T) {
	all, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all.Kinds {
		p, err := Papers(k.ID, false)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Kinds) != 1 || !reflect.DeepEqual(p.Kinds[0], k) {
			t.Errorf("%s: %d kinds", k.ID, len(p.Kinds))
		}
	}
	if p, err := Papers("../none", false); err != nil || len(p.Kinds) != 0 {
		t.Errorf("a kind that is none: %v, %v", p, err)
	}
}
