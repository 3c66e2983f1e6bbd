package packs

import (
	"fmt"
	"slices"
	"strconv"

	"yttra/app"
)

// Sign is a row of data/propose.toml: words in a text that tell what kind of
// measure it is about and whom it touches.
type Sign struct {
	Phrases  []string      `toml:"phrases"`
	Measures []app.Measure `toml:"measures"`
	Affected []app.Group   `toml:"affected"`
	Purchase bool          `toml:"purchase"`
	Topic    string        `toml:"topic"`    // a fact that conditions speak of; see topics
	Times    int           `toml:"times"`    // how many sentences must have one of the phrases, or a title; 0 means 1
	Unless   []string      `toml:"unless"`   // a sentence with one of these is no sign; a title with one silences a sign that has times
	Question Asked         `toml:"question"` // by which the clerk confirms it; empty: it only adds words to another
}

// Asked is a question in both languages.
type Asked struct {
	SV string `toml:"sv"`
	EN string `toml:"en"`
}

// Answers names what a sign tells: codes of measures and groups, app.AnswerPurchase,
// a topic.
func (s Sign) Answers() []string {
	var out []string
	for _, k := range s.Measures {
		out = append(out, string(k))
	}
	for _, g := range s.Affected {
		out = append(out, string(g))
	}
	if s.Purchase {
		out = append(out, app.AnswerPurchase)
	}
	if s.Topic != "" {
		out = append(out, s.Topic)
	}
	return out
}

// Question is one of the screening: what is asked, and what a yes means. One with
// several answers is not a yes or no but a choice of them.
type Question struct {
	Asked
	Answers []string
}

// topics are what the screening knows, and then what a paper may speak of so that
// a question has a meaning: a purchase in stages, a supplier by name, a contract
// over several years, a supplier who handles personal data, a procurement that is
// advertised and one that is not.
var topics = []string{"", app.TopicPilot, app.TopicState, "stages", "supplier", "contract", "processor", "advertised", "direct", "inquiry"}

// MaxQuestions is the most anybody has to answer before the first useful result.
const MaxQuestions = 10

// Questions is the screening, in the order of the signs. Signs that ask the same
// are one question; of two that ask differently about the same, the later holds.
func (p *Packs) Questions() []Question {
	var order []string
	asked := map[string]Asked{}
	for _, s := range p.Signs {
		for _, a := range s.Answers() {
			if s.Question.SV == "" {
				continue
			}
			if _, known := asked[a]; !known {
				order = append(order, a)
			}
			asked[a] = s.Question
		}
	}
	var out []Question
	for _, a := range order {
		i := slices.IndexFunc(out, func(q Question) bool { return q.SV == asked[a].SV })
		if i < 0 {
			i = len(out)
			out = append(out, Question{Asked: asked[a]})
		}
		out[i].Answers = append(out[i].Answers, a)
	}
	return out
}

// signs reads the rows; a municipality's come after the embedded ones.
func (l *loader) signs(name string, data []byte) error {
	var f struct {
		Signs []Sign `toml:"sign"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	for i := range f.Signs {
		if key, err := f.Signs[i].validate(); err != nil {
			return ix.fault(fmt.Sprintf("sign[%d].%s", i, key), err)
		}
	}
	all := Packs{Signs: slices.Concat(l.packs.Signs, f.Signs)}
	if n := len(all.Questions()); n > MaxQuestions {
		return ix.fault("sign", &Flaw{Why: TooMany, What: strconv.Itoa(MaxQuestions)})
	}
	l.packs.Signs = all.Signs
	return nil
}

// validate names the key of what is wrong. A municipality need not write English.
func (s *Sign) validate() (key string, err error) {
	if len(s.Phrases) == 0 {
		return "phrases", errMissing
	}
	for _, m := range s.Measures {
		if !slices.Contains(app.Measures, m) {
			return "measures", unknown(m, app.Measures)
		}
	}
	if !slices.Contains(topics, s.Topic) {
		return "topic", unknown(s.Topic, topics)
	}
	for _, g := range s.Affected {
		if !slices.Contains(app.Groups, g) {
			return "affected", unknown(g, app.Groups)
		}
	}
	if s.Question.SV == "" && s.Question.EN != "" {
		return "question", errMissing
	}
	if s.Question.EN == "" {
		s.Question.EN = s.Question.SV
	}
	return "", nil
}
