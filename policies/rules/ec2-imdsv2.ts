import { accountDefault } from "../facts/account-defaults";
import { foreignTemplates, launchTemplateType, templateUserTypes, usesTemplate } from "../facts/launch-templates";
import { stated } from "../facts/stated";
import { asText, at, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";
import { flag } from "../settings";

const types = [
  "aws:ec2/instance:Instance",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  launchTemplateType,
  "aws:ec2/launchConfiguration:LaunchConfiguration",
];

const fix = 'set httpTokens to "required"';

export const ec2Imdsv2 = rule({
  name: "ec2-imdsv2",
  displayName: "The instance metadata service requires tokens",
  description: "Every instance, and all that starts instances, requires IMDSv2 or turns the metadata service off.",
  why: "Over IMDSv1 a web application that can be made to fetch a URL gives away the credentials of its role; IMDSv2 wants a token that such a request mostly cannot get.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-8",
  remediationSteps:
    'Set metadataOptions.httpTokens to "required". Software on the instance must ask for a token first, as every current AWS SDK does.',
  controls: { fsbp: ["EC2.8", "EC2.170", "AutoScaling.3"], cis: ["6.7"] },
  settings: {
    acceptAccountDefault: flag(
      false,
      "Accept metadata options that say nothing of tokens where the stack itself sets ec2.InstanceMetadataDefaults in their region.",
    ),
  },
  types,
  resource({ resource, settings, deny, undecided }) {
    const { tokens, endpoint } = metadataOptions(resource.props);
    if (tokens === "required" || endpoint === "disabled") return;
    if (tokens === UNKNOWN) return undecided("metadataOptions.httpTokens");
    if (endpoint === UNKNOWN) return undecided("metadataOptions.httpEndpoint");
    if (tokens === undefined && (usesTemplate(resource) || settings.acceptAccountDefault)) return;
    deny(`metadataOptions.httpTokens is ${shown(tokens)}; ${fix}`);
  },
  remediate(resource) {
    const { tokens, endpoint } = metadataOptions(resource.props);
    if (tokens === "required" || tokens === UNKNOWN || endpoint === "disabled" || endpoint === UNKNOWN) return [];
    if (tokens === undefined && usesTemplate(resource)) return [];
    return [{ path: ["metadataOptions", "httpTokens"], value: "required" }];
  },
  stack({ stack, settings, on }) {
    for (const resource of stack.ofType(...new Set([...types, ...templateUserTypes]))) {
      const { tokens, endpoint } = metadataOptions(stated(resource).props);
      if (endpoint === "disabled" || tokens !== undefined) continue;
      const { deny, undecided } = on(resource);
      // A template of this stack is judged itself.
      if (usesTemplate(resource)) for (const template of foreignTemplates(stack, resource)) undecided(template);
      else if (settings.acceptAccountDefault && types.includes(resource.type)) {
        const type = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
        const byDefault = asText(at(accountDefault(stack, type, resource)?.props, "httpTokens"));
        if (byDefault === UNKNOWN) undecided("the httpTokens of the stack's InstanceMetadataDefaults");
        else if (byDefault !== "required") {
          deny(`metadataOptions.httpTokens is not set and the stack's account default is ${shown(byDefault)}; ${fix}`);
        }
      }
    }
  },
});

function metadataOptions(props: unknown) {
  const options = at(props, "metadataOptions");
  return { tokens: asText(at(options, "httpTokens")), endpoint: asText(at(options, "httpEndpoint")) };
}
