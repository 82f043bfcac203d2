import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import type { NatPlan } from "./nat";
import type { TierRoutes } from "./tier-routes";

/** What may carry traffic that AWS does not see to be encrypted. */
export type EncryptionExclusion =
  | "elasticFileSystem"
  | "lambda"
  | "virtualPrivateGateway"
  | "vpcLattice"
  | "vpcPeering";

/**
 * Whether traffic within the VPC has to be encrypted. `monitor` only marks it in flow logs (field `encryption-status`);
 * `enforce` stops what is not, and refuses instances that cannot: begin with `monitor`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
 */
export type EncryptionControl =
  | { readonly mode: "monitor" }
  | {
      readonly mode: "enforce";
      /** What is let through as it is. The network's own gateways are: what leaves AWS, its sender encrypts. @default [] */
      readonly exclusions?: readonly EncryptionExclusion[];
    };

const exclusions: readonly EncryptionExclusion[] = [
  "elasticFileSystem",
  "lambda",
  "virtualPrivateGateway",
  "vpcLattice",
  "vpcPeering",
];

/** @throws when an exclusion is repeated or none that AWS has. */
export function checkEncryptionControl(control: EncryptionControl, check: ArgumentCheck): void {
  if (control.mode === "monitor") return;
  const named = control.exclusions ?? [];
  const argument = "encryptionControl.exclusions";
  for (const one of named) check(exclusions.includes(one), argument, `must be of ${exclusions.join(", ")}`, one);
  check(new Set(named).size === named.length, argument, "must not repeat a value", named);
}

/** Makes the encryption control of a VPC. */
export function createEncryptionControl(
  name: string,
  vpcId: pulumi.Input<string>,
  control: EncryptionControl,
  own: { readonly routes: TierRoutes; readonly nat: NatPlan },
  parent: pulumi.Resource,
): void {
  new aws.ec2.VpcEncryptionControl(
    `${name}-encryption`,
    {
      vpcId,
      mode: control.mode,
      ...(control.mode === "enforce" && excluded(control.exclusions ?? [], own)),
      tags: { Name: `${name}-encryption` },
    },
    { parent },
  );
}

type Exclusions = Pick<aws.ec2.VpcEncryptionControlArgs, `${string}Exclusion` & keyof aws.ec2.VpcEncryptionControlArgs>;

function excluded(
  named: readonly EncryptionExclusion[],
  { routes, nat }: { readonly routes: TierRoutes; readonly nat: NatPlan },
): Exclusions {
  const state = (isExcluded: boolean) => (isExcluded ? "enable" : "disable");
  return {
    internetGatewayExclusion: state(routes.internetGateway !== undefined),
    egressOnlyInternetGatewayExclusion: state(routes.egressOnlyGateway !== undefined),
    natGatewayExclusion: state(nat.type === "single" || nat.type === "perZone" || nat.type === "regional"),
    elasticFileSystemExclusion: state(named.includes("elasticFileSystem")),
    lambdaExclusion: state(named.includes("lambda")),
    virtualPrivateGatewayExclusion: state(named.includes("virtualPrivateGateway")),
    vpcLatticeExclusion: state(named.includes("vpcLattice")),
    vpcPeeringExclusion: state(named.includes("vpcPeering")),
  };
}
