import * as pulumi from "@pulumi/pulumi";
import { argumentCheck } from "../../../components/argument-checks";
import { ServiceBalancer } from "../../../components/service-balancer";
import {
  readServicePlace,
  type ServicePlaceArgs,
  type ServiceTargets,
  servicePlace,
} from "../../../components/service-balancer/service-place";
import { record } from "../../../planner/record";

export const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
export const application = { type: "application", exposure: "internet", tls: { certificateArn: "arn:c" } } as const;
export const overTls = {
  type: "network",
  exposure: "internet",
  tls: { certificateArn: "arn:c", additionalCertificateArns: { "b.example": "arn:b" } },
} as const;
export const targets: ServiceTargets = {
  port: 8080,
  protocol: "http",
  targetType: "ip",
  healthCheck: {},
  deregistrationDelaySeconds: 30,
  stickiness: "none",
};

/** A service of which there is nothing but its place. */
export class Service extends pulumi.ComponentResource {
  constructor(name: string, args: Partial<ServicePlaceArgs> = {}) {
    super("test:index:Service", name);
    const { balancing = application, twoVersions = false } = args;
    const given = { balancing, twoVersions, targets: { ...targets, ...args.targets } };
    const settings = readServicePlace(argumentCheck(this, "container service", name), name, given);
    const own = () => {
      if (balancing.type === "shared") return balancing.balancer;
      return new ServiceBalancer(name, { ...balancing, network }, { parent: this });
    };
    const place = servicePlace(name, own(), network.vpcId, settings, this);
    this.registerOutputs({
      waitsFor: place.listeners.map(({ urn }) => urn),
      productionRuleArn: place.alternate?.productionRuleArn,
      testRuleArn: place.alternate?.testRuleArn,
      alternate: place.alternate?.targetGroup.arn,
    });
  }
}
export const make = (args: Partial<ServicePlaceArgs> = {}) =>
  record(
    () => {
      new Service("shop", args);
    },
    { environment: "dev" },
  );
