import type { Examples } from "../examples";
import { UNKNOWN } from "../facts/value";

const permission = (props: object) => ({
  type: "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
  props: { imageId: "ami-1", ...props },
});
const block = (state: unknown) => ({ type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess", props: { state } });
const distribution = (launchPermission: unknown) => ({
  type: "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
  props: { distributions: [{ region: "eu-west-1", amiDistributionConfiguration: { launchPermission } }] },
});
const path = "distributions[0].amiDistributionConfiguration.launchPermission";

export const examples: Examples = {
  denied: [
    {
      title: "an image that everyone may start",
      resources: { web: permission({ group: "all" }) },
      says: { web: 'group is "all", which is everyone; name accounts or an organisation' },
      beyondRemedy: ["web"],
    },
    {
      title: "images of Image Builder that everyone may start",
      resources: { web: distribution({ userIds: ["123456789012"], userGroups: ["all"] }) },
      says: { web: `${path}.userGroups[0] is "all"` },
    },
    {
      title: "an account that lets images be made public",
      resources: { account: block("unblocked") },
      says: { account: 'state is "unblocked"; set it to "block-new-sharing"' },
    },
    {
      title: "accounts that the settings do not name",
      settings: { accounts: ["111122223333"] },
      resources: {
        web: permission({ accountId: 123456789012 }),
        built: distribution({ userIds: ["111122223333", "444455556666"] }),
      },
      says: {
        web: 'accountId is "123456789012", which is not one of accounts; share it with those alone',
        built: `${path}.userIds[1] is "444455556666"`,
      },
      beyondRemedy: ["web", "built"],
    },
  ],
  allowed: [
    {
      title: "an image that an account or an organisation may start",
      resources: {
        web: permission({ accountId: "123456789012" }),
        api: permission({ organizationArn: "arn:aws:organizations::123456789012:organization/o-1" }),
        built: distribution({ userIds: ["123456789012"], userGroups: [] }),
        own: distribution(undefined),
        account: block("block-new-sharing"),
      },
    },
    {
      title: "accounts that the settings name",
      settings: { accounts: ["111122223333"] },
      resources: { web: permission({ accountId: "111122223333" }), built: distribution({ userIds: [111122223333] }) },
    },
  ],
  undecided: [
    {
      title: "a group, a state or an account that is not known",
      settings: { accounts: ["111122223333"] },
      resources: {
        web: permission({ group: UNKNOWN }),
        api: permission({ accountId: UNKNOWN }),
        built: distribution({ userGroups: UNKNOWN }),
        account: block(UNKNOWN),
      },
      says: {
        web: "group is not known yet",
        api: "accountId is not known yet",
        built: `${path}.userGroups is not known yet`,
        account: "state is not known yet",
      },
    },
  ],
};
