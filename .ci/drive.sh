# Drives the real window with keys and mouse: sourced by the scripts that do.
# A screen of its own, a home of its own, a Swedish keyboard.

# screen NUMBER WIDTHxHEIGHT starts an X server and makes it the display.
screen() {
	export DISPLAY=:$1
	Xvfb "$DISPLAY" -noreset -screen 0 "$2x24" >/dev/null 2>&1 &
	servers="${servers:-} $!"
	for i in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
	xset r off # a busy machine would repeat keys by itself
	setxkbmap se # stays only as -noreset: else the server forgets it when its last client leaves
}
# gone stops what was started.
gone() { kill ${y:-} ${servers:-} 2>/dev/null || true; }

shot() { import -window root "$out/$1.png"; }
# settled waits until the picture has stopped changing.
settled() {
	local before= now i
	for i in $(seq 60); do
		sleep 0.25
		now=$(import -window root -depth 8 rgb:- | sha256sum)
		[ "$now" = "$before" ] && return
		before=$now
	done
}
# key sends keys one after the other, and waits until what they do is drawn.
key() { xdotool key --clearmodifiers --delay 60 "$@"; settled; }
# write types words as a person does.
write() { xdotool type --clearmodifiers --delay "${2:-40}" "$1"; settled; }
# paste puts words on the clipboard and pastes them.
paste() { printf '%s' "$1" | xclip -selection clipboard; key ctrl+v; }
# start opens the window; more arguments are given to the program.
start() {
	build/yttra --register "$out/register" "$@" 2>>"$out/yttra.log" &
	y=$!
	for i in $(seq 200); do xdotool search --name '^Yttra' >/dev/null 2>&1 && break; sleep 0.1; done
	settled
}
close() {
	xdotool key --clearmodifiers ctrl+q
	for i in $(seq 80); do kill -0 $y 2>/dev/null || { y=; return 0; }; sleep 0.1; done
	fail "the window does not close"
}
# fail tells what went wrong and keeps a picture of it.
fail() { shot failed; echo "FAILED: $*"; exit 1; }
