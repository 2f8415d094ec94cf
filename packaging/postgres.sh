#!/bin/sh
# PostgreSQL, over which tests share cafés: installed where apt-get can, named where not.
# They start a server of their own; none of the system is made or left running.
# With --if-missing it says nothing and does nothing when it is there. It never fails: where
# PostgreSQL cannot be installed these tests are skipped, and say why.
set -u

if ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null 2>&1; then
    [ "${1:-}" = --if-missing ] || echo "PostgreSQL is here."
    exit 0
fi

SKIPPED="Tests of cafés on a server are skipped without it."
echo "Sharing a café is tested over PostgreSQL, which is missing here."
if ! command -v apt-get >/dev/null 2>&1; then
    echo "Install it with your system's package manager. $SKIPPED"
    exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
        echo "Install it with: sudo apt-get install postgresql. $SKIPPED"
        exit 0
    fi
    as_root="sudo"
fi
echo "Installing: postgresql"
# Debian makes and starts a server of the system with the package, unless it is told not to
if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    $as_root mkdir -p /etc/postgresql-common
    echo "create_main_cluster = false" |
        $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
$as_root apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confold postgresql >/dev/null ||
    echo "It could not be installed. $SKIPPED"
