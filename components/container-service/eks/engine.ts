import { Namespace } from "@pulumi/kubernetes/core/v1";
import type * as pulumi from "@pulumi/pulumi";
import { AlarmSet } from "../../alarm-set";
import { requestGraphs } from "../../dashboard/request-graphs";
import { EksCluster } from "../../eks-cluster";
import { alarmTopicArn } from "../../web-tier/alarms";
import type { Images, RunningService, Service } from "../service";
import { autoscaler } from "./autoscaler";
import { ownCluster } from "./checks";
import type { EksCompute } from "./compute";
import { userOf } from "./container-spec";
import { deployment } from "./deployment";
import { entrance } from "./entrance";
import { podGraphs } from "./graphs";
import { identity } from "./identity";
import { secretProvider } from "./secrets";
import { admitCallers } from "./security-groups";
import { isCounted, serviceAlarms } from "./service-alarms";
import type { Workload } from "./workload";

export { checkEks } from "./checks";

/** Runs a service on a Kubernetes cluster, in a namespace of its own. */
export function runOnEks(
  name: string,
  compute: EksCompute,
  service: Service,
  images: Images,
  parent: pulumi.ComponentResource,
): RunningService {
  const cluster =
    compute.cluster ??
    new EksCluster(`${name}-eks`, { ...ownCluster(compute, service), network: service.network }, { parent });
  const opts = { parent, provider: cluster.kubernetes() };
  const workload: Workload = { name, service, images, cluster, shape: cluster.shape(), parent, opts };

  const namespace = new Namespace(
    `${name}-namespace`,
    { metadata: { name, labels: namespaceLabels(service) } },
    // Pods need more than the API server: nodes, DNS, and the drivers of what they mount.
    { ...opts, dependsOn: [cluster] },
  );
  const inside = namespace.metadata.name;
  const account = identity(workload, inside);
  const secrets = secretProvider(workload, inside);
  const pods = deployment(workload, inside, account, secrets);
  autoscaler(workload, inside, pods);
  admitCallers(workload);
  const made = entrance(workload, inside);

  const { alarms } = service;
  const topicArn = alarms && alarmTopicArn(name, alarms, parent);
  const alarmSet = new AlarmSet(name, parent, topicArn);
  if (alarms) serviceAlarms(alarmSet, alarms, workload, made);
  const isApplication = service.balancing !== "none" && service.balancing.type === "application";
  const ofRequests = made && isApplication ? requestGraphs({ LoadBalancer: made.arnSuffix }) : [];
  const ofPods = isCounted(workload) ? podGraphs(workload) : [];
  return {
    address: made && { dnsName: made.dnsName, zoneId: made.zoneId },
    listenerArn: undefined,
    loadBalancerArn: made?.arn,
    edgeGroupId: made?.edgeGroupId,
    discoveryArn: undefined,
    serviceName: pods.metadata.name,
    appGroupId: cluster.securityGroupId,
    taskRoleArn: account.roleArn,
    alarmTopicArn: topicArn,
    section: { title: name, alarmArns: alarmSet.arns, graphs: [...ofRequests, ...ofPods] },
  };
}

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
const baselineCapabilities = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** The cluster refuses pods with more rights than the service asks for, and holds new ones back until they are healthy targets. */
function namespaceLabels({ containers }: Service): Record<string, string> {
  const added = containers.flatMap(({ addCapabilities }) => addCapabilities);
  const isRestricted =
    containers.every((container) => userOf(container).uid !== 0) && added.every((each) => each === "NET_BIND_SERVICE");
  const isBaseline = added.every((each) => baselineCapabilities.includes(each));
  return {
    "pod-security.kubernetes.io/enforce": isRestricted ? "restricted" : isBaseline ? "baseline" : "privileged",
    "eks.amazonaws.com/pod-readiness-gate-inject": "enabled",
  };
}
