import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { compositeAlarmType } from "./alarms";
import { usesOf } from "./references";
import { visitTexts } from "./texts";
import { asText, at, UNKNOWN, type Unknown } from "./value";

/** What acts on the state of an alarm that it names, and the properties that name it. */
const users: Readonly<Record<string, readonly string[]>> = {
  "aws:appconfig/environment:Environment": ["monitors"],
  "aws:arcregionswitch/plan:Plan": ["associatedAlarms"],
  "aws:autoscaling/group:Group": ["instanceRefresh"],
  "aws:codedeploy/deploymentGroup:DeploymentGroup": ["alarmConfiguration"],
  "aws:ecs/daemon:Daemon": ["deploymentConfiguration"],
  "aws:ecs/service:Service": ["alarms"],
  "aws:fis/experimentTemplate:ExperimentTemplate": ["stopConditions"],
  "aws:route53/healthCheck:HealthCheck": ["cloudwatchAlarmName"],
  [compositeAlarmType]: ["alarmRule", "actionsSuppressor"],
};

/** Whether something else acts on an alarm: a composite alarm, a deployment that it stops, or a health check. */
export function isUsed(stack: Stack, alarm: StackResource): boolean | Unknown {
  if (usesOf(stack, alarm).some(({ user, property }) => users[user.type]?.includes(property))) return true;
  const { names, isOpen } = namedAlarms(stack);
  const own = ["name", "alarmName", "arn", "id"].map((key) => asText(at(alarm.props, key)));
  if (own.some((name) => typeof name === "string" && names.has(name))) return true;
  return isOpen && UNKNOWN;
}

interface Named {
  readonly names: ReadonlySet<string>;
  /** True when the rule of a composite alarm is not known and refers to nothing. */
  readonly isOpen: boolean;
}

const namedIn = new WeakMap<Stack, Named>();

function namedAlarms(stack: Stack): Named {
  const done = namedIn.get(stack);
  if (done) return done;
  const names = new Set<string>();
  for (const [type, properties] of Object.entries(users)) {
    for (const user of stack.ofType(type)) {
      visitTexts(user.props, {
        enters: ([property]) => properties.includes(property),
        text: (text, [property]) => {
          for (const name of property === "alarmRule" ? alarmsIn(text) : [text]) names.add(name);
        },
      });
    }
  }
  const isOpen = stack
    .ofType(compositeAlarmType)
    .some((alarm) => at(alarm.props, "alarmRule") === UNKNOWN && alarm.references("alarmRule").length === 0);
  const made = { names, isOpen };
  namedIn.set(stack, made);
  return made;
}

/** The names or ARNs in a rule: `ALARM("a") OR NOT OK(b)`. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
function alarmsIn(rule: string): string[] {
  const found = rule.matchAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]*)"|([^\s)"]+))\s*\)/gi);
  return [...found].map(([, quoted, bare]) => quoted ?? bare ?? "");
}
