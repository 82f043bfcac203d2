import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { OptionNamespaces } from "./option-namespaces";

/**
 * Options of Elastic Beanstalk by namespace and name. The compiler knows both, and what each takes; a number outside the
 * range that AWS gives stops the plan.
 */
export type Options = {
  readonly [Namespace in keyof OptionNamespaces]?: {
    readonly [Name in keyof OptionNamespaces[Namespace]]?: pulumi.Input<OptionNamespaces[Namespace][Name]>;
  };
};

/** One option of a scheduled action. */
export interface ScheduledOption {
  /** The action's name. */
  readonly resource: string;
  readonly name: string;
  readonly value: string;
}

type Setting = aws.types.input.elasticbeanstalk.EnvironmentSetting;
type PlainOptions = Readonly<
  Record<string, Readonly<Record<string, pulumi.Input<string | number | boolean> | undefined>>>
>;

/** The least and the greatest value of each number: https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html */
const ranges: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  "aws:autoscaling:asg": { Cooldown: [0, 10000], MinSize: [1, 10000], MaxSize: [1, 10000] },
  "aws:autoscaling:launchconfiguration": {
    RootVolumeSize: [10, 16384],
    // Those of io1, which are the wider: gp3 takes 3000 to 16000.
    RootVolumeIOPS: [100, 20000],
    RootVolumeThroughput: [125, 1000],
  },
  "aws:autoscaling:trigger": {
    BreachDuration: [1, 600],
    LowerThreshold: [0, 20000000],
    Period: [1, 600],
    EvaluationPeriods: [1, 600],
    UpperThreshold: [0, 20000000],
  },
  "aws:autoscaling:updatepolicy:rollingupdate": { MaxBatchSize: [1, 10000], MinInstancesInService: [0, 9999] },
  "aws:ec2:instances": {
    SpotFleetOnDemandBase: [0, 10000],
    SpotFleetOnDemandAboveBasePercentage: [0, 100],
    SpotMaxPrice: [0.001, 20],
  },
  "aws:elasticbeanstalk:command": { Timeout: [1, 3600], BatchSize: [1, 10000] },
  "aws:elasticbeanstalk:environment:process:*": {
    DeregistrationDelay: [0, 3600],
    HealthCheckInterval: [5, 300],
    HealthCheckTimeout: [1, 60],
    HealthyThresholdCount: [2, 10],
    Port: [1, 65535],
    StickinessLBCookieDuration: [1, 604800],
    UnhealthyThresholdCount: [2, 10],
  },
  "aws:elasticbeanstalk:sqsd": {
    HttpConnections: [1, 100],
    ConnectTimeout: [1, 60],
    InactivityTimeout: [1, 36000],
    VisibilityTimeout: [0, 43200],
    ErrorVisibilityTimeout: [0, 43200],
    RetentionPeriod: [60, 1209600],
    MaxRetries: [1, 100],
  },
  "aws:elasticbeanstalk:trafficsplitting": { NewVersionPercent: [1, 100], EvaluationTime: [3, 600] },
  "aws:elbv2:listenerrule:*": { Priority: [1, 1000] },
  "aws:elbv2:loadbalancer": { IdleTimeout: [1, 3600] },
};

/** Thresholds and prices may have a fraction. */
const fractions = ["LowerThreshold", "UpperThreshold", "SpotMaxPrice"];

/** Checks a number against the range of an option; `argument` names it in the user's words. */
export function checkNumber(
  check: ArgumentCheck,
  argument: string,
  [namespace, name]: readonly [string, string],
  value: number | undefined,
): void {
  const [least, most] = (ranges[namespace] ?? ranges[namespace.replace(/:[^:]*$/, ":*")])?.[name] ?? [
    -Infinity,
    Infinity,
  ];
  if (value === undefined) return;
  const isWhole = fractions.includes(name);
  const holds = value >= least && value <= most && (isWhole || Number.isInteger(value));
  check(holds, argument, `must be a ${isWhole ? "" : "whole "}number between ${least} and ${most}`, value);
}

/** Checks what a user states by namespace and name beside the typed arguments. */
export function checkOptions(check: ArgumentCheck, options: Options): void {
  for (const [namespace, group] of Object.entries(options as PlainOptions)) {
    for (const [name, value] of Object.entries(group)) {
      const argument = `options["${namespace}"]["${name}"]`;
      if (typeof value === "number") checkNumber(check, argument, [namespace, name], value);
      check(value !== "", argument, "must not be empty, which AWS does not give back", value);
    }
  }
}

/**
 * The settings of an environment: later groups win over earlier ones, and what is undefined is left out.
 *
 * They are sorted, and every value is the text that AWS gives back: `true`, not `True`; lists without blanks. The provider
 * compares only what is stated here with what AWS has, lists and JSON by their content. So an option that AWS does not
 * know for this kind of environment, or gives back in another form, would differ for ever; none such is stated.
 * https://github.com/hashicorp/terraform-provider-aws/issues/1471
 */
export function settings(groups: readonly Options[], scheduled: readonly ScheduledOption[] = []): Setting[] {
  const stated = new Map<string, Setting>();
  for (const group of groups as readonly PlainOptions[]) {
    for (const [namespace, options] of Object.entries(group)) {
      for (const [name, value] of Object.entries(options)) {
        if (value !== undefined) stated.set(`${namespace} ${name}`, { namespace, name, value: written(value) });
      }
    }
  }
  for (const { resource, name, value } of scheduled) {
    const namespace = "aws:autoscaling:scheduledaction";
    stated.set(`${namespace} ${resource} ${name}`, { namespace, name, resource, value });
  }
  return [...stated.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, setting]) => setting);
}

function written(value: pulumi.Input<string | number | boolean>): pulumi.Input<string> {
  return pulumi.Output.isInstance(value) || value instanceof Promise
    ? pulumi.output(value).apply(String)
    : String(value);
}

/** A list as AWS writes it, sorted. */
export function joined(ids: pulumi.Input<pulumi.Input<string>[]>): pulumi.Output<string> {
  return pulumi.output(ids).apply((list) => [...list].sort().join(","));
}
