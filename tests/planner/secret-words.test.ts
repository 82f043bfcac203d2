import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Finding } from "../../planner/finding";
import { judge } from "../../planner/judge";
import { record } from "../../planner/record";
import { SecretWords } from "../../planner/secret-words";
import { SECRET_STAND_IN } from "../../planner/stack-file";
import { secret, UNKNOWN } from "../../planner/wire";
import { policies } from "../../policies/catalogue";

/** What the pack says of a program whose stack file has an encrypted `test:password`. */
async function findings(policy: string, program: () => unknown): Promise<Finding[]> {
  const config = { "test:password": SECRET_STAND_IN };
  const plan = await record(program, { config, secretKeys: ["test:password"] });
  const judgement = await judge(plan, policies({ environment: "prod", exemptions: [], today: "2026-11-21" }));
  return judgement.findings.filter((finding) => finding.policy === policy);
}

const template = (metadataOptions: aws.types.input.ec2.LaunchTemplateMetadataOptions) =>
  new aws.ec2.LaunchTemplate("web", { metadataOptions });

describe("what policies say of secrets", () => {
  it("never quotes a secret, wherever in a resource it is", async () => {
    const [finding] = await findings("ec2-imdsv2", () => template({ httpTokens: pulumi.secret("hush-hush") }));
    assert.match(finding?.message ?? "", /httpTokens is "\[secret\]"/);
  });

  it("quotes what is no secret", async () => {
    const [finding] = await findings("ec2-imdsv2", () => template({ httpTokens: "optional" }));
    assert.match(finding?.message ?? "", /httpTokens is "optional"/);
  });

  it("is undecided where the stack file has the value encrypted", async () => {
    const open = () => {
      const from = new pulumi.Config().requireSecret("password");
      const rule = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [from] };
      new aws.ec2.SecurityGroup("door", { ingress: [rule] });
    };
    const [finding] = await findings("no-public-ssh", open);
    assert.equal(finding?.verdict, "undecided");
  });
});

describe("the secret words of a program", () => {
  const knowing = (...sources: unknown[]) => {
    const words = new SecretWords();
    for (const source of sources) words.learnSource(source);
    return words;
  };

  it("are hidden in every spelling, and base64 that holds one as a whole", () => {
    const words = knowing('pass"word');
    assert.equal(
      words.hide('it is pass"word, pass\\"word, pass%22word or pass&quot;word'),
      "it is [secret], [secret], [secret] or [secret]",
    );
    for (const before of ["", "x", "xy"]) {
      const script = Buffer.from(`${before}export KEY=pass"word; start`).toString("base64");
      assert.equal(words.hide(`{"userData":"${script}"}`), '{"userData":"[secret]"}');
    }
  });

  it("are hidden in a PowerShell command, in base64 of base64, in hex and in another case", () => {
    const words = knowing("Hunter2-Pässword");
    const command = Buffer.from("$env:KEY='Hunter2-Pässword'; start", "utf16le").toString("base64");
    assert.equal(words.hide(`powershell -EncodedCommand ${command}`), "powershell -EncodedCommand [secret]");
    const twice = Buffer.from(Buffer.from("x Hunter2-Pässword y").toString("base64")).toString("base64");
    assert.equal(words.hide(`data: ${twice}`), "data: [secret]");
    const hex = Buffer.from("x Hunter2-Pässword y").toString("hex");
    assert.equal(words.hide(`${hex} and ${hex.toUpperCase()}`), "7820[secret]2079 and 7820[secret]2079");
    assert.equal(
      words.hide(`HUNTER2-PÄSSWORD hunter2-pässword ${"Hunter2-Pässword".normalize("NFD")}`),
      "[secret] [secret] [secret]",
    );
    assert.equal(words.hideSaid(`data ${command.slice(0, 40)}...`).includes("SAB1AG4AdABl"), false);
  });

  it("of few letters hide no words that differ in case, and no digits by chance", () => {
    const words = knowing("Data", "2024");
    const text = `data DATA ${"0123456789abcdef".repeat(2000)}`;
    assert.equal(words.hide(text), text);
  });

  it("are found in the time that it takes to read the text", () => {
    const words = knowing("hunter2-hunter2-hunter2");
    const long = Buffer.from("hunter2-hunter2-hunter2 ".repeat(50_000)).toString("base64");
    assert.equal(words.hide(`${long} ${".".repeat(200_000)}`), `[secret] ${".".repeat(200_000)}`);
  });

  it("are known from the marks of the wire, the longest first", () => {
    const words = new SecretWords();
    words.learn({ url: secret("https://user:hunter2@host"), list: [{ deep: secret({ a: "hunter2", n: 654321 }) }] });
    assert.equal(words.hide("https://user:hunter2@host and hunter2 and 654321"), "[secret] and [secret] and [secret]");
    assert.deepEqual(words.hideIn({ "a hunter2": [654321, "hunter2", true, null], kept: secret("x") }), {
      "a [secret]": ["[secret]", "[secret]", true, null],
      kept: secret("x"),
    });
  });

  it("are known by their lines, for those of a key may stand indented", () => {
    const key = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG\nshort\n-----END KEY-----";
    assert.equal(
      knowing(key).hide("  key: |\n    MIIEvQIBADANBgkqhkiG\n    short"),
      "  key: |\n    [secret]\n    short",
    );
  });

  it("are in messages also the members of secret documents, unless one is encrypted", () => {
    const document = '{"user": "admin", "password": "hunter2"}';
    const words = knowing(document);
    assert.equal(words.hideSaid('the user "admin"'), 'the user "[secret]"');
    assert.equal(words.hide("admin-role"), "admin-role");
    assert.equal(knowing('{"user": "admin", "password": "[secret]"}').hideSaid("admin"), "admin");
  });

  it("are hidden where a message breaks off within one", () => {
    const words = knowing("a long secret that nobody may see");
    assert.equal(words.hideSaid('it is "a long secret th..."; mend it...'), 'it is "[secret]..."; mend it...');
    assert.equal(words.hideSaid("x=a long se… and a lo…"), "x=[secret]… and [secret]…");
    assert.equal(words.hideSaid("and so a..."), "and so a...");
  });

  it("leave what is too short, unknown, or no secret at all", () => {
    const words = knowing("abc", "true", "false", UNKNOWN, SECRET_STAND_IN, 12, null, undefined);
    const text = `abc true false ${UNKNOWN} [secret] 12`;
    assert.equal(words.hide(text), text);
    assert.equal(words.hideIn(undefined), undefined);
  });

  it("are read from plain data alone, and from that without end", () => {
    const cyclic: Record<string, unknown> = { password: "hunter2" };
    cyclic.self = cyclic;
    assert.equal(knowing(cyclic, pulumi.output("an output"), new Map([["a", "a map's"]])).hide("hunter2"), "[secret]");
  });

  it("are heard when the program says them, in a promise too, and whatever becomes of them", async () => {
    const program = () => {
      pulumi.secret("said and forgotten");
      pulumi.secret(Promise.resolve("said later"));
      new aws.rds.Instance("db", { instanceClass: "db.t4g.micro", password: "said by the SDK" });
    };
    const plan = await record(program);
    assert.equal(plan.secrets.hide("said and forgotten, said later, said by the SDK"), "[secret], [secret], [secret]");
  });
});
