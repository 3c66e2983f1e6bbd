package check

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"

	"yttra/app/packs"
)

// condition is a compiled expression over Facts. The nil condition always holds.
type condition struct{ program *vm.Program }

// compileCondition refuses names that are no facts, wrong types, and anything
// that is not a yes or no. Functions are switched off: a condition only compares.
func compileCondition(text string) (*condition, error) {
	if text == "" {
		return nil, nil
	}
	if len(text) > longestCondition {
		return nil, &packs.Flaw{Why: packs.Condition, What: strconv.Itoa(len(text)) + " > " + strconv.Itoa(longestCondition)}
	}
	program, err := expr.Compile(text, expr.Env(Facts{}), expr.AsBool(), expr.DisableAllBuiltins())
	if err != nil {
		return nil, conditionFlaw(err)
	}
	return &condition{program}, nil
}

// longestCondition is more than anybody reads; a reader of brackets in brackets
// in brackets must have an end.
const longestCondition = 2000

// unknownFact is how the reader of conditions words a name that is no fact.
var unknownFact = regexp.MustCompile(`^(?:unknown name|type \S+ has no field) (\S+)`)

// conditionFlaw takes the first line of what the reader says; the rest draws an
// arrow below the text.
func conditionFlaw(err error) *packs.Flaw {
	what, _, _ := strings.Cut(err.Error(), "\n")
	if m := unknownFact.FindStringSubmatch(what); m != nil {
		return &packs.Flaw{Why: packs.NoFact, What: m[1]}
	}
	return &packs.Flaw{Why: packs.Condition, What: what}
}

// holds tells whether the condition is true. One that cannot be worked out, as
// after a division by nothing, does not hold.
func (c *condition) holds(f *Facts) bool {
	if c == nil {
		return true
	}
	out, err := expr.Run(c.program, *f)
	if err != nil {
		return false
	}
	yes, _ := out.(bool)
	return yes
}
