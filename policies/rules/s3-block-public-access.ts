import { bucketType, parts, someStated, statedOf } from "../facts/bucket-parts";
import { accountBlockType, type BlockPlace, closeBlock, isClosed, judgeBlock } from "../facts/public-access-block";
import { stated } from "../facts/stated";
import { anyOf } from "../facts/three-valued";
import { rule } from "../rule";
import { flag } from "../settings";

const flags: BlockPlace = { place: [], byDefault: false };

export const s3BlockPublicAccess = rule({
  name: "s3-block-public-access",
  displayName: "Buckets block public access",
  description:
    "Every bucket has a public access block with all four flags true. AWS turns them on for a new bucket, but only a block of the stack keeps them on.",
  why: "Without it one wrong line in a policy or an ACL makes the bucket readable for everyone.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8",
  remediationSteps: "Add an aws.s3.BucketPublicAccessBlock for the bucket and set its four flags to true.",
  controls: { fsbp: ["S3.8"], cis: ["3.1.4"] },
  settings: {
    acceptAccountBlock: flag(
      false,
      "Accept a bucket without a block of its own where the stack itself has an aws.s3.AccountPublicAccessBlock with all four flags true.",
    ),
  },
  types: [parts.publicAccessBlock.type],
  subjects: [bucketType, parts.publicAccessBlock.type],
  resource({ resource, settings, ...verdicts }) {
    // Of the two blocks AWS applies the stricter, so the account's makes up for a flag of the bucket's.
    if (!settings.acceptAccountBlock) judgeBlock(resource.props, flags, verdicts);
  },
  stack({ stack, settings: { acceptAccountBlock }, on }) {
    const accounts = acceptAccountBlock ? stack.ofType(accountBlockType) : [];
    const byAccount = accounts.map((block) => isClosed(stated(block).props, flags));
    for (const bucket of stack.ofType(bucketType)) {
      const block = statedOf(stack, bucket, "publicAccessBlock");
      // The flags of a block that is there are judged with the block.
      const byBucket = someStated(block, (props) => !acceptAccountBlock || isClosed(props, flags));
      const isBlocked = anyOf([...byAccount, byBucket]);
      if (isBlocked === true) continue;
      const { deny, undecided } = on(bucket);
      if (isBlocked === false) deny("it has no public access block; add a BucketPublicAccessBlock with all flags true");
      else undecided("its public access block");
    }
  },
  remediate({ props }, settings) {
    return settings.acceptAccountBlock ? [] : closeBlock(props, flags);
  },
});
