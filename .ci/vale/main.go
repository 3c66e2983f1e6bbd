// Command vale times Vale and Yttra on the same text with as many words to look
// for, in turns, each on one core by the processor's time, which other work on the
// machine does not change much. It is a tool of .ci/vale/run.
package main

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"yttra/app/packs"
)

const (
	pages = 58 << 10 // bytes of 28 pages
	least = 10.0     // times faster
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 4 {
		return fmt.Errorf("usage: vale VALE YTTRA ROUNDS")
	}
	rounds, err := strconv.Atoi(os.Args[3])
	if err != nil || rounds < 1 {
		return fmt.Errorf("rounds: %q", os.Args[3])
	}
	dir, err := os.MkdirTemp("", "vale")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	words, rules, err := writeRules(dir)
	if err != nil {
		return err
	}
	n, err := writeTexts(dir)
	if err != nil {
		return err
	}
	fmt.Printf("%d bytes, %d words to look for in %d rules, %d rounds\n", n, words, rules, rounds)
	vale := func(file string) (time.Duration, error) {
		return timed(os.Args[1], "--no-exit", "--output=line", "--config="+filepath.Join(dir, ".vale.ini"), filepath.Join(dir, file))
	}
	yttra := func(file string) (time.Duration, error) {
		return timed(os.Args[2], "check", "--kind", "opinion", filepath.Join(dir, file))
	}
	var v, ve, y, ye []time.Duration
	for range rounds {
		for _, one := range []struct {
			times *[]time.Duration
			with  func(string) (time.Duration, error)
			file  string
		}{{&v, vale, "text.txt"}, {&y, yttra, "text.txt"}, {&ve, vale, "word.txt"}, {&ye, yttra, "word.txt"}} {
			took, err := one.with(one.file)
			if err != nil {
				return err
			}
			*one.times = append(*one.times, took)
		}
	}
	fmt.Printf("%-40s %10s %10s %8s\n", "", "Vale", "Yttra", "times")
	row("the whole program", middle(v), middle(y))
	row("a file of one word", middle(ve), middle(ye))
	if reading := row("the reading: the first less the second", middle(v)-middle(ve), middle(y)-middle(ye)); reading < least {
		return fmt.Errorf("the reading is not %.0f times faster", least)
	}
	return nil
}

// row prints a line and gives how many times faster Yttra is. What cannot be
// measured counts as a tenth of a millisecond.
func row(name string, vale, yttra time.Duration) float64 {
	times := float64(vale) / float64(max(yttra, time.Millisecond/10))
	fmt.Printf("%-40s %10s %10s %7.1f×\n", name, vale.Round(100*time.Microsecond), yttra.Round(100*time.Microsecond), times)
	return times
}

func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

// timed runs a program to its end and gives the processor's time. Yttra says with 1 that something stops the
// paper, and that is no failure.
func timed(program string, args ...string) (time.Duration, error) {
	path, err := filepath.Abs(program)
	if err != nil {
		return 0, err
	}
	c := exec.Command(path, args...)
	c.Env = append(os.Environ(), "GOMAXPROCS=1")
	out, err := c.CombinedOutput()
	if err != nil && c.ProcessState.ExitCode() != 1 {
		return 0, fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), nil
}

// writeTexts lays out 28 pages of the invented papers, and a file of one word.
func writeTexts(dir string) (int, error) {
	papers, err := filepath.Glob("app/check/testdata/papers/*.txt")
	if err != nil || len(papers) == 0 {
		return 0, fmt.Errorf("no papers: %v", err)
	}
	var text strings.Builder
	for text.Len() < pages {
		for _, p := range papers {
			data, err := os.ReadFile(p)
			if err != nil {
				return 0, err
			}
			text.Write(data)
			text.WriteString("\n\n")
		}
	}
	all := text.String()
	all = all[:pages+strings.IndexByte(all[pages:], '\n')]
	if err := os.WriteFile(filepath.Join(dir, "word.txt"), []byte("Ja.\n"), 0o600); err != nil {
		return 0, err
	}
	return len(all), os.WriteFile(filepath.Join(dir, "text.txt"), []byte(all), 0o600)
}

// writeRules gives Vale one rule for each of Yttra's, with the same words: an
// existence rule, and a substitution rule for those that have better words.
func writeRules(dir string) (words, rules int, err error) {
	p, err := packs.Load()
	if err != nil {
		return 0, 0, err
	}
	style := filepath.Join(dir, "styles", "Yttra")
	if err := os.MkdirAll(style, 0o700); err != nil {
		return 0, 0, err
	}
	ini := "StylesPath = styles\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = Yttra\n"
	if err := os.WriteFile(filepath.Join(dir, ".vale.ini"), []byte(ini), 0o600); err != nil {
		return 0, 0, err
	}
	for _, r := range p.Rules {
		var tokens, swaps []string
		for _, l := range r.Look {
			for _, list := range [][]string{l.Phrases, l.Red, l.Unless, l.Needs, l.Waiver, l.With} {
				for _, phrase := range list {
					tokens = append(tokens, pattern(phrase))
				}
			}
			for _, bunch := range l.Together {
				for _, phrase := range strings.FieldsFunc(bunch, func(r rune) bool { return strings.ContainsRune("|+!", r) }) {
					tokens = append(tokens, pattern(phrase))
				}
			}
			for _, from := range slices.Sorted(maps.Keys(l.Replace)) {
				swaps = append(swaps, "  "+strconv.Quote(pattern(from))+": "+strconv.Quote(l.Replace[from]))
			}
		}
		if len(tokens) > 0 {
			if err := write(style, r.ID, "extends: existence\nmessage: \"%s\"\nignorecase: true\nlevel: warning\ntokens:\n"+list(tokens)); err != nil {
				return 0, 0, err
			}
			rules++
		}
		if len(swaps) > 0 {
			if err := write(style, r.ID+"-swap", "extends: substitution\nmessage: \"%s %s\"\nignorecase: true\nlevel: warning\nswap:\n"+strings.Join(swaps, "\n")+"\n"); err != nil {
				return 0, 0, err
			}
			rules++
		}
		words += len(tokens) + len(swaps)
	}
	return words, rules, nil
}

func write(style, id, text string) error {
	return os.WriteFile(filepath.Join(style, id+".yml"), []byte(text), 0o600)
}

func list(tokens []string) string {
	var b strings.Builder
	for _, t := range tokens {
		b.WriteString("  - " + strconv.Quote(t) + "\n")
	}
	return b.String()
}

// pattern is a phrase as a regular expression: Vale has no words with endings,
// compounds or one letter wrong, so it is asked for less than Yttra finds.
func pattern(phrase string) string {
	var out []string
	for f := range strings.FieldsSeq(phrase) {
		const letters = `[a-zA-ZåäöéÅÄÖ]*`
		body := strings.Trim(f, "*~")
		switch {
		case body == "":
			out = append(out, `\S+`)
		case strings.HasSuffix(f, "*"), strings.HasSuffix(f, "~"):
			out = append(out, regexp.QuoteMeta(body)+letters)
		default:
			out = append(out, regexp.QuoteMeta(body))
		}
	}
	return strings.Join(out, " ")
}
