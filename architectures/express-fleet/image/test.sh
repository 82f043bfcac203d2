#!/bin/bash
# Run by Image Builder on a server that has booted from the image: pm2 started with it, and the application answers.
set -euo pipefail
port=3005
path=/health
systemctl is-active --quiet express-fleet.service
curl --fail --silent --show-error --retry 30 --retry-delay 2 --retry-all-errors "http://127.0.0.1:$port$path"
