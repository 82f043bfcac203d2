#!/bin/bash
# The first page of static-ip: httpd answers / and the health check on each TCP port, and an echo each UDP port, until a
# real application takes over.
set -euo pipefail
exec > >(tee /dev/console) 2>&1

# The ports of the target groups; the stack writes its own here.
tcp_ports="80"
udp_ports=""

# Amazon Linux 2023 keeps its packages in S3, which the network reaches by its gateway endpoint.
dnf install -y httpd socat
echo "<h1>Hello from $(hostname -f)</h1>" > /var/www/html/index.html
echo "ok" > /var/www/html/health
for port in $tcp_ports; do
  if [ "$port" != 80 ]; then echo "Listen $port" >> /etc/httpd/conf.d/ports.conf; fi
done
systemctl enable --now httpd

# What comes from a low port may be another echo, made to answer by a forged address: the two would never stop.
cat > /usr/local/bin/udp-echo << 'SCRIPT'
#!/bin/sh
[ "$SOCAT_PEERPORT" -ge 1024 ] && exec cat
SCRIPT
chmod +x /usr/local/bin/udp-echo
cat > /etc/systemd/system/udp-echo@.service << 'UNIT'
[Unit]
Description=Echo on UDP port %i

[Service]
ExecStart=/usr/bin/socat UDP-RECVFROM:%i,fork EXEC:/usr/local/bin/udp-echo
DynamicUser=yes
AmbientCapabilities=CAP_NET_BIND_SERVICE
Restart=always

[Install]
WantedBy=multi-user.target
UNIT
for port in $udp_ports; do systemctl enable --now "udp-echo@$port"; done
