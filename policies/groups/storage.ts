import type { Group } from "../group";
import { ebsEncrypted } from "../rules/ebs-encrypted";

/** EBS, S3, EFS and AWS Backup. */
export const storage: Group = {
  title: "Storage",
  rules: [ebsEncrypted],
};
