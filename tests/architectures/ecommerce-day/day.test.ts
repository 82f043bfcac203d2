import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Day, day, schedulesOf, sizesOf } from "../../../architectures/ecommerce-day/day";

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Days of four moments, each later than the one before. */
const days: fc.Arbitrary<Day> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 4, maxLength: 4 }),
    fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 50 })),
    fc.tuple(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 2, max: 50 })),
    fc.constantFrom("Etc/UTC", "Europe/London", "Asia/Kolkata"),
  )
  .map(([minutes, [morning, add], [evening, night], timeZone]) => {
    const [first = "", second = "", third = "", fourth = ""] = minutes.sort((one, other) => one - other).map(clock);
    return {
      timeZone,
      morning: { at: first, size: morning },
      lunch: { at: second, add },
      evening: { at: third, size: evening },
      night: { at: fourth, size: night },
    };
  });

/** The size of the latest moment that has come; before the first, that of the night before. */
function sizeAt(stated: Day, minute: number): number {
  const now = clock(minute);
  if (now >= stated.night.at || now < stated.morning.at) return stated.night.size;
  if (now >= stated.evening.at) return stated.evening.size;
  return now >= stated.lunch.at ? stated.morning.size + stated.lunch.add : stated.morning.size;
}

describe("the day of a shop", () => {
  it("is the document's if nothing is said", () => {
    assert.deepEqual(sizesOf(day.parse(undefined)), { morning: 3, lunch: 8, evening: 10, night: 2 });
  });

  it("has at each minute the size of the latest moment, whatever the moments are", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (stated, minute) => {
        assert.deepEqual(day.parse(stated), stated);
        const fired = schedulesOf(stated).map(({ recurrence, minSize }) => {
          const [minutes, hours] = recurrence.split(" ").map(Number);
          return { at: 60 * (hours ?? 0) + (minutes ?? 0), minSize };
        });
        const come = fired.filter(({ at }) => at <= minute);
        assert.equal((come.at(-1) ?? fired.at(-1))?.minSize, sizeAt(stated, minute));
      }),
    );
  });

  it("sets no size beside the least and the wanted, which are one", () => {
    fc.assert(
      fc.property(days, (stated) => {
        for (const { minSize, desiredCapacity, maxSize, timeZone } of schedulesOf(stated)) {
          assert.deepEqual([desiredCapacity, maxSize, timeZone], [minSize, undefined, stated.timeZone]);
        }
      }),
    );
  });

  it("is refused if its moments are out of order, whichever two", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("morning", "lunch", "evening") as fc.Arbitrary<"morning">, (stated, moment) => {
        const swapped = {
          ...stated,
          [moment]: { ...stated[moment], at: stated.night.at },
          night: { ...stated.night, at: stated[moment].at },
        };
        assert.equal(day.safeParse(swapped).success, false);
      }),
    );
  });
});
