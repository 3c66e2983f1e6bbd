#!/bin/sh
# Makes packaging/pictures/papers anew: a page of every kind of paper, from the
# invented matters. Needs Go, pdftoppm (poppler) and convert (ImageMagick).
set -eu
cd "$(dirname "$0")/.."
data=app/sample/data out=packaging/pictures/papers
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
CGO_ENABLED=0 go build -tags headless -o "$made/yttra" .
mkdir -p "$out"

page() { # name, page, the program's words …
	name=$1 page=$2
	shift 2
	"$made/yttra" "$@" -o "$made/$name.pdf" 2>/dev/null
	pdftoppm -r 75 -f "$page" -l "$page" -png -singlefile "$made/$name.pdf" "$made/$name"
	convert "$made/$name.png" -bordercolor '#b8c4c8' -border 1 +dither -colors 24 -strip "PNG8:$out/$name.png"
}
profile="--profile $data/profile.json"

# shellcheck disable=SC2086
{
	page opinion 1 pdf $data/1-ansiktsigenkanning.json $profile
	page contents 2 pdf $data/1-ansiktsigenkanning.json $profile
	page cost 2 pdf $data/1-ansiktsigenkanning.json --part cost $profile
	page protocol 1 pdf $data/1-ansiktsigenkanning.json --part protocol $profile
	page web 1 pdf $data/1-ansiktsigenkanning.json --copy web $profile
	page motion_response 1 pdf $data/3-cykelvag.json $profile
	page look 1 pdf $data/3-cykelvag.json --profile $data/profile-modellkoping.json
	for kind in official_report minutes_extract referral_response reservation separate_statement opinions_summary; do
		page $kind 1 pdf $data/papers/$kind.json $profile
	done
	page unanswered 1 unanswered $data/[0-9]*.json $profile --today 2026-11-22
}
