import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (props: object = {}) => ({ type: "aws:cloudwatch/logGroup:LogGroup", props: { ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "log groups of audit trails, by the names of the resource and of the group",
      resources: {
        "shop-flow-logs": group(),
        trail: group({ name: "/aws/CloudTrail/main", skipDestroy: false }),
      },
      says: {
        "shop-flow-logs": "deletionProtectionEnabled and skipDestroy are not true; set one of them to true",
        trail: "set one of them to true",
      },
    },
    {
      title: "log groups that the settings name",
      settings: { names: ["payments-*"] },
      resources: { "payments-api": group() },
      says: { "payments-api": "set one of them to true" },
    },
  ],
  allowed: [
    {
      title: "audit trails that are protected or stay",
      resources: {
        "a-audit": group({ deletionProtectionEnabled: true }),
        "b-audit": group({ skipDestroy: "true" }),
      },
    },
    { title: "log groups of anything else", resources: { web: group({ name: "/ecs/web" }) } },
  ],
  undecided: [
    {
      title: "a name or a protection that is not known",
      resources: { web: group({ name: UNKNOWN }), audit: group({ skipDestroy: UNKNOWN }) },
      says: { web: "whether it holds an audit trail", audit: "whether it holds an audit trail and is protected" },
    },
  ],
};
