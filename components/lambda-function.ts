import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AlarmSet, type OrNone } from "./alarm-set";
import { notifiedTopicArn } from "./alarm-topic";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkPermissions, type Permission } from "./container-service/permissions";
import type { Charted, DashboardSection } from "./dashboard/section";
import { deadLetterAlarms, type FunctionAlarms, functionAlarms, readFunctionAlarms } from "./lambda-function/alarms";
import {
  type Asynchronous,
  checkAsynchronous,
  type DeadLetter,
  destinationStatements,
  eventHandling,
} from "./lambda-function/asynchronous";
import { checkCode, codeInput, type FunctionCode } from "./lambda-function/code";
import { type ExecutionArgs, environments, executionInput, readExecution } from "./lambda-function/execution";
import { executionRole } from "./lambda-function/execution-role";
import { checkFileSystem, type FileSystem } from "./lambda-function/file-system";
import { checkVpc, type FunctionVpc, functionNetwork } from "./lambda-function/function-network";
import { functionGraphs } from "./lambda-function/graphs";
import type { FunctionRef } from "./lambda-function/invocation";
import { aliasAtOnce, aliasNames, checkRelease, gradualAlias, type Release } from "./lambda-function/release";
import { logGroup, readLogs, type ServiceLogs } from "./service-logs";

/** Arguments of {@link LambdaFunction}. */
export interface LambdaFunctionArgs extends ExecutionArgs {
  /** What runs. */
  readonly code: FunctionCode;
  /** What it is for. @default none */
  readonly description?: string;
  /** Its environment variables. They are readable to whoever may see the function: no secrets. @default none */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** The ARN of the KMS key that encrypts the environment variables. @default Lambda's own key */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** What it may do on AWS besides writing its own logs and traces. @default nothing */
  readonly permissions?: readonly Permission[];
  /** ARNs of IAM policies of its role, by a name of yours. @default none */
  readonly policyArns?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Its place in a VPC. @default none: it reaches the internet and nothing private */
  readonly vpc?: FunctionVpc;
  /** A file system of EFS that it mounts; only within a VPC. @default none */
  readonly fileSystem?: FileSystem;
  /** Its own log group, in JSON. @default kept for 365 days in prod, 14 in dev */
  readonly logs?: ServiceLogs;
  /** The least serious line of its own that is logged. @default "INFO" */
  readonly logLevel?: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR" | "FATAL";
  /** The least serious line of Lambda's that is logged. @default "INFO" */
  readonly systemLogLevel?: "DEBUG" | "INFO" | "WARN";
  /** Whether X-Ray sees calls that nobody traces yet, or those alone that their caller traces. @default "active" */
  readonly tracing?: "active" | "passThrough";
  /** How callers come to a new version. @default all at once */
  readonly release?: Release;
  /** What happens to events that nobody waits for. @default tried three times, then lost */
  readonly asynchronous?: Asynchronous;
  /** Where such an event goes that failed to the last, alone; `asynchronous.onFailure` says why as well. @default nowhere */
  readonly deadLetter?: DeadLetter;
  /** Whether Lambda stops a function that calls itself in a circle through SQS, SNS or S3. @default "terminate" */
  readonly recursion?: "terminate" | "allow";
  /** Takes only code that one of these signed. https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html @default any */
  readonly codeSigning?: {
    /** ARNs of versions of signing profiles of AWS Signer, 1 to 20. */
    readonly profileVersionArns: readonly pulumi.Input<string>[];
  };
  /** When it calls for help, and whom. @default 5 % errors, 80 % of its timeout, a topic that nobody reads yet */
  readonly alarms?: OrNone<FunctionAlarms>;
}

/**
 * A function of Lambda with a role, a log group and alarms of its own, which callers reach by an alias.
 *
 * @example
 * import { LambdaFunction } from "./components/lambda-function";
 *
 * const orders = new LambdaFunction("orders", {
 *   code: { type: "folder", path: "./components", runtime: "nodejs24.x", handler: "index.handler" },
 *   release: { type: "canary", percent: 10, minutes: 5 },
 * });
 */
export class LambdaFunction extends pulumi.ComponentResource implements Charted, FunctionRef {
  /** The function's name. */
  readonly functionName: pulumi.Output<string>;
  /** The name of the alias that callers use. */
  readonly aliasName: pulumi.Output<string>;
  /** The ARN of that alias. */
  readonly aliasArn: pulumi.Output<string>;
  /** The name of its role. */
  readonly roleName: pulumi.Output<string>;
  /** The name of its log group. */
  readonly logGroupName: pulumi.Output<string>;
  /** The id of its security group; undefined outside a VPC. */
  readonly securityGroupId?: pulumi.Output<string>;
  /** The ARN of the topic that the alarms notify; undefined without alarms. */
  readonly alarmTopicArn: pulumi.Output<string> | undefined;

  private readonly section: DashboardSection;

