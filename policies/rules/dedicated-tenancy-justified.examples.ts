import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object = {}) => ({ type, props: { ...props } });
const instance = (props: object) => of("aws:ec2/instance:Instance", props);
const reason = { "tenancy-reason": "Oracle licence" };

export const examples: Examples = {
  denied: [
    {
      title: "hardware of its own without a reason, in every place",
      resources: {
        a: instance({ tenancy: "dedicated" }),
        b: instance({ tenancy: "host", tags: { Name: "b" } }),
        c: of("aws:ec2/launchTemplate:LaunchTemplate", { placement: { tenancy: "dedicated" } }),
        d: of("aws:ec2/launchConfiguration:LaunchConfiguration", { placementTenancy: "dedicated" }),
        e: of("aws:ec2/spotFleetRequest:SpotFleetRequest", {
          launchSpecifications: [{}, { placementTenancy: "dedicated" }],
        }),
        f: of("aws:ec2/vpc:Vpc", { instanceTenancy: "dedicated" }),
        g: of("aws:ec2/capacityReservation:CapacityReservation", { tenancy: "dedicated" }),
        h: of("aws:ec2/dedicatedHost:DedicatedHost", { instanceType: "m7i.large" }),
      },
      says: {
        a: 'tenancy is "dedicated"; set it to "default", or say why with a tag "tenancy-reason"',
        b: 'tenancy is "host"',
        c: 'placement.tenancy is "dedicated"',
        d: 'placementTenancy is "dedicated"',
        e: 'launchSpecifications[1].placementTenancy is "dedicated"',
        f: 'instanceTenancy is "dedicated"',
        g: 'tenancy is "dedicated"',
        h: "it is a whole server",
      },
    },
    {
      title: "a tag other than the settings ask for",
      settings: { allowTags: ["licence=oracle"] },
      resources: { a: instance({ tenancy: "dedicated", tags: { licence: "none" } }) },
      says: { a: 'say why with a tag "licence=oracle"' },
    },
  ],
  allowed: [
    {
      title: "hardware of its own with a reason",
      resources: {
        a: instance({ tenancy: "dedicated", tags: reason }),
        b: of("aws:ec2/dedicatedHost:DedicatedHost", { tags: reason }),
      },
    },
    {
      title: "shared hardware, stated or by default",
      resources: { a: instance({ tenancy: "default" }), b: instance({}), c: of("aws:ec2/vpc:Vpc") },
    },
  ],
  undecided: [
    {
      title: "a tenancy, a list or tags that are not known",
      resources: {
        tenancy: instance({ tenancy: UNKNOWN }),
        list: of("aws:ec2/spotFleetRequest:SpotFleetRequest", { launchSpecifications: UNKNOWN }),
        tags: instance({ tenancy: "host", tags: UNKNOWN }),
      },
      says: { tenancy: "tenancy", list: "launchSpecifications", tags: "tags" },
    },
  ],
};
