import { findSubnets } from "../facts/subnet-references";
import { vpcOf } from "../facts/subnet-routes";
import { tierOf } from "../facts/subnet-tiers";
import { few, UNKNOWN } from "../facts/value";
import { endpointsByVpc, missingServices } from "../facts/vpc-endpoints";
import { workloadSubnets, workloadTypes } from "../facts/workload-subnets";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import { texts } from "../settings";

/** What only tasks call, and only instances. */
const forTasks = ["ecr.api", "ecr.dkr"];
const forInstances = ["ssm"];
const functionTypes = ["aws:lambda/function:Function", "aws:lambda/capacityProvider:CapacityProvider"];
const instanceTypes = workloadTypes.filter((type) => /^aws:(?:ec2|autoscaling)\//.test(type));

export const vpcInterfaceEndpoints = rule({
  name: "vpc-interface-endpoints",
  displayName: "Workloads without NAT reach AWS by endpoints",
  description:
    "A VPC whose tasks and instances have no way to the internet has interface endpoints for the services that they call.",
  why: "Where nothing leads to the internet, a task cannot pull its image or write logs, nor an instance reach Systems Manager, without them.",
  severity: "medium",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-55",
  remediationSteps:
    "Add an aws.ec2.VpcEndpoint of type Interface with private DNS for each of the services, or a NAT gateway.",
  controls: { fsbp: ["EC2.55", "EC2.56", "EC2.57"] },
  settings: {
    services: texts(
      ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"],
      "The services that need an endpoint, as AWS names them; ecr.api and ecr.dkr where tasks run, ssm where instances do.",
    ),
  },
  types: [],
  subjects: ["aws:ec2/vpc:Vpc"],
  stack({ stack, settings, on }) {
    const endpoints = endpointsByVpc(stack);
    const needs = new Map<StackResource, { workload: StackResource; services: Set<string> }>();
    for (const workload of stack.ofType(...workloadTypes.filter((type) => !functionTypes.includes(type)))) {
      const others = instanceTypes.includes(workload.type) ? forTasks : forInstances;
      const services = settings.services.filter((service) => !others.includes(service));
      for (const places of workloadSubnets(stack, workload)) {
        const shut = findSubnets(places, "has a way out", (subnet) => {
          const tier = tierOf(stack, subnet);
          return tier === UNKNOWN ? UNKNOWN : tier === "isolated";
        });
        for (const subnet of shut.subnets) {
          const vpc = vpcOf(stack, subnet);
          if (!vpc) on(workload).undecided("which endpoints its VPC has");
          else {
            const known = needs.get(vpc) ?? { workload, services: new Set() };
            for (const service of services) known.services.add(service);
            needs.set(vpc, known);
          }
        }
        if (shut.doubt !== undefined) on(workload).undecided(shut.doubt);
      }
    }
    for (const [vpc, { workload, services }] of needs) {
      const missing = missingServices([...services].sort(), endpoints.get(vpc.urn) ?? []);
      if (missing === UNKNOWN) on(vpc).undecided("serviceName of one of its endpoints");
      else if (missing.length > 0) {
        on(vpc).deny(`it has no endpoint for ${few(missing)}, and "${workload.name}" has no other way out; add them`);
      }
    }
  },
});
