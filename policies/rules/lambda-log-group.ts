import { isGivenIn } from "../facts/given";
import { functionsNamed, functionType } from "../facts/lambda-functions";
import { type Kind, named } from "../facts/references";
import { stated } from "../facts/stated";
import { asNumber, asText, at, shown, UNKNOWN } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";
import { integer } from "../settings";

const groupKind: Kind = { types: ["aws:cloudwatch/logGroup:LogGroup"], keys: ["name", "id"] };
const start = "/aws/lambda/";

export const lambdaLogGroup = rule({
  name: "lambda-log-group",
  displayName: "Functions have a log group that forgets",
  description: "Every Lambda function has a log group of the program's own, which says how long it keeps logs.",
  why: "Logs that are kept for ever cost for ever, and may hold personal data that should be gone.",
  severity: "low",
  level: "advisory",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
  remediationSteps:
    "Make an aws.cloudwatch.LogGroup with retentionInDays, and name it in loggingConfig.logGroup. The one that Lambda makes by itself keeps logs for ever, and stays when the stack is gone.",
  controls: {},
  settings: { days: integer(1, "The fewest days for which logs must be kept.", { minimum: 1 }) },
  types: [],
  stack({ stack, settings: { days }, on }) {
    const { groups, isVague } = groupsByFunction(stack);
    for (const one of stack.ofType(functionType)) {
      const { deny, undecided } = on(one);
      const { props } = stated(one);
      const isNamed = isGivenIn(props, "loggingConfig", "logGroup");
      const target = at(props, "loggingConfig", "logGroup");
      const [group] =
        isNamed === true ? named(stack, one, "loggingConfig", target, groupKind) : (groups.get(one) ?? []);
      if (group) {
        const kept = asNumber(at(stated(group).props, "retentionInDays"));
        if (kept === UNKNOWN) undecided("retentionInDays of its log group");
        // 0 is how the provider says for ever.
        else if (kept === undefined || kept === 0) {
          deny(`log group "${group.name}" keeps logs for ever; set retentionInDays to ${days} or more`);
        } else if (kept < days) {
          deny(`retentionInDays of log group "${group.name}" is ${shown(kept)}; set it to ${days} or more`);
        }
      } else if (isNamed === UNKNOWN) undecided("loggingConfig");
      else if (isVague && !isNamed) undecided("the name of a LogGroup");
      // What a group of another stack says nobody sees here, but somebody made it.
      else if (!isNamed) deny("it has no log group of the program's own; make one, and name it in loggingConfig");
    }
  },
});

/** The log groups by the functions whose name they carry, and whether there is one that may carry any. */
function groupsByFunction(stack: Stack) {
  const groups = new Map<StackResource, StackResource[]>();
  let isVague = false;
  for (const group of stack.ofType(...groupKind.types)) {
    const name = asText(at(group.props, "name"));
    const logged = typeof name === "string" && name.startsWith(start) ? name.slice(start.length) : name;
    const isMadeOfOthers = group.references("name").length > 0;
    if (logged !== name || isMadeOfOthers) {
      for (const one of functionsNamed(stack, group, "name", logged)) groups.set(one, [group]);
    } else if (name === UNKNOWN) isVague = true;
  }
  return { groups, isVague };
}
