import assert from "node:assert/strict";
import {
  behaviorsOf,
  customOriginsOf,
  hasOwnCertificate,
  isBucketOrigin,
  originsOf,
} from "../../../policies/facts/distributions";
import { type Members, written } from "../../../policies/facts/property-paths";
import { UNKNOWN } from "../../../policies/facts/value";

const places = ({ members }: Members) => members.map(({ place }) => written(place));

describe("the cache behaviours of a distribution", () => {
  it("are the default one and those for some paths, by the names of either type", () => {
    const one = { defaultCacheBehavior: {}, orderedCacheBehaviors: [{}, {}] };
    assert.deepEqual(places(behaviorsOf(one)), [
      "defaultCacheBehavior",
      "orderedCacheBehaviors[0]",
      "orderedCacheBehaviors[1]",
    ]);
    const shared = { defaultCacheBehavior: {}, cacheBehaviors: [{}] };
    assert.deepEqual(places(behaviorsOf(shared)), ["defaultCacheBehavior", "cacheBehaviors[0]"]);
  });

  it("tell which lists are not known", () => {
    const { members, unknownLists } = behaviorsOf({ defaultCacheBehavior: UNKNOWN, orderedCacheBehaviors: UNKNOWN });
    assert.deepEqual([members, unknownLists], [[], ["defaultCacheBehavior", "orderedCacheBehaviors"]]);
  });
});

describe("the origins of a distribution", () => {
  const origins = [
    { originId: "files" },
    { originId: "app", customOriginConfig: { httpPort: 80 } },
    { id: "saas", customOriginConfigs: [{ httpPort: 80 }] },
    { originId: "vpc", vpcOriginConfig: { vpcOriginId: "vo_1" } },
  ];

  it("are listed, and the custom ones with what they say", () => {
    assert.equal(originsOf({ origins }).members.length, 4);
    assert.deepEqual(places(customOriginsOf({ origins })), [
      "origins[1].customOriginConfig",
      "origins[2].customOriginConfigs[0]",
    ]);
    assert.deepEqual(customOriginsOf({ origins: [UNKNOWN] }).unknownLists, [
      "origins[0].customOriginConfig",
      "origins[0].customOriginConfigs",
    ]);
  });

  it("are buckets unless they say otherwise", () => {
    assert.deepEqual(origins.map(isBucketOrigin), [true, false, false, false]);
    assert.equal(isBucketOrigin({ customOriginConfigs: [], vpcOriginConfigs: [] }), true);
    assert.equal(isBucketOrigin({ customOriginConfig: UNKNOWN }), UNKNOWN);
    assert.equal(isBucketOrigin(UNKNOWN), UNKNOWN);
  });
});

describe("the certificate of a distribution", () => {
  it("is its own when one is named, even if its ARN comes later", () => {
    assert.equal(hasOwnCertificate({ viewerCertificate: { acmCertificateArn: UNKNOWN } }), true);
    assert.equal(hasOwnCertificate({ viewerCertificate: { iamCertificateId: "ASCA1" } }), true);
  });

  it("is CloudFront's when none is named", () => {
    assert.equal(
      hasOwnCertificate({ viewerCertificate: { acmCertificateArn: "", minimumProtocolVersion: "TLSv1" } }),
      false,
    );
    assert.equal(hasOwnCertificate({}), false);
    assert.equal(hasOwnCertificate({ viewerCertificate: UNKNOWN }), UNKNOWN);
  });
});
