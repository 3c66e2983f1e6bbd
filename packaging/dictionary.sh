#!/bin/sh
# Puts the Swedish dictionary beside the program, with its licence: LGPL-3, by
# Göran Andersson and others. It is never part of the program itself. A package for
# Windows or macOS is made of the folder that holds the program; on Debian and
# Ubuntu the system's own dictionary is found, and this is not needed.
#
#   packaging/dictionary.sh FOLDER      makes FOLDER/dictionaries
set -eu

folder=${1:?"say in which folder the program lies"}
from=/usr/share
if [ ! -f "$from/hunspell/sv_SE.dic" ]; then
	if ! command -v apt-get >/dev/null; then
		echo "Install Debian's package hunspell-sv, or put sv_SE.aff and sv_SE.dic in $folder/dictionaries yourself." >&2
		exit 1
	fi
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	(cd "$work" && apt-get download -qq hunspell-sv && dpkg-deb -x hunspell-sv_*.deb .)
	from=$work/usr/share
fi
mkdir -p "$folder/dictionaries"
cp "$from/hunspell/sv_SE.aff" "$from/hunspell/sv_SE.dic" "$folder/dictionaries/"
cp "$from/doc/hunspell-sv/copyright" "$folder/dictionaries/sv_SE.copyright.txt"
for licence in LGPL-3 GPL-3; do # the first is written as an addition to the second
	cp "/usr/share/common-licenses/$licence" "$folder/dictionaries/$licence.txt"
done
ls -l "$folder/dictionaries"
