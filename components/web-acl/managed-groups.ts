/** One of AWS's groups of rules: its name, the capacity that it takes, and its rules. */
interface ManagedGroupFacts {
  readonly name: string;
  readonly capacity: number;
  readonly rules: readonly string[];
}

/**
 * AWS's groups of rules that need no settings of the application, in the order in which they are asked: what is cheap to
 * tell first, and last what costs for each request.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export const managedGroups = {
  ipReputation: {
    name: "AWSManagedRulesAmazonIpReputationList",
    capacity: 25,
    rules: ["AWSManagedIPReputationList", "AWSManagedReconnaissanceList", "AWSManagedIPDDoSList"],
  },
  anonymousIp: {
    name: "AWSManagedRulesAnonymousIpList",
    capacity: 50,
    rules: ["AnonymousIPList", "HostingProviderIPList"],
  },
  commonRuleSet: {
    name: "AWSManagedRulesCommonRuleSet",
    capacity: 700,
    rules: [
      "NoUserAgent_HEADER",
      "UserAgent_BadBots_HEADER",
      "SizeRestrictions_QUERYSTRING",
      "SizeRestrictions_Cookie_HEADER",
      "SizeRestrictions_BODY",
      "SizeRestrictions_URIPATH",
      "EC2MetaDataSSRF_BODY",
      "EC2MetaDataSSRF_COOKIE",
      "EC2MetaDataSSRF_URIPATH",
      "EC2MetaDataSSRF_QUERYARGUMENTS",
      "GenericLFI_QUERYARGUMENTS",
      "GenericLFI_URIPATH",
      "GenericLFI_BODY",
      "RestrictedExtensions_URIPATH",
      "RestrictedExtensions_QUERYARGUMENTS",
      "GenericRFI_QUERYARGUMENTS",
      "GenericRFI_BODY",
      "GenericRFI_URIPATH",
      "CrossSiteScripting_COOKIE",
      "CrossSiteScripting_QUERYARGUMENTS",
      "CrossSiteScripting_BODY",
      "CrossSiteScripting_URIPATH",
    ],
  },
  knownBadInputs: {
    name: "AWSManagedRulesKnownBadInputsRuleSet",
    capacity: 200,
    rules: [
      "JavaDeserializationRCE_HEADER",
      "JavaDeserializationRCE_BODY",
      "JavaDeserializationRCE_URIPATH",
      "JavaDeserializationRCE_QUERYSTRING",
      "Host_localhost_HEADER",
      "PROPFIND_METHOD",
      "ExploitablePaths_URIPATH",
      "Log4JRCE_HEADER",
      "Log4JRCE_QUERYSTRING",
      "Log4JRCE_BODY",
      "Log4JRCE_URIPATH",
      "ReactJSRCE_BODY",
    ],
  },
  adminProtection: {
    name: "AWSManagedRulesAdminProtectionRuleSet",
    capacity: 100,
    rules: ["AdminProtection_URIPATH"],
  },
  sqlDatabase: {
    name: "AWSManagedRulesSQLiRuleSet",
    capacity: 200,
    rules: [
      "SQLi_QUERYARGUMENTS",
      "SQLiExtendedPatterns_QUERYARGUMENTS",
      "SQLi_BODY",
      "SQLiExtendedPatterns_BODY",
      "SQLi_COOKIE",
      "SQLi_URIPATH",
    ],
  },
  linux: {
    name: "AWSManagedRulesLinuxRuleSet",
    capacity: 200,
    rules: ["LFI_URIPATH", "LFI_QUERYSTRING", "LFI_HEADER"],
  },
  posix: {
    name: "AWSManagedRulesUnixRuleSet",
    capacity: 100,
    rules: [
      "UNIXShellCommandsVariables_QUERYSTRING",
      "UNIXShellCommandsVariables_BODY",
      "UNIXShellCommandsVariables_HEADER",
    ],
  },
  windows: {
    name: "AWSManagedRulesWindowsRuleSet",
    capacity: 200,
    rules: [
      "WindowsShellCommands_COOKIE",
      "WindowsShellCommands_QUERYARGUMENTS",
      "WindowsShellCommands_BODY",
      "PowerShellCommands_COOKIE",
      "PowerShellCommands_QUERYARGUMENTS",
      "PowerShellCommands_BODY",
    ],
  },
  php: {
    name: "AWSManagedRulesPHPRuleSet",
    capacity: 100,
    rules: [
      "PHPHighRiskMethodsVariables_HEADER",
      "PHPHighRiskMethodsVariables_QUERYSTRING",
      "PHPHighRiskMethodsVariables_BODY",
    ],
  },
  wordPress: {
    name: "AWSManagedRulesWordPressRuleSet",
    capacity: 100,
    rules: ["WordPressExploitableCommands_QUERYSTRING", "WordPressExploitablePaths_URIPATH"],
  },
  botControl: {
    name: "AWSManagedRulesBotControlRuleSet",
    capacity: 50,
    rules: [
      "CategoryAdvertising",
      "CategoryArchiver",
      "CategoryContentFetcher",
      "CategoryEmailClient",
      "CategoryHttpLibrary",
      "CategoryLinkChecker",
      "CategoryMiscellaneous",
      "CategoryMonitoring",
      "CategoryPagePreview",
      "CategoryScrapingFramework",
      "CategorySearchEngine",
      "CategorySecurity",
      "CategorySeo",
      "CategorySocialMedia",
      "CategoryWebhooks",
      "CategoryAI",
      "SignalAutomatedBrowser",
      "SignalKnownBotDataCenter",
      "SignalNonBrowserUserAgent",
      "TGT_TokenAbsent",
      "TGT_VolumetricIpTokenAbsent",
      "TGT_VolumetricSession",
      "TGT_VolumetricSessionMaximum",
      "TGT_SignalAutomatedBrowser",
      "TGT_SignalBrowserAutomationExtension",
      "TGT_SignalBrowserInconsistency",
      "TGT_ML_CoordinatedActivityLow",
      "TGT_ML_CoordinatedActivityMedium",
      "TGT_ML_CoordinatedActivityHigh",
      "TGT_TokenReuseIpLow",
      "TGT_TokenReuseIpMedium",
      "TGT_TokenReuseIpHigh",
      "TGT_TokenReuseCountryLow",
      "TGT_TokenReuseCountryMedium",
      "TGT_TokenReuseCountryHigh",
      "TGT_TokenReuseAsnLow",
      "TGT_TokenReuseAsnMedium",
      "TGT_TokenReuseAsnHigh",
    ],
  },
} as const satisfies Record<string, ManagedGroupFacts>;

export type ManagedGroupName = keyof typeof managedGroups;

/** The names of the groups, in the order in which they are asked. */
export const managedGroupNames = Object.keys(managedGroups) as ManagedGroupName[];

/** The rules of a group. */
export type ManagedRuleName<Group extends ManagedGroupName> = (typeof managedGroups)[Group]["rules"][number];
