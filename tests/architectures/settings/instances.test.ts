import assert from "node:assert/strict";
import { planned } from "../planned";

const withSettings = async (...set: string[]) => (await planned("streaming", undefined, ...set)).plan;

describe("the settings of servers", () => {
  it("reach the launch template: types, machines, and what they do as they boot", async () => {
    const plan = await withSettings(
      'instanceTypes=[{"type":"m7i.large","weight":1},{"type":"m7i.xlarge","weight":2}]',
      "tenancy=dedicated",
      'cpuOptions={"cores":1,"threadsPerCore":1}',
      "nitroEnclaves=true",
      'userData={"packages":["nginx"],"users":["shop"],"environment":{"PORT":"80"},"files":{"/srv/health":{"content":"ok\\n","owner":"shop","mode":"0640"}},"commands":["echo ready"],"units":{"nginx.service":"enabled","shop.service":{"execStart":"/srv/shop"}}}',
    );
    const template = plan.get("streaming-template").inputs;
    const { overrides } = Object(plan.get("streaming-asg").inputs.mixedInstancesPolicy).launchTemplate;
    assert.deepEqual(overrides, [
      { instanceType: "m7i.large", weightedCapacity: "1" },
      { instanceType: "m7i.xlarge", weightedCapacity: "2" },
    ]);
    assert.deepEqual(template.placement, { tenancy: "dedicated" });
    assert.deepEqual(template.cpuOptions, { coreCount: 1, threadsPerCore: 1 });
    assert.deepEqual(template.enclaveOptions, { enabled: true });
    const script = Buffer.from(String(template.userData), "base64").toString();
    for (const part of ["dnf install -y nginx", "useradd", 'PORT="80"', "/srv/health", "echo ready", "shop.service"]) {
      assert.ok(script.includes(part), part);
    }
  });

  it("can be attributes that a type must have", async () => {
    const plan = await withSettings(
      'instanceTypes={"architecture":"arm64","vcpuCount":{"min":2,"max":4},"memoryMiB":{"min":4096},"types":{"excluded":["*.metal"]}}',
    );
    const { overrides } = Object(plan.get("streaming-asg").inputs.mixedInstancesPolicy).launchTemplate;
    assert.deepEqual(overrides[0].instanceRequirements.excludedInstanceTypes, ["*.metal"]);
  });

  const at = "tierwork:settings";
  const types = `${at}.instanceTypes must be a list of types such as m7g.large, or a map with architecture, vcpuCount, memoryMiB and what else types must have`;
  for (const [set, message] of [
    ['instanceTypes="m7g.large"', `${types}, got "m7g.large"`],
    ['instanceTypes={"vcpuCount":{"min":1}}', `${types}, got {"vcpuCount":{"min":1}}`],
    [
      "tenancy=host",
      `${at}.tenancy must be shared, dedicated, or a map with hostResourceGroupArn or hostId, got "host"`,
    ],
    ['cpuOptions={"cores":2,"threadsPerCore":4}', `${at}.cpuOptions.threadsPerCore must be 1 or 2, got 4`],
    ["cpuCredits=none", `${at}.cpuCredits must be one of "standard", "unlimited", got "none"`],
    ["nitroEnclaves=maybe", `${at}.nitroEnclaves must be true or false, got "maybe"`],
    [
      'userData={"packages":"nginx"}',
      `${at}.userData must be a text, or a map of packages, users, environment, files, commands and units, got {"packages":"nginx"}`,
    ],
    ['userData={"file":{}}', `${at}.userData.file is not a setting of streaming; did you mean "files"?`],
  ] as const) {
    it(`refuse: ${message}`, () => assert.rejects(withSettings(set), { message }));
  }
});
