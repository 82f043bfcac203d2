import { parseArgs } from "node:util";
import { InputError } from "./input-error";
import { type Asked, type Output, outputsOf } from "./output";

export interface CommandLine {
  readonly help: boolean;
  readonly stack?: string;
  readonly architecture?: string;
  readonly set: readonly string[];
  readonly outputs: readonly Output[];
  /** The file that the plan is compared with. */
  readonly compare?: string;
  readonly inputs: boolean;
  /** The name of the standard by whose controls the judgement is summed up. */
  readonly standard?: string;
  /** The folders of the policy packs that judge instead of the one here. */
  readonly policies: readonly string[];
  /** Files with levels and settings: one for the pack here, or one for each of `policies`, in their order. */
  readonly packConfigs: readonly string[];
  /** The folder of another program. */
  readonly program?: string;
  /** How long another program may run, and another pack may take to start and for each answer. */
  readonly timeoutSeconds: number;
  /** The file of a state that is judged instead of a plan. */
  readonly state?: string;
  /** The folder that the user stands in, which these paths are relative to. */
  readonly from: string;
  /** The day on which exemptions are judged. */
  readonly now: Date;
}

export const USAGE = `Usage: npm run plan -- [options]

Shows what the program would create on a stack, and what the policies say of it. Needs no account and no network.

  -s, --stack NAME            the stack: Pulumi.NAME.yaml (default: the only one, or dev)
      --architecture NAME     plan this architecture instead of the stack's; of its settings
                              domain, tls, network and alarms are kept where it has them; no exemptions
      --set PATH=VALUE        a setting instead of the stack file's, e.g. --set network.zones=3; repeatable;
                              PATH= takes the setting away
      --format NAME           text for people (default), json in the shape of "pulumi stack export", markdown as
                              a comment of a pull request, sarif for code scanning, or junit for test reports
      --out FILE              writes the --format before it into FILE; several of these pairs write several files.
                              What has no --out is printed; when nothing else is, text is
      --compare FILE          what is new, changed and gone since FILE, which "--format json" wrote for another
                              version of the program, or "pulumi stack export"
      --inputs                also show every resource's inputs (text)
      --standard NAME         in place of the resources, every control of a standard: which policies decide it, and
                              how many resources passed; cis-7.0 or fsbp (text, json and markdown)
      --policies DIR          judge by the policy pack of this folder instead of the one here, in a process of its own
                              with the packages that it brings; repeatable
      --policy-pack-config FILE
                              levels and settings of policies, as JSON, as the CLI takes them; one for each
                              --policies, in their order
      --program DIR           the program of this folder, in a process of its own with the packages that it brings
      --timeout SECONDS       how long that may take, and each answer of --policies (default: 300)
      --state FILE            judge what "pulumi stack export" wrote to this file; nothing is planned
      --now DAY               judge exemptions as of this day, e.g. 2027-01-31 (default: SOURCE_DATE_EPOCH, or today)
  -h, --help                  this text

Exit code: 0 when no mandatory policy is violated, 1 when one is, 2 when the input or the program failed.
`;

/** @throws InputError for an option that is not known or cannot be used. */
export function readCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv): CommandLine {
  const { values, tokens } = parse(args);
  refuseRepeated(tokens);
  const asked = tokens.flatMap((token): Asked[] => {
    const isAsked = token.kind === "option" && (token.name === "format" || token.name === "out");
    return isAsked ? [{ option: token.name as Asked["option"], value: token.value ?? "" }] : [];
  });
  const outputs = outputsOf(asked);
  return {
    help: values.help ?? false,
    stack: values.stack,
    architecture: values.architecture,
    set: values.set ?? [],
    outputs,
    compare: values.compare,
    inputs: values.inputs ?? false,
    ...readStandard(values, outputs),
    ...readPolicies(values),
    ...readSubject(values),
    // npm runs a script in the folder of its package, and says where the user called it.
    from: (environment.npm_lifecycle_event === "plan" && environment.INIT_CWD) || process.cwd(),
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
      format: { type: "string", multiple: true },
      out: { type: "string", multiple: true },
      compare: { type: "string" },
      inputs: { type: "boolean" },
      standard: { type: "string" },
      policies: { type: "string", multiple: true },
      "policy-pack-config": { type: "string", multiple: true },
      program: { type: "string" },
      timeout: { type: "string" },
      state: { type: "string" },
      now: { type: "string" },
    } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false, tokens: true });
  } catch (error) {
    throw new InputError(unparsed(args, error instanceof Error ? error.message : String(error)));
  }
}

