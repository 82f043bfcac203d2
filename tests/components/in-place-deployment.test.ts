import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { InPlaceDeployment, type InPlaceDeploymentArgs } from "../../components/in-place-deployment";
import { record } from "../../planner/record";

const instanceId = "i-0a1b2c3d4e5f60718";
const script = { commands: ["echo 'Version 2' > /srv/version"] };
const make = (args: Partial<InPlaceDeploymentArgs> = {}, opts?: pulumi.ComponentResourceOptions) =>
  record(() => new InPlaceDeployment("wiki", { instanceId, script, ...args }, opts));

describe("InPlaceDeployment", () => {
  it("has Systems Manager run the script once the server has booted", async () => {
    const { documentType, documentFormat, targetType, content } = (await make()).get("wiki-document").inputs;
    assert.deepEqual([documentType, documentFormat, targetType], ["Command", "JSON", "/AWS::EC2::Instance"]);
    const wait = "if command -v cloud-init > /dev/null; then cloud-init status --wait || true; fi";
    assert.deepEqual(JSON.parse(String(content)), {
      schemaVersion: "2.2",
      description: "Brings wiki to its next version",
      mainSteps: [
        {
          action: "aws:runShellScript",
          name: "wait",
          inputs: { timeoutSeconds: "900", runCommand: [wait] },
        },
        {
          action: "aws:runShellScript",
          name: "deploy",
          inputs: {
            timeoutSeconds: "900",
            runCommand: ["#!/bin/bash", "set -euo pipefail", "echo 'Version 2' > /srv/version"],
          },
        },
      ],
    });
  });

  it("does it on the server, again for each version and each new server, and waits for it to succeed", async () => {
    const plan = await make({ timeoutSeconds: 300 });
    const association = plan.get("wiki-association");
    const { name, latestVersion } = plan.get("wiki-document").outputs;
    assert.deepEqual(association.inputs, {
      name,
      documentVersion: latestVersion,
      associationName: "wiki",
      targets: [{ key: "InstanceIds", values: [instanceId] }],
      complianceSeverity: "HIGH",
      waitForSuccessTimeoutSeconds: 300,
    });
    assert.deepEqual(association.options.replaceOnChanges, ["documentVersion", "targets"]);
    assert.equal(association.options.deleteBeforeReplace, true);
  });

  it("takes a script of one's own, also one that is known only later", async () => {
    for (const text of ["#!/bin/sh\nid\n", pulumi.output("#!/bin/sh\nid\n")]) {
      const { content } = (await make({ script: text })).get("wiki-document").inputs;
      assert.deepEqual(JSON.parse(String(content)).mainSteps[1].inputs.runCommand, ["#!/bin/sh", "id"]);
    }
  });

  describe("refuses in one sentence", () => {
    const refused = (args: Partial<InPlaceDeploymentArgs>, message: string) => assert.rejects(make(args), { message });
    for (const timeoutSeconds of [59, 3601, 90.5]) {
      it(`${timeoutSeconds} seconds`, () =>
        refused(
          { timeoutSeconds },
          `in-place deployment "wiki": timeoutSeconds must be a whole number between 60 and 3600, got ${timeoutSeconds}`,
        ));
    }
    it("a text that is no script", () =>
      refused(
        { script: "id" },
        'in-place deployment "wiki": script must begin with "#!", as "#!/bin/bash" does, got "id"',
      ));
    const filledIn =
      'in-place deployment "wiki": script must not hold {{, which Systems Manager fills in, got "{{ instance }}"';
    it("what Systems Manager would fill in", () => refused({ script: "#!/bin/sh\necho {{ instance }}" }, filledIn));
    it("that also where it is known only later", () =>
      assert.rejects(make({ script: pulumi.output("#!/bin/sh\necho {{ instance }}") }), ({ message }: Error) =>
        message.endsWith(filledIn),
      ));
  });
});
