#!/usr/bin/env bash
# Makes sure that promtool, which judges the text of /metrics, and Prometheus itself, which the queries of the dashboard are asked of, are at
# hand: on the PATH, or below the cache folder, where they are unpacked from Debian's package `prometheus`. Nothing is installed and no server
# is started.
set -euo pipefail

target="${XDG_CACHE_HOME:-$HOME/.cache}/ray-operator/promtool"
tools=(promtool prometheus)

missing=0
for tool in "${tools[@]}"; do
  command -v "$tool" >/dev/null || [[ -x "$target/$tool" ]] || missing=1
done
[[ $missing -eq 1 ]] || exit 0
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || {
  echo "error: no promtool or no prometheus. Install Prometheus, on Debian: apt-get install prometheus" >&2
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
dpkg-deb --fsys-tarfile prometheus_*.deb | tar -x "${tools[@]/#/./usr/bin/}"
mkdir -p "$target"
for tool in "${tools[@]}"; do
  "./usr/bin/$tool" --version >/dev/null
  mv -f "./usr/bin/$tool" "$target/$tool"
done
