import assert from "node:assert/strict";
import { reachesOf } from "../../../policies/facts/bucket-origins";
import { bucketType, parts } from "../../../policies/facts/bucket-parts";
import { UNKNOWN } from "../../../policies/facts/value";
import type { StackResource } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const site = fake(bucketType, "site", { id: UNKNOWN, bucket: "acme-site" });
const media = fake(bucketType, "media", { id: UNKNOWN, bucket: "acme-media" });
const distribution = (origins: unknown, ...referred: StackResource[]) =>
  fake("aws:cloudfront/distribution:Distribution", "cdn", { origins }, { origins: referred });
const reaches = (...origins: Parameters<typeof distribution>) =>
  [site, media].map((bucket) => [...reachesOf(fakeStack(site, media, distribution(...origins)), bucket)]);
const signed = (domainName: unknown) => ({ domainName, originAccessControlId: UNKNOWN });
const open = (domainName: unknown) => ({ domainName, originAccessControlId: "" });

describe("how CloudFront reaches a bucket", () => {
  it("is told by the origin with its domain", () => {
    const regional = "acme-site.s3.eu-west-1.amazonaws.com";
    assert.deepEqual(reaches([signed(regional), open("acme-media.s3.amazonaws.com")]), [["signed"], ["open"]]);
    const identity = { domainName: regional, s3OriginConfig: { originAccessIdentity: "origin-access-identity/E1" } };
    assert.deepEqual(reaches([identity]), [["signed"], []]);
  });

  it("is open by the endpoint of a website, which nobody can sign for", () => {
    assert.deepEqual(reaches([signed("acme-site.s3-website-eu-west-1.amazonaws.com")]), [["open"], []]);
    const website = fake(parts.website.type, "website", { bucket: "acme-site" });
    assert.deepEqual(reaches([open(UNKNOWN)], website), [["open"], []]);
  });

  it("is told at preview by what all the origins have in common", () => {
    assert.deepEqual(reaches([signed(UNKNOWN), signed(UNKNOWN)], site, media), [["signed"], ["signed"]]);
    assert.deepEqual(reaches([signed(UNKNOWN), open(UNKNOWN)], site, media), [["unclear"], ["unclear"]]);
    assert.deepEqual(reaches(UNKNOWN, site), [["unclear"], []]);
    assert.deepEqual(reaches([UNKNOWN], site), [["unclear"], []]);
  });

  it("is nothing where no origin is the bucket", () => {
    assert.deepEqual(reaches([open("api.example.com")]), [[], []]);
  });
});
