#!/usr/bin/env bash
# Compiles the operator ahead of time into one executable for this machine: artifacts/native/ray-operator. Beside it, in notices/, what the .NET
# runtime that it contains has to say about its own parts.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
eng/native-toolchain.sh

case "$(uname -m)" in
  x86_64) platform=linux-x64 ;;
  aarch64) platform=linux-arm64 ;;
  *) echo "error: Native AOT is tried on x86_64 and aarch64 only, not on $(uname -m)." >&2; exit 1 ;;
esac

options=(-p:NativeAot=true)
# .NET asks for clang; gcc links as well.
command -v clang >/dev/null || options+=(-p:CppCompilerAndLinker=gcc)

dotnet publish src/Ray.Operator --configuration "${CONFIGURATION:-Release}" --runtime "$platform" --output artifacts/native \
  -p:ContinuousIntegrationBuild=true --nologo --verbosity quiet "${options[@]}"

packages="$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')"
compiler="$(ls -d "$packages/runtime.$platform.microsoft.dotnet.ilcompiler"/* | sort -V | tail -n 1)"
mkdir -p artifacts/native/notices
cp "$compiler/THIRD-PARTY-NOTICES.TXT" artifacts/native/notices/dotnet-THIRD-PARTY-NOTICES.TXT
du -h artifacts/native/ray-operator
