import assert from "node:assert/strict";
import { join } from "node:path";
import { createColors } from "picocolors";
import { text } from "../../planner/format/text";
import { UNKNOWN } from "../../planner/wire";
import { assertGolden } from "../golden";
import { planned } from "./planned";

const engines = ["fargate", "ec2", "eks"] as const;
const plan = (...set: string[]) => planned("dev", "container-web", ...set);
const refused = (set: string[], message: RegExp | string) =>
  assert.rejects(plan(...set), typeof message === "string" ? { message } : message);

/** Plain HTTP and a cluster that can be deleted are dev's; a build's tag moves, and what runs is named by its digest. */
const meant = new Set(["lb-http-redirects-to-https", "ecr-immutable-tags", "eks-access-and-protection"]);

describe("the architecture container-web", () => {
  for (const engine of engines) {
    it(`plans on ${engine} as the golden plan shows`, async () => {
      const { plan: made, judgement, region } = await plan(`compute=${engine}`);
      const shown = text(
        { plan: made, judgement: await judgement, region, notes: [] },
        { colors: createColors(false), inputs: false },
      );
      assertGolden(join(__dirname, `container-web.${engine}.plan.txt`), shown);
    });

    it(`has nothing on ${engine} that a policy finds fault with but what dev is meant to be`, async () => {
      const { judgement } = await plan(`compute=${engine}`);
      const found = (await judgement).findings.filter(({ policy }) => !meant.has(policy));
      assert.deepEqual(found, []);
      assert.ok((await judgement).findings.every(({ level }) => level === "advisory"));
    });
  }

  it("runs the same container on ECS and on EKS", async () => {
    const onFargate = await plan("compute=fargate", "image=public.ecr.aws/nginx/nginx:1.29", "environment.COLOR=red");
    const task = onFargate.plan.ofType("aws:ecs/taskDefinition:TaskDefinition")[0];
    const [container] = JSON.parse(String(task?.inputs.containerDefinitions));
    assert.equal(container.image, "public.ecr.aws/nginx/nginx:1.29");
    assert.deepEqual(container.environment, [{ name: "COLOR", value: "red" }]);
    assert.equal(container.readonlyRootFilesystem, true);
    const onEks = await plan("compute=eks", "image=public.ecr.aws/nginx/nginx:1.29", "environment.COLOR=red");
    const deployment = onEks.plan.ofType("kubernetes:apps/v1:Deployment")[0];
    const written = JSON.stringify(deployment?.inputs.spec);
    assert.match(written, /"image":"public\.ecr\.aws\/nginx\/nginx:1\.29"/);
    assert.match(written, /\{"name":"COLOR","value":"red"\}/);
    assert.match(written, /"readOnlyRootFilesystem":true/);
  });

  it("builds the app of this folder into a repository of its own, unless an image is named", async () => {
    const { plan: built } = await plan();
    const [image] = built.ofType("awsx:ecr:Image");
    assert.equal(image?.inputs.context, "./architectures/container-web/app");
    assert.equal(built.ofType("aws:ecr/repository:Repository").length, 1);
    const { plan: named } = await plan("image=public.ecr.aws/nginx/nginx:1.29");
    assert.deepEqual(named.ofType("awsx:ecr:Image"), []);
    assert.deepEqual(named.ofType("aws:ecr/repository:Repository"), []);
  });

  it("has no value in a container definition that is not known", async () => {
    const { plan: made } = await plan();
    for (const task of made.ofType("aws:ecs/taskDefinition:TaskDefinition")) {
      assert.notEqual(task.inputs.containerDefinitions, UNKNOWN);
    }
  });

  it("serves HTTPS under its domain", async () => {
    const domain = ["tls=", "domain.name=www.example.com", "domain.zoneId=Z0123456789EXAMPLE"];
    const { plan: made } = await planned("dev", "container-web", ...domain);
    assert.equal(made.outputs.url, "https://www.example.com");
    assert.deepEqual(
      made
        .ofType("aws:lb/listener:Listener")
        .map(({ inputs }) => inputs.port)
        .sort(),
      [443, 80],
    );
    assert.equal(made.ofType("aws:route53/record:Record").length >= 2, true);
  });

  it("has a web firewall before its load balancer on every engine, if it is on the internet", async () => {
    for (const engine of ["fargate", "ec2"]) {
      const { plan: made } = await plan(`compute=${engine}`);
      assert.deepEqual(made.get("container-web-web-acl").inputs, {
        resourceArn: made.get("container-web-lb").outputs.arn,
        webAclArn: made.get("container-web-waf").outputs.webAclArn,
      });
    }
    const { plan: onEks } = await plan("compute=eks");
    const { annotations } = Object(onEks.get("container-web-ingress").inputs.metadata);
    assert.equal(
      annotations["alb.ingress.kubernetes.io/wafv2-acl-arn"],
      onEks.get("container-web-waf").outputs.webAclArn,
    );
    const internal = await plan("exposure=internal");
    assert.deepEqual(internal.plan.ofType("aws:wafv2/webAcl:WebAcl"), []);
  });

  it("hands the settings of its load balancer on, on every engine", async () => {
    const told = ["zonalShift=false", "idleTimeoutSeconds=30", "healthCheckLogs=false", "webAclFailure=pass"];
    const { plan: onEcs } = await plan("compute=fargate", ...told);
    const { enableZonalShift, idleTimeout, healthCheckLogs, enableWafFailOpen } = onEcs.get("container-web-lb").inputs;
    assert.deepEqual([enableZonalShift, idleTimeout, healthCheckLogs, enableWafFailOpen], [false, 30, undefined, true]);
    const { plan: onEks } = await plan("compute=eks", ...told);
    const { annotations } = Object(onEks.get("container-web-ingress").inputs.metadata);
    const attributes = String(annotations["alb.ingress.kubernetes.io/load-balancer-attributes"]).split(",");
    for (const attribute of ["zonal_shift.config.enabled=false", "idle_timeout.timeout_seconds=30"]) {
      assert.ok(attributes.includes(attribute), attribute);
    }
    assert.ok(!attributes.includes("health_check_logs.s3.enabled=true"));
  });

  describe("refuses in one sentence", () => {
    it("an engine that there is not", () =>
      refused(["compute=nomad"], 'tierwork:settings.compute.type must be one of "fargate", "ec2", "eks", got "nomad"'));
    it("a setting that the engine has not", () =>
      refused(
        ["compute={type: fargate, ami: al2023}"],
        /tierwork:settings\.compute\.ami does not go with type "fargate"/,
      ));
    it("a canary on EKS", () => refused(["compute=eks", "rollout=canary"], /settings\.rollout must be rolling/));
    it("an image without a tag", () => refused(["image=nginx"], /settings\.image must have a tag/));
    it("CPU and memory that Fargate has not", () => refused(["cpu=256", "memoryMiB=8192"], /memoryMiB.*8192/));
    it("more tasks at the least than at the most", () =>
      refused(["minCount=4", "maxCount=3"], /maxCount must be.*4.*got 3/));
    it("no domain and no tls: none", () =>
      assert.rejects(
        plan("tls="),
        /container-web needs a domain for HTTPS: set domain\.name and domain\.zoneId, or tls: none for plain HTTP$/,
      ));
    it("a domain together with tls: none", () =>
      refused(
        ["domain.name=a.example.com", "domain.zoneId=Z1", "tls=none"],
        "tierwork:settings.tls: must be left out where there is a domain",
      ));
  });
});
