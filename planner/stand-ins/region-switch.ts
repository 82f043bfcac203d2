import type { Answers } from "./question";
import { markedHex, markedUuid } from "./setting";
import type { Maker } from "./words";

/** Stand-ins of Application Recovery Controller's plans. */
export const regionSwitch: Readonly<Record<string, Maker>> = {
  "aws:arcregionswitch/plan:Plan": ({ named, hex, globalArn }) => {
    const name = named("name", 32);
    const own = globalArn("arc-region-switch", `plan/${name}:${hex(6)}`);
    return { id: own, arn: own, name };
  },
};

/** A question about a plan does not say its two regions, so the answer has a health check for each that there is. */
const regions =
  "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 " +
  "ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 " +
  "eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 " +
  "me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2";

export const regionSwitchLookUps: Answers = {
  "aws:arcregionswitch/getRoute53HealthChecks:getRoute53HealthChecks": ({ inputs, setting: { region } }) => ({
    id: String(inputs.planArn),
    region,
    healthChecks: regions.split(" ").map((own) => ({
      healthCheckId: markedUuid(markedHex(`${inputs.planArn} ${own}`, 64)),
      region: own,
      status: "healthy",
    })),
  }),
};
