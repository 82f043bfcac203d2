import { hasRoutingPolicy, nameOf, recordsByName, recordType } from "../facts/dns-records";
import { instanceAddresses } from "../facts/elastic-addresses";
import { listed, poolOf } from "../facts/id-lists";
import { instanceType } from "../facts/launch-specifications";
import { targetGroupType } from "../facts/load-balancers";
import type { Kind } from "../facts/references";
import { targetSources } from "../facts/targets";
import { asList, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack, type Verdicts } from "../rule";

const addressType = "aws:ec2/eip:Eip";
/** What a record can name that stands for one instance. */
const serverKind: Kind = {
  types: [instanceType, addressType],
  keys: ["publicIp", "privateIp", "publicDns", "privateDns"],
};

export const noSingleInstanceTier = rule({
  name: "no-single-instance-tier",
  displayName: "No tier rests on one instance",
  description:
    "A target group, or a name in DNS, is not served by a single instance, with whose loss it would be gone.",
  why: "When that instance or its zone fails, nothing else answers.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html",
  remediationSteps:
    "Run the tier as an Auto Scaling group over two or more zones behind a load balancer, or give the name a failover record.",
  controls: {},
  types: [],
  stack({ stack, on }) {
    for (const group of stack.ofType(targetGroupType)) judgeGroup(stack, group, on(group));
    const instancesOf = addressedInstances(stack);
    const records = recordsByName(stack);
    for (const record of stack.ofType(recordType)) {
      const only = onlyInstance(stack, record, instancesOf);
      if (only === undefined) continue;
      const name = nameOf(record);
      const share = name === undefined ? 0 : (records.named.get(name)?.length ?? 0);
      if (hasRoutingPolicy(record) && share > 1) continue;
      // Another record may turn out to have the same name.
      const isVague = hasRoutingPolicy(record) && (name === undefined || records.unnamed > 0);
      if (isVague) on(record).undecided("whether other records share its name");
      else on(record).deny(`it leads to one instance (${only}); name a load balancer, or add a failover record`);
    }
  },
});

function judgeGroup(stack: Stack, group: StackResource, { deny, undecided }: Verdicts): void {
  const sources = targetSources(stack, group);
  const targets = sources.flatMap((source) => (source.kind === "target" ? [source] : []));
  if (targets.length === 0 || targets.length < sources.length) return;
  // A target of type "ip" may stand for more than one instance, such as a proxy; other types are no instances.
  const byId = (at(group.props, "targetType") ?? "instance") === "instance";
  const names = new Set(targets.map(({ instance, id }) => instance?.urn ?? (byId ? id : undefined)));
  const [first] = targets;
  if (names.size > 1 || names.has(undefined) || !first) return;
  const { instance, id } = first;
  if (id === UNKNOWN && !instance && targets.length > 1) undecided("which instances it has");
  else {
    const said = instance ? `"${instance.name}"` : id === UNKNOWN ? "one that is not known yet" : shown(id);
    deny(`one instance serves it (${said}); use an Auto Scaling group, or attach others in other zones`);
  }
}

/** The instance that a record leads to, as a message names it; undefined when there are others, or none. */
function onlyInstance(
  stack: Stack,
  record: StackResource,
  instancesOf: ReadonlyMap<string, readonly StackResource[]>,
): string | undefined {
  const { sure, some, foreign, isOpen } = listed(
    poolOf(stack, record, "records", asList(at(record.props, "records")), serverKind),
  );
  if (some.length + foreign.length > 0 || isOpen) return undefined;
  const servers = sure.map((server) => (server.type === addressType ? (instancesOf.get(server.urn) ?? []) : [server]));
  const instances = new Set(servers.flat());
  const [only] = instances;
  return only && instances.size === 1 && servers.every((one) => one.length > 0) ? `"${only.name}"` : undefined;
}

/** The instances of each Elastic IP address, by its URN. */
function addressedInstances(stack: Stack): Map<string, StackResource[]> {
  const found = new Map<string, StackResource[]>();
  for (const { source, instances } of instanceAddresses(stack)) {
    found.set(source.urn, [...(found.get(source.urn) ?? []), ...instances]);
  }
  return found;
}
