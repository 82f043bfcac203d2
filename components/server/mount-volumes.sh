#!/bin/bash
# Mounts data volumes, now and at every boot, and makes the file system of one on which there is nothing.
set -euo pipefail
exec > >(tee /dev/console) 2>&1

# The volume that AWS calls VOLUME_ID or DEVICE, under the name that the kernel gave it. It may be attached only minutes
# after the server has booted, and again to the next server.
volume_disk() { # DEVICE [VOLUME_ID]
  local device=$1 serial=${2//-/} candidate tries
  for ((tries = 0; tries < 120; tries++)); do
    for candidate in ${serial:+"/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_$serial"} "$device" "${device/\/sd//xvd}"; do
      if [ -b "$candidate" ]; then
        readlink -f "$candidate"
        return
      fi
    done
    if [ -z "$serial" ] && nvme_disk "$device"; then return; fi
    sleep 5
  done
  echo "volume ${2:-$device} was not attached within ten minutes" >&2
  return 1
}

# Nitro servers name disks as they please, and tell what AWS calls one in the part of its identity that vendors fill:
# https://docs.aws.amazon.com/ebs/latest/userguide/identify-nvme-ebs-device.html
nvme_disk() { # DEVICE
  local disk name
  command -v nvme > /dev/null || install_nvme
  for disk in /dev/nvme*n1; do
    name=$(nvme id-ctrl --raw-binary "$disk" 2> /dev/null | cut -c3073-3104 | tr -d ' \0') || continue
    if [ "/dev/${name#/dev/}" = "$1" ]; then
      echo "$disk"
      return
    fi
  done
  return 1
}

install_nvme() {
  if command -v dnf > /dev/null; then
    dnf install -y nvme-cli
  else
    apt-get -o DPkg::Lock::Timeout=600 update
    apt-get -o DPkg::Lock::Timeout=600 install -y nvme-cli
  fi >&2
}

mount_volume() { # PATH DEVICE [VOLUME_ID]
  local path=$1 disk uuid found=0
  disk=$(volume_disk "$2" "${3:-}")
  # 2 says that there is nothing on it. Whatever else stops here: better no mount than a new file system over data.
  blkid -p "$disk" > /dev/null || found=$?
  if [ "$found" -eq 2 ]; then mkfs.ext4 -q "$disk"; fi
  uuid=$(blkid -p -o value -s UUID "$disk" || true)
  if [ -z "$uuid" ]; then
    echo "$disk holds something that is no file system" >&2
    return 1
  fi
  mkdir -p "$path"
  if ! grep -q "^UUID=$uuid " /etc/fstab; then
    echo "UUID=$uuid $path auto defaults,nofail,x-systemd.growfs 0 2" >> /etc/fstab
    systemctl daemon-reload
  fi
  mountpoint -q "$path" || mount "$path"
}

