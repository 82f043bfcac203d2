import type { Group } from "../group";
import { backupVaultEncrypted } from "../rules/backup-vault-encrypted";
import { ebsCustomerKey } from "../rules/ebs-customer-key";
import { ebsDefaultEncryption } from "../rules/ebs-default-encryption";
import { ebsDeleteOnTermination } from "../rules/ebs-delete-on-termination";
import { ebsEncrypted } from "../rules/ebs-encrypted";
import { ebsInBackupPlan } from "../rules/ebs-in-backup-plan";
import { ebsSnapshotCopyEncrypted } from "../rules/ebs-snapshot-copy-encrypted";
import { ebsSnapshotNotPublic } from "../rules/ebs-snapshot-not-public";
import { efsAccessPointRootAndUser } from "../rules/efs-access-point-root-and-user";
import { efsBackup } from "../rules/efs-backup";
import { efsCustomerKey } from "../rules/efs-customer-key";
import { efsEncrypted } from "../rules/efs-encrypted";
import { efsMountTargetsPrivate } from "../rules/efs-mount-targets-private";
import { efsTlsPolicy } from "../rules/efs-tls-policy";
import { rdsBackupRetention } from "../rules/rds-backup-retention";
import { rdsDeletionProtection } from "../rules/rds-deletion-protection";
import { rdsEncrypted } from "../rules/rds-encrypted";
import { rdsMultiAz } from "../rules/rds-multi-az";
import { rdsNotPublic } from "../rules/rds-not-public";
import { rdsSnapshotNotPublic } from "../rules/rds-snapshot-not-public";
import { rdsTls } from "../rules/rds-tls";
import { s3AbortIncompleteUploads } from "../rules/s3-abort-incomplete-uploads";
import { s3AccessLogging } from "../rules/s3-access-logging";
import { s3AccessPointBlock } from "../rules/s3-access-point-block";
import { s3AccountBlockPublicAccess } from "../rules/s3-account-block-public-access";
import { s3AclDisabled } from "../rules/s3-acl-disabled";
import { s3BlockPublicAccess } from "../rules/s3-block-public-access";
import { s3CrossAccountLimited } from "../rules/s3-cross-account-limited";
import { s3Encryption } from "../rules/s3-encryption";
import { s3EventNotifications } from "../rules/s3-event-notifications";
import { s3ForceDestroyOff } from "../rules/s3-force-destroy-off";
import { s3KmsEncryption } from "../rules/s3-kms-encryption";
import { s3Lifecycle } from "../rules/s3-lifecycle";
import { s3LoggingTargetNotSelf } from "../rules/s3-logging-target-not-self";
import { s3MfaDelete } from "../rules/s3-mfa-delete";
import { s3NoPublicAcl } from "../rules/s3-no-public-acl";
import { s3NoPublicWebsite } from "../rules/s3-no-public-website";
import { s3NoWildcardPrincipal } from "../rules/s3-no-wildcard-principal";
import { s3ObjectCmk } from "../rules/s3-object-cmk";
import { s3ObjectLock } from "../rules/s3-object-lock";
import { s3PolicyNoLockout } from "../rules/s3-policy-no-lockout";
import { s3Replication } from "../rules/s3-replication";
import { s3TlsOnly } from "../rules/s3-tls-only";
import { s3Versioning } from "../rules/s3-versioning";

/** EBS, EFS, RDS, S3 and AWS Backup. */
export const storage: Group = {
  title: "Storage",
  rules: [
    backupVaultEncrypted,
    ebsCustomerKey,
    ebsDefaultEncryption,
    ebsDeleteOnTermination,
    ebsEncrypted,
    ebsInBackupPlan,
    ebsSnapshotCopyEncrypted,
    ebsSnapshotNotPublic,
    efsAccessPointRootAndUser,
    efsBackup,
    efsCustomerKey,
    efsEncrypted,
    efsMountTargetsPrivate,
    efsTlsPolicy,
    rdsBackupRetention,
    rdsDeletionProtection,
    rdsEncrypted,
    rdsMultiAz,
    rdsNotPublic,
    rdsSnapshotNotPublic,
    rdsTls,
    s3AbortIncompleteUploads,
    s3AccessLogging,
    s3AccessPointBlock,
    s3AccountBlockPublicAccess,
    s3AclDisabled,
    s3BlockPublicAccess,
    s3CrossAccountLimited,
    s3Encryption,
    s3EventNotifications,
    s3ForceDestroyOff,
    s3KmsEncryption,
    s3Lifecycle,
    s3LoggingTargetNotSelf,
    s3MfaDelete,
    s3NoPublicAcl,
    s3NoPublicWebsite,
    s3NoWildcardPrincipal,
    s3ObjectCmk,
    s3ObjectLock,
    s3PolicyNoLockout,
    s3Replication,
    s3TlsOnly,
    s3Versioning,
  ],
};
