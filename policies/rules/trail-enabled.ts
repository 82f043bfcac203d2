import { isAccountStack } from "../facts/account-stacks";
import { isGiven } from "../facts/given";
import { allOf, anyOf, known } from "../facts/three-valued";
import { asBoolean, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

const trailType = "aws:cloudtrail/trail:Trail";

/** What a trail says, and what it says without a word. */
const defaults = { enableLogging: true, enableLogFileValidation: false, isMultiRegionTrail: false };

export const trailEnabled = rule({
  name: "trail-enabled",
  displayName: "Accounts keep a trail of their calls",
  description:
    "A stack that sets up an account makes a trail of all its regions that is on, and every trail is validated and encrypted.",
  why: "AWS itself shows only the last 90 days of who changed what in the account, and a trail that is not validated may have been changed in turn.",
  severity: "high",
  level: "disabled",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-1",
  remediationSteps:
    "Add an aws.cloudtrail.Trail with isMultiRegionTrail and enableLogFileValidation true and the ARN of a KMS key.",
  controls: { fsbp: ["CloudTrail.1", "CloudTrail.2", "CloudTrail.4"], cis: ["4.1", "4.2", "4.5"] },
  types: [trailType],
  resource({ resource: { props }, deny, undecided }) {
    const validated = flagOf(props, "enableLogFileValidation");
    if (validated === UNKNOWN) undecided("enableLogFileValidation");
    else if (!validated) {
      deny(`enableLogFileValidation is ${shown(at(props, "enableLogFileValidation"))}; set it to true`, {
        fsbp: ["CloudTrail.4"],
        cis: ["4.2"],
      });
    }
    if (!isGiven(at(props, "kmsKeyId"))) {
      deny("kmsKeyId is not set; set it to the ARN of a KMS key", { fsbp: ["CloudTrail.2"], cis: ["4.5"] });
    }
  },
  stack({ stack, onStack }) {
    if (!isAccountStack(stack)) return;
    const whole = anyOf(
      stack
        .ofType(trailType)
        .map(({ props }) => allOf([flagOf(props, "enableLogging"), flagOf(props, "isMultiRegionTrail")])),
    );
    if (whole === UNKNOWN) onStack.undecided("whether its trail is on in all regions");
    else if (!whole) {
      onStack.deny(
        "it sets up an account and no trail that is on in all regions; set isMultiRegionTrail of a trail to true",
        { fsbp: ["CloudTrail.1"], cis: ["4.1"] },
      );
    }
  },
});

function flagOf(props: unknown, property: keyof typeof defaults) {
  return known(asBoolean(at(props, property)), (stated) => stated ?? defaults[property]);
}
