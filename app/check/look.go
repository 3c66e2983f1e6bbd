package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// kind is a way to look. Each has a file of its own, with its test beside it.
type kind struct {
	takes []string // keys of a look that it understands besides when, roles and skip
	needs []string // those it must have
	find  func(*run, *look) []found
	weigh func(*run, *look) verdict // criteria only
}

// found is one thing that a look has to say. What stands nowhere in the text has
// a part, "ingress" or "2", that tells it from others of the same rule.
type found struct {
	place  app.Place
	part   string
	words  []string // pairs for the rule's words: "{section}", "Ekonomi"
	whose  whose
	mend   []string // what may stand in its place, best first
	about  string   // the word or slip it is about
	group  string   // what it is told together with, once; empty: it is told alone
	more   int      // places beside this one that are not told at all
	weight int      // which to tell when there are too many; the first when all weigh the same
}

// look is a compiled look. Phrases are indexes in the checker's set.
type look struct {
	kind     kind
	name     string
	when     *condition
	roles    []string
	skip     []string
	max      int
	phrases  []int
	together []bunch
	headings []int
	red      []int
	unless   []int
	needs    []int
	with     []int
	given    []int
	waiver   []int
	replace  map[int]better  // by phrase
	texts    []string        // the phrases as written
	verbs    *verbs          // of a look at passive verbs
	frames   map[int]frame   // of a look at noun chains, by phrase
	beside   map[string]bool // words beside a slip of typography that let it stand
	labels   []string        // what is counted from, as written
	lines    []app.CostKind
	tell     packs.Remark
}

// kindOf gives the way to look that a name stands for. Evidence and the estimate are
// weighed, not found; see criterion.go.
func kindOf(name string) (kind, bool) {
	switch name {
	case "evidence":
		return kind{takes: []string{"phrases", "together", "headings", "red", "unless", "needs", "waiver", "tell"}, weigh: (*run).weighEvidence}, true
	case "reckoned":
		return kind{takes: []string{"lines", "tell"}, weigh: (*run).weighReckoned}, true
	case "lacking":
		return kind{takes: []string{"lines", "tell", "unless"}, needs: []string{"tell"}, weigh: (*run).weighLacking}, true
	case "contradicted":
		return kind{takes: []string{"tell"}, needs: []string{"when", "tell"}, weigh: (*run).weighContradicted}, true
	case "spent":
		return kind{weigh: (*run).weighSpent}, true
	case "limit":
		return kind{takes: []string{"phrases", "unless", "tell"}, needs: []string{"phrases", "tell"}, find: findOtherLimits}, true
	case "value":
		return kind{takes: []string{"phrases", "unless", "tell"}, needs: []string{"phrases", "tell"}, find: findOtherValues}, true
	case "phrase":
		return kind{takes: []string{"phrases", "unless", "needs", "with", "given", "max"}, needs: []string{"phrases"}, find: findPhrases}, true
	case "abbreviation":
		return kind{takes: []string{"phrases"}, find: findAbbreviations}, true
	case "amount":
		return kind{takes: []string{"phrases", "unless"}, needs: []string{"phrases"}, find: findMissingAmount}, true
	case "sentence":
		return kind{takes: []string{"max"}, needs: []string{"max"}, find: findLongSentences}, true
	case "paragraph":
		return kind{takes: []string{"max"}, needs: []string{"max"}, find: findLongParagraphs}, true
	case "passive":
		return kind{takes: []string{"max", "replace"}, needs: []string{"max", "replace"}, find: findPassive}, true
	case "nouns":
		return kind{takes: []string{"replace"}, needs: []string{"replace"}, find: findNounChains}, true
	case "jargon":
		return kind{takes: []string{"phrases", "unless"}, needs: []string{"phrases"}, find: findUnexplainedTerms}, true
	case "lix":
		return kind{takes: []string{"max"}, find: findHardSections}, true
	case "replace":
		return kind{takes: []string{"replace", "unless"}, needs: []string{"replace"}, find: findReplacements}, true
	case "spelling":
		return kind{find: findMisspelt}, true
	case "personal":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findPersonal}, true
	case "annex":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findInOriginal}, true
	case "metadata":
		return kind{takes: []string{"phrases"}, needs: []string{"phrases"}, find: findInMetadata}, true
	case "web_copy":
		return kind{find: findApproved}, true
	case "typography":
		return kind{takes: []string{"phrases", "unless"}, needs: []string{"phrases"}, find: findTypography}, true
	case "written":
		return kind{takes: []string{"replace"}, needs: []string{"replace"}, find: findWritten}, true
	case "law":
		return kind{takes: []string{"replace"}, needs: []string{"replace"}, find: findUnnumberedLaws}, true
	case "mover":
		return kind{takes: []string{"phrases"}, find: findMoversWithoutParty}, true
	}
	return formKind(name)
}

// builder compiles rules and gathers their phrases into one set.
type builder struct {
	set     *language.Set
	ids     map[string]int
	waivers map[int]uint8 // phrases that waive, and their kind
	when    map[string]*condition
}

// usualPhrases is about how many phrases all packs have.
const usualPhrases = 10000

// newBuilder makes a builder with room for so many phrases.
func newBuilder(room int) *builder {
	return &builder{set: language.NewSet(room), ids: make(map[string]int, room), waivers: map[int]uint8{}, when: map[string]*condition{}}
}

