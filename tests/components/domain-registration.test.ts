import assert from "node:assert/strict";
import { DomainRegistration, type DomainRegistrationArgs } from "../../components/domain-registration";
import { HostedZone } from "../../components/hosted-zone";
import { record } from "../../planner/record";
import { withoutSecretMarks } from "../../planner/wire";

const contact = {
  firstName: "Jo",
  lastName: "Example",
  email: "jo@example.org",
  phoneNumber: "+44.2079460000",
  addressLine1: "1 High Street",
  city: "London",
  zipCode: "N1 1AA",
  countryCode: "GB",
};
const bought: DomainRegistrationArgs = { domainName: "example.com", registration: "buy", contact };
const make = (args: Partial<DomainRegistrationArgs> = {}) =>
  record(() => new DomainRegistration("shop", { ...bought, ...args }));

describe("DomainRegistration", () => {
  it("buys a domain for a year, renewed, locked and private, and lets nobody delete it", async () => {
    const plan = await make();
    const { type, inputs, options, outputs } = plan.get("shop-domain");
    const person = { ...contact, contactType: "PERSON", extraParams: [] };
    assert.equal(type, "aws:route53domains/domain:Domain");
    assert.deepEqual(withoutSecretMarks(inputs), {
      domainName: "example.com",
      adminContact: person,
      registrantContact: person,
      techContact: person,
      adminPrivacy: true,
      registrantPrivacy: true,
      techPrivacy: true,
      autoRenew: true,
      transferLock: true,
      durationInYears: 1,
      tags: { Name: "shop" },
    });
    assert.deepEqual([options.protect, options.retainOnDelete], [true, true]);
    assert.deepEqual(plan.get("shop").outputs, { domainName: outputs.domainName });
  });

  it("keeps the contact secret", async () => {
    const { inputs } = (await make()).get("shop-domain");
    for (const who of ["adminContact", "registrantContact", "techContact"]) {
      assert.notDeepEqual(inputs[who], withoutSecretMarks(inputs[who] ?? null), who);
    }
  });

  it("manages a domain that the account has, under the same protection", async () => {
    const plan = await make({
      registration: "existing",
      contact: { ...contact, extraParams: { UK_CONTACT_TYPE: "IND" } },
      autoRenew: false,
      transferLock: false,
      privacy: false,
    });
    const { type, inputs, options } = plan.get("shop-domain");
    assert.equal(type, "aws:route53domains/registeredDomain:RegisteredDomain");
    assert.deepEqual([inputs.autoRenew, inputs.transferLock, inputs.registrantPrivacy], [false, false, false]);
    assert.equal(inputs.durationInYears, undefined);
    assert.deepEqual([options.protect, options.retainOnDelete], [true, true]);
    assert.deepEqual(Object(withoutSecretMarks(inputs)).techContact, {
      ...contact,
      contactType: "PERSON",
      extraParams: { UK_CONTACT_TYPE: "IND" },
    });
  });

  it("leads to a zone, and has the registry vouch for its key", async () => {
    const plan = await record(() => {
      const zone = new HostedZone("zone", { domainName: "example.com", dnssec: true });
      const { nameServers, signingKey } = zone;
      new DomainRegistration("shop", { ...bought, years: 3, nameServers, signingKey });
    });
    const servers = plan.get("zone-zone").outputs.nameServers as string[];
    const { inputs } = plan.get("shop-domain");
    assert.deepEqual(
      inputs.nameServers,
      servers.map((name) => ({ name, glueIps: [] })),
    );
    assert.equal(inputs.durationInYears, 3);
    assert.deepEqual(plan.get("shop-signer").inputs, {
      domainName: "example.com",
      signingAttributes: {
        algorithm: 13,
        flags: 257,
        publicKey: plan.get("zone-dnssec-ksk").outputs.publicKey,
      },
    });
  });

  it("belongs to an organisation, with what the top-level domain asks for", async () => {
    const plan = await make({
      contact: {
        ...contact,
        organization: { type: "COMPANY", name: "Example Ltd" },
        extraParams: { UK_COMPANY_NUMBER: "01234567" },
      },
    });
    const owner = Object(withoutSecretMarks(plan.get("shop-domain").inputs)).registrantContact;
    assert.deepEqual([owner.contactType, owner.organizationName], ["COMPANY", "Example Ltd"]);
    assert.deepEqual(owner.extraParams, [{ name: "UK_COMPANY_NUMBER", value: "01234567" }]);
  });

  const refused: [string, Partial<DomainRegistrationArgs>][] = [
    ['domainName must be a domain name in lower case, got "example"', { domainName: "example" }],
    [
      'domainName must be a name that can be registered, without asterisk or underscore, got "*.example.com"',
      { domainName: "*.example.com" },
    ],
    ["years must be a whole number between 1 and 10, got 11", { years: 11 }],
    ["years must be a whole number between 1 and 10, got 0.5", { years: 0.5 }],
    ["years must be left out for a domain that exists, got 2", { registration: "existing", years: 2 }],
    ['contact.firstName must have 1 to 255 characters, got ""', { contact: { ...contact, firstName: "" } }],
    [
      'contact.organization.name must have 1 to 255 characters, got ""',
      { contact: { ...contact, organization: { type: "COMPANY", name: "" } } },
    ],
    [
      'contact.email must be an address such as "operations@example.com", got "jo"',
      { contact: { ...contact, email: "jo" } },
    ],
    [
      'contact.phoneNumber must be a number such as "+44.2079460000", got "020 7946 0000"',
      { contact: { ...contact, phoneNumber: "020 7946 0000" } },
    ],
    [
      'contact.countryCode must be a code of two letters such as "GB", got "UK "',
      { contact: { ...contact, countryCode: "UK " } },
    ],
  ];
  for (const [sentence, args] of refused) {
    it(`refuses: ${sentence.slice(0, 100)}`, () =>
      assert.rejects(make(args), { message: `domain registration "shop": ${sentence}` }));
  }
});
