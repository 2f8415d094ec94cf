#!/bin/sh
# System libraries that Qt loads: found by name, installed where apt-get can, named where not.
# With --if-missing it says nothing and does nothing when all are there.
set -u

[ "$(uname -s)" = Linux ] || exit 0

files="libGL.so.1 libEGL.so.1 libxkbcommon.so.0 libdbus-1.so.3 libfontconfig.so.1 libglib-2.0.so.0"
packages="libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
if [ -n "${DISPLAY:-}" ]; then # a window needs more than the offscreen tests do
    files="$files libX11.so.6 libX11-xcb.so.1 libxcb.so.1 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0 libxcb-render.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-shm.so.0 libxcb-sync.so.1 libxcb-util.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1 libxkbcommon-x11.so.0"
    packages="$packages libx11-6 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
    files="$files libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1"
    packages="$packages libwayland-client0 libwayland-cursor0 libwayland-egl1"
fi

known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)
missing=""
for file in $files; do
    case "$known" in *"$file"*) ;; *) missing="$missing $file" ;; esac
done
if [ -z "$missing" ]; then
    [ "${1:-}" = --if-missing ] || echo "Qt's system libraries are all here."
    exit 0
fi

echo "Qt needs system libraries that are missing here:$missing"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install them with your system's package manager, then go on."
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Install them with: sudo apt-get install $packages"
        exit 1
    fi
    as_root="sudo"
fi
echo "Installing: $packages"
$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq $packages
