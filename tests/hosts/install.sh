#!/bin/bash
# Installs what `npm run test:hosts` needs beside Node and Python, on Debian or Ubuntu: as root, or as someone who may use
# sudo. What is there already stays as it is; nothing is started.
set -euo pipefail

packages=(apache2-bin curl nginx-light openssl python3-venv shellcheck systemd unzip)
missing=()
for package in "${packages[@]}"; do
  [[ "$(dpkg-query --show --showformat '${Status}' "$package" 2> /dev/null || true)" == *"ok installed" ]] ||
    missing+=("$package")
done
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo --non-interactive "$@"; fi; }
# A package's service would want the ports of this machine.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | as_root install -m 0755 /dev/stdin "$policy"
  trap 'as_root rm -f "$policy"' EXIT
fi
as_root apt-get -qq -o DPkg::Lock::Timeout=300 update
quietly=(env DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes)
as_root "${quietly[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" \
  > /dev/null
