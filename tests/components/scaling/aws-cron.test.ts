import assert from "node:assert/strict";
import { awsCron } from "../../../components/scaling/aws-cron";

describe("a recurrence in the words of Application Auto Scaling", () => {
  const said: [string, string][] = [
    ["0 17 * * 5", "cron(0 17 ? * FRI *)"],
    ["0 9 * * 1-5", "cron(0 9 ? * MON-FRI *)"],
    ["0 9 * * MON,WED", "cron(0 9 ? * MON,WED *)"],
    ["*/10 8-18 * * sun", "cron(*/10 8-18 ? * SUN *)"],
    ["0 0 1 1 *", "cron(0 0 1 1 ? *)"],
    ["0 12 * * *", "cron(0 12 * * ? *)"],
    ["0 12 * * 1-6/2", "cron(0 12 ? * MON-SAT/2 *)"],
  ];
  for (const [unix, aws] of said) it(`${unix} is ${aws}`, () => assert.equal(awsCron(unix), aws));
});
