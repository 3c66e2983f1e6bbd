//go:build !windows

package settings

// giveWay has nothing to give where windows may come forward by themselves.
func giveWay() {}
