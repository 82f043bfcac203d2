#!/bin/bash
# The first page of a tier of path-routing: httpd says to every path which tier it is, until a real application takes over.
set -euo pipefail
exec > >(tee /dev/console) 2>&1

tier="web"
# Amazon Linux 2023 keeps its packages in S3, which the network reaches by its gateway endpoint.
dnf install -y httpd
echo "<h1>Tier ${tier} on $(hostname -f)</h1>" > /var/www/html/index.html
echo "ok" > /var/www/html/health
# The load balancer passes paths on as they came: /api/orders is the first page as well.
echo "FallbackResource /index.html" > /etc/httpd/conf.d/every-path.conf
systemctl enable --now httpd
