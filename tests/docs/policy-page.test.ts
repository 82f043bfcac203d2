import assert from "node:assert/strict";
import { policyPage } from "../../docs/policy-page";
import type { Examples } from "../../policies/examples";
import type { Group } from "../../policies/group";
import { type Rule, rule } from "../../policies/rule";
import { integer } from "../../policies/settings";

const small = rule({
  name: "volume-small",
  displayName: "Volumes are small",
  description: "Every volume is small.",
  why: "Large ones cost more.",
  severity: "low",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://docs.aws.amazon.com/ebs/",
  remediationSteps: "Set size to 10.",
  controls: { fsbp: ["EC2.3"] },
  settings: { maxGiB: integer(10, "The largest size.", { minimum: 1 }) },
  types: ["aws:ebs/volume:Volume"],
  resource({ resource, settings, deny }) {
    if (Number(resource.props.size) > settings.maxGiB) deny(`size is ${resource.props.size}; set it to 10`);
  },
  remediate: () => [{ path: ["size"], value: 10 }],
});
const storage: Group = { title: "Disks, and more", rules: [small as Rule] };
const volume = (props: Record<string, unknown>) => ({ type: "aws:ebs/volume:Volume", props });
const examples: Examples = {
  denied: [
    {
      title: "a volume that is large in dev",
      environment: "dev",
      resources: { data: volume({ size: 11 }) },
      says: { data: "size is 11" },
    },
    { title: "a large volume", resources: { data: volume({ size: 12 }) }, says: { data: "size is 12" } },
  ],
  allowed: [
    { title: "what is no volume", resources: { net: { type: "aws:ec2/vpc:Vpc", props: {} } } },
    { title: "a small volume", resources: { data: volume({ size: 10 }) } },
  ],
  undecided: [],
};

const page = `# volume-small

Every volume is small.

Large ones cost more.

|  |  |
| --- | --- |
| level | off in dev, advisory in prod |
| severity | low |
| group | [Disks, and more](README.md#disks-and-more) |
| judges | \`aws.ebs.Volume\` |
| when | before each resource is made |
| controls | FSBP EC2.3 ([by standard](standards.md)) |
| can mend it itself | yes |
| read more | https://docs.aws.amazon.com/ebs/ |
| source | [volume-small.ts](../../policies/rules/volume-small.ts), and every example, which are its tests: [volume-small.examples.ts](../../policies/rules/volume-small.examples.ts) |

## Denied

For example a large volume:

\`\`\`ts
import * as aws from "@pulumi/aws";

const data = new aws.ebs.Volume("data", { size: 12, availabilityZone: "eu-west-1a" });
\`\`\`

The policy then says:

\`\`\`text
aws.ebs.Volume "data": size is 12; set it to 10.
\`\`\`

It also denies:

- a volume that is large in dev

## Allowed

For example a small volume:

\`\`\`ts
import * as aws from "@pulumi/aws";

const data = new aws.ebs.Volume("data", { size: 10, availabilityZone: "eu-west-1a" });
\`\`\`

It also allows:

- what is no volume

## How to mend it

Set size to 10.

Or let the policy mend the resource instead of refusing it, with this in the pack's config:

\`\`\`json
{"volume-small":"remediate"}
\`\`\`

## Settings

Set [in the pack's config](your-project.md#levels-and-settings), under the policy's name.

| setting | type | if left out | what it is |
| --- | --- | --- | --- |
| \`maxGiB\` | whole number, 1 or more | \`10\` | The largest size. |

## How to exempt a resource

In the stack file. [More about exemptions](your-project.md#exemptions).

\`\`\`yaml
tierwork:exemptions:
  - policy: volume-small
    resource: name              # or a URN, or a pattern with *
    reason: why it is right here
    approvedBy: Ada
    expires: "2027-01-31"
\`\`\`
`;

describe("the page of a policy", () => {
  it("says what it asks, shows what it denies and allows, and how to mend or exempt it", async () => {
    assert.equal(await policyPage(small as Rule, storage, examples), page);
  });

  it("tells how a critical one is exempt, and one that speaks of the stack", async () => {
    const critical = await policyPage({ ...(small as Rule), severity: "critical" }, storage, examples);
    assert.match(
      critical,
      /only the pack's own config can.*\n\n```json\n\{\n {2}"volume-small": \{\n {4}"exemptions": \[/,
    );
    const [denied] = examples.denied;
    assert(denied);
    const ofStack: Rule = {
      ...(small as Rule),
      resource: undefined,
      types: [],
      stack: ({ onStack }) => onStack.deny("it holds too much"),
    };
    const spoken = await policyPage(ofStack, storage, {
      ...examples,
      denied: [{ ...denied, says: { "": "too much" } }],
    });
    assert.match(spoken, /no resource to exempt/);
    assert.match(spoken, /```text\nit holds too much\.\n```/);
    assert.match(spoken, /\| judges \| the stack as a whole \|/);
    assert.match(spoken, /In a stack whose `tierwork:environment` is `dev`:/);
  });
});
