import assert from "node:assert/strict";
import { isTimeZone, recurrenceFault } from "../../../components/scaling/recurrence";

describe("recurrence", () => {
  for (const recurrence of [
    "0 17 * * 5",
    "0 17 * * FRI",
    "*/15 8-18 * * mon-fri",
    "0,30 6 1-7 JAN,JUL 0",
    "59 23 31 12 6",
  ]) {
    it(`takes ${recurrence}`, () => assert.equal(recurrenceFault(recurrence), undefined));
  }

  for (const [recurrence, fault] of [
    ["0 17 * *", "must have five fields: minute, hour, day of the month, month, day of the week"],
    ["0 0 17 * * FRI", "must have five fields: minute, hour, day of the month, month, day of the week"],
    ["60 17 * * *", "must have a valid minute (0-59)"],
    ["0 24 * * *", "must have a valid hour (0-23)"],
    ["0 17 0 * *", "must have a valid day of the month (1-31)"],
    ["0 17 ? * FRI", "must have a valid day of the month (1-31)"],
    ["0 17 * 13 *", "must have a valid month (1-12)"],
    ["0 17 * * FRY", "must have a valid day of the week (0-6)"],
    ["0 17 * * 5-1", "must have a valid day of the week (0-6)"],
    ["*/0 17 * * *", "must have a valid minute (0-59)"],
    ["1-2-3 17 * * *", "must have a valid minute (0-59)"],
    ["1,,2 17 * * *", "must have a valid minute (0-59)"],
    ["*/5/5 17 * * *", "must have a valid minute (0-59)"],
  ] as const) {
    it(`refuses ${recurrence}`, () => assert.equal(recurrenceFault(recurrence), fault));
  }
});

describe("time zones", () => {
  for (const name of ["Europe/London", "Etc/UTC", "Etc/GMT+9", "Pacific/Tahiti"]) {
    it(`knows ${name}`, () => assert.equal(isTimeZone(name), true));
  }
  for (const name of ["Europe/Atlantis", "+01:00", "", "London time"]) {
    it(`does not know "${name}"`, () => assert.equal(isTimeZone(name), false));
  }
});
