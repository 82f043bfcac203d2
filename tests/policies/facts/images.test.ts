import assert from "node:assert/strict";
import { imageName } from "../../../policies/facts/images";

describe("the name of an image", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const cases: Record<string, ReturnType<typeof imageName>> = {
    nginx: { registry: "docker.io", repository: "nginx" },
    "library/nginx:1.27": { registry: "docker.io", repository: "library/nginx", tag: "1.27" },
    "localhost/web": { registry: "localhost", repository: "web" },
    "registry.example.com:5000/shop/web": { registry: "registry.example.com:5000", repository: "shop/web" },
    "registry.example.com:5000/shop/web:1": { registry: "registry.example.com:5000", repository: "shop/web", tag: "1" },
    [`ghcr.io/shop/web@${digest}`]: { registry: "ghcr.io", repository: "shop/web", digest },
    [`ghcr.io/shop/web:1@${digest}`]: { registry: "ghcr.io", repository: "shop/web", tag: "1", digest },
    "": { registry: "docker.io", repository: "" },
  };
  for (const [reference, parts] of Object.entries(cases)) {
    it(`is taken apart in "${reference}"`, () => assert.deepEqual(imageName(reference), parts));
  }
});
