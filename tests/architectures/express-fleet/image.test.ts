import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createColors } from "picocolors";
import { architectureOf, fleetImage } from "../../../architectures/express-fleet/image";
import { text } from "../../../planner/format/text";
import { assertGolden } from "../../golden";
import { planned } from "../planned";
import { isAtHand } from "./booted";

const server = { nodeVersion: 24, appPort: 3005 };
const withImage = (image = "{}", ...set: string[]) => planned("express-fleet", undefined, `image=${image}`, ...set);
const made = async (...args: Parameters<typeof withImage>) => (await withImage(...args)).plan;

/** What a step does, as Image Builder reads it. */
async function step(name: string, ...args: Parameters<typeof withImage>): Promise<string> {
  return String((await made(...args)).get(`express-fleet-image-step-${name}`).inputs.data);
}

describe("the image of express-fleet", () => {
  it("plans as the golden plan shows, with nothing that a policy finds fault with", async () => {
    const { plan, judgement, region } = await withImage();
    const shown = text(
      { plan, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "../express-fleet.image.plan.txt"), shown);
  });

  it("holds what servers without it install as they boot, and is tested for that", async () => {
    const application = await step("application");
    const [, install = ""] = /^ {12}- (".*dnf.*")$/m.exec(application) ?? [];
    assert.equal(JSON.parse(install), fleetImage(server).install);
    // Image Builder would take it for a variable.
    assert.ok(!application.includes("{{"));
    const version = await step("version", "{}", "appPort=8080", "healthCheck={path: /it's}");
    assert.match(version, /build.*"echo [0-9a-f]{16} > \/etc\/express-fleet\.version".*name: test/s);
    assert.match(version, /systemctl is-active --quiet express-fleet\.service/);
    assert.ok(version.includes("\\nport=8080\\npath='/it'\\\\''s'\\n"), version);
  });

  it("is what the group launches from, by the parameter that holds the newest", async () => {
    const plan = await made();
    const { imageId, userData } = plan.get("express-fleet-template").inputs;
    const without = (await planned("express-fleet")).plan.get("express-fleet-template").inputs;
    assert.notEqual(imageId, without.imageId);
    assert.ok(plan.get("express-fleet-template").dependencies.includes(plan.get("express-fleet-image-parameter").urn));
    assert.equal(Buffer.from(String(userData), "base64").toString(), fleetImage(server).boot);
    assert.equal(plan.outputs.imagePipelineArn, plan.get("express-fleet-image-pipeline").outputs.arn);
  });

  it("is built where the servers are, of their architecture, and goes where it is said", async () => {
    const plan = await made(
      "{schedule: manual, copies: {eu-central-1: {kmsKeyArn: arn:aws:kms:eu-central-1:123456789012:key/b}}, launchPermissions: {accountIds: ['210987654321']}, kmsKeyArn: arn:aws:kms:eu-west-1:123456789012:key/a}",
      "instanceTypes=[m7i.large]",
    );
    const { instanceTypes, subnetId } = plan.get("express-fleet-image-infrastructure").inputs;
    assert.deepEqual([instanceTypes, subnetId], [["t3.medium"], plan.get("express-fleet-net-private-a").id]);
    assert.equal(plan.get("express-fleet-image-pipeline").inputs.schedule, undefined);
    const { distributions } = plan.get("express-fleet-image-distribution").inputs;
    assert.deepEqual(
      (distributions as { region: string }[]).map(({ region }) => region),
      ["eu-west-1", "eu-central-1"],
    );
  });

  it("is for the architecture of the servers, as far as their types say", () => {
    assert.equal(architectureOf(undefined), "arm64");
    assert.equal(architectureOf(["c7gn.large", "t3.micro"]), "arm64");
    assert.equal(architectureOf([{ type: "m7i.large" }]), "x86_64");
    const size = { vcpuCount: { min: 2 }, memoryMiB: { min: 2048 } };
    assert.equal(architectureOf({ architecture: "x86_64", ...size }), "x86_64");
  });

  it("spares a server that has this very version its work, and no other", () => {
    const folder = mkdtempSync(join(tmpdir(), "express-fleet-image-"));
    const { boot, install, version } = fleetImage(server);
    const [shebang = "", held = ""] = boot.split("\n");
    assert.equal(boot.split("\n").slice(2).join("\n"), install.split("\n").slice(1).join("\n"));
    const file = join(folder, "version");
    const program = [shebang, held.replace("/etc/express-fleet.version", file), "echo installs"].join("\n");
    const said = () => spawnSync("bash", ["-c", program]).stdout.toString();
    try {
      assert.equal(said(), "installs\n");
      writeFileSync(file, "0123456789abcdef\n");
      assert.equal(said(), "installs\n");
      writeFileSync(file, `${version}\n`);
      assert.equal(said(), "");
      assert.notEqual(fleetImage({ ...server, appPort: 3006 }).version, version);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is tested by a script that shellcheck finds no fault with", function () {
    if (!isAtHand("shellcheck")) return this.skip();
    const file = join(__dirname, "../../../architectures/express-fleet/image/test.sh");
    assert.equal(execFileSync("shellcheck", [file], { encoding: "utf8" }), "");
  });

  it("is refused where it cannot be built, or would be nobody's", async () => {
    await assert.rejects(withImage("{}", "network={nat: none}", "instanceSubnets=public"), {
      message: "tierwork:settings.network.nat: must not be none with an image, which is built in private subnets",
    });
    await assert.rejects(withImage("{schedule: weekly}"), {
      message:
        'tierwork:settings.image.schedule must be manual, or a map of a recurrence, and perhaps timeZone and onlyOnUpdates, got "weekly"',
    });
    await assert.rejects(withImage("{schedule: {recurrence: weekly}}"), {
      message:
        'tierwork:settings.image.schedule.recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "weekly"',
    });
    await assert.rejects(withImage("{copies: {mars: {}}}"), {
      message: 'tierwork:settings.image.copies must be by regions such as "eu-west-1", got "mars"',
    });
    await assert.rejects(withImage("{launchPermissions: {accountIds: ['1']}}"), {
      message: 'tierwork:settings.image.launchPermissions.accountIds must be ids of 12 digits, got "1"',
    });
  });
});
