package app

// Keeper is a register in a folder: a store, and what keeps what it holds for thirty
// years. A register in memory is only a store.
type Keeper interface {
	Store
	Trail
	Backups
	Repairs
	Eraser
	Locks
	Folder() string
}

// Step is what is being done with a register when it takes its time; i18n has the
// words (register.step.<step>).
type Step string

const (
	StepVerify  Step = "verify"  // every record is read, after an end in mid-work
	StepRebuild Step = "rebuild" // the register is put together from backup and journal
	StepMigrate Step = "migrate" // the records are written in the form of this version
	StepBackup  Step = "backup"
	StepRestore Step = "restore"
	StepEncrypt Step = "encrypt" // every record is written anew under a key, or without one
	StepExport  Step = "export"
	StepIndex   Step = "index" // the texts are read for the search
)
