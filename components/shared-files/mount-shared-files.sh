#!/bin/bash
# Mounts a folder of EFS now and at every boot, over TLS and as the server's own role:
#   mount-shared-files FILE_SYSTEM ACCESS_POINT FOLDER
set -euo pipefail
file_system=$1
access_point=$2
folder=$3
fstab=${FSTAB:-/etc/fstab}

if ! command -v mount.efs > /dev/null; then
  if ! command -v dnf > /dev/null; then
    echo "mount-shared-files: amazon-efs-utils is missing; only Amazon Linux has it as a package, another image must bring it" >&2
    exit 1
  fi
  dnf install -y amazon-efs-utils
fi

mkdir -p "$folder"
line="$file_system:/ $folder efs _netdev,noresvport,tls,iam,accesspoint=$access_point 0 0"
grep -qxF "$line" "$fstab" || echo "$line" >> "$fstab"

# The name of a new mount target takes a minute and a half to be known, and a policy minutes to be in force.
for _ in {1..60}; do
  if mountpoint -q "$folder" || mount "$folder"; then
    exit 0
  fi
  sleep "${PAUSE_SECONDS:-10}"
done
echo "mount-shared-files: $file_system could not be mounted on $folder within ten minutes" >&2
exit 1
