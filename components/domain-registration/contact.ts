import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkEmail } from "../alarm-topic";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Who a domain belongs to. It is kept secret in the state, and out of WHOIS.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_domains_ContactDetail.html
 */
export interface Contact {
  /** A person, or an organisation of some kind, which then has a name. @default a person */
  readonly organization?: {
    readonly type: "COMPANY" | "ASSOCIATION" | "PUBLIC_BODY" | "RESELLER";
    readonly name: string;
  };
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** `+44.2079460000`: the country's dialling code, a dot, and the number. */
  readonly phoneNumber: string;
  readonly addressLine1: string;
  readonly addressLine2?: string;
  readonly city: string;
  /** Where the country has states. */
  readonly state?: string;
  readonly zipCode: string;
  /** Two letters of ISO 3166-1: `GB`. */
  readonly countryCode: string;
  /** What some top-level domains ask for besides, e.g. `{ VAT_NUMBER: "…" }`. @default nothing */
  readonly extraParams?: Readonly<Record<string, string>>;
}

/** @throws when a part is empty or too long, or an address, number or code is malformed. */
export function checkContact(check: ArgumentCheck, contact: Contact): void {
  const { organization, email, phoneNumber, countryCode, extraParams: _, ...parts } = contact;
  for (const [part, text] of Object.entries({ ...parts, "organization.name": organization?.name })) {
    const isText = text === undefined || (text.length >= 1 && text.length <= 255);
    check(isText, `contact.${part}`, "must have 1 to 255 characters", text);
  }
  checkEmail(check, "contact.email", email);
  const isNumber = /^\+\d{1,3}\.\d{4,25}$/.test(phoneNumber);
  check(isNumber, "contact.phoneNumber", 'must be a number such as "+44.2079460000"', phoneNumber);
  const isCode = /^[A-Z]{2}$/.test(countryCode);
  check(isCode, "contact.countryCode", 'must be a code of two letters such as "GB"', countryCode);
}

/** What both a new and an existing domain are told of a contact; what top-level domains ask for is written otherwise. */
function commonInputs({ organization, extraParams: _, ...parts }: Contact) {
  return { ...parts, contactType: organization?.type ?? "PERSON", organizationName: organization?.name };
}

/** The contact of a domain that is bought. */
export function newContact(contact: Contact): pulumi.Output<aws.types.input.route53domains.DomainRegistrantContact> {
  const extraParams = Object.entries(contact.extraParams ?? {}).map(([name, value]) => ({ name, value }));
  return pulumi.secret({ ...commonInputs(contact), extraParams });
}

/** The contact of a domain that the account has. */
export function existingContact(
  contact: Contact,
): pulumi.Output<aws.types.input.route53domains.RegisteredDomainRegistrantContact> {
  return pulumi.secret({ ...commonInputs(contact), extraParams: contact.extraParams });
}
