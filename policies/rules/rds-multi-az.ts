import { clusterMembers, memberZone } from "../facts/cluster-members";
import { clusterType, instanceType, isReplica } from "../facts/databases";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const ofCluster = { fsbp: ["RDS.15"] };

export const rdsMultiAz = rule({
  name: "rds-multi-az",
  displayName: "Databases span zones",
  description: "Databases of RDS and Aurora in production have a second instance in another availability zone.",
  why: "A database in one zone is away for as long as its zone is, or until a backup has been restored in another.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-5",
  remediationSteps:
    "Set multiAz to true, which needs a subnet group of two zones; give a cluster of Aurora a second instance in another zone.",
  controls: { fsbp: ["RDS.5", "RDS.15"], cis: ["3.2.4"] },
  types: [instanceType],
  subjects: [clusterType, instanceType],
  resource({ resource, deny, undecided }) {
    if (isReplica(resource)) return;
    const isMultiAz = asBoolean(at(resource.props, "multiAz"));
    if (isMultiAz === UNKNOWN) undecided("multiAz");
    else if (!isMultiAz) {
      deny(`multiAz is ${shown(isMultiAz)}; set it to true`, { fsbp: ["RDS.5"], cis: ["3.2.4"] });
    }
  },
  stack({ stack, on }) {
    // A cluster without instances is another stack's to fill, or a copy for a disaster; one of three zones makes its own.
    for (const [cluster, { instances, scaledReaders }] of clusterMembers(stack)) {
      if (instances.length === 1) {
        if (scaledReaders === UNKNOWN) on(cluster).undecided("the minCapacity of its scaling target");
        else if (scaledReaders === 0) {
          on(cluster).deny("it has 1 instance; add one in another availability zone", ofCluster);
        }
        continue;
      }
      const zone = onlyZone(instances);
      if (zone === undefined) continue;
      const says = `its ${instances.length} instances are all in ${zone}; put one in another availability zone`;
      on(cluster).deny(says, ofCluster);
    }
  },
  remediate(resource) {
    const isMultiAz = asBoolean(at(resource.props, "multiAz"));
    return isReplica(resource) || isMultiAz === true || isMultiAz === UNKNOWN
      ? []
      : [{ path: ["multiAz"], value: true }];
  },
});

/** The zone that all instances are in; undefined where they are not, or where AWS chooses, which spreads them. */
function onlyZone(instances: readonly StackResource[]): string | undefined {
  const [zone, ...others] = new Set(instances.map(memberZone));
  return others.length === 0 ? zone : undefined;
}
