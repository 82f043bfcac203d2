import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const permission = (props: object) => ({
  type: "aws:cloudwatch/eventPermission:EventPermission",
  props: { statementId: "others", ...props },
});
const policy = (written: unknown) => ({
  type: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  props: { eventBusName: "shop", policy: written },
});
const json = (statement: object) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Action: "events:PutEvents", Resource: "*", ...statement }] });
const condition = (value: unknown) => ({ key: "aws:PrincipalOrgID", type: "StringEquals", value });

export const examples: Examples = {
  denied: [
    {
      title: "everyone",
      resources: {
        bare: permission({ principal: "*" }),
        any: permission({ principal: "*", condition: condition("*") }),
        policy: policy(json({ Principal: "*" })),
      },
      says: {
        bare: 'principal is "*"; name an account, or set condition to aws:PrincipalOrgID of yours',
        any: 'principal is "*"',
        policy: "Statement[0] of policy lets everyone in; name accounts or services",
      },
    },
  ],
  allowed: [
    {
      title: "accounts and an organisation",
      resources: {
        account: permission({ principal: "111122223333" }),
        org: permission({ principal: "*", condition: condition("o-0a1b2c3d4e") }),
        organization: { type: "aws:organizations/organization:Organization", props: {} },
        ours: permission({ principal: "*", condition: condition(ref("organization")) }),
        policy: policy(json({ Principal: { AWS: "111122223333" } })),
        narrow: policy(json({ Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0a1b2c3d4e" } } })),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        principal: permission({ principal: UNKNOWN }),
        condition: permission({ principal: "*", condition: UNKNOWN }),
        policy: policy(UNKNOWN),
      },
      says: {
        principal: "principal is not known yet",
        condition: "condition is not known yet",
        policy: "policy is not known yet",
      },
    },
  ],
};
