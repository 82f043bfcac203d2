import assert from "node:assert/strict";
import { checkHourlyRecurrence, type HourlyRecurrence } from "../../components/hourly-recurrence";

/** The sentence with which a time is refused; undefined if it is not. */
function fault(time: HourlyRecurrence): string | undefined {
  let sentence: string | undefined;
  checkHourlyRecurrence(
    (holds, argument, requirement) => {
      if (!holds) sentence ??= `${argument} ${requirement}`;
    },
    "rules.own",
    time,
  );
  return sentence;
}

describe("a time that comes once an hour at most", () => {
  for (const recurrence of ["0 * * * *", "15 */6 * * *", "0 5 1 * *", "0 5 * * MON-FRI", " 0  5 * 1,7 * "]) {
    it(`may be ${recurrence}`, () => assert.equal(fault({ recurrence, timeZone: "Asia/Tokyo" }), undefined));
  }

  const refused: [string, HourlyRecurrence, string][] = [
    [
      "AWS's own cron",
      { recurrence: "0 5 * * ? *" },
      "recurrence must have five fields: minute, hour, day of the month, month, day of the week",
    ],
    ["a minute that there is not", { recurrence: "60 5 * * *" }, "recurrence must have a valid minute (0-59)"],
    [
      "both days",
      { recurrence: "0 5 1 * MON" },
      "recurrence must have * for the day of the month or for the day of the week",
    ],
    ["every minute", { recurrence: "* 5 * * *" }, "recurrence must have one minute, as it may come once an hour"],
    ["two minutes", { recurrence: "0,30 * * * *" }, "recurrence must have one minute, as it may come once an hour"],
    [
      "an offset for a time zone",
      { recurrence: "0 5 * * *", timeZone: "+01:00" },
      'timeZone must be an IANA time zone such as "Europe/London"',
    ],
  ];
  for (const [title, time, sentence] of refused) {
    it(`is not ${title}`, () => assert.equal(fault(time), `rules.own.${sentence}`));
  }
});
