import assert from "node:assert/strict";
import { plannedWith, podOf } from "./planned-service";

const efs = {
  type: "efs",
  fileSystemId: "fs-0a1b2c3d4e5f60718",
  fileSystemArn: "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-0a1b2c3d4e5f60718",
  securityGroupId: "sg-1",
  accessPointId: "fsap-0a1b2c3d4e5f60718",
} as const;

describe("the volumes of a service on EKS", () => {
  it("are room that goes with the pod, writable for its user", async () => {
    const pod = podOf(
      await plannedWith({ mounts: { tmp: { path: "/tmp" } } }, { volumes: { tmp: { type: "scratch" } } }),
    );
    assert.deepEqual(pod.volumes, [{ name: "tmp", emptyDir: {} }]);
    assert.deepEqual(pod.containers[0].volumeMounts, [{ name: "tmp", mountPath: "/tmp", readOnly: false }]);
    assert.deepEqual([pod.securityContext.fsGroup, pod.securityContext.fsGroupChangePolicy], [1000, "OnRootMismatch"]);
  });

  it("are an encrypted disk of each pod's own, in the zone of its node", async () => {
    const plan = await plannedWith(
      { mounts: { data: { path: "/data" } } },
      { volumes: { data: { type: "ebs", sizeGiB: 20, iops: 4000, throughputMiBps: 250, kmsKeyArn: "arn:key" } } },
    );
    const { provisioner, parameters, volumeBindingMode, reclaimPolicy } = plan.get("shop-data").inputs;
    assert.deepEqual(
      { provisioner, parameters, volumeBindingMode, reclaimPolicy },
      {
        provisioner: "ebs.csi.eks.amazonaws.com",
        parameters: { type: "gp3", encrypted: "true", iops: "4000", throughput: "250", kmsKeyId: "arn:key" },
        volumeBindingMode: "WaitForFirstConsumer",
        reclaimPolicy: "Delete",
      },
    );
    assert.deepEqual(podOf(plan).volumes[0].ephemeral.volumeClaimTemplate.spec, {
      accessModes: ["ReadWriteOnce"],
      storageClassName: "shop-data",
      resources: { requests: { storage: "20Gi" } },
    });
  });

  it("are made by the EBS add-on on instances of other kinds", async () => {
    const plan = await plannedWith(
      {},
      {
        compute: { type: "eks", nodes: { type: "managed" } },
        volumes: { data: { type: "ebs", sizeGiB: 20 } },
      },
    );
    assert.equal(plan.get("shop-data").inputs.provisioner, "ebs.csi.aws.com");
  });

  it("are files of EFS, over TLS and with IAM, by an add-on that the own cluster then has", async () => {
    const plan = await plannedWith({ mounts: { files: { path: "/files" } } }, { volumes: { files: efs } });
    const { csi, mountOptions, persistentVolumeReclaimPolicy } = Object(plan.get("shop-files").inputs.spec);
    assert.deepEqual(csi, {
      driver: "efs.csi.aws.com",
      volumeHandle: "fs-0a1b2c3d4e5f60718::fsap-0a1b2c3d4e5f60718",
    });
    assert.deepEqual([mountOptions, persistentVolumeReclaimPolicy], [["tls", "iam"], "Retain"]);
    assert.equal(Object(plan.get("shop-files-claim").inputs.spec).volumeName, "shop-files");
    assert.deepEqual(podOf(plan).volumes, [{ name: "files", persistentVolumeClaim: { claimName: "files" } }]);
    assert.ok(plan.get("shop-eks-aws-efs-csi-driver"));
  });
});
