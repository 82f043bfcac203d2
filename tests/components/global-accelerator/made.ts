import { GlobalAccelerator, type GlobalAcceleratorArgs } from "../../../components/global-accelerator";
import { record } from "../../../planner/record";

export const loadBalancerArn =
  "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/0123456789abcdef";

/** HTTP and HTTPS to one load balancer of the provider's region. */
export const web: GlobalAcceleratorArgs = {
  listeners: {
    web: { protocol: "tcp", ports: [80, 443], endpointGroups: { here: { endpoints: [{ loadBalancerArn }] } } },
  },
};

/** Plans an accelerator called `front`. */
export const make = (args: Partial<GlobalAcceleratorArgs> = {}) =>
  record(() => ({ accelerator: new GlobalAccelerator("front", { ...web, ...args }) }), { environment: "dev" });
