package paper

import (
	"errors"
	"slices"
	"strings"
	"time"

	"yttra/app"
	"yttra/i18n"
	"yttra/reports"
)

// Proof is what the last file of this paper was found to be. A change of the
// paper takes it away.
type Proof struct {
	At    time.Time // zero: no file has been read back since the last change
	Fault reports.ProofFault
	Where string // of the fault
	Found reports.Proof
}

// Proof gives what is known of the last file.
func (m *Model) Proof() Proof { return m.proof }

// SetProof notes what a file was found to be; err is what its making ended with.
// A file that could not be made, or was stopped, says nothing of the paper.
func (m *Model) SetProof(at time.Time, found reports.Proof, err error) {
	var fault *reports.ProofError
	switch {
	case err == nil:
		m.proof = Proof{At: at, Found: found}
	case errors.As(err, &fault):
		m.proof = Proof{At: at, Fault: fault.Fault, Where: fault.Where}
	case app.CodeOf(err) == app.CodeUnproven:
		m.proof = Proof{At: at, Fault: reports.FaultRules}
	}
}

// ProofLines say what was looked at and found, a line for each thing.
func (m *Model) ProofLines() []string {
	w, f := m.words, m.proof.Found
	out := []string{
		w.N("paper.proof_pages", f.Pages),
		w.T("paper.proof_text", i18n.Vars{"N": w.Int(int64(f.Words))}),
		w.T("paper.proof_tags", i18n.Vars{"N": w.Int(int64(f.Tags))}),
		w.T("paper.proof_lang", i18n.Vars{"Lang": f.Lang}),
		w.T("paper.proof_title", i18n.Vars{"Title": f.Title}),
		w.T("paper.proof_rules", i18n.Vars{"Claims": strings.Join(f.Claims, ", ")}),
	}
	if f.Figures > 0 {
		out = slices.Insert(out, 3, w.N("paper.proof_figures", f.Figures))
	}
	return out
}
