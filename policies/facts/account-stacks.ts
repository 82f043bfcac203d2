import type { Stack } from "../rule";

/** What is made once for an account, and not for an application. */
const accountTypes = [
  "aws:accessanalyzer/analyzer:Analyzer",
  "aws:account/alternativeContact:AlternativeContact",
  "aws:account/primaryContact:PrimaryContact",
  "aws:cfg/recorder:Recorder",
  "aws:cloudtrail/trail:Trail",
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess",
  "aws:ebs/encryptionByDefault:EncryptionByDefault",
  "aws:guardduty/detector:Detector",
  "aws:iam/accountAlias:AccountAlias",
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
  "aws:inspector2/enabler:Enabler",
  "aws:macie2/account:Account",
  "aws:organizations/organization:Organization",
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
  "aws:securityhub/account:Account",
];

/** Whether a stack sets up its account: it states something of which an account has one. */
export function isAccountStack(stack: Stack): boolean {
  return stack.ofType(...accountTypes).length > 0;
}
