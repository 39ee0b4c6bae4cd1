#!/bin/sh
# Runs all tests or one part; called by the front door, which has installed the packages.
set -eu

parts='check unit zones journeys crash'
part=${1:-all}
[ $# -gt 0 ] && shift
case " all $parts " in
  *" $part "*) ;;
  *)
    echo "test [$(echo $parts | tr ' ' '|')] [what vitest or Playwright takes]" >&2
    case $part in --help | -h) exit 0 ;; *) exit 2 ;; esac
    ;;
esac
wants() { [ "$part" = all ] || [ "$part" = "$1" ]; }

has() { command -v "$1" >/dev/null 2>&1; }

debian_package() {
  as_root=''
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$1" >/dev/null
}

install_chromium() {
  has chromium-headless-shell && return
  echo 'installing Chromium from the system packages' >&2
  debian_package chromium-headless-shell || has chromium || debian_package chromium
}

if wants check; then
  npm run --silent check
fi
if wants unit; then
  TZ=Europe/Rome vitest run "$@"
fi
if wants zones; then
  TZ=America/Anchorage vitest run src/domain
fi
if wants journeys; then
  install_chromium
  ./filo build
  playwright test "$@"
fi
if wants crash; then
  ./filo build
  node tests/crash/crash.ts
fi
