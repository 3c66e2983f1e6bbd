package intake

import "strings"

// signatureWords stand in the certificate that a service for electronic signatures puts
// after a paper, and seldom anywhere else.
var signatureWords = []string{"elektroniskt undertecknat", "elektroniskt undertecknad", "undertecknat elektroniskt", "undertecknats elektroniskt",
	"elektroniskt signerat", "signerats elektroniskt", "digitalt signerat", "signerat digitalt", "undertecknats digitalt", "undertecknats med",
	"signerat av", "signerad av", "signerats av", "signerat med", "verifikat", "verifieringskod", "signeringscertifikat", "signeringslogg", "bankid", "freja eid",
	"ip-adress", "ip address", "ip:", "transaktion", "personnummer", "tidsstämp", "dokument-id", "dokument id", "document id", "dokumentets id",
	"e-signering", "e-signatur", "signature", "signatär", "undertecknare", "hashvärde", "sha-256", "sha256", "sha-512", "sha512", "utc)", "cest", "scrive", "assently",
	"penneo", "visma addo", "adobe sign", "docusign", "oneflow", "comfact"}

// cutCertificate sets the certificate of an electronic signature apart: a page that was
// put after the paper, with names, numbers and times of its own.
func (f *flow) cutCertificate() {
	const window = 14
	for i := max(1, f.lastAsked()+1); i < len(f.blocks); i++ {
		if !f.ofCertificate(i) {
			continue
		}
		signs := 0
		for k := i; k < min(len(f.blocks), i+window); k++ {
			if f.ofCertificate(k) {
				signs++
			}
		}
		if signs < 2 && !f.announcesCertificate(i) {
			continue
		}
		for k := i; k < len(f.blocks); k++ {
			f.blocks[k].signature = true
		}
		f.aside = append(f.blocks[i:len(f.blocks):len(f.blocks)], f.aside...)
		f.blocks = f.blocks[:i:i]
		return
	}
}

func (f *flow) ofCertificate(i int) bool {
	text := f.of(f.blocks[i])
	if len(text) > 400 || len(wordsOf(text, 14)) > 12 && !f.announcesCertificate(i) {
		return false
	}
	low := strings.ToLower(text)
	for _, w := range signatureWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// lastAsked gives the last block in which something is asked for, or -1: what stands
// before it is no certificate, but a paper that speaks of such.
func (f *flow) lastAsked() int {
	for i := len(f.blocks) - 1; i >= 0; i-- {
		if text := f.of(f.blocks[i]); f.blocks[i].att || hasLeadVerb(text) && len(wordsOf(text, 9)) > 4 || isLeadHeading(text) {
			return i
		}
	}
	return -1
}

// announcesCertificate recognises the sentence that opens it: "Detta dokument är
// elektroniskt undertecknat".
func (f *flow) announcesCertificate(i int) bool {
	low := strings.ToLower(f.of(f.blocks[i]))
	return (strings.Contains(low, "dokument") || strings.Contains(low, "handling")) && (strings.Contains(low, "undertecknat") || strings.Contains(low, "signera") || strings.Contains(low, "undertecknats"))
}
