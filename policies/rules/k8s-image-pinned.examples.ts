import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const pod = (image: unknown) => ({
  type: "kubernetes:core/v1:Pod",
  props: { spec: { containers: [{ name: "web", image }] } },
});
const digest = `sha256:${"0".repeat(64)}`;

export const examples: Examples = {
  denied: [
    {
      title: "an image without a tag, or with latest",
      resources: { bare: pod("registry.example.com:5000/shop/web"), latest: pod("nginx:latest") },
      says: {
        bare: 'container "web": the image "registry.example.com:5000/shop/web" has no tag, which stands for latest',
        latest: 'the image "nginx:latest" has the tag latest, which moves',
      },
    },
    {
      title: "a tag where a digest is required",
      settings: { requireDigest: true },
      resources: { web: pod("nginx:1.27.3") },
      says: { web: "has no digest; name one" },
    },
  ],
  allowed: [
    { title: "a version or a digest", resources: { tag: pod("nginx:1.27.3"), digest: pod(`nginx@${digest}`) } },
    {
      title: "a digest where one is required",
      settings: { requireDigest: true },
      resources: { web: pod(`registry.example.com:5000/shop/web:1@${digest}`) },
    },
  ],
  undecided: [
    {
      title: "an image that is not known",
      resources: { web: pod(UNKNOWN) },
      says: { web: 'the image of container "web" is not known yet' },
    },
  ],
};
