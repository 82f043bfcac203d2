import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** There is one of it in a region, by which it is found. */
const ofRegion: Maker = ({ region }) => ({ id: region });

/** Stand-ins of the settings of an account. */
export const account: Readonly<Record<string, Maker>> = {
  "aws:ebs/encryptionByDefault:EncryptionByDefault": ofRegion,
  "aws:ebs/defaultKmsKey:DefaultKmsKey": sameAs("keyArn"),
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": ofRegion,
  "aws:ec2/allowedImagesSettings:AllowedImagesSettings": ofRegion,
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": ofRegion,
  "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults": ofRegion,
  "aws:ec2/serialConsoleAccess:SerialConsoleAccess": ofRegion,
  "aws:ec2/defaultCreditSpecification:DefaultCreditSpecification": sameAs("instanceFamily"),
  "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions": ({ region }) => ({
    id: region,
    awsAccountId: ACCOUNT_ID,
    awsRegion: region,
  }),
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": ({ inputs }) => {
    const accountId = text(inputs.accountId, ACCOUNT_ID);
    return { id: accountId, accountId };
  },
  "aws:accessanalyzer/analyzer:Analyzer": ({ inputs, arn }) => {
    const name = text(inputs.analyzerName);
    return { id: name, arn: arn("access-analyzer", `analyzer/${name}`) };
  },
};
