import { parseArgs } from "node:util";
import { InputError } from "./input-error";

export const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];

export interface CommandLine {
  readonly help: boolean;
  readonly stack?: string;
  readonly architecture?: string;
  readonly set: readonly string[];
  readonly format: Format;
  readonly inputs: boolean;
  readonly packConfig?: string;
  /** The day on which exemptions are judged. */
  readonly now: Date;
}

export const USAGE = `Usage: npm run plan -- [options]

Shows what the program would create on a stack, and what the policies say of it. Needs no account and no network.

  -s, --stack NAME            the stack: Pulumi.NAME.yaml (default: the only one, or dev)
      --architecture NAME     plan this architecture instead of the stack's; of its settings
                          domain, tls, network and alarms are kept
      --set PATH=VALUE        a setting instead of the stack file's, e.g. --set network.zones=3; repeatable;
                          PATH= takes the setting away
      --format text|json      text for people (default), json in the shape of "pulumi stack export"
      --inputs                also show every resource's inputs (text)
      --policy-pack-config FILE  levels and settings of policies, as JSON, as the CLI takes them
      --now DAY               judge exemptions as of this day, e.g. 2027-01-31 (default: SOURCE_DATE_EPOCH, or today)
  -h, --help                  this text

Exit code: 0 when no mandatory policy is violated, 1 when one is, 2 when the input or the program failed.
`;

/** @throws InputError for an option that is not known or cannot be used. */
export function readCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): CommandLine {
  const values = parse(args);
  const format = FORMATS.find((known) => known === (values.format ?? "text"));
  if (!format) throw new InputError(`--format must be one of ${FORMATS.join(", ")}, got "${values.format}"`);
  return {
    help: values.help ?? false,
    stack: values.stack,
    architecture: values.architecture,
    set: values.set ?? [],
    format,
    inputs: values.inputs ?? false,
    packConfig: values["policy-pack-config"],
    now: readNow(values.now, environment.SOURCE_DATE_EPOCH),
  };
}

function parse(args: readonly string[]) {
  try {
    const options = {
      help: { type: "boolean", short: "h" },
      stack: { type: "string", short: "s" },
      architecture: { type: "string" },
      set: { type: "string", multiple: true },
      format: { type: "string" },
      inputs: { type: "boolean" },
      "policy-pack-config": { type: "string" },
      now: { type: "string" },
    } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const sentence = error instanceof Error ? error.message.split(/[.\n]/)[0] : String(error);
    throw new InputError(`${sentence}; see --help`);
  }
}

function readNow(day: string | undefined, epoch: string | undefined): Date {
  if (day !== undefined) {
    const date = new Date(`${day}T00:00:00Z`);
    // JavaScript takes the 30th of February for the 2nd of March.
    if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day) return date;
    throw new InputError(`--now must be a day such as 2027-01-31, got "${day}"`);
  }
  if (epoch === undefined || epoch === "") return new Date();
  const date = new Date(Number(epoch) * 1000);
  if (/^\d+$/.test(epoch) && !Number.isNaN(date.getTime())) return date;
  throw new InputError(`SOURCE_DATE_EPOCH must be seconds since 1970, got "${epoch}"`);
}
