#!/bin/bash
# The first page of weighted-release: it says which tier answers, until a real application takes over.
set -euo pipefail
exec > >(tee /dev/console) 2>&1
tier=blue

# Amazon Linux 2023 keeps its packages in S3, which the network reaches by its gateway endpoint.
dnf install -y httpd
echo "<h1 style=\"color: ${tier}\">Hello from ${tier}, $(hostname -f)</h1>" > /var/www/html/index.html
echo "ok" > /var/www/html/health
systemctl enable --now httpd
