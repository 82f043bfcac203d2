import { named } from "../facts/references";
import { asText, at, UNKNOWN } from "../facts/value";
import { webAclType } from "../facts/web-acl-rules";
import { aclKind } from "../facts/web-acls";
import type { StackResource } from "../resource";
import { rule } from "../rule";

const classicTypes = ["aws:waf/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"];

export const wafLogging = rule({
  name: "waf-logging",
  displayName: "Web ACLs log requests",
  description: "Every web ACL of AWS WAF logs the requests that it looks at.",
  why: "Without logs nobody can tell what was stopped, what got through, or whether a rule turns real users away.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11",
  remediationSteps:
    "Add an aws.wafv2.WebAclLoggingConfiguration with the web ACL's ARN, and a log group or bucket whose name begins with aws-waf-logs-.",
  controls: { fsbp: ["WAF.1", "WAF.11"] },
  types: [],
  subjects: [webAclType, ...classicTypes],
  stack({ stack, on }) {
    const logged = new Set<StackResource>();
    let isVague = false;
    for (const log of stack.ofType("aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration")) {
      const acls = named(stack, log, "resourceArn", at(log.props, "resourceArn"), aclKind);
      for (const acl of acls) logged.add(acl);
      if (acls.length === 0 && at(log.props, "resourceArn") === UNKNOWN) isVague = true;
    }
    for (const acl of stack.ofType(webAclType)) {
      if (logged.has(acl)) continue;
      if (isVague) on(acl).undecided("the resourceArn of a WebAclLoggingConfiguration");
      else on(acl).deny("it logs no requests; add an aws.wafv2.WebAclLoggingConfiguration with its ARN");
    }
    // The classic ones say it themselves.
    for (const acl of stack.ofType(...classicTypes)) {
      const config = at(acl.props, "loggingConfiguration");
      const target = asText(at(config, "logDestination"));
      if (config !== UNKNOWN && (target === undefined || target === "")) {
        on(acl).deny("loggingConfiguration.logDestination is not set; name a Firehose stream");
      }
    }
  },
});
