#!/bin/sh
# Installs what `npm run build` made: sh install.sh player|shell|cms RELEASE NODE
#   player  agent and Chromium in a kiosk compositor     shell  agent and Electron     cms  the server
# RELEASE is the folder of the release, NODE the program of Node 24. DESTDIR=/some/root fills an image instead of this machine.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kind=${1:-} release=${2:-} node=${3:-} root=${DESTDIR:-}

fail() { echo "install.sh: $1" >&2; exit 1; }
put() { mkdir -p "$root$(dirname "$2")"; install -m "${3:-644}" "$1" "$root$2"; }
# Settings belong to the city: what is there stays.
offer() { [ -e "$root$2" ] || put "$1" "$2" 640; }
program() { rm -rf "$root${2:?}.new"; mkdir -p "$root$2.new"; cp -R "$1/." "$root$2.new/"; rm -rf "$root${2:?}"; mv "$root$2.new" "$root$2"; }

case $kind in player | shell | cms) ;; *) fail "say which: player, shell or cms" ;; esac
[ -x "$node" ] || fail "no program of Node: $node"
[ -n "$root" ] || [ "$(id -u)" = 0 ] || fail "root only, or set DESTDIR"
for part in agent cms shell; do
  case $kind.$part in player.agent | shell.agent | shell.shell | cms.cms) [ -d "$release/$part" ] || fail "no $release/$part" ;; esac
done

put "$node" /opt/akari/node/bin/node 755
put "$here/../docs/operations.md" /usr/share/doc/akari/operations.md
put "$here/etc/sysusers.d/akari.conf" /etc/sysusers.d/akari.conf
put "$here/etc/journald.conf.d/akari.conf" /etc/systemd/journald.conf.d/akari.conf
put "$here/etc/system.conf.d/akari.conf" /etc/systemd/system.conf.d/akari.conf
if [ "$kind" = cms ]; then
  program "$release/cms" /opt/akari/cms
  offer "$here/etc/cms.env" /etc/akari/cms.env
  units=akari-cms
else
  program "$release/agent" /opt/akari/agent
  offer "$here/etc/player.env" /etc/akari/player.env
  put "$here/etc/logind.conf.d/akari.conf" /etc/systemd/logind.conf.d/akari.conf
  put "$here/etc/sysctl.d/60-akari.conf" /etc/sysctl.d/60-akari.conf
  put "$here/etc/polkit/50-akari.rules" /etc/polkit-1/rules.d/50-akari.rules
  put "$here/units/akari-console-words.service" /etc/systemd/system/akari-console-words.service
  put "$here/hosts/$kind.conf" /etc/systemd/system/akari-screen.service.d/host.conf
  units="akari-agent akari-screen"
  if [ "$kind" = shell ]; then
    program "$release/shell" /opt/akari/shell
  else
    # The policies name the agent's port.
    port=$(sed -n 's/^AKARI_AGENT_PORT=\([0-9]*\)$/\1/p' "$root/etc/akari/player.env")
    mkdir -p "$root/etc/chromium/policies/managed"
    sed "s/127\.0\.0\.1:8090/127.0.0.1:${port:-8090}/g" "$here/policies/akari.json" >"$root/etc/chromium/policies/managed/akari.json"
  fi
  ln -sf /dev/null "$root/etc/systemd/system/ctrl-alt-del.target"
fi
for unit in $units; do
  put "$here/units/$unit.service" "/etc/systemd/system/$unit.service"
  mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
  ln -sf "../$unit.service" "$root/etc/systemd/system/multi-user.target.wants/$unit.service"
done

if [ -n "$root" ]; then echo "installed into $root: $units"; exit 0; fi
systemd-sysusers
systemctl daemon-reload
# shellcheck disable=SC2086
systemctl restart $units
echo "installed and started: $units"
