import assert from "node:assert/strict";
import type { MutualTls } from "../../../components/load-balancer/tls";
import { WebTier } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const askedBy = async (mutual?: MutualTls) => {
  const tls = { certificateArn: "arn:certificate", mutual };
  const plan = await record(() => new WebTier("shop", { network, exposure: "internet", tls }));
  return plan.get("shop-https").inputs.mutualAuthentication;
};

describe("the certificates of clients", () => {
  it("are not asked for unless told", async () => {
    assert.equal(await askedBy(), undefined);
  });

  it("are passed on as they are", async () => {
    assert.deepEqual(await askedBy({ mode: "passthrough" }), { mode: "passthrough" });
  });

  it("must be of a trusted authority, and still hold", async () => {
    assert.deepEqual(await askedBy({ mode: "verify", trustStoreArn: "arn:aws:elasticloadbalancing:t" }), {
      mode: "verify",
      trustStoreArn: "arn:aws:elasticloadbalancing:t",
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: "off",
    });
  });

  it("may have run out, and authorities be told, if so said", async () => {
    const mutual = {
      mode: "verify",
      trustStoreArn: "arn:aws:elasticloadbalancing:t",
      ignoreExpiry: true,
      advertiseCaNames: true,
    } as const;
    assert.deepEqual(await askedBy(mutual), {
      mode: "verify",
      trustStoreArn: "arn:aws:elasticloadbalancing:t",
      ignoreClientCertificateExpiry: true,
      advertiseTrustStoreCaNames: "on",
    });
  });

  it("are verified by a trust store, whose name is not enough", () =>
    assert.rejects(askedBy({ mode: "verify", trustStoreArn: "partners" }), {
      message:
        'web tier "shop": tls.mutual.trustStoreArn must be the ARN of a trust store, such as "arn:aws:elasticloadbalancing:eu-west-1:123456789012:truststore/partners/0123456789abcdef", got "partners"',
    }));

  it("need a trust store to be verified, and none to be passed on", () => {
    // @ts-expect-error verified by whom?
    const alone: MutualTls = { mode: "verify" };
    // @ts-expect-error nobody verifies them
    const idle: MutualTls = { mode: "passthrough", trustStoreArn: "arn:aws:elasticloadbalancing:t" };
    assert.ok(alone && idle);
  });
});
