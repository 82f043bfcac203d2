#!/bin/bash
# Does with units what systemd would, below the folder $ROOT: starts, stops and reloads what a server of a test has. A
# service that has a socket gets it from systemd's own program for that.
set -euo pipefail

units=$ROOT/etc/systemd/system
kept=$ROOT/run/units
mkdir -p "$kept"

value() { sed -n "s/^$2=//p" "$units/$1"; }

is_running() { [ -e "$kept/$1" ] && kill -0 "$(cat "$kept/$1")" 2> /dev/null; }

start() {
  if is_running "$1"; then return; fi
  case $1 in
    *.socket | *.timer) ;;
    nginx.service)
      nginx
      ln -sf "$ROOT/run/nginx.pid" "$kept/$1"
      ;;
    apache2)
      apache2 -f "$ROOT/etc/apache2/apache2.conf" -k start
      ln -sf "$ROOT/run/apache2.pid" "$kept/$1"
      ;;
    *)
      local socket=${1%.service}.socket words holder=()
      read -ra words < <(value "$1" ExecStart)
      if [ -e "$units/$socket" ]; then holder=(systemd-socket-activate --listen "$(value "$socket" ListenStream)"); fi
      cd "$(value "$1" WorkingDirectory)"
      setsid "${holder[@]}" "${words[@]}" >> "$ROOT/run/$1.log" 2>&1 < /dev/null &
      echo $! > "$kept/$1"
      ;;
  esac
}

stop() {
  local process
  process=$(cat "$kept/$1" 2> /dev/null) || return 0
  kill "$process" 2> /dev/null || true
  while kill -0 "$process" 2> /dev/null; do sleep 0.1; done
  rm -f "$kept/$1"
}

verb=$1
shift
for unit in "$@"; do
  case $verb in
    enable) if [ "$1" = --now ] && [ "$unit" != --now ]; then start "$unit"; fi ;;
    restart)
      stop "$unit"
      start "$unit"
      ;;
    reload) kill -HUP "$(cat "$kept/$unit")" ;;
    reload-or-restart) if is_running "$unit"; then kill -HUP "$(cat "$kept/$unit")"; else start "$unit"; fi ;;
  esac
done
