import { z } from "zod";

const text = z.string();

/** A name in a hosted zone of the account. */
export const domain = z.strictObject({
  /** e.g. `www.example.com` */
  name: text,
  /** The id of the Route 53 hosted zone that holds it, e.g. `Z0123456789EXAMPLE`. */
  zoneId: text,
});

/** `none` speaks plain HTTP: for a stack without a domain. */
export const tls = z.literal("none");

/** Refuses settings that leave open whether HTTPS is spoken: a domain says yes, `tls: none` says no. */
export function domainOrPlainHttp(architecture: string) {
  return (settings: { domain?: unknown; tls?: unknown }, context: z.RefinementCtx): void => {
    const refuse = (message: string, path: string[] = []) => context.addIssue({ code: "custom", path, message });
    if (settings.domain && settings.tls) refuse("must be left out where there is a domain", ["tls"]);
    if (settings.domain || settings.tls) return;
    refuse(`${architecture} needs a domain for HTTPS: set domain.name and domain.zoneId, or tls: none for plain HTTP`);
  };
}