  /** @throws when an argument is not one that Lambda takes, or two contradict each other. */
  constructor(name: string, args: LambdaFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:LambdaFunction", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "function", name);
    const { vpc, fileSystem, asynchronous, deadLetter, policyArns = {}, permissions = [] } = args;
    const { release = { type: "allAtOnce" }, tracing = "active" } = args;
    checkName(check, name);
    checkArgs(check, args, release);
    const runtime = args.code.type === "image" ? "image" : args.code.runtime;
    const execution = readExecution(check, args, { runtime, inVpc: !!vpc, mountsFiles: !!fileSystem });
    const logs = readLogs(check, args.logs ?? {});
    const alarms = readFunctionAlarms(check, args.alarms);

    const logged = logGroup(`${name}-logs`, logs, this);
    const network = vpc && functionNetwork(name, check, vpc, this);
    const destinations = [asynchronous?.onFailure, asynchronous?.onSuccess, deadLetter].flatMap((to) => to ?? []);
    const { role, ready } = executionRole(
      name,
      {
        logGroup: logged,
        traces: tracing === "active",
        inVpc: vpc !== undefined,
        durable: args.durable !== undefined,
        fileSystem,
        destinations: destinationStatements(destinations),
        permissions,
        policyArns,
      },
      this,
    );
    const made = new aws.lambda.Function(
      `${name}-function`,
      {
        ...codeInput(name, args.code, execution.architecture, this),
        ...executionInput(execution),
        role: role.arn,
        description: args.description,
        publish: true,
        environment: args.environment && { variables: { ...args.environment } },
        kmsKeyArn: args.kmsKeyArn,
        vpcConfig: network?.vpcConfig,
        fileSystemConfig: fileSystem && { arn: fileSystem.accessPointArn, localMountPath: fileSystem.mountPath },
        loggingConfig: {
          logFormat: "JSON",
          logGroup: logged.name,
          applicationLogLevel: args.logLevel ?? "INFO",
          systemLogLevel: args.systemLogLevel ?? "INFO",
        },
        tracingConfig: { mode: tracing === "active" ? "Active" : "PassThrough" },
        deadLetterConfig: deadLetter && { targetArn: deadLetter.arn },
        codeSigningConfigArn: args.codeSigning && codeSigning(name, args.codeSigning.profileVersionArns, this).arn,
        tags: { Name: name },
      },
      // Lambda tries the role as it makes the function.
      { parent: this, dependsOn: [...ready] },
    );
    new aws.lambda.FunctionRecursionConfig(
      `${name}-recursion`,
      { functionName: made.name, recursiveLoop: args.recursion === "allow" ? "Allow" : "Terminate" },
      { parent: this },
    );
    if (args.managedInstances) environments(name, args.managedInstances, made, this);

    const topicArn = alarms && notifiedTopicArn(name, alarms.notify, this);
    const alarmSet = new AlarmSet(name, this, topicArn);
    const aliasName = release.type === "allAtOnce" ? aliasNames.allAtOnce : aliasNames.gradual;
    const watched = { functionName: made.name, name: aliasName };
    const watching = alarms ? functionAlarms(alarmSet, alarms, watched, execution.timeoutSeconds) : [];
    if (alarms) deadLetterAlarms(alarmSet, deadLetter, asynchronous?.onFailure);
    const { provisionedConcurrency = 0 } = args;
    const alias =
      release.type === "allAtOnce"
        ? aliasAtOnce(name, made, provisionedConcurrency, this)
        : gradualAlias(name, release, made, watching, provisionedConcurrency, this);
    if (asynchronous) eventHandling(name, asynchronous, alias, this);

    this.section = { title: name, alarmArns: alarmSet.arns, graphs: functionGraphs(watched) };
    this.functionName = alias.functionName;
    this.aliasName = alias.name;
    this.aliasArn = alias.arn;
    this.roleName = role.name;
    this.logGroupName = logged.name;
    if (network) this.securityGroupId = network.group.id;
    this.alarmTopicArn = topicArn;
    this.registerOutputs({
      functionName: this.functionName,
      aliasName: this.aliasName,
      aliasArn: this.aliasArn,
      roleName: this.roleName,
      logGroupName: this.logGroupName,
      securityGroupId: this.securityGroupId,
      alarmTopicArn: this.alarmTopicArn,
    });
  }

  /** What it shows on a `Dashboard`. */
  dashboardSection(): DashboardSection {
    return this.section;
  }
}

/** AWS takes 64 characters for the names of functions and roles; Pulumi adds `-deploy-role-` and seven of its own. */
function checkName(check: ArgumentCheck, name: string): void {
  const isName = /^[A-Za-z][A-Za-z0-9-]{0,43}$/.test(name);
  check(
    isName,
    "name",
    "must be a letter and at most 43 letters, digits and hyphens, as its parts are called after it",
    name,
  );
}

function checkArgs(check: ArgumentCheck, args: LambdaFunctionArgs, release: Release): void {
  const { code, vpc, fileSystem, asynchronous, codeSigning: signing } = args;
  checkCode(check, code);
  if (vpc) checkVpc(check, vpc);
  if (fileSystem) checkFileSystem(check, fileSystem, vpc !== undefined);
  if (asynchronous) checkAsynchronous(check, asynchronous);
  checkRelease(check, release);
  const isWatched = args.alarms !== "none" || release.type === "allAtOnce" || !!release.alarmNames?.length;
  check(isWatched, "alarms", `must not be "none" with the release ${release.type}, which they end`, args.alarms);
  checkPermissions(check, args.permissions ?? []);
  for (const key of Object.keys(args.environment ?? {})) {
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    check(/^[A-Za-z]\w+$/.test(key), "environment", "must have names of two or more letters, digits and _", key);
  }
  if (!signing) return;
  check(code.type !== "image", "codeSigning", "must be left out for an image, which Lambda cannot check", true);
  const { length } = signing.profileVersionArns;
  check(length >= 1 && length <= 20, "codeSigning.profileVersionArns", "must hold 1 to 20 ARNs", length);
}

function codeSigning(
  name: string,
  profileVersionArns: readonly pulumi.Input<string>[],
  parent: pulumi.Resource,
): aws.lambda.CodeSigningConfig {
  return new aws.lambda.CodeSigningConfig(
    `${name}-signing`,
    {
      allowedPublishers: { signingProfileVersionArns: [...profileVersionArns] },
      policies: { untrustedArtifactOnDeployment: "Enforce" },
    },
    { parent },
  );
}
