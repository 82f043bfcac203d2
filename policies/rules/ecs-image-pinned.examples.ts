import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (image: unknown) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image }]) },
});
const registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

export const examples: Examples = {
  denied: [
    {
      title: "an image without a tag, or with latest",
      resources: { bare: task(`${registry}/web`), latest: task("nginx:latest") },
      says: {
        bare: `container "web": the image "${registry}/web" has no tag, which stands for latest; name a version`,
        latest: 'the image "nginx:latest" has the tag latest, which moves; name a version or a digest',
      },
    },
    {
      title: "an express service",
      resources: {
        web: {
          type: "aws:ecs/expressGatewayService:ExpressGatewayService",
          props: { primaryContainer: { image: "nginx" } },
        },
      },
      says: { web: 'primaryContainer: the image "nginx" has no tag' },
    },
    {
      title: "a tag where a digest is required",
      settings: { requireDigest: true },
      resources: { web: task(`${registry}/web:1.2.3`) },
      says: { web: "has no digest; name one" },
    },
  ],
  allowed: [
    {
      title: "a version or a digest",
      resources: { tag: task(`${registry}/web:1.2.3`), digest: task(`${registry}/web@sha256:${"0".repeat(64)}`) },
    },
  ],
  undecided: [
    {
      title: "definitions that are not known",
      resources: {
        web: { type: "aws:ecs/taskDefinition:TaskDefinition", props: { containerDefinitions: UNKNOWN } },
        express: {
          type: "aws:ecs/expressGatewayService:ExpressGatewayService",
          props: { primaryContainer: { image: UNKNOWN } },
        },
      },
      says: { web: "the list of its containers is not known yet", express: "the image of primaryContainer" },
    },
  ],
};
