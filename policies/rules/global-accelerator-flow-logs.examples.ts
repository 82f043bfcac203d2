import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const accelerator = (attributes?: unknown) => ({
  type: "aws:globalaccelerator/accelerator:Accelerator",
  props: { name: "web", attributes },
});
const custom = (attributes?: unknown) => ({
  type: "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator",
  props: { name: "game", attributes },
});
const on = { flowLogsEnabled: true, flowLogsS3Bucket: "acme-logs", flowLogsS3Prefix: "edge" };

export const examples: Examples = {
  denied: [
    {
      title: "accelerators without logs, as is the default",
      resources: { plain: accelerator(), off: accelerator({ flowLogsEnabled: "false" }), game: custom({}) },
      says: {
        plain: "attributes.flowLogsEnabled is not true; set it, and name a bucket",
        off: "attributes.flowLogsEnabled is not true",
        game: "attributes.flowLogsEnabled is not true",
      },
    },
  ],
  allowed: [{ title: "accelerators with logs", resources: { web: accelerator(on), game: custom(on) } }],
  undecided: [
    {
      title: "what is not known",
      resources: { web: accelerator({ flowLogsEnabled: UNKNOWN }) },
      says: { web: "attributes.flowLogsEnabled is not known yet" },
    },
  ],
};
