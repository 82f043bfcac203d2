#!/bin/bash
# Answers every request for / with one greeting, on Amazon Linux and on Ubuntu. Each run leaves the same behind.
set -euo pipefail
exec > >(tee /dev/console) 2>&1

# shellcheck disable=SC2016 # it is filled in below, with the name that the server has
greeting='Hello CoderCo from $(hostname -f)'

if command -v dnf > /dev/null; then
  server=httpd
  # Amazon Linux 2023 keeps its packages in S3, which the network reaches by its gateway endpoint.
  dnf install -y httpd
else
  server=apache2
  export DEBIAN_FRONTEND=noninteractive
  # Ubuntu's own updates run as the server boots.
  apt-get -o DPkg::Lock::Timeout=600 update
  apt-get -o DPkg::Lock::Timeout=600 install -y apache2
fi

install -d /var/www/html
# shellcheck disable=SC2016
echo "<h1>${greeting//'$(hostname -f)'/$(hostname -f)}</h1>" > /var/www/html/index.html
systemctl enable --now "$server"
