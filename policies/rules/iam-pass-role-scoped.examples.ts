import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string, props: object) => ({ type: `aws:iam/${type}`, props: { ...props } });
const statements = (...list: object[]) => ({
  Version: "2012-10-17",
  Statement: list.map((one) => ({ Effect: "Allow", ...one })),
});
const policy = (...list: object[]) => of("policy:Policy", { policy: statements(...list) });
const everywhere = (Action: unknown, rest: object = {}) => policy({ Action, Resource: "*", ...rest });

const json = (...list: object[]) => JSON.stringify(statements(...list));
const pass = (Resource: unknown, rest: object = {}) => policy({ Action: "iam:PassRole", Resource, ...rest });
const to = (service: unknown) => ({ Condition: { StringEquals: { "iam:PassedToService": service } } });

export const examples: Examples = {
  denied: [
    {
      title: "roles of every name, also to one service",
      resources: {
        all: pass("*"),
        toEc2: pass("*", to("ec2.amazonaws.com")),
        account: pass("arn:aws:iam::111122223333:role/*", to("ec2.amazonaws.com")),
        whole: everywhere("iam:*"),
        inside: of("role:Role", { inlinePolicies: [{ policy: json({ NotAction: "s3:*", Resource: "*" }) }] }),
      },
      says: {
        all: "Statement[0] of policy allows iam:PassRole on every role; name the roles in Resource",
        toEc2: "allows iam:PassRole on every role",
        account: "allows iam:PassRole on every role",
        whole: "allows iam:PassRole on every role",
        inside: "Statement[0] of inlinePolicies[0].policy allows iam:PassRole on every role",
      },
    },
    {
      title: "a pattern of roles to whatever service",
      resources: {
        some: pass("arn:aws:iam::111122223333:role/shop-*"),
        any: pass("arn:aws:iam::111122223333:role/shop-*", {
          Condition: { StringLike: { "iam:PassedToService": "*" } },
        }),
      },
      says: {
        some: "allows iam:PassRole on a pattern of roles; add a condition on iam:PassedToService",
        any: "allows iam:PassRole on a pattern of roles",
      },
    },
  ],
  allowed: [
    {
      title: "roles by name, and a pattern of them to one service",
      resources: {
        web: of("role:Role", {}),
        stack: pass(ref("web", "arn")),
        named: pass("arn:aws:iam::111122223333:role/web"),
        some: pass("arn:aws:iam::111122223333:role/shop-*", to(["ecs-tasks.amazonaws.com"])),
      },
    },
    {
      title: "other actions, what is denied, and everything, which another policy denies",
      resources: {
        read: everywhere(["iam:GetRole", "ec2:RunInstances"]),
        never: pass("*", { Effect: "Deny" }),
        all: everywhere("*"),
        butIam: policy({ NotAction: "iam:*", Resource: "*" }),
      },
    },
    {
      title: "a policy that is not known, of which iam-no-admin-policy tells",
      resources: { whole: of("policy:Policy", { policy: UNKNOWN }) },
    },
  ],
  undecided: [
    {
      title: "actions and services that are not known",
      resources: {
        action: everywhere(UNKNOWN),
        service: pass("arn:aws:iam::111122223333:role/shop-*", to(UNKNOWN)),
        condition: pass("arn:aws:iam::111122223333:role/shop-*", { Condition: UNKNOWN }),
      },
      says: {
        action: "Action of Statement[0] of policy is not known yet",
        service: "Condition of Statement[0] of policy is not known yet",
        condition: "Condition of Statement[0] of policy is not known yet",
      },
    },
  ],
};
