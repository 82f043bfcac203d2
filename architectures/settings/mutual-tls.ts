import { z } from "zod";
import type { MutualTls } from "../../components/load-balancer/tls";
import { TrustStore } from "../../components/trust-store";

const text = z.string();

const judgement = { ignoreExpiry: z.boolean().optional(), advertiseCaNames: z.boolean().optional() };

/** Certificates of clients; the authorities are a trust store that is there, or their certificates in PEM form. */
export const mutualTls = z.union(
  [
    z.strictObject({ mode: z.literal("passthrough") }),
    z.strictObject({ mode: z.literal("verify"), trustStoreArn: text, ...judgement }),
    z.strictObject({
      mode: z.literal("verify"),
      certificates: text,
      revocationLists: z.record(text, text).optional(),
      ...judgement,
    }),
  ],
  { error: "must be a map with mode passthrough, or with mode verify and either trustStoreArn or certificates" },
);

/** What a listener asks of clients' certificates, with a trust store where their authorities are given. */
export function mutualTlsOf(name: string, setting: z.output<typeof mutualTls> | undefined): MutualTls | undefined {
  if (setting === undefined || !("certificates" in setting)) return setting;
  const { certificates, revocationLists, ...verify } = setting;
  const { trustStoreArn } = new TrustStore(`${name}-ca`, { certificates, revocationLists });
  return { ...verify, trustStoreArn };
}

/** Refuses certificates of clients where no HTTPS is spoken. */
export function mutualTlsNeedsDomain(
  settings: { readonly domain?: unknown; readonly mutualTls?: unknown },
  context: z.RefinementCtx,
): void {
  if (settings.domain || settings.mutualTls === undefined) return;
  context.addIssue({ code: "custom", path: ["mutualTls"], message: "must be left out where there is no domain" });
}
