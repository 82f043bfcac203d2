import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { type LogSettings, logGroup, readLogs, type ServiceLogs } from "../service-logs";

/** The log of a web ACL. */
export interface WebAclLogs extends Pick<ServiceLogs, "retentionDays" | "kmsKeyArn" | "deletionProtection"> {
  /**
   * Which requests are logged: all, or only those that a rule matched, be it to block or to count them.
   *
   * @default "all"
   */
  readonly keep?: "all" | "matched";
  /** What is never shown, neither in the log nor in the sample of requests. */
  readonly redact?: Redaction;
}

/** Parts of a request that are secrets of its sender. */
export interface Redaction {
  /** Headers, in lower case. @default authorization and cookie */
  readonly headers?: readonly string[];
  /** Whether the query is one as well. @default false */
  readonly query?: boolean;
}

/** The log with its defaults, checked. */
export interface WebAclLogSettings extends LogSettings {
  readonly keep: "all" | "matched";
}

export function readWebAclLogs(check: ArgumentCheck, args: WebAclLogs): WebAclLogSettings {
  const { keep = "all" } = args;
  check(keep === "all" || keep === "matched", "logs.keep", 'must be "all" or "matched"', keep);
  return { ...readLogs(check, args), keep };
}

export function readRedaction(check: ArgumentCheck, args: Redaction): Required<Redaction> {
  const { headers = ["authorization", "cookie"], query = false } = args;
  for (const header of headers) {
    // https://docs.aws.amazon.com/waf/latest/APIReference/API_SingleHeader.html
    const isHeader = /^[a-z0-9_-]{1,64}$/.test(header);
    check(isHeader, "logs.redact.headers", "must be at most 64 letters in lower case, digits and hyphens", header);
  }
  const repeated = headers.find((header, index) => headers.indexOf(header) < index);
  check(repeated === undefined, "logs.redact.headers", "must not repeat a header", repeated);
  // AWS redacts at most 100 fields, and the query is one of them.
  check(headers.length <= 99, "logs.redact.headers", "must be at most 99 headers", headers.length);
  return { headers, query };
}

/**
 * What the web ACL itself keeps to itself. A log's own redaction would leave the samples as they are.
 * https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html
 */
export function dataProtection({
  headers,
  query,
}: Required<Redaction>): aws.types.input.wafv2.WebAclDataProtectionConfig | undefined {
  const fields = [
    ...(headers.length > 0 ? [{ fieldType: "SINGLE_HEADER", fieldKeys: [...headers] }] : []),
    ...(query ? [{ fieldType: "QUERY_STRING" }] : []),
  ];
  if (fields.length === 0) return undefined;
  return { dataProtections: fields.map((field) => ({ action: "SUBSTITUTION", field })) };
}

/**
 * The log of a web ACL. CloudWatch Logs lets WAF in by a policy that WAF adds by itself.
 * https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html
 */
export function webAclLog(
  name: string,
  acl: aws.wafv2.WebAcl,
  { keep, ...settings }: WebAclLogSettings,
  { headers, query }: Required<Redaction>,
  region: string | undefined,
  parent: pulumi.Resource,
): void {
  // WAF writes to no other.
  const group = logGroup(`${name}-logs`, settings, parent, { namePrefix: `aws-waf-logs-${name}-`, region });
  const redactedFields = [
    ...headers.map((header) => ({ singleHeader: { name: header } })),
    ...(query ? [{ queryString: {} }] : []),
  ];
  new aws.wafv2.WebAclLoggingConfiguration(
    `${name}-logging`,
    {
      resourceArn: acl.arn,
      logDestinationConfigs: [group.arn],
      redactedFields: redactedFields.length > 0 ? redactedFields : undefined,
      loggingFilter: keep === "matched" ? onlyMatched : undefined,
      region,
    },
    { parent },
  );
}

const onlyMatched: aws.types.input.wafv2.WebAclLoggingConfigurationLoggingFilter = {
  defaultBehavior: "DROP",
  filters: [
    {
      behavior: "KEEP",
      requirement: "MEETS_ANY",
      // A rule of a group that is told to count is logged as excluded.
      conditions: ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"].map((action) => ({
        actionCondition: { action },
      })),
    },
  ],
};
