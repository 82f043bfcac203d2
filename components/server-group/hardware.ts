import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { TypeChoice } from "./instance-types";

/** The machines under the servers. */
export interface HardwareArgs {
  /** Whether other accounts have servers on the same machines. @default "shared" */
  readonly tenancy?: Tenancy;
  /** What happens when a server of type t has used up its CPU credits: it is slowed, or it costs more. @default the type's own */
  readonly cpuCredits?: "standard" | "unlimited";
  /** How many cores and threads each server has, for licences that are paid by core. @default all of its type's */
  readonly cpuOptions?: CpuOptions;
  /** Whether a server can run Nitro Enclaves, which keep data even from who administers it. @default false */
  readonly nitroEnclaves?: boolean;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html and dedicated-hosts-overview.html */
export type Tenancy =
  | "shared"
  /** On machines of this account alone, wherever AWS has one. */
  | "dedicated"
  /** On machines that were allocated, for licences that are tied to them. */
  | HostTenancy;

/** A host resource group of License Manager, which has hosts in each zone; or one host, which is in one zone. */
export type HostTenancy = (
  | { readonly hostResourceGroupArn: pulumi.Input<string> }
  | { readonly hostId: pulumi.Input<string> }
) & {
  /** The licences that a server uses up, by the ARNs of their configurations. @default those of its image */
  readonly licenseConfigurationArns?: readonly pulumi.Input<string>[];
};

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/cpu-options-supported-instances-values.html */
export interface CpuOptions {
  /** The number of cores, 1 or more, as far as the type lets it be chosen. */
  readonly cores: number;
  /** Threads of each core: 1 switches multithreading off. */
  readonly threadsPerCore: 1 | 2;
}

/** The machines, whichever way they are named. */
type Machines = Omit<HardwareArgs, "tenancy"> & { readonly tenancy?: string | object };

export function checkHardware(check: ArgumentCheck, hardware: Machines, types: TypeChoice): void {
  const { tenancy = "shared", cpuCredits, cpuOptions, nitroEnclaves = false } = hardware;
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html
  const hasCredits = cpuCredits === undefined || types.burstable === "all";
  check(hasCredits, "cpuCredits", "must be left out unless all instance types are burstable (t3, t4g)", cpuCredits);
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
  const onHost = typeof tenancy === "object" && cpuCredits === "unlimited";
  check(!onHost, "cpuCredits", 'must be "standard" on dedicated hosts', cpuCredits);
  // https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html#nitro-enclave-reqs
  const canEnclose = !nitroEnclaves || types.burstable === "none";
  check(canEnclose, "nitroEnclaves", "must be false for burstable instance types (t3, t4g)", nitroEnclaves);
  const cores = cpuOptions?.cores ?? 1;
  check(Number.isInteger(cores) && cores >= 1, "cpuOptions.cores", "must be a whole number, 1 or more", cores);
}

/** Whether servers stand on one machine, and so in one zone. */
export function isOneHost(tenancy: Tenancy | undefined): boolean {
  return typeof tenancy === "object" && "hostId" in tenancy;
}

type HardwareInput = Pick<
  aws.ec2.LaunchTemplateArgs,
  "placement" | "licenseSpecifications" | "creditSpecification" | "cpuOptions" | "enclaveOptions"
>;

/** The machines as a launch template states them; nothing where nothing was said. */
export function hardwareInput({ tenancy, cpuCredits, cpuOptions, nitroEnclaves }: HardwareArgs): HardwareInput {
  const licences = typeof tenancy === "object" ? tenancy.licenseConfigurationArns : undefined;
  return {
    placement: placement(tenancy),
    licenseSpecifications: licences?.map((licenseConfigurationArn) => ({ licenseConfigurationArn })),
    creditSpecification: cpuCredits && { cpuCredits },
    cpuOptions: cpuOptions && { coreCount: cpuOptions.cores, threadsPerCore: cpuOptions.threadsPerCore },
    enclaveOptions: nitroEnclaves ? { enabled: true } : undefined,
  };
}

function placement(tenancy: Tenancy = "shared"): HardwareInput["placement"] {
  if (tenancy === "shared") return undefined;
  if (tenancy === "dedicated") return { tenancy };
  return "hostId" in tenancy
    ? { tenancy: "host", hostId: tenancy.hostId }
    : { tenancy: "host", hostResourceGroupArn: tenancy.hostResourceGroupArn };
}
