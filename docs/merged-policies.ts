/**
 * How the pack answers the catalogue that it was planned by (`tests/policies/catalogue-rows.json`): the page
 * docs/policies/merged.md shows it, and a house rule holds every row and every rule to it.
 */

/** Rows that are no rule of their own, with the rules that say what they ask, or nothing where no rule can. */
export const merged: Readonly<Record<string, { readonly into: readonly string[]; readonly why: string }>> = {
  "ec2-no-previous-generation": { into: ["ec2-instance-types-allowed"], why: "the same families, in every place" },
  "ecs-multi-az": { into: ["ecs-service-multi-az"], why: "another name of the same row" },
  "eks-multi-az": { into: ["eks-multi-az-private-nodes"], why: "another name of the same row" },
  "eks deletionProtection": { into: ["eks-access-and-protection"], why: "the same property" },
  "stack-policies-only-preview-note": {
    into: [],
    why: "a fact about the engine, not a rule: on `up` rules that join resources run after creation; README says so",
  },
};

/** What a row asks beside its rule, and which other rule says that part. */
export const partly: Readonly<Record<string, { readonly part: string; readonly into: string }>> = {
  "asg-headroom": { part: "a ceiling for maxSize", into: "asg-max-size" },
  "backup-plan-covers": {
    part: "which volumes and file systems a plan covers",
    into: "ebs-in-backup-plan` and `efs-backup",
  },
  "efs-tls-policy": { part: "mounts of ECS tasks over TLS", into: "ecs-efs-transit-encryption" },
  "iam-no-star-actions": { part: "every action on every resource", into: "iam-no-admin-policy" },
  "lambda-event-source-failure": { part: "the redrive policy of a queue", into: "sqs-dead-letter" },
  "lb-secure-listeners": { part: "plain HTTP of application load balancers", into: "lb-http-redirects-to-https" },
  "no-deprecated-types": { part: "classic load balancers", into: "clb-not-used" },
  "private-workloads": { part: "EKS nodes, beside other things", into: "eks-multi-az-private-nodes" },
  "rolling-update-safe": { part: "the healthy percent of ECS services", into: "ecs-deployment-healthy-percent" },
  "secret-values-are-secret": {
    part: "values that the program writes down: a policy is shown secrets as plain values",
    into: "no-credentials-anywhere` and `ssm-secure-string",
  },
};

/** Where a rule differs from its row, and why. `settings` names what stands for a setting of the row. */
export interface Departure {
  readonly level?: string;
  readonly severity?: string;
  readonly fix?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export const departures: Readonly<Record<string, Departure>> = {
  "alarm-action-exists": { level: "off in dev: nobody waits for the alarms of a stack for trying out" },
  "allowed-resource-types": { settings: { types: "`allow` and `deny`, each a list of patterns" } },
  "apigw-throttling": { settings: { rates: "`maxRatePerSecond` and `maxBurst`: a limit has two numbers" } },
  "ec2-in-auto-scaling-group": { settings: { allowTag: "`allowTags`, several" } },
  "ec2-no-public-ip": { settings: { allowTag: "`allowTags`, several" } },
  "ecs-deployment-healthy-percent": { level: "off in dev: the row speaks of production" },
  "ecs-fargate-platform-latest": {
    settings: { min: "`versions`, the current ones: platform versions have no order of dates" },
  },
  "ecs-no-public-ip": { settings: { allowTag: "`allowTags`, several" } },
  "ecs-service-min-tasks": { level: "off in dev: one task is enough to try something" },
  "elastic-ip-behind-dns": { level: "off in dev: an address is what a stack for trying out has" },
  "iam-password-policy": { settings: { numbers: "`minimumLength`, `reusePrevention` and `maxAgeDays`" } },
  "kms-deletion-window": { level: "off in dev: a stack for trying out is deleted after its use" },
  "lb-http-redirects-to-https": { level: "advice in dev: without a domain there is no certificate to redirect to" },
  "lb-internal-unless-approved": { settings: { allow: "`allowTags`, as elsewhere" } },
  "network-interface-source-dest-check": { settings: { allowTag: "`allowTags`, several" } },
  "no-igw-route-on-private-subnet": {
    settings: { tag: "`privateTags` and `publicTags`: awsx, CDK and EKS mark subnets each in its way" },
  },
  "private-workloads": { settings: { allow: "`allowTags`, as elsewhere" } },
  "rolling-update-safe": {
    level: "off in dev, like the rule for ECS services: nobody waits for a stack for trying out",
  },
  "secrets-recovery-window": { level: "off in dev: the row speaks of production" },
  "stateful-resources-protected": { level: "off in dev: a stack for trying out is deleted after its use" },
  "subnet-no-auto-public-ip": { settings: { publicTag: "`publicTags` and `privateTags`, several" } },
};

/** In every row, `environments` is done by a level for dev and one for prod: the pack's config can change either. */
export const settingsOfTheStack = ["environments"];

/** The page docs/policies/merged.md. */
export function mergedPage(): string {
  const rows = Object.entries(merged).map(
    ([row, { into, why }]) => `| ${row} | ${into.map((name) => `\`${name}\``).join(", ") || "none"} | ${why} |`,
  );
  const others = Object.entries(departures).flatMap(([rule, { settings = {}, ...rest }]) => [
    ...Object.entries(rest).map(([what, why]) => `| \`${rule}\` | ${what} | ${why} |`),
    ...Object.entries(settings).map(([key, why]) => `| \`${rule}\` | setting ${key} | ${why} |`),
  ]);
  const parts = Object.entries(partly).map(([rule, { part, into }]) => `| \`${rule}\` | ${part} | \`${into}\` |`);
  return `# How the pack answers its catalogue

The pack was planned by a catalogue of practices, made from AWS Security Hub, the CIS benchmark and the rules of other
packs. This page is generated by \`npm run docs\`; a test compares it with the rules.

## Rows that are no rule of their own

| row | said by | why |
| --- | --- | --- |
${rows.join("\n")}

## Parts of rows that another rule says

| rule | what its row asks too | said by |
| --- | --- | --- |
${parts.join("\n")}

## Where a rule differs from its row

Settings called \`environments\` are none: a rule has a level for dev and one for prod instead, which the pack's config
can change.

| rule | what differs | why |
| --- | --- | --- |
${others.join("\n")}
`;
}
