package app

import "errors"

// Code names a problem for the machine; i18n has the words for the person
// (error.<code>.title, .safe and .do). A problem is wrapped with a verb on its
// way up and shown once, by parts.ShowProblem or cli.Run.
type Code string

const (
	CodeInternal    Code = "internal"     // our own fault
	CodeUsage       Code = "usage"        // wrong words on the command line
	CodeNotText     Code = "not_text"     // binary, or an encoding nobody knows
	CodeEmpty       Code = "empty"        // nothing in it
	CodeTooLarge    Code = "too_large"    // larger than we read
	CodeMatterSize  Code = "matter_size"  // a matter file that is larger than is read
	CodeAnnexSize   Code = "annex_size"   // a file that is larger than an annex may be
	CodeNoFile      Code = "no_file"      // cannot be opened or written
	CodeNotMatter   Code = "not_matter"   // a matter file that is cut off or misspelt
	CodeNotProfile  Code = "not_profile"  // a profile file that is cut off or misspelt
	CodeArchive     Code = "archive"      // an exported archive where a single file is read
	CodeNotArchive  Code = "not_archive"  // an exported archive that is none, or with no matter in it
	CodeNewer       Code = "newer"        // from a newer version of Yttra
	CodeNoDocument  Code = "no_document"  // the matter has no such document
	CodeNoEstimate  Code = "no_estimate"  // the matter has no cost lines
	CodePack        Code = "pack"         // a rule file with a fault
	CodeLocked      Code = "locked"       // the register is open elsewhere
	CodeReadOnly    Code = "read_only"    // the folder of a register that nothing can be written in
	CodeDiskFull    Code = "disk_full"    // no room to open a register; Where: how much it takes
	CodeNotFound    Code = "not_found"    // no such matter
	CodeNoVersion   Code = "no_version"   // the matter has no such version
	CodeConflict    Code = "conflict"     // somebody else saved first
	CodeErased      Code = "erased"       // the matter was taken away for good
	CodeNotSaved    Code = "not_saved"    // a save failed; the text is still in memory
	CodeDamaged     Code = "damaged"      // a record does not match its checksum
	CodeUnreadable  Code = "unreadable"   // a register of which nothing can be read; Where: the folder of a copy
	CodeBackup      Code = "backup"       // a backup that is damaged, or none
	CodeBackupRoom  Code = "backup_room"  // no room for a backup
	CodeBackupOther Code = "backup_other" // a backup that is locked in another way than the register
	CodeSecond      Code = "second"       // a folder that cannot be the second place for backups; Where says why
	CodeGlyph       Code = "glyph"        // the paper's fonts lack a character
	CodeHeld        Code = "held"         // a final paper with stopping findings
	CodeUnproven    Code = "unproven"     // a finished file is not what was placed
	CodeUnapproved  Code = "unapproved"   // a final copy for the web that nobody has approved
	CodeProtocolWeb Code = "protocol_web" // the protocol of a check, as a copy for the web
	CodeLeft        Code = "left"         // something that was removed is left in a finished file
	CodeNoPrinter   Code = "no_printer"   // the system cannot print
	CodeNoDisplay   Code = "no_display"   // no screen or no OpenGL
	CodeCancelled   Code = "cancelled"    // the person stopped it
	CodePaste       Code = "paste"        // more text than is pasted at once
	CodeUnknownKind Code = "unknown_kind" // no such kind of document

	CodeScanned    Code = "scanned"     // a PDF whose pages are pictures, with no text in it; Where: how many pages
	CodeFileLocked Code = "file_locked" // a file that only opens with a password
	CodeManyPages  Code = "many_pages"  // more pages than are read; Where: how many are read
	CodeExpands    Code = "expands"     // a packed file that becomes far larger than it is (zip bomb)
	CodeBrokenFile Code = "broken_file" // a file that is damaged or cut off; Where: what in it
	CodeTooSlow    Code = "too_slow"    // reading it took longer than it may; Where: how long
	CodeTooHungry  Code = "too_hungry"  // reading it took more memory than it may; Where: how much
	CodeReaderGone Code = "reader_gone" // the process that read it ended; the file made it
	CodeOldWord    Code = "old_word"    // a Word file of before 2007 (.doc)
	CodeOutlook    Code = "outlook"     // a letter in Outlook's own format (.msg, winmail.dat)
	CodeNotPaper   Code = "not_paper"   // a file of another kind than papers come in; Where: which kind
	CodeNoPapers   Code = "no_papers"   // a folder in which there is no paper

	CodeNeedsKey   Code = "needs_key"    // the register is encrypted, and a passphrase is asked for
	CodePassphrase Code = "passphrase"   // it is not the passphrase of this register
	CodeNoKey      Code = "no_key"       // a value is encrypted with another key
	CodeKeysGone   Code = "keys_gone"    // keys.json of an encrypted register is gone or damaged
	CodeNoKeyStore Code = "no_key_store" // the system has no place for keys, or it does not answer
	CodeOtherKey   Code = "other_key"    // the system's key store has another key, or none, for this register

	CodeNoHeads     Code = "no_heads"      // a table of costs without heads that are known
	CodeTooManyRows Code = "too_many_rows" // a table longer than is read
	CodeNotSheet    Code = "not_sheet"     // no workbook, or one that is damaged
	CodeOldSheet    Code = "old_sheet"     // a workbook of a sort that is not read: XLS, ODS
	CodeLockedSheet Code = "locked_sheet"  // a workbook with a password

	CodeDictionary   Code = "dictionary"    // a dictionary that is damaged
	CodeNoDictionary Code = "no_dictionary" // none where one is looked for

	CodeAnnexUnreadable Code = "annex_unreadable" // a PDF that was to follow is none, or broken
	CodeAnnexLocked     Code = "annex_locked"     // it is encrypted
	CodeAnnexUntagged   Code = "annex_untagged"   // it cannot be read aloud in order
	CodeAnnexUnarchived Code = "annex_unarchived" // it is not PDF/A
	CodeAnnexActive     Code = "annex_active"     // forms, scripts, layers, comments, files
	CodeAnnexFonts      Code = "annex_fonts"      // letters without a meaning
	CodeAnnexColours    Code = "annex_colours"    // colours of a printing press
	CodeAnnexTags       Code = "annex_tags"       // its tags break a rule

	CodeColour      Code = "colour"       // a colour that is not written as #1f3a5f
	CodePale        Code = "pale"         // a colour too light for rules on white paper
	CodePicture     Code = "picture"      // a picture that is none, or that is damaged
	CodePictureSize Code = "picture_size" // a picture with more pixels than are read

	CodeNetwork   Code = "network"    // a register on a server, or on a letter that stands for one
	CodeSynced    Code = "synced"     // … in a folder that is synchronised
	CodeNotFolder Code = "not_folder" // a file where a folder ought to be

	CodeTooManyEvents Code = "too_many_events" // a list of events longer than goes on paper

	CodeLabel Code = "label" // an own word for the paper that cannot stand there
)

// Problem is an error with a code, what it is about, and where.
type Problem struct {
	Code  Code
	What  string // name of the file, key or matter; may be empty
	Where string // line, byte or place; may be empty
	Err   error  // the cause; may be nil
}

func (p *Problem) Error() string {
	s := string(p.Code)
	if p.What != "" {
		s += " " + p.What
	}
	if p.Where != "" {
		s += " (" + p.Where + ")"
	}
	if p.Err != nil {
		s += ": " + p.Err.Error()
	}
	return s
}

func (p *Problem) Unwrap() error { return p.Err }

// CodeOf finds the code of the outermost problem in the chain; internal when
// there is none.
func CodeOf(err error) Code {
	if p := ProblemOf(err); p != nil {
		return p.Code
	}
	return CodeInternal
}

// ProblemOf finds the outermost problem in the chain, or nil.
func ProblemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	return nil
}
