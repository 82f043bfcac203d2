#!/bin/bash
# Puts the release that this file is part of in the place of the one before. If it does not answer, the one before comes
# back and this ends with 1. What is there already stays as it is, so that it may run again at any time.
# DOMAIN is the name that people ask for, which gets a certificate; none without it.
set -euo pipefail

release=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
app=/srv/react-flask
domain=${DOMAIN:-}
certificate=/etc/letsencrypt/live/$domain/fullchain.pem
previous=$(readlink "$app/current" || true)

say() { echo "$(basename "$release"): $*"; }

# Commands are joined, as bash heeds no `set -e` where somebody asks whether a function has failed.
activate() {
  ln -sfn "$1" "$app/next" &&
    mv -T "$app/next" "$app/current" &&
    install -m 0644 "$1/server/gunicorn.service" "$1/server/gunicorn.socket" /etc/systemd/system/ &&
    serve "$1" &&
    systemctl daemon-reload &&
    systemctl enable --now gunicorn.socket nginx.service &&
    systemctl enable gunicorn.service &&
    systemctl restart gunicorn.service &&
    nginx -t -q &&
    systemctl reload-or-restart nginx.service
}

serve() {
  local conf=http.conf
  if [ -n "$domain" ] && [ -e "$certificate" ]; then conf=https.conf; fi
  sed "s/DOMAIN/$domain/g" "$1/server/nginx/$conf" > /etc/nginx/conf.d/react-flask.conf
}

healthy() {
  local base=http://127.0.0.1:80 where=()
  if [ -n "$domain" ] && [ -e "$certificate" ]; then
    base=https://$domain:443
    where=(--resolve "$domain:443:127.0.0.1")
  fi
  local path
  for path in / /api/health; do
    curl --fail --silent --show-error --output /dev/null --max-time 5 --retry 15 --retry-delay 1 --retry-all-errors \
      "${where[@]}" "$base$path" || return 1
  done
}

# One that did not get as far as this file is none.
if [ ! -e "$release/venv/complete" ]; then
  say "installs what the API needs"
  rm -rf "$release/venv"
  python3 -m venv "$release/venv"
  "$release/venv/bin/pip" install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: \
    --requirement "$release/backend/requirements.txt"
  touch "$release/venv/complete"
fi
chmod -R u=rwX,go=rX "$release"
install -d /var/www/acme /etc/nginx/conf.d
rm -f /etc/nginx/sites-enabled/default

if activate "$release" && healthy; then
  say "answers"
else
  say "does not answer" >&2
  if [ -n "$previous" ] && [ "$previous" != "$release" ] && activate "$previous" && healthy; then
    say "made room for $(basename "$previous") again" >&2
  fi
  exit 1
fi

if [ -n "$domain" ] && [ ! -e "$certificate" ]; then
  say "asks for a certificate of $domain"
  # Let's Encrypt writes to nobody any more, so that no address is asked for.
  certbot certonly --webroot --webroot-path /var/www/acme --domain "$domain" --key-type ecdsa --non-interactive \
    --agree-tos --register-unsafely-without-email --deploy-hook "systemctl reload nginx.service"
  systemctl enable --now certbot.timer
  activate "$release"
  healthy
  say "answers at https://$domain"
fi

# Whoever wants to go back does so by the stack; what is here is only for the case that a version does not answer.
find "$app/releases" -mindepth 1 -maxdepth 1 -type d ! -path "$release" ! -path "${previous:-$release}" \
  -exec rm -rf {} +
