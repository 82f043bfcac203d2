import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { canonicalType, spellings } from "../../policies/resource";

/** The type tokens of a module of @pulumi/aws. */
function tokensOf(module: object): string[] {
  return Object.values(module).flatMap((member: { __pulumiType?: string } | undefined) => member?.__pulumiType ?? []);
}

describe("the spellings of a resource type", () => {
  it("hold every token that is folded into it", () => {
    for (const token of [aws.s3, aws.lb, aws.alb].flatMap(tokensOf)) {
      assert(spellings(canonicalType(token)).includes(token), token);
    }
  });

  it("are, for S3, tokens that the provider has", () => {
    const tokens = tokensOf(aws.s3);
    for (const token of tokens) {
      for (const spelling of spellings(canonicalType(token))) assert(tokens.includes(spelling), spelling);
    }
    assert.deepEqual(spellings("aws:s3/bucketAcl:BucketAcl"), [
      "aws:s3/bucketAcl:BucketAcl",
      "aws:s3/bucketAclV2:BucketAclV2",
    ]);
  });
});
