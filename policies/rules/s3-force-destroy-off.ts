import { bucketType, directoryBucketType } from "../facts/bucket-parts";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const s3ForceDestroyOff = rule({
  name: "s3-force-destroy-off",
  displayName: "Buckets that hold something are not deleted",
  description:
    "No bucket of S3 lets itself be deleted with all that it holds; AWS then refuses to delete it until it is emptied.",
  why: "A destroy, or a replacement that some small change brings about, otherwise deletes all objects and their versions with the bucket.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html",
  remediationSteps:
    "Leave forceDestroy out or set it to false. To delete the bucket on purpose, set it to true and deploy once before.",
  controls: {},
  types: [
    bucketType,
    directoryBucketType,
    "aws:s3tables/tableBucket:TableBucket",
    "aws:s3/vectorsVectorBucket:VectorsVectorBucket",
  ],
  resource({ resource: { props }, deny, undecided }) {
    const forced = asBoolean(at(props, "forceDestroy"));
    if (forced === UNKNOWN) undecided("forceDestroy");
    else if (forced) deny(`forceDestroy is ${shown(at(props, "forceDestroy"))}; set it to false`);
  },
  remediate({ props }) {
    return asBoolean(at(props, "forceDestroy")) === true ? [{ path: ["forceDestroy"], value: false }] : [];
  },
});
