import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createColors } from "picocolors";
import { createArchitecture } from "../../architectures/catalogue";
import { text } from "../../planner/format/text";
import { record } from "../../planner/record";
import { assertGolden } from "../golden";
import { planned, root } from "./planned";

const plan = async (...set: string[]) => (await planned("shared-files", undefined, ...set)).plan;
const refused = (set: string[], message: string | RegExp) =>
  assert.rejects(plan(...set), typeof message === "string" ? { message } : message);

const userDataOf = async (...set: string[]) => {
  const { userData } = (await plan(...set)).get("shared-files-template").inputs;
  return Buffer.from(String(userData), "base64").toString();
};

describe("the architecture shared-files", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await planned("shared-files");
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "shared-files.plan.txt"), shown);
  });

  it("can be mounted in each zone in which a server may stand", async () => {
    for (const zones of [2, 3]) {
      const made = await plan(`network.zones=${zones}`);
      const mounted = made.ofType("aws:efs/mountTarget:MountTarget").map(({ inputs }) => inputs.subnetId);
      assert.deepEqual(
        mounted.sort(),
        Array.from(Object(made.get("shared-files-asg").inputs.vpcZoneIdentifiers)).sort(),
      );
      assert.equal(mounted.length, zones);
    }
  });

  it("mounts the folder on every server, before anything asks for it", async () => {
    const made = await plan();
    const lines = (await userDataOf()).split("\n");
    const ids = `${made.get("shared-files-files-fs").id} ${made.get("shared-files-files-pages").id}`;
    const mounting = lines.indexOf(`/usr/local/sbin/mount-shared-files ${ids} /srv/pages`);
    assert.ok(mounting > lines.indexOf("install -D -m 0755 /dev/stdin /usr/local/sbin/mount-shared-files <<'END'"));
    assert.ok(mounting < lines.indexOf("/usr/local/sbin/first-page /srv/pages"));
    assert.ok(mounting < lines.indexOf("systemctl enable --now httpd.service"));
  });

  it("starts servers only once there is something to mount in every zone", async () => {
    const made = await plan();
    const { dependencies } = made.get("shared-files-template");
    for (const part of ["mount-1", "mount-2", "pages", "policy"]) {
      assert.ok(dependencies.includes(made.get(`shared-files-files-${part}`).urn), part);
    }
  });

  it("lets its servers and nobody else reach the files, by NFS and by their role", async () => {
    const made = await plan();
    const inwards = made.resources.filter(
      ({ type, inputs }) =>
        type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" &&
        inputs.securityGroupId === made.get("shared-files-files-mounts").id,
    );
    assert.deepEqual(
      inwards.map(({ inputs }) => [inputs.fromPort, inputs.toPort, inputs.referencedSecurityGroupId]),
      [[2049, 2049, made.get("shared-files-sg-app").id]],
    );
    const out = made.get("shared-files-sg-app-out-tcp-2049-shared-files-files").inputs;
    assert.equal(out.referencedSecurityGroupId, made.get("shared-files-files-mounts").id);
    assert.deepEqual(made.get("shared-files-role-pages").inputs, {
      role: made.get("shared-files-role").outputs.name,
      policyArn: made.get("shared-files-files-pages-mount").outputs.arn,
    });
  });

  it("serves the shared folder, and answers the health check by itself", () => {
    const conf = readFileSync(join(root, "architectures/shared-files/httpd.conf"), "utf8");
    assert.match(conf, /^DocumentRoot "\/srv\/pages"$/m);
    assert.match(conf, /^Alias "\/health" "\/var\/www\/health"$/m);
  });

  describe("has a first page, which", () => {
    const program = join(root, "architectures/shared-files/first-page.sh");
    let folder = "";
    const run = (to = folder) => spawnSync("bash", [program, to], { encoding: "utf8" });
    const page = () => readFileSync(join(folder, "index.html"), "utf8");
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "pages-"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("names the server that wrote it", () => {
      const { status, stderr } = run();
      assert.equal(status, 0, stderr);
      assert.match(page(), /^<h1>Hello from \S+, by way of whichever server answered<\/h1>\n$/);
    });

    it("stays as the first server wrote it", () => {
      run();
      const first = page();
      const { status, stderr } = run();
      assert.deepEqual([status, stderr, page()], [0, "", first]);
    });

    it("says where it cannot be written", () => {
      const { status, stderr } = run(join(folder, "missing"));
      assert.deepEqual([status, stderr], [1, `first-page: ${folder}/missing/index.html cannot be written\n`]);
    });
  });

  it("runs what it is told once the folder is there, with files of its own beside those that mount", async () => {
    const script = await userDataOf(
      'userData={packages: [nginx], files: {/etc/motto: {content: "Open\\n"}}, commands: [ls /srv/pages]}',
    );
    const lines = script.split("\n");
    const mounting = lines.findIndex((line) => /^\/usr\/local\/sbin\/mount-shared-files fs-/.test(line));
    assert.ok(mounting > 0 && mounting < lines.indexOf("ls /srv/pages"));
    assert.ok(lines.includes("install -D -m 0644 /dev/stdin /etc/motto <<'END'"));
    assert.ok(!script.includes("first-page"));
  });

  it("backs up its own file system by a tag, and leaves EFS's own plan out", async () => {
    const made = await plan();
    assert.deepEqual(made.get("shared-files-backups-selection").inputs.selectionTags, [
      { type: "STRINGEQUALS", key: "Backup", value: "shared-files" },
    ]);
    assert.equal(Object(made.get("shared-files-files-fs").inputs.tags).Backup, "shared-files");
    assert.deepEqual(made.get("shared-files-files-backups").inputs.backupPolicy, { status: "DISABLED" });
  });

  it("makes snapshots of its servers' disks by a tag of its own", async () => {
    const made = await plan();
    const details = Object(made.get("shared-files-snapshots-policy").inputs.policyDetails);
    assert.deepEqual(details.targetTags, { Snapshot: "shared-files" });
    const specifications = Object(made.get("shared-files-template").inputs.tagSpecifications) as Record<
      string,
      unknown
    >[];
    const volumes = specifications.find(({ resourceType }) => resourceType === "volume");
    assert.equal(Object(volumes?.tags).Snapshot, "shared-files");
  });

  it("tells all that goes wrong to one topic", async () => {
    const made = await plan("alarms.notify.email=ops@example.com", "alarms.errorPercent=2");
    const [topic, ...others] = made.ofType("aws:sns/topic:Topic");
    assert.deepEqual(others, []);
    const { alarmActions } = made.get("shared-files-down").inputs;
    const { threshold } = made.get("shared-files-target-5xx").inputs;
    assert.deepEqual([alarmActions, threshold], [[topic?.outputs.arn], 2]);
    assert.deepEqual(made.get("shared-files-backups-failed").inputs.alarmActions, [topic?.outputs.arn]);
    assert.equal(made.get("shared-files-alarms-email").inputs.endpoint, "ops@example.com");
  });

  it("leaves backups to EFS, and makes no snapshots, if told", async () => {
    const made = await plan("backups=none", "snapshots=none");
    assert.deepEqual(made.get("shared-files-files-backups").inputs.backupPolicy, { status: "ENABLED" });
    assert.deepEqual(
      [made.ofType("aws:backup/plan:Plan"), made.ofType("aws:dlm/lifecyclePolicy:LifecyclePolicy")],
      [[], []],
    );
    assert.deepEqual(made.names("aws:sns/topic:Topic"), ["shared-files-alarms-topic"]);
  });

  it("has the files, the backups and the snapshots that it is told", async () => {
    const made = await plan(
      "files={throughput: {type: bursting}, storageClasses: {infrequentAccessAfterDays: never}, replication: {region: eu-central-1}}",
      "backups={rules: {weekly: {recurrence: 0 5 * * SUN, deleteAfterDays: 60}}, restoreTesting: {resourceTypes: [EFS]}}",
      "snapshots={of: {type: images}, recycleBinDays: 30}",
    );
    const { throughputMode, lifecyclePolicies } = made.get("shared-files-files-fs").inputs;
    assert.deepEqual([throughputMode, lifecyclePolicies], ["bursting", undefined]);
    assert.deepEqual(Object(made.get("shared-files-files-replica").inputs.destination), { region: "eu-central-1" });
    assert.equal(Object(made.get("shared-files-backups-plan").inputs.rules)[0].schedule, "cron(0 5 ? * SUN *)");
    assert.equal(made.get("shared-files-backups-restores-efs").inputs.protectedResourceType, "EFS");
    assert.equal(made.get("shared-files-snapshots-bin").inputs.resourceType, "EC2_IMAGE");
  });

  it("is found under its domain, over HTTPS", async () => {
    const made = await plan("tls=", "domain.name=files.example.com", "domain.zoneId=Z1");
    assert.equal(made.outputs.url, "https://files.example.com");
  });

  describe("refuses in one sentence", () => {
    it("a text as user data, which could not have the folder", () =>
      refused(['userData="#!/bin/bash"'], 'tierwork:settings.userData must be a map, got "#!/bin/bash"'));
    it("an image for which there is no mount helper", () =>
      refused(
        ['ami={type: ubuntu, version: "24.04"}'],
        "tierwork:settings.ami: must be Amazon Linux, or an image of yours that has amazon-efs-utils: for Ubuntu it is no package",
      ));
    it("days that EFS does not count", () =>
      refused(
        ["files.storageClasses.infrequentAccessAfterDays=45"],
        /tierwork:settings\.files\.storageClasses\.infrequentAccessAfterDays must be .*, got 45/,
      ));
    it("backups that are no map", () =>
      refused(
        ["backups=daily"],
        'tierwork:settings.backups must be none, or a map of what is kept and for how long, got "daily"',
      ));
    it("a schedule that is no cron", () =>
      refused(
        ["backups.rules={daily: {recurrence: daily, deleteAfterDays: 7}}"],
        'tierwork:settings.backups.rules.daily.recurrence must have five fields: minute, hour, day of the month, month, day of the week, got "daily"',
      ));
    it("a stack without a domain that does not ask for plain HTTP", () =>
      assert.rejects(
        record(() => createArchitecture(), { config: { "tierwork:architecture": "shared-files" } }),
        {
          message:
            "tierwork:settings: shared-files needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP",
        },
      ));
  });
});
