const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * A Unix cron expression in the six fields of Application Auto Scaling, whose week begins with 1 and which has one of
 * the two days as `?`. https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html
 */
export function awsCron(recurrence: string): string {
  const [minute, hour, day, month, weekday = "*"] = recurrence.trim().split(/\s+/);
  // What stands behind a slash is a step, not a day.
  const named = weekday.replace(/(?<!\/)\b[0-6]\b/g, (digit) => weekdays[Number(digit)] ?? digit).toUpperCase();
  const days = weekday === "*" ? [day, month, "?"] : ["?", month, named];
  return `cron(${[minute, hour, ...days, "*"].join(" ")})`;
}
