import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What runs on a server. */
export type OperatingSystem = keyof typeof baselines;

/** How a patch is approved: what is of which kind. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchFilter.html */
interface Baseline {
  /** What Systems Manager calls it. */
  readonly operatingSystem: string;
  readonly rules: readonly Readonly<Record<string, readonly string[]>>[];
  /** Whether release dates are known, from which an approval waits. */
  readonly hasReleaseDates: boolean;
}

const baselines = {
  amazonLinux2023: {
    operatingSystem: "AMAZON_LINUX_2023",
    rules: [{ CLASSIFICATION: ["Security"], SEVERITY: ["*"] }, { CLASSIFICATION: ["Bugfix"] }],
    hasReleaseDates: true,
  },
  ubuntu: {
    operatingSystem: "UBUNTU",
    rules: [{ PRIORITY: ["*"], SECTION: ["*"] }],
    hasReleaseDates: false,
  },
  windows: {
    operatingSystem: "WINDOWS",
    rules: [{ CLASSIFICATION: ["CriticalUpdates", "SecurityUpdates"], MSRC_SEVERITY: ["*"] }],
    hasReleaseDates: true,
  },
} as const satisfies Record<string, Baseline>;

/** All of them. */
export const operatingSystems = Object.keys(baselines);

/** Which patches are approved on an operating system, and when: what counts as compliant from then on. */
export function patchBaseline(
  name: string,
  system: OperatingSystem,
  { approveAfterDays, rejected }: { readonly approveAfterDays: number; readonly rejected: readonly string[] },
  parent: pulumi.Resource,
): aws.ssm.PatchBaseline {
  const { operatingSystem, rules, hasReleaseDates }: Baseline = baselines[system];
  return new aws.ssm.PatchBaseline(
    name,
    {
      operatingSystem,
      description: `Patches of ${operatingSystem}, by ${name}`,
      approvalRules: rules.map((filters) => ({
        patchFilters: Object.entries(filters).map(([key, values]) => ({ key, values: [...values] })),
        complianceLevel: "HIGH",
        approveAfterDays: hasReleaseDates ? approveAfterDays : undefined,
      })),
      rejectedPatches: rejected.length > 0 ? [...rejected] : undefined,
      rejectedPatchesAction: rejected.length > 0 ? "BLOCK" : undefined,
      tags: { Name: name },
    },
    { parent },
  );
}
