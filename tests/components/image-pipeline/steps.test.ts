import assert from "node:assert/strict";
import fc from "fast-check";
import { parse } from "yaml";
import { documentOf } from "../../../components/image-pipeline/steps";
import { images, refuses } from "./pipeline";

const document = "name: own\nschemaVersion: 1.0\nphases:\n  - name: build\n    steps: []\n";

describe("the steps of an image", () => {
  it("are components, in their order", async () => {
    const plan = await images({
      steps: {
        update: { managed: "update-linux" },
        nginx: { build: ["dnf install -y nginx"], validate: ["nginx -t"], test: ["curl --fail http://localhost/"] },
        own: { document },
      },
    });
    const { components } = plan.get("web-image-recipe").inputs;
    assert.deepEqual(components, [
      { componentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" },
      { componentArn: plan.get("web-image-step-nginx").id },
      { componentArn: plan.get("web-image-step-own").id },
    ]);
    assert.deepEqual(plan.get("web-image-step-own").inputs, {
      description: "Step own of web-image",
      platform: "Linux",
      version: "1.0.0",
      data: document,
      tags: { Name: "web-image-step-own" },
    });
    assert.equal(
      plan.get("web-image-step-nginx").inputs.data,
      `name: nginx
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: build
        action: ExecuteBash
        inputs:
          commands:
            - "set -euo pipefail"
            - "dnf install -y nginx"
  - name: validate
    steps:
      - name: validate
        action: ExecuteBash
        inputs:
          commands:
            - "set -euo pipefail"
            - "nginx -t"
  - name: test
    steps:
      - name: test
        action: ExecuteBash
        inputs:
          commands:
            - "set -euo pipefail"
            - "curl --fail http://localhost/"
`,
    );
  });

  it("say any line to AWS as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { minLength: 1 }), (lines) => {
        const { phases } = parse(documentOf("step", { build: lines }));
        assert.deepEqual(phases[0].steps[0].inputs.commands, ["set -euo pipefail", ...lines]);
      }),
    );
  });

  const long = Array.from({ length: 400 }, () => "x".repeat(50));
  refuses([
    ["steps must be between 1 and 20 steps, got 0", { steps: {} }],
    [
      'steps must have names of at most 42 small letters, digits and dashes, got "Nginx"',
      { steps: { Nginx: { managed: "a" } } },
    ],
    [
      'steps["update"].managed must be a name such as "update-linux", got "Update Linux"',
      { steps: { update: { managed: "Update Linux" } } },
    ],
    [
      'steps["own"].document must be the YAML of a component: schemaVersion 1.0, and phases, got "own"',
      { steps: { own: { document: "name: own" } } },
    ],
    ['steps["a"].build must hold at least one line, got []', { steps: { a: { build: [] } } }],
    [
      'steps["a"].test must hold at least one line, or be left out, got []',
      { steps: { a: { build: ["true"], test: [] } } },
    ],
  ]);
  it("refuses a document that AWS does not take", () =>
    assert.rejects(
      images({ steps: { long: { build: long } } }),
      /^Error: image pipeline "web-image": steps\["long"\] must be at most 16000 characters as a document, got \d+$/,
    ));
});
