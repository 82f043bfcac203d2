import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const limited = (type: string, httpPutResponseHopLimit: unknown, props: object = {}) => ({
  type,
  props: { metadataOptions: { httpTokens: "required", httpPutResponseHopLimit }, ...props },
});
const instance = (limit: unknown, props?: object) => limited("aws:ec2/instance:Instance", limit, props);
const template = (limit: unknown, props?: object) => limited("aws:ec2/launchTemplate:LaunchTemplate", limit, props);
const base64 = (text: string) => Buffer.from(text).toString("base64");

export const examples: Examples = {
  denied: [
    {
      title: "a limit above one in every place",
      resources: {
        app: instance(2),
        web: template("3"),
        old: limited("aws:ec2/launchConfiguration:LaunchConfiguration", 64),
        spot: limited("aws:ec2/spotInstanceRequest:SpotInstanceRequest", 2),
      },
      says: {
        app: "metadataOptions.httpPutResponseHopLimit is 2; set it to 1",
        web: "httpPutResponseHopLimit is 3; set it to 1",
        old: "httpPutResponseHopLimit is 64; set it to 1",
        spot: "httpPutResponseHopLimit is 2; set it to 1",
      },
    },
    {
      title: "more than containers need",
      resources: {
        node: template(3, { userData: base64("#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n") }),
      },
      says: { node: "httpPutResponseHopLimit is 3; set it to 2" },
    },
    {
      title: "a limit above that of the settings",
      settings: { max: 2 },
      resources: { app: instance(3) },
      says: { app: "httpPutResponseHopLimit is 3; set it to 2" },
    },
  ],
  allowed: [
    { title: "a limit of one, as number or text", resources: { app: instance(1), web: template("1") } },
    {
      title: "a limit that is not set, which AWS takes for one",
      resources: { app: { type: "aws:ec2/instance:Instance", props: { metadataOptions: { httpTokens: "required" } } } },
    },
    {
      title: "a metadata service that is off",
      resources: {
        app: {
          type: "aws:ec2/instance:Instance",
          props: { metadataOptions: { httpEndpoint: "disabled", httpPutResponseHopLimit: 5 } },
        },
      },
    },
    {
      title: "two hops where the user data joins a cluster",
      resources: {
        ecs: template(2, { userData: base64("#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n") }),
        eks: instance(2, { userData: "#!/bin/bash\n/etc/eks/bootstrap.sh shop\n" }),
        bottlerocket: instance(2, { userData: '[settings.kubernetes]\ncluster-name = "shop"\n' }),
      },
    },
  ],
  undecided: [
    {
      title: "a limit that is not known",
      resources: { app: instance(UNKNOWN) },
      says: { app: "metadataOptions.httpPutResponseHopLimit is not known yet" },
    },
    {
      title: "two hops when it is not known whether containers run there",
      resources: { node: template(2, { userData: UNKNOWN }) },
      says: { node: "userData, which says whether containers run here, is not known yet" },
    },
  ],
};
