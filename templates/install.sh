#!/usr/bin/env bash
# Installs factdiff for a build: INPUT_VERSION of it, or what lies in
# INPUT_SOURCE. The folder of the program goes to GITHUB_PATH, where there is
# one.
set -euo pipefail

bin=${RUNNER_TEMP:-$(mktemp -d)}/factdiff-bin
mkdir -p "$bin"
if [[ -n ${INPUT_VERSION:-} ]]; then
	GOBIN=$bin go install "github.com/factdiff/factdiff/cmd/factdiff@$INPUT_VERSION"
else
	go -C "${INPUT_SOURCE:-.}" build -o "$bin/factdiff" ./cmd/factdiff
fi
if [[ -n ${GITHUB_PATH:-} ]]; then
	echo "$bin" >>"$GITHUB_PATH"
fi
echo "$bin"
