#!/usr/bin/env bash
# Drives the real studio window under Xvfb with mouse and keyboard: drags a field into a form, types its label in the
# inspector, saves and compares the files; undoes everything, saves and compares again.
# Usage (inside xvfb-run): tst_studio.sh <formwright-studio> <template folder>
set -euo pipefail
studio=$1
template=$2
work=$(mktemp -d)
trap 'kill "${pid:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
export HOME=$work/home XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work/run QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software
mkdir -p "$HOME" "$XDG_CONFIG_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
cp -r "$template" "$work/app"
cp -r "$template" "$work/first"
form=forms/customer.yaml

fail() {
    echo "FAIL: $1" >&2
    diff -r -x .studio "$work/first" "$work/app" >&2 || true
    [ -z "${FORMWRIGHT_GUI_PICTURE:-}" ] || import -window root "$FORMWRIGHT_GUI_PICTURE" || true
    exit 1
}
patience=${FORMWRIGHT_PATIENCE:-1} # ./test --sanitize: everything takes longer
# Waits until a condition holds, at most 20 s.
until_true() {
    for _ in $(seq $((200 * patience))); do
        if eval "$1"; then return 0; fi
        sleep 0.1
    done
    fail "$2"
}
press() { xdotool key --clearmodifiers "$1"; }
click() { xdotool mousemove "$1" "$2" click 1; }
drag() { # x y to x y, in steps as a hand does
    xdotool mousemove "$1" "$2" mousedown 1
    for step in 1 2 3 4 5 6; do
        xdotool mousemove $(($1 + ($3 - $1) * step / 6)) $(($2 + ($4 - $2) * step / 6))
        sleep 0.05
    done
    xdotool mousemove "$3" "$4"
    sleep 0.1
    xdotool mouseup 1
}
# What differs from the template, apart from one file: nothing may.
others() { (cd "$1" && find . -type f ! -path "./$form" ! -path './.studio/*' -exec sha256sum {} + | sort); }

"$studio" "$work/app" --size 1280x800 --lang en --show "$form#parts/who/parts/email" &
pid=$!
until_true 'xdotool search --onlyvisible --pid "$pid" >/dev/null 2>&1' "the window did not come up"
window=$(xdotool search --onlyvisible --pid "$pid" | tail -1)
sleep "$patience" # the first layout: there is nothing on the outside to wait for
xdotool windowmove "$window" 0 0 windowfocus "$window" 2>/dev/null || true
sleep "$((patience - 1)).3"

# Places at 1280x800: "Open id" in the palette, the right half of the field "E-mail", the English label in the inspector.
drag 300 362 860 327
press ctrl+s
until_true 'grep -q "field: openid, width: 6" "$work/app/$form"' "the dragged field was not saved"
[ "$(diff "$work/first/$form" "$work/app/$form" | grep -c '^[<>]')" = 1 ] || fail "more than the one line changed"

click 1130 561
xdotool type --delay 30 'WeChat id'
press Return
press ctrl+s
until_true 'grep -q "WeChat id" "$work/app/$form"' "the label typed in the inspector was not saved"
[ "$(diff "$work/first/$form" "$work/app/$form" | grep -c '^<')" = 0 ] || fail "a line of the first file changed"
[ "$(others "$work/first")" = "$(others "$work/app")" ] || fail "another file changed"

press ctrl+z
press ctrl+z
press ctrl+s
until_true 'cmp -s "$work/first/$form" "$work/app/$form"' "undoing everything did not give the first bytes back"
kill -0 "$pid" || fail "the studio has ended"
echo "PASS: drag, type, save, undo, compare"
