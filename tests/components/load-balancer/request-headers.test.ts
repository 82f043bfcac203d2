import assert from "node:assert/strict";
import type { RequestHeaders } from "../../../components/load-balancer/request-headers";
import type { MutualTls } from "../../../components/load-balancer/tls";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const make = (requestHeaders: RequestHeaders, tls: WebTierArgs["tls"] = { certificateArn: "arn:certificate" }) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls, requestHeaders }), { environment: "dev" });
const asking = (mutual: MutualTls) => ({ certificateArn: "arn:certificate", mutual });
const verify = { mode: "verify", trustStoreArn: "arn:aws:elasticloadbalancing:t" } as const;

describe("the headers of requests", () => {
  it("are AWS's own unless told", async () => {
    const { inputs } = (await make({})).get("shop-lb");
    for (const input of [
      "preserveHostHeader",
      "xffHeaderProcessingMode",
      "enableXffClientPort",
      "enableTlsVersionAndCipherSuiteHeaders",
    ]) {
      assert.equal(inputs[input], undefined, input);
    }
  });

  it("keep the host, and tell of the client and its TLS, as they are told", async () => {
    const plan = await make({ preserveHost: true, forwardedFor: "preserve", clientPort: true, tls: true });
    const { preserveHostHeader, xffHeaderProcessingMode, enableXffClientPort, enableTlsVersionAndCipherSuiteHeaders } =
      plan.get("shop-lb").inputs;
    assert.deepEqual(
      [preserveHostHeader, xffHeaderProcessingMode, enableXffClientPort, enableTlsVersionAndCipherSuiteHeaders],
      [true, "preserve", true, true],
    );
  });

  it("can be called otherwise, where they are sent", async () => {
    const names = {
      leaf: "X-Leaf",
      subject: "X-Subject",
      issuer: "X-Issuer",
      serialNumber: "X-Nr",
      validity: "X-Until",
    };
    const plan = await make(
      { tls: true, names: { ...names, tlsVersion: "X-Tls", cipherSuite: "X-Cipher" } },
      asking(verify),
    );
    const { inputs } = plan.get("shop-https");
    assert.deepEqual(
      Object.fromEntries(Object.entries(inputs).filter(([input]) => input.startsWith("routingHttpRequest"))),
      {
        routingHttpRequestXAmznTlsVersionHeaderName: "X-Tls",
        routingHttpRequestXAmznTlsCipherSuiteHeaderName: "X-Cipher",
        routingHttpRequestXAmznMtlsClientcertLeafHeaderName: "X-Leaf",
        routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: "X-Subject",
        routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: "X-Issuer",
        routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: "X-Nr",
        routingHttpRequestXAmznMtlsClientcertValidityHeaderName: "X-Until",
      },
    );
    const passed = await make({ names: { clientCertificate: "X-Cert" } }, asking({ mode: "passthrough" }));
    assert.equal(passed.get("shop-https").inputs.routingHttpRequestXAmznMtlsClientcertHeaderName, "X-Cert");
  });

  const notSent = "the header is not sent otherwise";
  const refused: [string, RequestHeaders, WebTierArgs["tls"]?][] = [
    ["tls must be false over plain HTTP, got true", { tls: true }, "none"],
    [
      `names.tlsVersion must come with requestHeaders.tls true: ${notSent}, got "X-Tls"`,
      { names: { tlsVersion: "X-Tls" } },
    ],
    [
      `names.subject must come with tls.mutual.mode "verify": ${notSent}, got "X-Subject"`,
      { names: { subject: "X-Subject" } },
      asking({ mode: "passthrough" }),
    ],
    [
      `names.clientCertificate must come with tls.mutual.mode "passthrough": ${notSent}, got "X-Cert"`,
      { names: { clientCertificate: "X-Cert" } },
      asking(verify),
    ],
    ['names.leaf must be letters, digits and hyphens, got "X Leaf"', { names: { leaf: "X Leaf" } }, asking(verify)],
    [
      'names must not repeat a name, got "x-client"',
      { names: { leaf: "X-Client", subject: "x-client" } },
      asking(verify),
    ],
    [
      'names must be of tlsVersion, cipherSuite, clientCertificate, leaf, subject, issuer, serialNumber, validity, got "name"',
      { names: Object({ name: "X-Name" }) },
    ],
  ];
  for (const [sentence, headers, tls] of refused) {
    it(`refuse: ${sentence}`, () =>
      assert.rejects(make(headers, tls), { message: `web tier "shop": requestHeaders.${sentence}` }));
  }
});