func (b *builder) id(phrase string) (int, error) {
	if id, ok := b.ids[phrase]; ok {
		return id, nil
	}
	id, err := b.set.Add(phrase)
	if err != nil {
		return 0, &packs.Flaw{Why: packs.NotAPhrase, What: phrase}
	}
	b.ids[phrase] = id
	return id, nil
}

func (b *builder) all(phrases []string) ([]int, error) {
	var out []int
	for _, p := range phrases {
		id, err := b.id(p)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}

// condition compiles what many rules ask once.
func (b *builder) condition(text string) (*condition, error) {
	if c, ok := b.when[text]; ok {
		return c, nil
	}
	c, err := compileCondition(text)
	if err == nil {
		b.when[text] = c
	}
	return c, err
}

func (b *builder) rule(r *packs.Rule) (*rule, error) {
	out := &rule{Rule: r}
	err := added(r)
	if err != nil {
		return nil, err
	}
	if out.when, err = b.condition(r.When); err != nil {
		return nil, r.Fault("when", err)
	}
	for i, s := range r.SeverityWhen {
		when, err := b.condition(s.When)
		if err != nil {
			return nil, r.Fault(fmt.Sprintf("severity_when[%d].when", i), err)
		}
		out.severity = append(out.severity, severityWhen{when, s.Severity})
	}
	for i, l := range r.Look {
		compiled, key, err := b.look(l)
		if err != nil {
			return nil, r.Fault(fmt.Sprintf("look[%d].%s", i, key), err)
		}
		if (compiled.kind.find == nil || l.Tell.SV != "") && !r.Criterion() {
			return nil, r.Fault(fmt.Sprintf("look[%d].kind", i), &packs.Flaw{Why: packs.CriteriaOnly, What: l.Kind})
		}
		out.looks = append(out.looks, compiled)
	}
	return out, nil
}

// look compiles one look; key tells where a fault lies.
func (b *builder) look(l packs.Look) (out *look, key string, err error) {
	k, ok := kindOf(l.Kind)
	if !ok {
		return nil, "kind", &packs.Flaw{Why: packs.NoLook, What: l.Kind}
	}
	given := map[string]bool{"phrases": len(l.Phrases) > 0, "red": len(l.Red) > 0, "unless": len(l.Unless) > 0, "needs": len(l.Needs) > 0,
		"together": len(l.Together) > 0, "headings": len(l.Headings) > 0, "with": len(l.With) > 0, "given": len(l.Given) > 0,
		"waiver": len(l.Waiver) > 0, "max": l.Max != 0, "replace": len(l.Replace) > 0, "when": l.When != "",
		"lines": len(l.Lines) > 0, "tell": l.Tell.SV != ""}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if given[key] && key != "when" && !slices.Contains(k.takes, key) {
			return nil, key, &packs.Flaw{Why: packs.NotTaken, What: l.Kind}
		}
		if !given[key] && slices.Contains(k.needs, key) {
			return nil, key, errMissing
		}
	}
	if l.Kind == "evidence" && !given["phrases"] && !given["together"] && !given["headings"] && !given["red"] && !given["waiver"] {
		return nil, "phrases", errMissing
	}
	if l.Kind == "reckoned" && !given["lines"] && !(given["tell"] && given["when"]) {
		return nil, "lines", errMissing
	}
	for _, k := range l.Lines {
		if !slices.Contains(app.CostKinds, k) {
			return nil, "lines", &packs.Flaw{Why: packs.NotOneOf, What: string(k), Want: kindNames()}
		}
	}
	out = &look{kind: k, name: l.Kind, lines: l.Lines, tell: l.Tell, roles: l.Roles, skip: l.Skip, max: l.Max, replace: map[int]better{}, texts: l.Phrases, labels: l.With}
	if out.when, err = b.condition(l.When); err != nil {
		return nil, "when", err
	}
	if l.Kind == "personal" || l.Kind == "annex" || l.Kind == "metadata" {
		return out, "phrases", knownData(l.Phrases)
	}
	switch l.Kind {
	case "sitting_days", "sitting_missing":
		key, err := sittingNames(l)
		return out, key, err
	case "passive":
		out.verbs = verbsOf(l.Replace)
		return out, "", nil
	case "nouns":
		return out, "replace", out.readFrames(b, l.Replace)
	}
	if l.Kind == "typography" {
		out.beside = map[string]bool{}
		for _, w := range l.Unless {
			out.beside[language.Fold(w)] = true
		}
		return out, "phrases", knownSlips(l.Phrases)
	}
	for _, list := range []struct {
		key  string
		from []string
		to   *[]int
	}{{"phrases", l.Phrases, &out.phrases}, {"red", l.Red, &out.red}, {"unless", l.Unless, &out.unless}, {"needs", l.Needs, &out.needs},
		{"headings", l.Headings, &out.headings}, {"with", l.With, &out.with}, {"given", l.Given, &out.given}, {"waiver", l.Waiver, &out.waiver}} {
		if *list.to, err = b.all(list.from); err != nil {
			return nil, list.key, err
		}
	}
	if out.together, err = b.bunches(l.Together); err != nil {
		return nil, "together", err
	}
	for _, from := range slices.Sorted(maps.Keys(l.Replace)) {
		phrase, opens := strings.CutPrefix(from, "^")
		id, err := b.id(phrase)
		if err != nil {
			return nil, "replace", err
		}
		out.replace[id] = better{squeeze(language.Fold(phrase)), strings.TrimSpace(l.Replace[from]), opens}
	}
	return out, "", nil
}
