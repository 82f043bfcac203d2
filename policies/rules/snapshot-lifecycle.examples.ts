import { type Examples, ref } from "../examples";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const volume = of("aws:ebs/volume:Volume");
const instance = of("aws:ec2/instance:Instance");
const attachment = of("aws:ec2/volumeAttachment:VolumeAttachment");
const policy = (policyDetails: object, rest: object = {}) =>
  of("aws:dlm/lifecyclePolicy:LifecyclePolicy")({ policyDetails: { ...policyDetails }, ...rest });
const byTag = (resourceType: string, targetTags: unknown) => ({ resourceTypes: [resourceType], targetTags });

export const examples: Examples = {
  denied: [
    {
      title: "a volume of which no snapshots are taken",
      resources: { data: volume({}), daily: policy(byTag("VOLUME", { snapshots: "daily" })) },
      says: { data: "no lifecycle policy and no backup selection takes it; give it a tag of one" },
    },
    {
      title: "a volume whose policy is turned off",
      resources: {
        data: volume({ tags: { snapshots: "daily" } }),
        daily: policy(byTag("VOLUME", { snapshots: "daily" }), { state: "DISABLED" }),
      },
      says: { data: "no lifecycle policy" },
    },
  ],
  allowed: [
    {
      title: "a volume with the tag of a policy, its own or the provider's",
      provider: { defaultTags: { tags: { stage: "prod" } } },
      resources: {
        data: volume({ tags: { snapshots: "daily" } }),
        daily: policy(byTag("VOLUME", { snapshots: "daily" })),
        logs: volume({}),
        prod: policy(byTag("VOLUME", { stage: "prod" })),
      },
    },
    {
      title: "a volume of an instance with the tag of a policy",
      resources: {
        app: instance({ tags: { snapshots: "daily" } }),
        data: volume({}),
        mount: attachment({ volumeId: ref("data"), instanceId: ref("app") }),
        daily: policy(byTag("INSTANCE", { snapshots: "daily" })),
      },
    },
    {
      title: "a volume of the default policy",
      resources: { data: volume({}), all: policy({ policyLanguage: "SIMPLIFIED" }, { defaultPolicy: "VOLUME" }) },
    },
    {
      title: "a volume that a backup plan selects",
      resources: {
        data: volume({}),
        daily: of("aws:backup/selection:Selection")({ planId: "plan-1", resources: [ref("data", "arn")] }),
      },
    },
  ],
  undecided: [
    {
      title: "a tag that is not known",
      resources: {
        app: instance({}),
        data: volume({ tags: { snapshots: ref("app", "arn") } }),
        daily: policy(byTag("VOLUME", { snapshots: "daily" })),
      },
      says: { data: "whether a lifecycle policy or a backup selection takes it is not known yet" },
    },
  ],
};
