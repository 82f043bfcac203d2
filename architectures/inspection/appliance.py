#!/usr/bin/env python3
"""A small appliance behind a Gateway Load Balancer: it drops the packets that a list names and passes all others on.

usage: appliance.py [PROTOCOL/PORT ...]      e.g. appliance.py tcp/23 udp/161

A packet comes wrapped in GENEVE over UDP (RFC 8926) and goes back as it came, to the address that sent it, from the
ports that it had: only so does the load balancer know it again. It is a beginning to learn by and to measure against:
one process, no state, no reassembly of fragments. For production there are the appliances of AWS Marketplace.
"""

import http.server
import socket
import struct
import sys
import threading

GENEVE_PORT = 6081
IPV4, IPV6 = 0x0800, 0x86DD
PROTOCOLS = {"tcp": 6, "udp": 17}
HEALTH_PORT = 80


def parse_blocked(words):
    """The set of (protocol number, destination port) that words such as tcp/23 name."""
    blocked = set()
    for word in words:
        protocol, _, port = word.partition("/")
        if protocol not in PROTOCOLS or not port.isdigit() or not 1 <= int(port) <= 65535:
            sys.exit(f"appliance: {word!r} must be tcp/PORT or udp/PORT with a port from 1 to 65535")
        blocked.add((PROTOCOLS[protocol], int(port)))
    return blocked


def destination(geneve):
    """(protocol number, destination port) of the packet within; None where it has no port or cannot be read."""
    if len(geneve) < 8:
        return None
    (ethertype,) = struct.unpack_from("!H", geneve, 2)
    packet = geneve[8 + (geneve[0] & 0x3F) * 4 :]
    if ethertype == IPV4 and len(packet) >= 20:
        (fragment,) = struct.unpack_from("!H", packet, 6)
        if fragment & 0x1FFF:
            return None
        protocol, start = packet[9], (packet[0] & 0x0F) * 4
    elif ethertype == IPV6 and len(packet) >= 40:
        protocol, start = packet[6], 40
    else:
        return None
    if protocol not in PROTOCOLS.values() or len(packet) < start + 4:
        return None
    (port,) = struct.unpack_from("!H", packet, start + 2)
    return (protocol, port)


def reply(datagram, blocked):
    """The UDP datagram to send back; None for one that is not GENEVE's or holds a packet that is to be dropped."""
    if len(datagram) < 8:
        return None
    _, port, length = struct.unpack_from("!HHH", datagram)
    if port != GENEVE_PORT or destination(datagram[8:length]) in blocked:
        return None
    # The checksum stays right: it sums both addresses, and swapping them changes no sum.
    return datagram


class Health(http.server.BaseHTTPRequestHandler):
    """Answers the load balancer's health check while the process lives."""

    def do_GET(self):
        known = self.path == "/health"
        self.send_response(200 if known else 404)
        self.end_headers()
        if known:
            self.wfile.write(b"ok\n")

    def log_message(self, *_):
        """A check every few seconds is no news."""


def main(words):
    blocked = parse_blocked(words)
    threading.Thread(target=http.server.HTTPServer(("", HEALTH_PORT), Health).serve_forever, daemon=True).start()
    # Nobody reads this socket: it keeps the kernel from answering that the port is closed.
    closed = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    closed.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
    closed.bind(("", GENEVE_PORT))
    wire = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP)
    while True:
        packet, (sender, _) = wire.recvfrom(65535)
        datagram = reply(packet[(packet[0] & 0x0F) * 4 :], blocked)
        if datagram is not None:
            try:
                wire.sendto(datagram, (sender, 0))
            except OSError as error:
                # One packet that cannot be sent is lost as on any wire; the appliance goes on.
                print(f"appliance: {error}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
