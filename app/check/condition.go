package check

import (
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// condition is a compiled expression over Facts. The nil condition always holds.
type condition struct{ program *vm.Program }

// compileCondition refuses names that are no facts, wrong types, and anything
// that is not a yes or no. Functions are switched off: a condition only compares.
func compileCondition(text string) (*condition, error) {
	if text == "" {
		return nil, nil
	}
	program, err := expr.Compile(text, expr.Env(Facts{}), expr.AsBool(), expr.DisableAllBuiltins())
	if err != nil {
		return nil, err
	}
	return &condition{program}, nil
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
