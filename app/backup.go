package app

// BackupKind is why a backup was made; i18n has the words (backup.kind.<kind>).
type BackupKind string

const (
	BackupDaily   BackupKind = "daily"   // the first quiet moment of a day, or when much has changed
	BackupUpgrade BackupKind = "upgrade" // before another version of the program takes over
	BackupOwn     BackupKind = "own"     // somebody asked for it
	BackupBefore  BackupKind = "before"  // before an older backup was restored
)
