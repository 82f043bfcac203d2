import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const volume = of("aws:ebs/volume:Volume");
const volumeCopy = of("aws:ebs/volumeCopy:VolumeCopy");
const instance = of("aws:ec2/instance:Instance");
const attachment = of("aws:ec2/volumeAttachment:VolumeAttachment");
const selection = (props: object) => of("aws:backup/selection:Selection")({ planId: "plan-1", ...props });
const byTag = (key: string, value: unknown) => selection({ selectionTags: [{ type: "STRINGEQUALS", key, value }] });

export const examples: Examples = {
  denied: [
    {
      title: "a volume and a copy of one in a stack without backups",
      resources: { data: volume({}), copy: volumeCopy({ sourceVolumeId: "vol-0123456789abcdef0" }) },
      says: { data: "no backup selection of this stack takes it; select it by its ARN or a tag", copy: "no backup" },
    },
    {
      title: "a volume without the tag that is selected",
      resources: { daily: byTag("backup", "daily"), data: volume({ tags: { backup: "weekly" } }) },
      says: { data: "no backup selection" },
    },
    {
      title: "a volume beside the one that is selected",
      resources: { data: volume({}), logs: volume({}), daily: selection({ resources: [ref("data", "arn")] }) },
      says: { logs: "no backup selection" },
    },
    {
      title: "volumes that a selection of everything leaves out, by ARN or by a condition",
      resources: {
        data: volume({}),
        all: selection({ resources: ["*"], notResources: ["arn:aws:ec2:*:*:volume/*"] }),
        prod: selection({ resources: ["*"], conditions: [{ stringEquals: [{ key: "stage", value: "prod" }] }] }),
      },
      says: { data: "no backup selection" },
    },
    {
      title: "a volume in another region than the plan",
      resources: { data: volume({ region: "us-east-1" }), all: selection({ resources: ["*"] }) },
      says: { data: "no backup selection" },
    },
  ],
  allowed: [
    {
      title: "volumes that are selected by their ARN, or as all volumes",
      resources: {
        data: volume({}),
        daily: selection({ resources: [ref("data", "arn")] }),
        copy: volumeCopy({}),
        copies: selection({ resources: ["arn:aws:ec2:*:*:volume/*"] }),
      },
    },
    {
      title: "a volume that is selected by a tag, its own or the provider's",
      provider: { defaultTags: { tags: { stage: "prod" } } },
      resources: {
        data: volume({ tags: { backup: "daily" } }),
        daily: byTag("backup", "daily"),
        logs: volume({}),
        prod: selection({
          resources: ["*"],
          conditions: [{ stringLikes: [{ key: "aws:ResourceTag/stage", value: "pr*" }] }],
        }),
      },
    },
    {
      title: "a volume of an instance that is selected, whose backup holds it",
      resources: {
        app: instance({ tags: { backup: "daily" } }),
        data: volume({}),
        mount: attachment({ volumeId: ref("data"), instanceId: ref("app"), deviceName: "/dev/sdf" }),
        daily: byTag("backup", "daily"),
      },
    },
    {
      title: "a volume with a tag that a plan outside the stack selects",
      settings: { selectedTags: ["backup=daily"] },
      resources: { data: volume({ tags: { backup: "daily" } }) },
    },
    { title: "an instance without volumes of its own", resources: { app: instance({}) } },
  ],
  undecided: [
    {
      title: "tags or selections that are not known",
      resources: {
        source: instance({}),
        data: volume({ tags: { backup: ref("source", "arn") } }),
        daily: byTag("backup", "daily"),
      },
      says: { data: "whether a backup selection of this stack takes it is not known yet" },
    },
    {
      title: "selected ARNs that come from elsewhere",
      resources: {
        other: instance({}),
        data: volume({}),
        daily: selection({ resources: [ref("other", "arn"), UNKNOWN] }),
      },
      says: { data: "whether a backup selection of this stack takes it" },
    },
  ],
};
