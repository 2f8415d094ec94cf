#!/bin/sh
# Chromium, in which the page for phones is tested: installed where apt-get can, named where not.
# With --if-missing it says nothing and does nothing when it is there.
set -u

if [ -x /usr/bin/chromium ]; then
    [ "${1:-}" = --if-missing ] || echo "Chromium is here."
    exit 0
fi

echo "The page for phones is tested in Chromium, which is missing here: /usr/bin/chromium"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install it with your system's package manager, then go on."
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Install it with: sudo apt-get install chromium"
        exit 1
    fi
    as_root="sudo"
fi
echo "Installing: chromium"
$as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq chromium >/dev/null
