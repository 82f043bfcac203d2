import { z } from "zod";
import type { ScheduledScaling } from "../../components/scaling";
import { wholeNumber } from "../settings/whole-number";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day in quotes such as "12:00"');
const size = wholeNumber(2, " to span two zones");

/** A moment from which so many servers are there at least; what is not said of it is as it was. */
const moment = (at: string, servers: number) =>
  z.strictObject({ at: time.default(at), size: size.default(servers) }).prefault({});

/** How many servers there are at least, at which time of day. */
export const day = z
  .strictObject({
    /** The IANA time zone of those who buy, e.g. `Europe/London`. @default Etc/UTC */
    timeZone: z.string().default("Etc/UTC"),
    /** When it begins, and with how many. @default 3 at 07:00 */
    morning: moment("07:00", 3),
    /** When there are more, and how many more. @default 5 more at 12:00 */
    lunch: z.strictObject({ at: time.default("12:00"), add: wholeNumber(1).default(5) }).prefault({}),
    /** When most people buy, and how many servers there are then. @default 10 at 18:00 */
    evening: moment("18:00", 10),
    /** When nobody buys, and how many are left. @default 2 at 23:00 */
    night: moment("23:00", 2),
  })
  .superRefine((stated, context) => {
    const order = ["morning", "lunch", "evening", "night"] as const;
    order.slice(1).forEach((moment, index) => {
      const before = order[index] ?? "morning";
      if (stated[moment].at > stated[before].at) return;
      const message = `must be later than ${before} (${stated[before].at})`;
      context.addIssue({ code: "custom", path: [moment, "at"], message });
    });
  })
  .prefault({});

export type Day = z.output<typeof day>;

/** How many servers there are at least from each moment of the day on. */
export function sizesOf({ morning, lunch, evening, night }: Day) {
  return {
    morning: morning.size,
    lunch: morning.size + lunch.add,
    evening: evening.size,
    night: night.size,
  };
}

/** The four moments as schedules. Each sets the least number, and that number at once; the scaling may add to it. */
export function schedulesOf(stated: Day): ScheduledScaling[] {
  return Object.entries(sizesOf(stated)).map(([name, size]) => {
    const { at } = stated[name as keyof ReturnType<typeof sizesOf>];
    const [hour, minute] = at.split(":").map(Number);
    return {
      type: "schedule",
      name,
      recurrence: `${minute} ${hour} * * *`,
      timeZone: stated.timeZone,
      minSize: size,
      desiredCapacity: size,
    };
  });
}
