import { named } from "../facts/references";
import { stated } from "../facts/stated";
import { hasTag } from "../facts/tags";
import { asBoolean, asNumber, asText, at, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule } from "../rule";
import { integer, texts } from "../settings";

const secretKind = { types: ["aws:secretsmanager/secret:Secret"], keys: ["id", "arn", "name"] };

export const secretsRotation = rule({
  name: "secrets-rotation",
  displayName: "Secrets are rotated",
  description: "Every secret of Secrets Manager gets a new value by itself, at least as often as is set.",
  why: "The longer a password stays, the more people and places know it, and the longer a stolen one works.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-1",
  remediationSteps:
    "Add an aws.secretsmanager.SecretRotation with rotationRules.automaticallyAfterDays. Give a secret that somebody else rotates, or that cannot be, a tag of exemptTags.",
  controls: { fsbp: ["SecretsManager.1", "SecretsManager.4"] },
  settings: {
    days: integer(90, "How many days lie between two rotations at most.", { minimum: 1, maximum: 1000 }),
    exemptTags: texts([], "Tags of secrets that are not rotated here, as `key=value`, or `key` for any value."),
  },
  types: [],
  subjects: secretKind.types,
  stack({ stack, settings, on }) {
    const rotations = new Map<StackResource, StackResource>();
    for (const rotation of stack.ofType("aws:secretsmanager/secretRotation:SecretRotation")) {
      for (const secret of named(stack, rotation, "secretId", at(rotation.props, "secretId"), secretKind)) {
        rotations.set(secret, rotation);
      }
    }
    for (const secret of stack.ofType(...secretKind.types)) {
      const rotation = rotations.get(secret);
      const fault = rotation ? faultOf(rotation, settings.days) : missing;
      const exempt = fault === undefined || hasTag(stated(secret), settings.exemptTags);
      if (exempt === true) continue;
      if (exempt === UNKNOWN) on(secret).undecided("one of its tags");
      else if (fault === UNKNOWN) on(secret).undecided(`when "${rotation?.name}" rotates it`);
      else if (fault !== undefined) on(secret).deny(fault);
    }
  },
});

const missing = "no aws.secretsmanager.SecretRotation names it; add one";

/** What is wrong with a rotation, as the rest of a sentence about its secret. */
function faultOf(rotation: StackResource, days: number): string | typeof UNKNOWN | undefined {
  const { props } = stated(rotation);
  const enabled = asBoolean(at(props, "rotationEnabled"));
  if (enabled === false) return `rotationEnabled of "${rotation.name}" is false; leave it out`;
  const after =
    asNumber(at(props, "rotationRules", "automaticallyAfterDays")) ??
    daysOf(at(props, "rotationRules", "scheduleExpression"));
  if (after === UNKNOWN) return UNKNOWN;
  if (after !== undefined && after > days)
    return `"${rotation.name}" rotates it every ${after} days; let it be ${days} or less`;
  return undefined;
}

/** The days of `rate(30 days)`; a `cron(...)` comes at least once a year, and mostly once a month. */
function daysOf(schedule: unknown): number | typeof UNKNOWN | undefined {
  const text = asText(schedule);
  if (text === UNKNOWN) return UNKNOWN;
  const [, number, unit] = /^rate\((\d+) (hour|day)s?\)$/.exec(text ?? "") ?? [];
  return number === undefined ? undefined : Number(number) / (unit === "hour" ? 24 : 1);
}
