import { findSubnets, namesOf } from "../facts/subnet-references";
import { isPublic } from "../facts/subnet-tiers";
import { hasTag } from "../facts/tags";
import { asBoolean, at, UNKNOWN } from "../facts/value";
import { workloadSubnets, workloadTypes } from "../facts/workload-subnets";
import { rule } from "../rule";
import { texts } from "../settings";

export const privateWorkloads = rule({
  name: "private-workloads",
  displayName: "Workloads run in private subnets",
  description: "Instances, tasks, nodes and functions run in subnets whose default route leads to no internet gateway.",
  why: "In a public subnet a workload is one public address and one security group rule away from the internet.",
  severity: "high",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html",
  remediationSteps:
    "Run it in private subnets, behind a load balancer in public ones, with a NAT gateway or VPC endpoints for what it calls.",
  controls: {},
  settings: {
    allowTags: texts([], "Tags of what may run in public subnets, as `key=value`, or `key` for any value."),
  },
  types: [],
  stack({ stack, settings, on }) {
    for (const workload of stack.ofType(...workloadTypes)) {
      // What forwards the traffic of others, such as a NAT instance, must stand in a public subnet. An instance that
      // names no subnet lies in the default VPC, which no-default-vpc is about.
      if (asBoolean(at(workload.props, "sourceDestCheck")) === false) continue;
      const found = workloadSubnets(stack, workload).map((places) =>
        findSubnets(places, "is public", (subnet) => isPublic(stack, subnet)),
      );
      const open = found.flatMap(({ subnets }) => subnets);
      const [doubt] = found.flatMap(({ doubt }) => doubt ?? []);
      if (open.length === 0 && doubt === undefined) continue;
      const isAllowed = hasTag(workload, settings.allowTags);
      if (isAllowed === true) continue;
      if (isAllowed === UNKNOWN) on(workload).undecided("tags");
      else if (open.length > 0) on(workload).deny(`it runs in public subnets (${namesOf(open)}); use private ones`);
      else if (doubt !== undefined) on(workload).undecided(doubt);
    }
  },
});
