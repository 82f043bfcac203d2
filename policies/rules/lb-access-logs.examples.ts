import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const balancer = (props: Record<string, unknown>) => ({
  type: "aws:lb/loadBalancer:LoadBalancer",
  props: { ...props },
});
const classic = (props: Record<string, unknown>) => ({
  type: "aws:elb/loadBalancer:LoadBalancer",
  props: { ...props },
});
const bucket = { type: "aws:s3/bucket:Bucket", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "load balancers without logs",
      resources: { web: balancer({}), edge: balancer({ loadBalancerType: "network" }), classic: classic({}) },
      says: { web: "accessLogs is not set", edge: "accessLogs is not set", classic: "accessLogs is not set" },
    },
    {
      title: "a bucket without enabled, which AWS leaves off",
      resources: { web: balancer({ accessLogs: { bucket: "logs" } }) },
      says: { web: "accessLogs.enabled is not set; set it to true" },
    },
    {
      title: "logs that are off",
      resources: {
        web: balancer({ accessLogs: { bucket: "logs", enabled: "false" } }),
        classic: classic({ accessLogs: { bucket: "logs", enabled: false } }),
      },
      says: { web: 'accessLogs.enabled is "false"', classic: "accessLogs.enabled is false" },
    },
    {
      title: "logs without a bucket",
      resources: { web: balancer({ accessLogs: { bucket: "", enabled: true } }) },
      says: { web: "accessLogs.bucket is not set" },
    },
    {
      title: "missing connection logs, when the settings ask for them",
      settings: { connectionLogs: true },
      resources: { web: balancer({ accessLogs: { bucket: "logs", enabled: true } }) },
      says: { web: "connectionLogs is not set" },
    },
  ],
  allowed: [
    {
      title: "logs in a bucket of the stack",
      resources: {
        bucket,
        web: balancer({ accessLogs: { bucket: ref("bucket"), enabled: true } }),
        edge: balancer({ loadBalancerType: "network", accessLogs: { bucket: "logs", enabled: "true" } }),
        classic: classic({ accessLogs: { bucket: ref("bucket") } }),
      },
    },
    {
      title: "a gateway load balancer, which has none",
      resources: { gateway: balancer({ loadBalancerType: "gateway" }) },
    },
    {
      title: "connection logs where there can be any",
      settings: { connectionLogs: true },
      resources: {
        web: balancer({
          accessLogs: { bucket: "logs", enabled: true },
          connectionLogs: { bucket: "logs", enabled: true },
        }),
        edge: balancer({ loadBalancerType: "network", accessLogs: { bucket: "logs", enabled: true } }),
      },
    },
  ],
  undecided: [
    {
      title: "logs that are not known to be on",
      resources: {
        web: balancer({ accessLogs: UNKNOWN }),
        api: balancer({ accessLogs: { bucket: "logs", enabled: UNKNOWN } }),
        other: balancer({ loadBalancerType: UNKNOWN }),
      },
      says: {
        web: "accessLogs is not known yet",
        api: "accessLogs.enabled is not known yet",
        other: "loadBalancerType is not known yet",
      },
    },
  ],
};
