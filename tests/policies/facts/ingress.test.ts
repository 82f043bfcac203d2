import assert from "node:assert/strict";
import fc from "fast-check";
import { ingressOf, ingressTypes } from "../../../policies/facts/ingress";
import { UNKNOWN } from "../../../policies/facts/value";

const properties = [
  ...["ingress", "type", "protocol", "ipProtocol", "fromPort", "toPort", "cidrBlocks", "ipv6CidrBlocks", "cidrIpv4"],
  ...["cidrIpv6", "prefixListIds", "prefixListId", "remoteAccess", "ec2SshKey", "sourceSecurityGroupIds", "amiType"],
  ...["settings", "namespace", "name", "value"],
];
const odd = fc.letrec((self) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.constantFrom(UNKNOWN, null, "ingress", "aws:autoscaling:launchconfiguration", "SSHSourceRestriction", ",,,,"),
    fc.array(self("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...properties), self("value"), { maxKeys: 8 }),
  ),
})).value;

describe("the reader of ingress", () => {
  for (const type of ingressTypes) {
    it(`reads anything that ${type} can hold`, () => {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...properties), odd), (props) => {
          for (const { place, cidrs, unknownSources } of ingressOf({ type, props }).rules) {
            assert.equal(typeof place, "string");
            assert([...cidrs, ...unknownSources].every((text) => typeof text === "string"));
          }
        }),
      );
    });
  }

  it("has one name for each spelling of a protocol", () => {
    const spelled = (protocol: unknown) => {
      const [rule] = ingressOf({
        type: "aws:ec2/securityGroup:SecurityGroup",
        props: { ingress: [{ protocol }] },
      }).rules;
      return rule?.protocol;
    };
    assert.deepEqual([-1, "-1", "all", "ALL"].map(spelled), ["all", "all", "all", "all"]);
    assert.deepEqual([6, "6", "tcp", " TCP"].map(spelled), ["tcp", "tcp", "tcp", "tcp"]);
    assert.deepEqual([17, "17", "udp", 58, 132].map(spelled), ["udp", "udp", "udp", "icmpv6", "132"]);
    assert.deepEqual([UNKNOWN, undefined, true].map(spelled), [UNKNOWN, undefined, undefined]);
  });
});
