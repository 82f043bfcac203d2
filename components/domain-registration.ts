import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type ArgumentCheck, argumentCheck } from "./argument-checks";
import { checkDomainName } from "./dns-record/domain-name";
import { type Contact, checkContact, existingContact, newContact } from "./domain-registration/contact";
import type { SigningKey } from "./hosted-zone/dnssec";

export interface DomainRegistrationArgs {
  /** The domain, e.g. `example.com`. */
  readonly domainName: string;
  /**
   * `"buy"` registers it: that costs a year's price at once, is not refunded, and cannot be undone. `"existing"` manages
   * one that the account has.
   */
  readonly registration: "buy" | "existing";
  /** Who it belongs to, and whom the registrar asks. */
  readonly contact: Contact;
  /** For how many years it is bought, 1–10; renewed yearly after that. @default 1 */
  readonly years?: number;
  /** The servers that answer for it: those of a `HostedZone`. @default as they are; for a new domain those of its own zone */
  readonly nameServers?: pulumi.Input<string[]>;
  /** The key of the zone's DNSSEC, which the registry is to vouch for: that of a `HostedZone`. @default none */
  readonly signingKey?: pulumi.Input<SigningKey>;
  /** Whether it is renewed before it expires; who forgets that loses it. @default true */
  readonly autoRenew?: boolean;
  /** Whether it cannot be moved to another registrar. @default true */
  readonly transferLock?: boolean;
  /** Whether WHOIS hides the contact. Some top-level domains do not allow that. @default true */
  readonly privacy?: boolean;
}

/**
 * A domain at Amazon's registrar. It is protected: Pulumi deletes it for nobody who has not first said
 * `pulumi state unprotect`, and even then only forgets it.
 *
 * @example
 * import { DomainRegistration } from "./components/domain-registration";
 * import { HostedZone } from "./components/hosted-zone";
 *
 * const zone = new HostedZone("shop-zone", { domainName: "example.com", dnssec: true });
 * const domain = new DomainRegistration("shop-domain", {
 *   domainName: "example.com",
 *   registration: "buy",
 *   nameServers: zone.nameServers,
 *   signingKey: zone.signingKey,
 *   contact: {
 *     firstName: "Jo",
 *     lastName: "Example",
 *     email: "jo@example.org",
 *     phoneNumber: "+44.2079460000",
 *     addressLine1: "1 High Street",
 *     city: "London",
 *     zipCode: "N1 1AA",
 *     countryCode: "GB",
 *   },
 * });
 */
export class DomainRegistration extends pulumi.ComponentResource {
  /** The domain, once it is registered. */
  readonly domainName: pulumi.Output<string>;

  /** @throws when the name is not one to register, the years are not 1–10, or the contact is incomplete. */
  constructor(name: string, args: DomainRegistrationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tierwork:index:DomainRegistration", name, {}, opts);
    const check: ArgumentCheck = argumentCheck(this, "domain registration", name);
    const { domainName, registration, contact, years, signingKey } = args;
    checkDomainName(check, "domainName", domainName);
    const isName = !/[*_]/.test(domainName);
    check(isName, "domainName", "must be a name that can be registered, without asterisk or underscore", domainName);
    checkContact(check, contact);
    const isNew = registration === "buy";
    check(isNew || years === undefined, "years", "must be left out for a domain that exists", years);
    const isTime = years === undefined || (Number.isInteger(years) && years >= 1 && years <= 10);
    check(isTime, "years", "must be a whole number between 1 and 10", years);

    const domain = isNew ? buy(name, args, this) : adopt(name, args, this);
    if (signingKey !== undefined) {
      new aws.route53domains.DelegationSignerRecord(
        `${name}-signer`,
        { domainName: domain.domainName, signingAttributes: signingKey },
        { parent: this },
      );
    }

    this.domainName = domain.domainName;
    this.registerOutputs({ domainName: this.domainName });
  }
}

/** What both a new and an existing domain state. */
function commonInputs<Owner>(name: string, args: DomainRegistrationArgs, owner: Owner) {
  const { domainName, nameServers, autoRenew = true, transferLock = true, privacy = true } = args;
  return {
    domainName,
    adminContact: owner,
    registrantContact: owner,
    techContact: owner,
    // The registrar takes one answer for all three: https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_UpdateDomainContactPrivacy.html
    adminPrivacy: privacy,
    registrantPrivacy: privacy,
    techPrivacy: privacy,
    autoRenew,
    transferLock,
    nameServers: nameServers && pulumi.output(nameServers).apply((names) => names.map(nameServer)),
    tags: { Name: name },
  };
}

function nameServer(name: string) {
  return { name, glueIps: [] };
}

const kept = { protect: true, retainOnDelete: true };

function buy(name: string, args: DomainRegistrationArgs, parent: pulumi.Resource): aws.route53domains.Domain {
  const inputs = { ...commonInputs(name, args, newContact(args.contact)), durationInYears: args.years ?? 1 };
  return new aws.route53domains.Domain(`${name}-domain`, inputs, { parent, ...kept });
}

function adopt(
  name: string,
  args: DomainRegistrationArgs,
  parent: pulumi.Resource,
): aws.route53domains.RegisteredDomain {
  const inputs = commonInputs(name, args, existingContact(args.contact));
  return new aws.route53domains.RegisteredDomain(`${name}-domain`, inputs, { parent, ...kept });
}
