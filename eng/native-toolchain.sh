#!/usr/bin/env bash
# Makes sure that Native AOT can link: a C compiler with the system's headers. Installs Debian's gcc when it is missing and we are root.
set -euo pipefail

can_link() {
  local compiler
  compiler="$(command -v clang || command -v gcc)" || return 1
  echo 'int main(void) { return 0; }' | "$compiler" -x c -o /dev/null - -lm -lpthread 2>/dev/null
}

can_link && exit 0
[[ $EUID -eq 0 ]] && command -v apt-get >/dev/null || {
  echo "error: Native AOT needs clang or gcc with the C library's headers. Install them, on Debian: apt-get install gcc libc6-dev" >&2
  exit 1
}

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends gcc libc6-dev
can_link
