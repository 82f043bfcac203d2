import { ACCOUNT_ID, markedUuid } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** What is made for CloudFront lives in us-east-1 and is called global. */
function scoped(resource: string): Maker {
  return ({ inputs, named, hex, partition, region }) => {
    const [id, name] = [markedUuid(hex(64)), named("name", 128)];
    const isGlobal = inputs.scope === "CLOUDFRONT";
    const place = isGlobal ? "us-east-1" : region;
    const path = `${isGlobal ? "global" : "regional"}/${resource}/${name}/${id}`;
    const arn = `arn:${partition}:wafv2:${place}:${ACCOUNT_ID}:${path}`;
    return { id, name, arn };
  };
}

/** Stand-ins of WAF. */
export const waf: Readonly<Record<string, Maker>> = {
  "aws:wafv2/webAcl:WebAcl": scoped("webacl"),
  "aws:wafv2/ruleGroup:RuleGroup": scoped("rulegroup"),
  "aws:wafv2/ipSet:IpSet": scoped("ipset"),
  "aws:wafv2/regexPatternSet:RegexPatternSet": scoped("regexpatternset"),
  "aws:wafv2/webAclAssociation:WebAclAssociation": ({ inputs }) => ({
    id: `${text(inputs.webAclArn)},${text(inputs.resourceArn)}`,
  }),
  "aws:wafv2/webAclRule:WebAclRule": ({ inputs, named }) => {
    const name = named("name", 128);
    return { id: `${text(inputs.webAclArn)},${name}`, name };
  },
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": sameAs("resourceArn"),
};
