import assert from "node:assert/strict";
import { imagebuilder } from "../../../planner/stand-ins/imagebuilder";
import { wordsOf } from "../../../planner/stand-ins/words";

const setting = { project: "test", stack: "dev", region: "eu-west-1" };
const make = (resource: string, inputs = {}) => {
  const type = `aws:imagebuilder/${resource}:${resource[0]?.toUpperCase()}${resource.slice(1)}`;
  const urn = `urn:pulumi:dev::test::${type}::Web_image`;
  const maker = imagebuilder[type];
  assert.ok(maker, type);
  return maker(wordsOf({ type, name: "Web_image", urn, inputs }, setting));
};

describe("the stand-ins of Image Builder", () => {
  it("are ARNs with the name in small letters, and the version where there is one", () => {
    const prefix = "arn:aws:imagebuilder:eu-west-1:123456789012";
    const { id, arn, name } = make("imageRecipe", { name: "Web image", version: "1.2.3" });
    assert.deepEqual([id, arn, name], [arn, `${prefix}:image-recipe/web-image/1.2.3`, "Web image"]);
    assert.equal(make("component", { name: "nginx", version: "1.0.0" }).arn, `${prefix}:component/nginx/1.0.0/1`);
    assert.equal(make("lifecyclePolicy", { name: "old" }).arn, `${prefix}:lifecycle-policy/old`);
    assert.match(
      String(make("imagePipeline").arn),
      /^arn:aws:imagebuilder:[^:]+:\d+:image-pipeline\/web-image-0ff11e\w$/,
    );
    assert.match(String(make("imagePipeline").name), /^Web_image-0ff11e\w$/);
  });
});
