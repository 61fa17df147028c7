#!/usr/bin/env bash
# Runs factdiff in a build of GitHub: annotations to the log, SARIF to a file, a
# summary to the run's page. Exits as factdiff does.
#
# The inputs come as variables and not in the text of a script, so that no
# input can become a command. INPUT_PATHS is parted by spaces on purpose.
set -uo pipefail

args=(--format github)
[[ -n ${INPUT_SARIF:-} ]] && args+=(--output "sarif=$INPUT_SARIF")
[[ -n ${INPUT_FAIL_ON:-} ]] && args+=(--fail-on "$INPUT_FAIL_ON")
[[ -n ${INPUT_BASELINE:-} ]] && args+=(--baseline "$INPUT_BASELINE")
[[ -n ${INPUT_SINCE:-} ]] && args+=(--since "$INPUT_SINCE")
[[ ${INPUT_REDACT:-false} == true ]] && args+=(--redact)
summary=
if [[ -n ${GITHUB_STEP_SUMMARY:-} ]]; then
	summary=$(mktemp)
	args+=(--output "markdown=$summary")
fi

read -r -a paths <<<"${INPUT_PATHS:-.}"
factdiff check "${args[@]}" -- "${paths[@]}"
status=$?

# The summary of other steps stays: ours is added.
if [[ -n $summary ]]; then
	cat "$summary" >>"$GITHUB_STEP_SUMMARY"
	rm -f "$summary"
fi
[[ -n ${GITHUB_OUTPUT:-} ]] && echo "status=$status" >>"$GITHUB_OUTPUT"
exit "$status"
