import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { ec2Id } from "../../planner/stand-ins/setting";
import { assertGolden } from "../golden";
import { planned } from "./planned";
import { bootScript } from "./react-flask/boot-script";

const plan = async (...set: string[]) => (await planned("react-flask", undefined, ...set)).plan;
const refused = (set: string[], message: string) => assert.rejects(plan(...set), { message });

const onDomain = ["tls=", "domain={name: app.example.com, zoneId: Z0123456789ABCDEFGHIJ}"];
const inType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const outType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

describe("the architecture react-flask", () => {
  it("plans as the golden plan shows", async () => {
    const { plan: made, judgement, region } = await planned("react-flask");
    const shown = text(
      { plan: made, judgement: await judgement, region, notes: [] },
      { colors: createColors(false), inputs: false },
    );
    assertGolden(join(__dirname, "react-flask.plan.txt"), shown);
  });

  it("is one Ubuntu server that anyone may ask over HTTP, and that nobody may log in to", async () => {
    const made = await plan();
    const { ami, subnetId, associatePublicIpAddress, keyName, userData } = made.get("react-flask-instance").inputs;
    const image = "/aws/service/canonical/ubuntu/server/22.04/stable/current/arm64/hvm/ebs-gp2/ami-id";
    assert.equal(ami, ec2Id("ami", image));
    assert.deepEqual([subnetId, associatePublicIpAddress], [made.get("react-flask-net-public-a").id, true]);
    // All that it is comes in place: no version of the app stops it.
    assert.deepEqual([keyName, userData], [undefined, undefined]);
    assert.deepEqual(made.names(inType), [
      "react-flask-sg-in-tcp-80-0.0.0.0/0",
      "react-flask-sg-in-tcp-80-0:0:0:0:0:0:0:0/0",
    ]);
    assert.deepEqual(made.names(outType), [
      "react-flask-sg-out-tcp-443-0.0.0.0/0",
      "react-flask-sg-out-tcp-80-0.0.0.0/0",
    ]);
    assert.equal(made.outputs.url, `http://${made.get("react-flask-instance").outputs.publicIp}`);
  });

  it("has Systems Manager install what Ubuntu has, and the release, once the server may fetch it", async () => {
    const made = await plan();
    const { version } = made.outputs;
    const { bucket } = made.get("react-flask-release-bucket").outputs;
    const lines = (await bootScript()).split("\n");
    assert.ok(lines.includes("  apt-get -o DPkg::Lock::Timeout=600 install -y awscli curl nginx python3-venv unzip"));
    const release = `/srv/react-flask/releases/${version}`;
    assert.ok(lines.includes(`release=${release} bucket=${bucket} key=${version}.zip region=eu-west-1`));
    assert.equal(lines.at(-2), `bash ${release}/server/deploy.sh`);
    assert.equal(
      made.get("react-flask-role-release").inputs.policyArn,
      made.get("react-flask-release-read").outputs.arn,
    );
    const { dependencies, inputs } = made.get("react-flask-deployment-association");
    assert.ok(dependencies.includes(made.get("react-flask-role-release").urn));
    assert.deepEqual(inputs.targets, [{ key: "InstanceIds", values: [made.get("react-flask-instance").id] }]);
  });

  it("changes nothing about its server for another version, but what it is told to run", async () => {
    const source = copyOfTheApp();
    try {
      writeFileSync(join(source, "backend/greeting.py"), "def greeting(name):\n    return name\n");
      const [before, after] = [await plan(), await plan(`source=${source}`)];
      assert.notEqual(after.outputs.version, before.outputs.version);
      assert.deepEqual(after.get("react-flask-instance").inputs, before.get("react-flask-instance").inputs);
      const content = (made: typeof before) => made.get("react-flask-deployment-document").inputs.content;
      assert.notEqual(content(after), content(before));
    } finally {
      rmSync(source, { recursive: true });
    }
  });

  it("speaks TLS for a domain, under an address that stays, and asks for the certificate once the name leads to it", async () => {
    const made = await plan(...onDomain);
    const { publicIp } = made.get("react-flask-address").outputs;
    const { type, name, records } = made.get("react-flask-dns-a").inputs;
    assert.deepEqual([type, name, records], ["A", "app.example.com", [publicIp]]);
    const { dependencies } = made.get("react-flask-deployment-association");
    for (const first of ["react-flask-dns-a", "react-flask-address-association"]) {
      assert.ok(dependencies.includes(made.get(first).urn), first);
    }
    assert.ok(made.names(inType).includes("react-flask-sg-in-tcp-443-0.0.0.0/0"));
    const script = await bootScript(...onDomain);
    assert.match(script, / unzip certbot$/m);
    assert.match(script, /^DOMAIN=app\.example\.com bash .*deploy\.sh$/m);
    assert.deepEqual([made.outputs.url, made.outputs.publicIp], ["https://app.example.com", publicIp]);
  });

  it("admits over SSH whom ssh says, through the network ACL as well", async () => {
    const made = await plan("ssh.from=[198.51.100.0/24]", "server.keyPair.keyName=ada");
    assert.ok(made.names(inType).includes("react-flask-ssh-in-tcp-22-198.51.100.0/24"));
    const ingress = made.get("react-flask-net-public-acl").inputs.ingress as { cidrBlock?: string; action?: string }[];
    assert.ok(ingress.some(({ cidrBlock, action }) => cidrBlock === "198.51.100.0/24" && action === "allow"));
  });

  it("takes what a server takes", async () => {
    const made = await plan("server.instanceType=m7g.large", "server.egress=[{to: 10.1.0.0/16, port: 5432}]");
    assert.equal(made.get("react-flask-instance").inputs.instanceType, "m7g.large");
    assert.ok(made.names(outType).includes("react-flask-sg-out-tcp-5432-10.1.0.0/16"));
  });

  describe("with scale: fleet", () => {
    const fleet = (...set: string[]) => plan("scale=fleet", ...set);

    it("is the same app on servers behind a load balancer, which do as they boot what the one server was told", async () => {
      const made = await fleet();
      assert.deepEqual(made.names("aws:ec2/instance:Instance"), []);
      assert.deepEqual(made.names("aws:ssm/association:Association"), []);
      const { userData } = made.get("react-flask-template").inputs;
      const script = Buffer.from(String(userData), "base64").toString();
      assert.equal(script, await bootScript());
      assert.equal(made.outputs.version, (await plan()).outputs.version);
      const { path, port } = made.get("react-flask-tg").inputs.healthCheck as { path: string; port: string };
      assert.deepEqual([path, port, made.get("react-flask-tg").inputs.port], ["/api/health", "traffic-port", 80]);
    });

    it("may fetch the release and Ubuntu's packages", async () => {
      const made = await fleet();
      assert.equal(
        made.get("react-flask-role-release").inputs.policyArn,
        made.get("react-flask-release-read").outputs.arn,
      );
      assert.ok(made.names(outType).some((name) => name.endsWith("out-tcp-80-0.0.0.0/0")));
    });

    it("has its certificate on the load balancer, to which the domain leads", async () => {
      const made = await fleet(...onDomain);
      const [alias] = made.get("react-flask-dns-a").inputs.aliases as { name: string }[];
      assert.equal(alias?.name, made.get("react-flask-lb").outputs.dnsName);
      assert.ok(made.get("react-flask-https").inputs.certificateArn);
      const script = Buffer.from(String(made.get("react-flask-template").inputs.userData), "base64").toString();
      assert.ok(!script.includes("DOMAIN"), "servers behind a load balancer ask for no certificate");
    });

    it("takes what a fleet takes, and leaves alone what the one server is", async () => {
      const made = await fleet("fleet.minSize=3", "fleet.maxSize=9", "server.instanceType=m7g.large");
      const { minSize, maxSize } = made.get("react-flask-asg").inputs;
      assert.deepEqual([minSize, maxSize], [3, 9]);
    });

    it("has no finding that a web app without a domain has not", async () => {
      const found = async (stack: string, ...set: string[]) => {
        const { judgement } = await planned(stack, undefined, ...set);
        return new Set((await judgement).findings.map(({ policy }) => policy));
      };
      // The stack's exemptions are for the one server.
      const known = new Set([...(await found("dev")), "exemption-used"]);
      const fleets = await found("react-flask", "scale=fleet");
      assert.deepEqual(
        [...fleets].filter((policy) => !known.has(policy)),
        [],
      );
    });
  });

  describe("refuses in one sentence", () => {
    const at = "tierwork:settings";
    it("neither a domain nor plain HTTP", () =>
      refused(
        ["tls="],
        `${at}: react-flask needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP`,
      ));
    it("a scale that there is not", () =>
      refused(["scale=huge"], `${at}.scale must be one of "server", "fleet", got "huge"`));
    it("SSH from the world", () =>
      refused(
        ["ssh.from=[0.0.0.0/0]"],
        'tierwork:settings.ssh.from must hold no range wider than /8 (IPv4) or /16 (IPv6), got "0.0.0.0/0"',
      ));
    it("a name with a wildcard for one server", () =>
      refused(
        ["tls=", "domain={name: '*.example.com', zoneId: Z0123456789ABCDEFGHIJ}"],
        `${at}.domain.name: must be one name for scale: server, as Let's Encrypt asks the server by it, got *.example.com`,
      ));
    it("an image of one's own, as packages are named for Ubuntu", () =>
      assert.rejects(
        plan("server.ami={type: amazonLinux2023}"),
        /settings\.server\.ami is not a setting of react-flask/,
      ));
    it("a folder that is no app", () =>
      refused(
        ["source=docs"],
        `${at}.source: must be a folder with frontend/dist/index.html, the page of the built React app: docs has none`,
      ));
    it("an app whose packages are not pinned", () => {
      const source = copyOfTheApp();
      writeFileSync(join(source, "backend/requirements.txt"), "flask\n");
      const message = `${at}.source: must be a folder with a backend/requirements.txt that pins gunicorn and all the rest with hashes, as pip-compile writes them`;
      return refused([`source=${source}`], message).finally(() => rmSync(source, { recursive: true }));
    });
  });
});

function copyOfTheApp(): string {
  const source = mkdtempSync(join(tmpdir(), "react-flask-"));
  const app = join(__dirname, "../../architectures/react-flask");
  for (const part of ["frontend/dist", "backend"]) cpSync(join(app, part), join(source, part), { recursive: true });
  return source;
}
