#!/bin/bash
# Mounts the disks of the server's own machine, which come back empty whenever it has been stopped: at every boot.
set -euo pipefail

root=$1
mapfile -t disks < <(readlink -f /dev/disk/by-id/nvme-Amazon_EC2_NVMe_Instance_Storage_* | sort -u)
number=0
for disk in "${disks[@]}"; do
  [ -b "$disk" ] || continue
  number=$((number + 1))
  # One disk is at the path itself, the others are beneath it.
  path=$root
  if [ "$number" -gt 1 ]; then path=$root/$number; fi
  if mountpoint -q "$path"; then continue; fi
  blkid -p "$disk" > /dev/null || mkfs.ext4 -q "$disk"
  mkdir -p "$path"
  mount -o noatime "$disk" "$path"
done
