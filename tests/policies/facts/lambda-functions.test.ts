import assert from "node:assert/strict";
import { functionsNamed, functionType, permissionType } from "../../../policies/facts/lambda-functions";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const arn = "arn:aws:lambda:eu-west-1:111122223333:function:shop";
const shop = fake(functionType, "shop", { name: "shop", arn, invokeArn: `x/${arn}/invocations` });
const alias = fake("aws:lambda/alias:Alias", "live", { functionName: "shop", arn: `${arn}:live` });

describe("functions", () => {
  it("are named by name, by ARN, by the ARN to invoke, and by an alias", () => {
    for (const value of ["shop", arn, `x/${arn}/invocations`, `${arn}:live`]) {
      const permission = fake(permissionType, "api", { function: value });
      assert.deepEqual(functionsNamed(fakeStack(shop, alias, permission), permission, "function"), [shop], value);
    }
  });

  it("are named by reference while that is not known", () => {
    const direct = fake(permissionType, "direct", { function: UNKNOWN }, { function: [shop] });
    const byAlias = fake(permissionType, "by-alias", { function: UNKNOWN }, { function: [alias] });
    const stack = fakeStack(shop, alias, direct, byAlias);
    assert.deepEqual(functionsNamed(stack, direct, "function"), [shop]);
    assert.deepEqual(functionsNamed(stack, byAlias, "function"), [shop]);
  });

  it("of other stacks are not found", () => {
    const permission = fake(permissionType, "api", { function: "other" });
    assert.deepEqual(functionsNamed(fakeStack(shop, permission), permission, "function"), []);
  });
});
