const fields = [
  { name: "minute", first: 0, last: 59, names: [] },
  { name: "hour", first: 0, last: 23, names: [] },
  { name: "day of the month", first: 1, last: 31, names: [] },
  {
    name: "month",
    first: 1,
    last: 12,
    names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
  },
  { name: "day of the week", first: 0, last: 6, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] },
];

type Field = (typeof fields)[number];

/**
 * What is wrong with a recurrence, as the requirement that it breaks; `undefined` when it is a Unix cron expression of
 * five fields. AWS's other cron dialect, of EventBridge, has six fields and `?`, and is refused.
 */
export function recurrenceFault(recurrence: string): string | undefined {
  const parts = recurrence.trim().split(/\s+/);
  if (parts.length !== fields.length)
    return "must have five fields: minute, hour, day of the month, month, day of the week";
  const wrong = fields.find((field, index) => !(parts[index] ?? "").split(",").every((part) => isTerm(part, field)));
  return wrong && `must have a valid ${wrong.name} (${wrong.first}-${wrong.last})`;
}

/** `*`, `5`, `1-5`, `MON-FRI`, each with an optional step as in `0-30/10`. */
function isTerm(term: string, field: Field): boolean {
  const [range = "", step, ...more] = term.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === "*") return true;
  const [from, to, ...rest] = range.split("-").map((value) => numberOf(value, field));
  if (from === undefined || rest.length > 0) return false;
  return range.includes("-") ? to !== undefined && from <= to : true;
}

function numberOf(value: string, { first, last, names }: Field): number | undefined {
  const named = names.indexOf(value.toUpperCase());
  if (named >= 0) return first + named;
  const number = /^\d+$/.test(value) ? Number(value) : -1;
  return number >= first && number <= last ? number : undefined;
}

/** Whether a name is an IANA time zone. An offset such as `+01:00` is none, though JavaScript takes it for one. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
