#!/usr/bin/env bash
# usage: download.sh <folder>
# Unpacks the Go sources of the Kubernetes API from Debian's packages, of one version and checksum, into <folder>/usr/share/gocode/src.
# Nothing is installed and the machine's package sources stay as they are: apt works on lists of its own.
set -euo pipefail

# name, version, sha256
readonly PACKAGES=(
  "golang-k8s-api-dev 0.36.4-1 0b5f0e6bb3c55edf6a564496c5997b729e0b03c6597891a32dac9b6d71b9e109"
  "golang-k8s-client-go-dev 0.36.4-1 959e75cd6a104d00a7b0262867f5064141a092dfd3ad55915033474c774e628a"
  "golang-k8s-apimachinery-dev 0.36.4-3 020045b2e32576be3350f382133cefaa6342f17ab8df24175667f6882b32925b"
)
# Tried in this order; the first that has a version serves it.
readonly SUITES=(stable testing unstable)
readonly KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

fail() { echo "error: $*" >&2; exit 1; }

[[ $# -eq 1 ]] || fail "usage: download.sh <folder>"
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "needs apt-get and dpkg-deb: run it on Debian"
[[ -r $KEYS ]] || fail "$KEYS is missing: apt-get install debian-archive-keyring"

mkdir -p "$1"
target="$(cd "$1" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{lists/partial,cache/archives/partial,state,packages}
for suite in "${SUITES[@]}"; do
  echo "deb [signed-by=$KEYS] http://deb.debian.org/debian $suite main"
done >"$work/sources.list"

options=(
  -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::State="$work/state" -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache"
  -o Acquire::Languages=none -o APT::Sandbox::User=root
)
apt-get "${options[@]}" update -qq

cd "$work/packages"
for entry in "${PACKAGES[@]}"; do
  read -r name version sum <<<"$entry"
  apt-get "${options[@]}" download -qq "$name=$version" || fail "$name $version is in none of: ${SUITES[*]}. Pin the version that is, and its checksum."
  echo "$sum  $(echo "$name"_*.deb)" | sha256sum --check --quiet || fail "$name $version is not the package that was pinned"
  dpkg-deb --extract "$name"_*.deb "$target"
done
echo "$target/usr/share/gocode/src"
