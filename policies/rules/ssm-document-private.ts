import { asList, asText, at, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ssmDocumentPrivate = rule({
  name: "ssm-document-private",
  displayName: "Documents of Systems Manager are private",
  description: "No document of Systems Manager is shared with every account.",
  why: "Everyone can read a public document, and with it the commands and names of your operations and what else was written there.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-4",
  remediationSteps: "List the accounts in permissions.accountIds, or leave permissions out.",
  controls: { fsbp: ["SSM.4"] },
  types: ["aws:ssm/document:Document"],
  resource({ resource, deny, undecided }) {
    const accounts = asList(at(resource.props, "permissions", "accountIds"));
    // The provider takes them as one text, with commas; it also reads a list.
    const texts = accounts === UNKNOWN ? [UNKNOWN] : accounts.map(asText);
    const isOpen = texts.some((text) => typeof text === "string" && /(?:^|,)\s*all\s*(?:,|$)/i.test(text));
    if (isOpen) deny('permissions.accountIds is "All"; list the accounts');
    else if (texts.includes(UNKNOWN)) undecided("permissions.accountIds");
  },
});
