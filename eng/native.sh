#!/usr/bin/env bash
# Compiles the operator ahead of time into one executable, artifacts/native/ray-operator, for this machine or for another platform:
# eng/native.sh [linux-x64|linux-arm64]. A machine compiles for its own processor; for another one it needs a cross compiler.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
eng/native-toolchain.sh

platform="${1:-$(dotnet --info | sed -n 's/^ *RID: *//p')}"
options=(-p:NativeAot=true -p:GenerateDocumentationFile=false)
# .NET asks for clang; gcc links as well.
command -v clang >/dev/null || options+=(-p:CppCompilerAndLinker=gcc)

dotnet publish src/Ray.Operator --configuration "${CONFIGURATION:-Release}" --runtime "$platform" --output artifacts/native \
  -p:ContinuousIntegrationBuild=true --nologo --verbosity quiet "${options[@]}"
du -h artifacts/native/ray-operator
