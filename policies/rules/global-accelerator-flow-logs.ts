import { asBoolean, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const globalAcceleratorFlowLogs = rule({
  name: "global-accelerator-flow-logs",
  displayName: "Accelerators keep flow logs",
  description: "Every accelerator of AWS Global Accelerator, standard or custom routing, writes flow logs to a bucket.",
  why: "Without them nobody can tell who connected through the addresses of the accelerator.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html",
  remediationSteps: "Set attributes.flowLogsEnabled to true, with flowLogsS3Bucket and flowLogsS3Prefix.",
  controls: {},
  types: [
    "aws:globalaccelerator/accelerator:Accelerator",
    "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator",
  ],
  resource({ resource: { props }, deny, undecided }) {
    const logs = asBoolean(at(props, "attributes", "flowLogsEnabled"));
    if (logs === UNKNOWN) undecided("attributes.flowLogsEnabled");
    else if (!logs) deny("attributes.flowLogsEnabled is not true; set it, and name a bucket");
  },
});
