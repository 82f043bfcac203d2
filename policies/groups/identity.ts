import type { Group } from "../group";
import { iamGroupHasUsers } from "../rules/iam-group-has-users";
import { iamMaxSession } from "../rules/iam-max-session";
import { iamNoAccessKeys } from "../rules/iam-no-access-keys";
import { iamNoAdminPolicy } from "../rules/iam-no-admin-policy";
import { iamNoConsoleLogin } from "../rules/iam-no-console-login";
import { iamNoCredentialsExposure } from "../rules/iam-no-credentials-exposure";
import { iamNoDataExfiltration } from "../rules/iam-no-data-exfiltration";
import { iamNoInlinePolicies } from "../rules/iam-no-inline-policies";
import { iamNoManagedAdmin } from "../rules/iam-no-managed-admin";
import { iamNoPermissionsManagement } from "../rules/iam-no-permissions-management";
import { iamNoPrivilegeEscalation } from "../rules/iam-no-privilege-escalation";
import { iamNoStarActions } from "../rules/iam-no-star-actions";
import { iamNoStarResource } from "../rules/iam-no-star-resource";
import { iamNoUnconstrainedWrite } from "../rules/iam-no-unconstrained-write";
import { iamNoUserPolicies } from "../rules/iam-no-user-policies";
import { iamNoUsers } from "../rules/iam-no-users";
import { iamOidcTrustConstrained } from "../rules/iam-oidc-trust-constrained";
import { iamPassRoleScoped } from "../rules/iam-pass-role-scoped";
import { iamPasswordPolicy } from "../rules/iam-password-policy";
import { iamPermissionsBoundary } from "../rules/iam-permissions-boundary";
import { iamRoleOneStyle } from "../rules/iam-role-one-style";
import { iamRoleTrustNotPublic } from "../rules/iam-role-trust-not-public";
import { iamRoleTrustNotRootWide } from "../rules/iam-role-trust-not-root-wide";
import { iamServiceTrustSourceAccount } from "../rules/iam-service-trust-source-account";
import { iamUserInGroup } from "../rules/iam-user-in-group";
import { kmsDeletionWindow } from "../rules/kms-deletion-window";
import { kmsNoPublicKey } from "../rules/kms-no-public-key";
import { kmsNoWildcardDecrypt } from "../rules/kms-no-wildcard-decrypt";
import { kmsPolicyDefined } from "../rules/kms-policy-defined";
import { kmsRotation } from "../rules/kms-rotation";
import { secretValuesAreSecret } from "../rules/secret-values-are-secret";
import { secretsCmk } from "../rules/secrets-cmk";
import { secretsNoPublicPolicy } from "../rules/secrets-no-public-policy";
import { secretsRecoveryWindow } from "../rules/secrets-recovery-window";
import { secretsRotation } from "../rules/secrets-rotation";
import { ssmDocumentPrivate } from "../rules/ssm-document-private";
import { ssmParameterCmk } from "../rules/ssm-parameter-cmk";
import { ssmSecureString } from "../rules/ssm-secure-string";
import { ssmSessionEncryptedAndLogged } from "../rules/ssm-session-encrypted-and-logged";

/** IAM, KMS, Secrets Manager and Systems Manager: who may do what, and what keeps secrets. */
export const identity: Group = {
  title: "Identity, keys, secrets",
  rules: [
    iamGroupHasUsers,
    iamMaxSession,
    iamNoAccessKeys,
    iamNoAdminPolicy,
    iamNoConsoleLogin,
    iamNoCredentialsExposure,
    iamNoDataExfiltration,
    iamNoInlinePolicies,
    iamNoManagedAdmin,
    iamNoPermissionsManagement,
    iamNoPrivilegeEscalation,
    iamNoStarActions,
    iamNoStarResource,
    iamNoUnconstrainedWrite,
    iamNoUserPolicies,
    iamNoUsers,
    iamOidcTrustConstrained,
    iamPassRoleScoped,
    iamPasswordPolicy,
    iamPermissionsBoundary,
    iamRoleOneStyle,
    iamRoleTrustNotPublic,
    iamRoleTrustNotRootWide,
    iamServiceTrustSourceAccount,
    iamUserInGroup,
    kmsDeletionWindow,
    kmsNoPublicKey,
    kmsNoWildcardDecrypt,
    kmsPolicyDefined,
    kmsRotation,
    secretValuesAreSecret,
    secretsCmk,
    secretsNoPublicPolicy,
    secretsRecoveryWindow,
    secretsRotation,
    ssmDocumentPrivate,
    ssmParameterCmk,
    ssmSecureString,
    ssmSessionEncryptedAndLogged,
  ],
};