/** Node.js' own words, but of a value that begins with a dash: there they are about how Node.js reads it. */
function unparsed(args: readonly string[], message: string): string {
  const [, option] = /^Option '(-\S+)' argument is ambiguous/.exec(message) ?? [];
  if (option === undefined) return `${message.split(/[.\n]/)[0]}; see --help`;
  const value = args.find((arg, index) => arg.startsWith("-") && args[index - 1] === option) ?? "";
  if (option === "--timeout") return wrongTimeout(value);
  return `${option} needs a value, and ${value} behind it looks like an option; see --help`;
}

/** Those that can be given several times. */
const REPEATABLE = ["set", "format", "out", "policies", "policy-pack-config"];

/** The last would win, and nobody would know. */
function refuseRepeated(tokens: ReturnType<typeof parse>["tokens"]): void {
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option" || token.value === undefined || REPEATABLE.includes(token.name)) continue;
    const { name, value } = token;
    const before = given.get(name);
    if (before !== undefined) throw new InputError(`--${name} can be given once, got "${before}" and "${value}"`);
    given.set(name, value);
  }
}

/** Which names there are is found out by who knows the standards. */
function readStandard({ standard, inputs, policies }: ReturnType<typeof parse>["values"], outputs: readonly Output[]) {
  if (standard !== undefined && policies !== undefined) {
    throw new InputError("--standard sums up what the policy pack here says, and --policies names others: give one");
  }
  if (standard !== undefined && inputs) {
    throw new InputError("--inputs is for the resources, and --standard prints controls in their place: give one");
  }
  const unfit = outputs.find(({ format }) => format === "sarif" || format === "junit");
  if (standard !== undefined && unfit) {
    throw new InputError(
      `--standard prints controls, which --format ${unfit.format} has no place for: give one of them`,
    );
  }
  return { standard };
}

/** Who judges. */
function readPolicies(values: ReturnType<typeof parse>["values"]) {
  const { policies = [], "policy-pack-config": packConfigs = [] } = values;
  if (policies.length === 0 && packConfigs.length > 1) {
    throw new InputError("--policy-pack-config is given more than once, and --policies not at all: give one");
  }
  if (policies.length > 0 && packConfigs.length > 0 && packConfigs.length !== policies.length) {
    throw new InputError(
      `--policies is given ${policies.length} times and --policy-pack-config ${packConfigs.length} times: give as many of both`,
    );
  }
  if (policies.length > 0 && values.now !== undefined) {
    throw new InputError("--now is for the policy pack here: those of --policies go by the clock");
  }
  return { policies, packConfigs };
}

/** What is judged: a program here, a program elsewhere, or a state. */
function readSubject(values: ReturnType<typeof parse>["values"]) {
  const { program, state, timeout = "300" } = values;
  for (const option of ["architecture", "set"] as const) {
    if (state !== undefined && values[option] !== undefined) {
      throw new InputError(`--state judges a state, and --${option} is for planning a program: give one of them`);
    }
    // Of what another program reads nothing is known.
    if (program !== undefined && values[option] !== undefined) {
      throw new InputError(`--${option} is for the program here, and --program names another: give one of them`);
    }
  }
  if (program === undefined && values.policies === undefined && values.timeout !== undefined) {
    throw new InputError("--timeout is for the processes of --program and --policies");
  }
  const timeoutSeconds = Number(timeout);
  // The longest time that a timer of Node.js can be set to.
  if (!/^\d+$/.test(timeout) || timeoutSeconds < 1 || timeoutSeconds > 2_147_483) {
    throw new InputError(wrongTimeout(timeout));
  }
  return { program, state, timeoutSeconds };
}

function wrongTimeout(value: string): string {
  return `--timeout must be whole seconds from 1 to 2147483, got "${value}"`;
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
