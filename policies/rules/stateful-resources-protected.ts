import { protectionOf, stateBearingTypes } from "../facts/state-bearing";
import { at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { choices } from "../settings";

const instanceType = "aws:rds/instance:Instance";

/**
 * Many a stack has log groups that are mere traces, and keys for topics and queues, which AWS deletes only 7 to 30 days
 * after it is told to: https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
 */
const onDemand = ["aws:cloudwatch/logGroup:LogGroup", "aws:kms/key:Key"];
const byDefault = stateBearingTypes.filter((type) => !onDemand.includes(type));

export const statefulResourcesProtected = rule({
  name: "stateful-resources-protected",
  displayName: "What holds data is protected",
  description:
    "A resource of production that holds data or names is protected from deletion, by Pulumi's option protect or by AWS.",
  why: "A destroy, a removed line or a replacement that nobody noticed in the preview otherwise takes the data with it.",
  severity: "medium",
  level: { dev: "disabled", prod: "advisory" },
  url: "https://www.pulumi.com/docs/iac/concepts/resources/options/protect/",
  remediationSteps:
    "Set the resource option protect to true, on the resource or on the component that makes it, or turn on what AWS offers against deletion.",
  controls: {},
  settings: {
    types: choices(
      stateBearingTypes,
      byDefault,
      "The types of resources that must be protected; all but log groups and keys unless set.",
    ),
  },
  types: stateBearingTypes,
  resource({ resource, settings: { types }, deny, undecided }) {
    if (!types.includes(resource.type)) return;
    // A replica can be made again from its source.
    if (resource.type === instanceType && at(resource.props, "replicateSourceDb") !== undefined) return;
    const { isKept, otherwise, doubt } = protectionOf(resource);
    if (isKept === UNKNOWN) undecided(doubt ?? "");
    else if (!isKept) {
      const fixes = ["the resource option protect to true", ...otherwise].join(", or ");
      deny(`nothing keeps it from being deleted; set ${fixes}`);
    }
  },
});
