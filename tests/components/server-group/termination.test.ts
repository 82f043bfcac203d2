import assert from "node:assert/strict";
import type { ServerGroupArgs } from "../../../components/server-group";
import { refuses } from "./refused";
import { groupInputs } from "./workers";

describe("how servers of a group go", () => {
  it("is AWS's own way if nothing is said, and by force never", async () => {
    const inputs = await groupInputs({});
    const keys = ["terminationPolicies", "protectFromScaleIn", "suspendedProcesses", "instanceLifecyclePolicy"];
    for (const key of [...keys, "forceDelete", "forceDeleteWarmPool"]) assert.equal(inputs[key], undefined, key);
  });

  it("can follow rules, one after the other, of which one may be a function", async () => {
    const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:choose:live";
    const terminationPolicies = [{ functionArn }, "OldestLaunchTemplate", "Default"] as const;
    assert.deepEqual((await groupInputs({ terminationPolicies })).terminationPolicies, [
      functionArn,
      "OldestLaunchTemplate",
      "Default",
    ]);
  });

  it("can be kept from scaling in, and processes can be suspended", async () => {
    const inputs = await groupInputs({
      protectFromScaleIn: true,
      suspendedProcesses: ["AZRebalance", "ReplaceUnhealthy"],
    });
    assert.deepEqual(
      [inputs.protectFromScaleIn, inputs.suspendedProcesses],
      [true, ["AZRebalance", "ReplaceUnhealthy"]],
    );
  });

  refuses([
    ["terminationPolicies must name at least one, or be left out, got []", { terminationPolicies: [] }],
    ['suspendedProcesses must not repeat one, got ["Launch","Launch"]', { suspendedProcesses: ["Launch", "Launch"] }],
  ]);

  it("has names that AWS knows", () => {
    // @ts-expect-error no such process
    const processes: ServerGroupArgs["suspendedProcesses"] = ["Reboot"];
    // @ts-expect-error of launch configurations, which are no more
    const policies: ServerGroupArgs["terminationPolicies"] = ["OldestLaunchConfiguration"];
    assert.equal([...Object(processes), ...Object(policies)].length, 2);
  });
});
