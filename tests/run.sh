#!/usr/bin/env bash
# The test command: everything that must hold of this repository, the same at home as in CI.
#
# Needs Rust (with rustfmt and clippy) and Node.js 20 or newer; installs Chromium, word lists, strace and the packages of the
# browser tests if they are missing. Asks nothing. Every step runs, whatever became of the one before; the last line counts the tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export CARGO_TERM_COLOR=never PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 CI=1
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0
failed=0
broken=()

# step NAME COMMAND...: says what is done, and shows what the command said only if it failed.
step() {
  local name=$1 log="$logs/$1" begun=$SECONDS
  shift
  printf '%s ... ' "$name"
  if "$@" >"$log" 2>&1 </dev/null; then
    printf 'ok (%d s)\n' $((SECONDS - begun))
  else
    printf 'FAILED (%d s)\n' $((SECONDS - begun))
    cat "$log"
    broken+=("$name")
    return 1
  fi
}

# count PASSED FAILED: adds to the sum.
count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# uncounted: a step failed that counts no tests of its own.
uncounted() {
  failed=$((failed + 1))
}

tools() {
  local missing=0 tool
  for tool in cargo node npm; do
    type -P "$tool" || { echo "$tool is missing: install Rust and Node.js 20 or newer"; missing=1; }
  done
  cargo fmt --version || { echo "rustfmt is missing: rustup component add rustfmt"; missing=1; }
  cargo clippy --version || { echo "clippy is missing: rustup component add clippy"; missing=1; }
  return "$missing"
}

# `type -P` finds programs only, never a function of this script.
install_browser() {
  type -P "${CHROMIUM:-chromium}" && return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
  "${root[@]}" apt-get update &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium
}

# Words of Swedish and English, on which the two sides of the search are held equal.
install_words() {
  [ -s /usr/share/dict/swedish ] && [ -s /usr/share/dict/american-english ] && return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
  "${root[@]}" apt-get update &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends wswedish wamerican
}

# Counts the calls of a build to the system, and kills it at each of them.
install_tracer() {
  type -P strace && return
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo -n); fi
  "${root[@]}" apt-get update &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends strace
}

in_browser() (
  cd tests/browser || exit
  CHROMIUM=$(type -P "${CHROMIUM:-chromium}") || exit
  export CHROMIUM
  PLAYWRIGHT_JSON_OUTPUT_FILE="$logs/browser.json" npx --no-install playwright test --reporter=list,json
)

step "tools" tools || uncounted
step "Chromium" install_browser || uncounted
step "word lists" install_words || uncounted
step "strace" install_tracer || uncounted
step "packages of the browser tests" npm ci --prefix tests/browser || uncounted
step "format" cargo fmt --check || uncounted
step "lints" cargo clippy --all-targets --locked -- -D warnings || uncounted
step "types of the script" npm exec --prefix tests/browser --no -- tsc --project tests/browser || uncounted
step "script from its modules" npm run --prefix tests/browser bundled || uncounted
step "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked || uncounted

# A test that fails is counted by name; cargo that fails without a failed test (it did not compile) counts as one.
tests_held=yes
step "tests" cargo test --locked --no-fail-fast || tests_held=no
read -r some none < <(awk '/^test result:/ { some += $4; none += $6 } END { print some + 0, none + 0 }' "$logs/tests")
count "$some" "$none"
if [ "$tests_held" = no ] && [ "$none" -eq 0 ]; then uncounted; fi

# The browser tests read what this program builds, so without it they would test an older one.
if step "release build" cargo build --release --locked; then
  browser_held=yes
  step "browser tests" in_browser || browser_held=no
  read -r some none < <(node -e '
    const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    console.log(stats.expected, stats.unexpected + stats.flaky + stats.skipped);
  ' "$logs/browser.json" 2>/dev/null || echo 0 0)
  count "$some" "$none"
  if [ "$none" -gt 0 ] && [ "$browser_held" = yes ]; then broken+=("browser tests: some were skipped"); fi
  if [ "$browser_held" = no ] && [ "$none" -eq 0 ]; then uncounted; fi
  if [ "$some" -eq 0 ] && [ "$browser_held" = yes ]; then
    broken+=("browser tests: none ran")
    uncounted
  fi
else
  uncounted
fi

step "bench of 1,000 records" cargo bench --locked --bench scale -- --records 1000 --runs 1 || uncounted
if [ -s "$logs/bench of 1,000 records" ]; then tail -n 20 "$logs/bench of 1,000 records"; fi

echo
for name in "${broken[@]}"; do echo "failed: $name"; done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
