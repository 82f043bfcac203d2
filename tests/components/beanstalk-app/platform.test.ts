import assert from "node:assert/strict";
import type { Platform } from "../../../components/beanstalk-app/platform";
import { app, statements } from "./planned-app";

describe("the platform", () => {
  const stated = async (platform: Platform) => {
    const { solutionStackName, platformArn } = (await app({ platform })).get("shop-env").inputs;
    return [solutionStackName, platformArn];
  };

  it("is the newest version of a branch, by a name of ours or of AWS's", async () => {
    const stack = (branch: string) => [`64bit Amazon Linux 2023 v0.0.0 running ${branch}`, undefined];
    assert.deepEqual(await stated("nodejs22"), stack("Node.js 22"));
    assert.deepEqual(await stated("python3.13"), stack("Python 3.13"));
    assert.deepEqual(await stated("docker"), stack("Docker"));
    const branch = "Tomcat 11 Corretto 21";
    assert.deepEqual(await stated({ type: "branch", branch }), stack(branch));
  });

  it("is one version, where its ARN is given", async () => {
    const platformArn = "arn:aws:elasticbeanstalk:eu-west-1::platform/Docker running on 64bit Amazon Linux 2023/4.5.1";
    assert.deepEqual(await stated({ type: "arn", platformArn }), [undefined, platformArn]);
  });

  it("asks for ECS's policy where ECS runs on the instances, and reads keys of secrets in its way", async () => {
    const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf";
    const plan = await app({ platform: "ecs", secrets: { TOKEN: { secretArn, key: "token" } } });
    assert.equal(
      plan.get("shop-role-ecs").inputs.policyArn,
      "arn:aws:iam::aws:policy/AWSElasticBeanstalkMulticontainerDocker",
    );
    const settings = plan.get("shop-env").inputs.settings as { name: string; value: string }[];
    assert.equal(settings.find(({ name }) => name === "TOKEN")?.value, `${secretArn}:token::`);
    assert.equal(statements(plan, "shop-role-own").length, 1);
    assert.ok(!(await app()).resources.some(({ name }) => name === "shop-role-ecs"));
  });

  const refused: [RegExp, unknown][] = [
    [/^beanstalk app "shop": platform must be one of docker, ecs, .*, or a branch or ARN, got "nodejs14"$/, "nodejs14"],
    [
      /^beanstalk app "shop": platform\.branch must be a branch such as "Tomcat 11 Corretto 21", got "\.\*"$/,
      { type: "branch", branch: ".*" },
    ],
    [
      /^beanstalk app "shop": platform\.platformArn must be the ARN of a platform, got "nodejs"$/,
      { type: "arn", platformArn: "nodejs" },
    ],
  ];
  for (const [message, platform] of refused) {
    it(`is refused: ${JSON.stringify(platform)}`, () =>
      assert.rejects(app({ platform: platform as Platform }), { message }));
  }
});
