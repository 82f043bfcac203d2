import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const task = (image: unknown) => ({
  type: "aws:ecs/taskDefinition:TaskDefinition",
  props: { containerDefinitions: JSON.stringify([{ name: "web", image }]) },
});

export const examples: Examples = {
  denied: [
    {
      title: "images from elsewhere, with and without a host",
      resources: { hub: task("nginx:1.27"), public: task("public.ecr.aws/nginx/nginx:1.27") },
      says: {
        hub: 'container "web" takes its image from docker.io; take it from *.dkr.ecr.*.amazonaws.com',
        public: 'container "web" takes its image from public.ecr.aws',
      },
    },
  ],
  allowed: [
    {
      title: "the account's own registry",
      resources: { web: task("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1") },
    },
    {
      title: "a registry of the list",
      settings: { registries: ["docker.io", "ghcr.io"] },
      resources: { hub: task("library/nginx:1.27"), other: task("ghcr.io/shop/web:1") },
    },
  ],
  undecided: [
    {
      title: "an image that is not known",
      resources: {
        express: {
          type: "aws:ecs/expressGatewayService:ExpressGatewayService",
          props: { primaryContainer: { image: UNKNOWN } },
        },
      },
      says: { express: "the image of primaryContainer is not known yet" },
    },
  ],
};
