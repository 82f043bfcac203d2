import { accountBlockType, type BlockPlace, closeBlock, judgeBlock } from "../facts/public-access-block";
import { rule } from "../rule";

const flags: BlockPlace = { place: [], byDefault: false };

export const s3AccountBlockPublicAccess = rule({
  name: "s3-account-block-public-access",
  displayName: "The account blocks public access to S3",
  description: "The public access block that a stack sets for its account has all four flags true.",
  why: "With it no bucket of the account becomes public by a mistake, whoever makes it and with whatever tool.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-1",
  remediationSteps:
    "Set the four flags of the aws.s3.AccountPublicAccessBlock to true; where a bucket must be public, serve it through CloudFront.",
  controls: { fsbp: ["S3.1"], cis: ["3.1.4"] },
  types: [accountBlockType],
  resource({ resource, ...verdicts }) {
    judgeBlock(resource.props, flags, verdicts);
  },
  remediate({ props }) {
    return closeBlock(props, flags);
  },
});
