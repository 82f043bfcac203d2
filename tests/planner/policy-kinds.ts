import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import {
  type Policies,
  type ReportViolation,
  type ResourceValidationArgs,
  remediateResourceOfType,
  validateRemediateResourceOfType,
  validateResourceOfType,
  validateStackResourcesOfType,
} from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";

export type Policy = Policies[number];

/** A stack with what policies can meet: secrets, unknowns, options, parents, dependencies and a provider of its own. */
export const program = () => {
  const unknown = new aws.ivs.Channel("queue").arn;
  const topic = new aws.sns.Topic("topic", { displayName: pulumi.secret("hush"), tags: { Owner: "me" } });
  const provider = new aws.Provider("far", { region: "eu-west-2" });
  const options = { provider, protect: true, ignoreChanges: ["tags"], customTimeouts: { create: "1h30m5s" } };
  const bucket = new aws.s3.Bucket("bucket", { tags: { Known: "1" }, bucket: unknown }, options);
  new aws.sns.TopicSubscription(
    "sub",
    { topic: topic.arn, protocol: "sqs", endpoint: unknown },
    { parent: topic, dependsOn: bucket },
  );
};

/** A policy, mandatory unless it says otherwise. */
export const policy = (name: string, rest: object): Policy =>
  ({ name, description: `${name} is wanted`, enforcementLevel: "mandatory", ...rest }) as Policy;

const notApplicable = (args: { notApplicable(reason?: string): never }) => args.notApplicable("not here");

/** Reports an object, as the SDK's server takes it, though its types name the text form alone. */
export const sayObject = (report: ReportViolation, violation: object) =>
  (report as unknown as (violation: object) => void)(violation);

