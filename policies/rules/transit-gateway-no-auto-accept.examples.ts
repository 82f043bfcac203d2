import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const gateway = (autoAcceptSharedAttachments: unknown) => ({
  type: "aws:ec2transitgateway/transitGateway:TransitGateway",
  props: { description: "hub", autoAcceptSharedAttachments },
});

export const examples: Examples = {
  denied: [
    {
      title: "a transit gateway that accepts every attachment",
      resources: { hub: gateway("enable") },
      says: { hub: 'autoAcceptSharedAttachments is "enable"; set it to "disable"' },
    },
  ],
  allowed: [
    {
      title: "a transit gateway that accepts none by itself, which is the default",
      resources: { hub: gateway("disable"), other: gateway(undefined) },
    },
  ],
  undecided: [
    {
      title: "a transit gateway of which that is not known",
      resources: { hub: gateway(UNKNOWN) },
      says: { hub: "autoAcceptSharedAttachments is not known yet" },
    },
  ],
};
