import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { templateInputs } from "./workers";

const hostResourceGroupArn = "arn:aws:resource-groups:eu-west-1:123456789012:group/hosts";

describe("the hardware of a group", () => {
  it("is shared and whatever the type has if nothing is said", async () => {
    const { placement, licenseSpecifications, creditSpecification, cpuOptions, enclaveOptions } = await templateInputs(
      {},
    );
    const stated = [placement, licenseSpecifications, creditSpecification, cpuOptions, enclaveOptions];
    assert.deepEqual(stated, [undefined, undefined, undefined, undefined, undefined]);
  });

  it("can be of this account alone", async () => {
    assert.deepEqual((await templateInputs({ tenancy: "dedicated" })).placement, { tenancy: "dedicated" });
  });

  it("can be hosts of a resource group, which licences are counted on", async () => {
    const licence = "arn:aws:license-manager:eu-west-1:123456789012:license-configuration:lic-1";
    const inputs = await templateInputs({ tenancy: { hostResourceGroupArn, licenseConfigurationArns: [licence] } });
    assert.deepEqual(inputs.placement, { tenancy: "host", hostResourceGroupArn });
    assert.deepEqual(inputs.licenseSpecifications, [{ licenseConfigurationArn: licence }]);
  });

  it("can be one host, in the subnet of its zone", async () => {
    const inputs = await templateInputs({ tenancy: { hostId: "h-0a1b2c3d" }, subnetIds: ["subnet-a"] });
    assert.deepEqual(inputs.placement, { tenancy: "host", hostId: "h-0a1b2c3d" });
  });

  it("can have credits without limit, fewer threads, and enclaves", async () => {
    assert.deepEqual((await templateInputs({ cpuCredits: "unlimited" })).creditSpecification, {
      cpuCredits: "unlimited",
    });
    const inputs = await templateInputs({
      instanceTypes: ["m7i.xlarge"],
      cpuOptions: { cores: 2, threadsPerCore: 1 },
      nitroEnclaves: true,
    });
    assert.deepEqual(inputs.cpuOptions, { coreCount: 2, threadsPerCore: 1 });
    assert.deepEqual(inputs.enclaveOptions, { enabled: true });
  });

  refuses([
    [
      'cpuCredits must be left out unless all instance types are burstable (t3, t4g), got "standard"',
      { instanceTypes: ["t4g.micro", "m7g.medium"], cpuCredits: "standard" },
    ],
    [
      'cpuCredits must be left out unless all instance types are burstable (t3, t4g), got "unlimited"',
      {
        instanceTypes: { architecture: "arm64", vcpuCount: { min: 2 }, memoryMiB: { min: 1 }, burstable: "included" },
        cpuCredits: "unlimited",
      },
    ],
    [
      'cpuCredits must be "standard" on dedicated hosts, got "unlimited"',
      { instanceTypes: ["t3.micro"], cpuCredits: "unlimited", tenancy: { hostResourceGroupArn } },
    ],
    ["nitroEnclaves must be false for burstable instance types (t3, t4g), got true", { nitroEnclaves: true }],
    [
      "cpuOptions.cores must be a whole number, 1 or more, got 0",
      { instanceTypes: ["m7i.xlarge"], cpuOptions: { cores: 0, threadsPerCore: 1 } },
    ],
    [
      'tenancy must not be a host with spot instances, which run on none, got "spot"',
      { tenancy: { hostResourceGroupArn }, purchasing: { type: "spot" } },
    ],
    [
      "tenancy.hostId must be a hostResourceGroupArn, as one host lies in one zone, got 2",
      { tenancy: { hostId: "h-1" } },
    ],
  ]);

  it("is a host only by its id or its group", () => {
    // @ts-expect-error which host?
    const vague: ServerGroupArgs["tenancy"] = { licenseConfigurationArns: [] };
    // @ts-expect-error a core has one thread or two
    const wide: ServerGroupArgs["cpuOptions"] = { cores: 2, threadsPerCore: 4 };
    assert.equal(Object.keys({ ...Object(vague), ...wide }).length, 3);
  });
});
