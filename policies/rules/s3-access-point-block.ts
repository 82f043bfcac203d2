import { type BlockPlace, closeBlock, judgeBlock } from "../facts/public-access-block";
import { at } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

const accessPointType = "aws:s3/accessPoint:AccessPoint";

/** AWS takes a flag that is not set for true, and none can be changed later. */
const places: Readonly<Record<string, BlockPlace>> = {
  [accessPointType]: { place: ["publicAccessBlockConfiguration"], byDefault: true },
  "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint": {
    place: ["details", "publicAccessBlock"],
    byDefault: true,
  },
};

export const s3AccessPointBlock = rule({
  name: "s3-access-point-block",
  displayName: "Access points block public access",
  description: "No access point of S3, for one region or for several, turns off a flag of its public access block.",
  why: "The policy of the access point could then let in the public, and the flags cannot be changed once it is there.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-19",
  remediationSteps:
    "Leave out the public access block of the access point, for AWS turns it on, or set its four flags to true. It cannot be changed once the access point is there.",
  controls: { fsbp: ["S3.19", "S3.24"] },
  settings: { requireVpc: flag(false, "Require that an access point of one region is open to one VPC alone.") },
  types: Object.keys(places),
  resource({ resource: { type, props }, settings, ...verdicts }) {
    const place = places[type];
    if (place) judgeBlock(props, place, verdicts);
    // The VPC of the stack is not known at preview, but then one is named.
    if (settings.requireVpc && type === accessPointType && at(props, "vpcConfiguration", "vpcId") === undefined) {
      verdicts.deny("vpcConfiguration.vpcId is not set; name the VPC that may use the access point");
    }
  },
  remediate({ type, props }) {
    const place = places[type];
    return place ? closeBlock(props, place) : [];
  },
});
