import { type Examples, ref } from "../examples";

const of = (type: string, props: object) => ({ type: `aws:secretsmanager/${type}`, props: { ...props } });
const secret = (props: object = {}) => of("secret:Secret", props);
const rotation = (secretId: unknown, rotationRules: unknown, rest: object = {}) =>
  of("secretRotation:SecretRotation", { secretId, rotationRules, ...rest });

export const examples: Examples = {
  denied: [
    {
      title: "a secret without rotation, and beside that of another",
      resources: {
        db: secret(),
        other: rotation("arn:aws:secretsmanager:eu-west-1:1:secret:a", { automaticallyAfterDays: 30 }),
      },
      says: { db: "no aws.secretsmanager.SecretRotation names it; add one" },
    },
    {
      title: "rotation that comes too seldom or is off",
      resources: {
        db: secret(),
        api: secret(),
        mail: secret(),
        ofDb: rotation(ref("db"), { automaticallyAfterDays: 180 }),
        ofApi: rotation(ref("api", "arn"), { scheduleExpression: "rate(120 days)" }),
        ofMail: rotation(ref("mail"), { automaticallyAfterDays: 30 }, { rotationEnabled: false }),
      },
      says: {
        db: '"ofDb" rotates it every 180 days; let it be 90 or less',
        api: '"ofApi" rotates it every 120 days',
        mail: 'rotationEnabled of "ofMail" is false; leave it out',
      },
    },
  ],
  allowed: [
    {
      title: "secrets that are rotated",
      resources: {
        db: secret(),
        api: secret(),
        mail: secret(),
        ofDb: rotation(ref("db"), { automaticallyAfterDays: "30" }),
        ofApi: rotation(ref("api"), { scheduleExpression: "rate(10 days)" }),
        ofMail: rotation(ref("mail"), { scheduleExpression: "cron(0 8 1 * ? *)" }),
      },
    },
    {
      title: "a secret with a tag of the list, and rotation as often as is set",
      settings: { days: 365, exemptTags: ["rotated-by"] },
      resources: {
        partner: secret({ tags: { "rotated-by": "partner" } }),
        db: secret(),
        ofDb: rotation(ref("db"), { automaticallyAfterDays: 365 }),
      },
    },
  ],
  undecided: [
    {
      title: "rules and tags that are not known",
      settings: { exemptTags: ["rotated-by=partner"] },
      resources: {
        topic: { type: "aws:sns/topic:Topic", props: {} },
        db: secret(),
        ofDb: rotation(ref("db"), { automaticallyAfterDays: ref("topic", "name") }),
        partner: secret({ tags: { "rotated-by": ref("topic", "name") } }),
      },
      says: { db: 'when "ofDb" rotates it is not known yet', partner: "one of its tags is not known yet" },
    },
  ],
};
