import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const point = (props: object) => ({
  type: "aws:s3/accessPoint:AccessPoint",
  props: { bucket: "acme-shop", name: "shop", ...props },
});
const everywhere = (details: object) => ({
  type: "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
  props: { details: { name: "shop", regions: [{ bucket: "acme-shop" }], ...details } },
});
const open = { blockPublicAcls: true, blockPublicPolicy: false };

export const examples: Examples = {
  denied: [
    {
      title: "a flag that is off, of an access point of one region or of several",
      resources: {
        shop: point({ publicAccessBlockConfiguration: open }),
        all: everywhere({ publicAccessBlock: { ...open, restrictPublicBuckets: "false" } }),
      },
      says: {
        shop: "publicAccessBlockConfiguration.blockPublicPolicy is false; set it to true",
        all: 'details.publicAccessBlock.blockPublicPolicy is false, details.publicAccessBlock.restrictPublicBuckets is "false"; set all four to true',
      },
    },
    {
      title: "an access point outside a VPC where one is required",
      settings: { requireVpc: true },
      resources: { shop: point({}) },
      says: { shop: "vpcConfiguration.vpcId is not set; name the VPC" },
      beyondRemedy: ["shop"],
    },
  ],
  allowed: [
    {
      title: "access points that leave the block to AWS, or state it",
      resources: {
        shop: point({}),
        partly: point({ publicAccessBlockConfiguration: { blockPublicAcls: true } }),
        all: everywhere({}),
      },
    },
    {
      title: "an access point of a VPC where one is required",
      settings: { requireVpc: true },
      resources: {
        net: { type: "aws:ec2/vpc:Vpc", props: { cidrBlock: "10.0.0.0/16" } },
        shop: point({ vpcConfiguration: { vpcId: ref("net") } }),
        all: everywhere({}),
      },
    },
  ],
  undecided: [
    {
      title: "a block or a flag that is not known",
      resources: {
        shop: point({ publicAccessBlockConfiguration: UNKNOWN }),
        all: everywhere({ publicAccessBlock: { blockPublicPolicy: UNKNOWN } }),
      },
      says: {
        shop: "publicAccessBlockConfiguration is not known yet",
        all: "details.publicAccessBlock is not known yet",
      },
    },
  ],
};
