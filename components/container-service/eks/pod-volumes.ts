import type { types } from "@pulumi/kubernetes";
import { PersistentVolume, PersistentVolumeClaim } from "@pulumi/kubernetes/core/v1";
import { StorageClass } from "@pulumi/kubernetes/storage/v1";
import * as pulumi from "@pulumi/pulumi";
import type { EbsVolume, EfsVolume, ServiceVolume } from "../volumes";
import type { Workload } from "./workload";

type PodVolume = types.input.core.v1.Volume;

/** The volumes of a pod, with the objects that they need. */
export function podVolumes(workload: Workload, namespace: pulumi.Input<string>): PodVolume[] {
  const { name, service } = workload;
  const volumes = Object.entries(service.volumes).map(
    ([volume, stated]): PodVolume => ({
      name: volume,
      ...sourceOf(workload, volume, stated, namespace),
    }),
  );
  const reads = service.containers.some(({ secrets }) => Object.keys(secrets).length > 0);
  if (!reads) return volumes;
  const csi = {
    driver: "secrets-store.csi.k8s.io",
    readOnly: true,
    volumeAttributes: { secretProviderClass: name },
  };
  return [...volumes, { name: "secrets", csi }];
}

function sourceOf(
  workload: Workload,
  volume: string,
  stated: ServiceVolume,
  namespace: pulumi.Input<string>,
): Omit<PodVolume, "name"> {
  switch (stated.type) {
    case "scratch":
      return { emptyDir: {} };
    case "ebs":
      return { ephemeral: { volumeClaimTemplate: disk(workload, volume, stated) } };
    case "efs":
      return { persistentVolumeClaim: { claimName: files(workload, volume, stated, namespace) } };
  }
}

/** A disk that comes and goes with its pod. */
function disk(
  { name, shape, opts }: Workload,
  volume: string,
  stated: EbsVolume,
): types.input.core.v1.PersistentVolumeClaimTemplate {
  const { sizeGiB, iops, throughputMiBps, kmsKeyArn } = stated;
  const storageClass = new StorageClass(
    `${name}-${volume}`,
    {
      metadata: { name: `${name}-${volume}` },
      // Auto Mode's nodes have a driver of their own.
      provisioner: shape.nodes === "auto" ? "ebs.csi.eks.amazonaws.com" : "ebs.csi.aws.com",
      parameters: {
        type: "gp3",
        encrypted: "true",
        ...(iops !== undefined && { iops: String(iops) }),
        ...(throughputMiBps !== undefined && { throughput: String(throughputMiBps) }),
        ...(kmsKeyArn !== undefined && { kmsKeyId: kmsKeyArn }),
      },
      // A disk is in the zone of the node that its pod gets.
      volumeBindingMode: "WaitForFirstConsumer",
      reclaimPolicy: "Delete",
    },
    opts,
  );
  return {
    spec: {
      accessModes: ["ReadWriteOnce"],
      storageClassName: storageClass.metadata.name,
      resources: { requests: { storage: `${sizeGiB}Gi` } },
    },
  };
}

/**
 * A file system that is there already. EFS sees who mounts it, the driver and not the pod, so the file system's policy
 * cannot tell pods apart; an access point does. The size is asked for by Kubernetes, and means nothing to EFS.
 */
function files(
  { name, opts }: Workload,
  volume: string,
  { fileSystemId, accessPointId }: EfsVolume,
  namespace: pulumi.Input<string>,
): pulumi.Output<string> {
  const accessModes = ["ReadWriteMany"];
  const storage = "1Gi";
  const handle = accessPointId === undefined ? fileSystemId : pulumi.interpolate`${fileSystemId}::${accessPointId}`;
  const persistent = new PersistentVolume(
    `${name}-${volume}`,
    {
      metadata: { name: `${name}-${volume}` },
      spec: {
        accessModes,
        capacity: { storage },
        storageClassName: "",
        persistentVolumeReclaimPolicy: "Retain",
        mountOptions: ["tls", "iam"],
        csi: { driver: "efs.csi.aws.com", volumeHandle: handle },
      },
    },
    opts,
  );
  const claim = new PersistentVolumeClaim(
    `${name}-${volume}-claim`,
    {
      metadata: { name: volume, namespace },
      spec: {
        accessModes,
        storageClassName: "",
        volumeName: persistent.metadata.name,
        resources: { requests: { storage } },
      },
    },
    opts,
  );
  return claim.metadata.name;
}
