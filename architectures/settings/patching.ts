import { z } from "zod";
import { environment } from "../../components/environment";
import { PatchPolicy } from "../../components/patch-policy";
import type { OperatingSystem } from "../../components/patch-policy/baseline";
import { orNone } from "./alarms";

const count = z.number();
const text = z.string();
const part = z.templateLiteral([count, "%"]);
const servers = z.union([count, part], 'must be a number of servers, or a part of them such as "25%"');

/** How servers that live long are patched, or `none`. @default every Sunday from 3:00 UTC in prod, none in dev */
export const patching = orNone(
  z.strictObject({
    window: z
      .strictObject({
        recurrence: text.optional(),
        timeZone: text.optional(),
        durationHours: count.optional(),
        cutoffHours: count.optional(),
      })
      .optional(),
    approveAfterDays: count.optional(),
    rejectedPatches: z.array(text).optional(),
    operation: z.enum(["install", "scan"]).optional(),
    reboot: z.enum(["ifNeeded", "never"]).optional(),
    maxConcurrency: servers.optional(),
    maxErrors: servers.optional(),
  }),
);

/** What makes a server one of those that are patched; nothing of those that are not. */
export interface Patched {
  readonly instanceTags: Readonly<Record<string, string>>;
  readonly policyArns: { readonly patches?: PatchPolicy["logPolicyArn"] };
}

/** @param operatingSystems what the servers may run; what runs nowhere is patched nowhere */
export function patchesOf(
  name: string,
  settings: z.output<typeof patching> = environment() === "prod" ? {} : "none",
  operatingSystems: readonly OperatingSystem[],
): Patched {
  if (settings === "none") return { instanceTags: {}, policyArns: {} };
  const { instanceTags, logPolicyArn } = new PatchPolicy(`${name}-patches`, { ...settings, operatingSystems });
  return { instanceTags, policyArns: { patches: logPolicyArn } };
}

/** What an image of Linux runs; either, where only its id or name is known. */
export function linuxOf(ami: { readonly type: string } | undefined): readonly OperatingSystem[] {
  if (ami?.type === "ubuntu") return ["ubuntu"];
  return ami === undefined || ami.type === "amazonLinux2023" ? ["amazonLinux2023"] : ["amazonLinux2023", "ubuntu"];
}
