"""How gunicorn runs the API: what nginx alone can reach, whoever starts it."""

bind = "127.0.0.1:5000"
workers = 3
# Where workers show that they live; a disk could keep them waiting.
worker_tmp_dir = "/dev/shm"
# Seconds for what has begun, once it is told to stop; systemd waits longer.
graceful_timeout = 25
# A worker makes room for a new one before whatever leaks becomes much, and not all at once.
max_requests = 10_000
max_requests_jitter = 1_000
# systemd tells it to stop and start; nobody else has to.
control_socket_disable = True
