import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { readUserData, type UserData } from "./user-data";

/** Arguments of {@link InPlaceDeployment}. */
export interface InPlaceDeploymentArgs {
  /** The id of the server. */
  readonly instanceId: pulumi.Input<string>;
  /** What it does: what user data could say too, or bash. It may run again at any time, and says by how it ends whether it has worked. */
  readonly script: pulumi.Input<string> | UserData;
  /** How long it may take, 60–3600. @default 900 */
  readonly timeoutSeconds?: number;
}

/**
 * Brings a server that is there to its next version, over Systems Manager: as the server first comes, when another comes
 * in its place, and whenever the script changes. `up` waits for it, and fails if it fails.
 *
 * @example
 * import { InPlaceDeployment } from "./components/in-place-deployment";
 * import { Network } from "./components/network";
 * import { Server } from "./components/server";
 *
 * const network = new Network("net", { zones: 2 });
 * const wiki = new Server("wiki", { network, ami: { type: "ubuntu", version: "22.04" } });
 * const deployment = new InPlaceDeployment(
 *   "wiki-deployment",
 *   { instanceId: wiki.instanceId, script: { commands: ["echo 'Version 2' > /srv/version"] } },
 *   { dependsOn: wiki },
 * );
 */
export class InPlaceDeployment extends pulumi.ComponentResource {
  /** The name of the document, by which the server can be told to do it again. */
  readonly documentName: pulumi.Output<string>;
  /** The id of the association, which tells how the last time went. */
  readonly associationId: pulumi.Output<string>;

  /** @throws when the script is none, or the time is out of range. */
  constructor(name: string, args: InPlaceDeploymentArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:InPlaceDeployment", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "in-place deployment", name);
    const { instanceId, timeoutSeconds = 900 } = args;
    const isTime = Number.isInteger(timeoutSeconds) && timeoutSeconds >= 60 && timeoutSeconds <= 3600;
    check(isTime, "timeoutSeconds", "must be a whole number between 60 and 3600", timeoutSeconds);
    const script = readUserData(check, args.script);
    if (typeof script === "string") checkScript(check, script);

    const document = new aws.ssm.Document(
      `${name}-document`,
      {
        documentType: "Command",
        documentFormat: "JSON",
        targetType: "/AWS::EC2::Instance",
        content: pulumi.output(script).apply((text) => {
          checkScript(check, text);
          return content(name, text, timeoutSeconds);
        }),
        tags: { Name: name },
      },
      { parent: this },
    );
    const association = new aws.ssm.Association(
      `${name}-association`,
      {
        name: document.name,
        documentVersion: document.latestVersion,
        associationName: name,
        targets: [{ key: "InstanceIds", values: [instanceId] }],
        complianceSeverity: "HIGH",
        waitForSuccessTimeoutSeconds: timeoutSeconds,
      },
      {
        parent: this,
        // The SDK hands a component's dependencies to none of its children.
        dependsOn: opts?.dependsOn,
        // The provider waits for a new association alone, and sees no failure of one that it updates.
        replaceOnChanges: ["documentVersion", "targets"],
        deleteBeforeReplace: true,
      },
    );

    this.documentName = document.name;
    this.associationId = association.associationId;
    const { documentName, associationId } = this;
    this.registerOutputs({ documentName, associationId });
  }
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-syntax-data-elements-parameters.html */
function checkScript(check: ArgumentCheck, script: string): void {
  check(script.startsWith("#!"), "script", 'must begin with "#!", as "#!/bin/bash" does', script.slice(0, 40));
  const [parameter] = /\{\{.*/.exec(script) ?? [];
  check(parameter === undefined, "script", "must not hold {{, which Systems Manager fills in", parameter);
}

function content(name: string, script: string, timeoutSeconds: number): string {
  const shell = (step: string, runCommand: string[]) => ({
    action: "aws:runShellScript",
    name: step,
    inputs: { timeoutSeconds: String(timeoutSeconds), runCommand },
  });
  return JSON.stringify({
    schemaVersion: "2.2",
    description: `Brings ${name} to its next version`,
    mainSteps: [
      // What the server does as it first boots would be in the way, such as the update of the list of packages.
      shell("wait", ["if command -v cloud-init > /dev/null; then cloud-init status --wait || true; fi"]),
      shell("deploy", script.trimEnd().split("\n")),
    ],
  });
}
