#!/usr/bin/env bash
# Makes sure that promtool, which judges the text of /metrics, is at hand: on the PATH, or below the cache folder, where it is unpacked from
# Debian's package `prometheus`. Nothing is installed and no server is started.
set -euo pipefail

target="${XDG_CACHE_HOME:-$HOME/.cache}/ray-operator/promtool"
command -v promtool >/dev/null && exit 0
[[ -x "$target/promtool" ]] && exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
  echo "error: no promtool. Install Prometheus' tools, on Debian: apt-get install prometheus" >&2
  exit 1
}

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# apt's own user must be able to write there.
chmod 777 "$work"
cd "$work"
apt-get download -qq prometheus 2>/dev/null || {
  [[ $EUID -eq 0 ]] && apt-get update -qq
  apt-get download -qq prometheus
}
dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x ./usr/bin/promtool
./usr/bin/promtool --version >/dev/null
mkdir -p "$target"
mv -f ./usr/bin/promtool "$target/promtool"
