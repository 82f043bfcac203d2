import assert from "node:assert/strict";
import { ImagePipeline, type ImagePipelineArgs } from "../../../components/image-pipeline";
import { record } from "../../../planner/record";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const steps = { nginx: { build: ["dnf install -y nginx"] } };

/** The plan of one pipeline with these arguments. */
export function images(args: Partial<ImagePipelineArgs> = {}) {
  return record(() => new ImagePipeline("web-image", { network, steps, ...args }), { environment: "dev" });
}

/** Tests that arguments stop the program with one sentence. */
export function refuses(cases: readonly (readonly [sentence: string, args: Partial<ImagePipelineArgs>])[]): void {
  for (const [sentence, args] of cases) {
    it(`refuses: ${sentence}`, () =>
      assert.rejects(images(args), { message: `image pipeline "web-image": ${sentence}` }));
  }
}