/** One policy of every kind that the SDK serves. */
export const KINDS: Record<string, Policy> = {
  "a function for every resource": policy("every", {
    validateResource: (
      { type, name, urn, opts, provider, stackTags }: ResourceValidationArgs,
      report: ReportViolation,
    ) => {
      report(JSON.stringify([type, name, urn, opts, provider?.urn, provider?.name, provider?.props, stackTags.size]));
    },
  }),
  "a function for one type": policy("typed", {
    severity: "high",
    enforcementLevel: "advisory",
    validateResource: validateResourceOfType(aws.sns.Topic, ({ displayName }, args, report) => {
      report(`${displayName} ${args.isType(aws.sns.Topic)} ${args.asType(aws.s3.Bucket)}`);
    }),
  }),
  "several functions": policy("several", {
    validateResource: [
      validateResourceOfType(aws.sns.Topic, (_, __, report) => report("first")),
      validateResourceOfType(aws.s3.Bucket, (_, __, report) => report("second")),
      async (args: { urn: string }, report: ReportViolation) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        report("third", args.urn);
      },
    ],
  }),
  "a function for the stack": policy("stack", {
    validateStack: async ({ resources }: { resources: StackView[] }, report: ReportViolation) => {
      for (const { name, urn, parent, dependencies, propertyDependencies, opts, provider } of resources) {
        const byProperty = Object.entries(propertyDependencies).map(([key, list]) => [
          key,
          list.map((one) => one.name),
        ]);
        report(
          JSON.stringify([name, parent?.name, dependencies.map((one) => one.name), byProperty, opts, provider?.name]),
          urn,
        );
      }
      report(`${resources.length} resources`);
    },
  }),
  "a function for the resources of one type in the stack": policy("stack-typed", {
    validateStack: validateStackResourcesOfType(aws.s3.Bucket, (buckets, _, report) =>
      report(`${buckets.length} buckets`),
    ),
  }),
  "a function for a type that the stack lacks": policy("stack-lacks", {
    validateStack: validateStackResourcesOfType(aws.ec2.Vpc, (_, __, report) => report("never")),
  }),
  "a remediation": policy("remedy", {
    enforcementLevel: "remediate",
    remediateResource: remediateResourceOfType(aws.sns.Topic, (topic) => ({
      ...topic,
      kmsMasterKeyId: "alias/aws/sns",
    })),
  }),
  "a remediation that also validates": policy("both", {
    enforcementLevel: "remediate",
    ...validateRemediateResourceOfType(aws.sns.Topic, (topic, _, report) => {
      report(`fifo is ${topic.fifoTopic}`);
      topic.fifoTopic = true;
      return topic;
    }),
  }),
  "a remediation by a new object, which is then validated": policy("renewed", {
    enforcementLevel: "remediate",
    validateResource: validateResourceOfType(aws.sns.Topic, (topic, args, report) => {
      report(`fifo is ${topic.fifoTopic} ${args.props.fifoTopic} ${args.asType(aws.sns.Topic)?.fifoTopic}`);
    }),
    remediateResource: remediateResourceOfType(aws.sns.Topic, (topic) => ({ ...topic, fifoTopic: true })),
  }),
  "a remediation that has nothing to do": policy("content", {
    enforcementLevel: "remediate",
    remediateResource: () => undefined,
  }),
  "a remediation that takes a property away": policy("removes", {
    enforcementLevel: "remediate",
    remediateResource: remediateResourceOfType(aws.sns.Topic, ({ tags: _, ...topic }) => topic),
  }),
  "a remediation that does not concern the resource": policy("elsewhere", {
    enforcementLevel: "remediate",
    remediateResource: notApplicable,
  }),
  "a remediation that reads what is unknown": policy("blind", {
    enforcementLevel: "remediate",
    remediateResource: remediateResourceOfType(aws.s3.Bucket, (bucket) => ({
      ...bucket,
      bucket: `${bucket.bucket}-x`,
    })),
  }),
  "a remediation that is not switched on": policy("off", {
    enforcementLevel: "mandatory",
    remediateResource: remediateResourceOfType(aws.sns.Topic, (topic) => ({ ...topic, displayName: "never" })),
  }),
  "a disabled policy": policy("disabled", {
    enforcementLevel: "disabled",
    validateResource: () => assert.fail("it ran"),
  }),
  "a policy without a level": policy("level-less", {
    enforcementLevel: undefined,
    validateResource: validateResourceOfType(aws.sns.Topic, (_, __, report) => report("said")),
  }),
  "a policy that does not concern the resource": policy("not-here", {
    validateResource: notApplicable,
    validateStack: undefined,
  }),
  "a stack policy that does not concern the stack": policy("not-this-stack", { validateStack: notApplicable }),
  "a policy that reads what is unknown": policy("curious", {
    severity: "critical",
    validateResource: validateResourceOfType(aws.sns.TopicSubscription, ({ endpoint }, _, report) =>
      report(`${endpoint}`),
    ),
  }),
  "a stack policy that reads what is unknown": policy("curious-stack", {
    validateStack: ({ resources }: { resources: StackView[] }) =>
      void resources.map(({ props }) => `${props.endpoint}`),
  }),
  "a policy that looks whether something is unknown without reading it": policy("careful", {
    validateResource: validateResourceOfType(aws.sns.TopicSubscription, (props, _, report) =>
      report(`${"endpoint" in props} ${Object.keys(props)}`),
    ),
  }),
  "a report with level, severity, name and URN of its own": policy("object", {
    validateResource: validateResourceOfType(aws.sns.Topic, (_, __, report) => {
      sayObject(report, {
        message: "own words",
        enforcementLevel: "advisory",
        severity: "low",
        name: "renamed",
        urn: "urn:other",
      });
      sayObject(report, { description: "only a description" });
      sayObject(report, {});
    }),
  }),
  "an empty report": policy("empty", {
    validateResource: validateResourceOfType(aws.sns.Topic, (_, __, report) => report("")),
  }),
};

interface StackView {
  readonly name: string;
  readonly urn: string;
  readonly props: Record<string, unknown>;
  readonly opts: object;
  readonly parent?: StackView;
  readonly provider?: { readonly name: string };
  readonly dependencies: StackView[];
  readonly propertyDependencies: Record<string, StackView[]>;
}
