import type { Plan } from "../../../planner/plan";

/** The sizes of a group at an hour of the day. */
export interface Hour {
  readonly least: number;
  readonly most: number;
  readonly servers: number;
}

/** What the schedules of a plan make of its group, at each hour from 0 to 23 of any day but the first. */
export function follow(plan: Plan, name: string): Hour[] {
  const { minSize, maxSize, desiredCapacity } = plan.get(`${name}-asg`).inputs;
  const moments = plan.ofType("aws:autoscaling/schedule:Schedule").map(({ inputs }) => {
    const [minute, hour, ...everyDay] = String(inputs.recurrence).split(" ");
    if (everyDay.join(" ") !== "* * *") throw new Error(`not every day: ${inputs.recurrence}`);
    return { at: 60 * Number(hour) + Number(minute), inputs };
  });
  moments.sort((one, other) => one.at - other.at);
  let now: Hour = { least: Number(minSize), most: Number(maxSize), servers: Number(desiredCapacity) };
  const pass = (from: number, to: number) => {
    for (const { at, inputs } of moments) {
      if (at < from || at >= to) continue;
      // -1 leaves a size as it is.
      const set = (size: unknown, before: number) => (size === -1 ? before : Number(size));
      const least = set(inputs.minSize, now.least);
      const most = set(inputs.maxSize, now.most);
      const wanted = set(inputs.desiredCapacity, now.servers);
      now = { least, most, servers: Math.min(most, Math.max(least, wanted)) };
    }
  };
  pass(0, 1440);
  return Array.from({ length: 24 }, (_, hour) => {
    pass(hour === 0 ? 0 : 60 * (hour - 1) + 1, 60 * hour + 1);
    return now;
  });
}
