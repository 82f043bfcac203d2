import { subnetRoutes } from "../facts/subnet-routes";
import { subnetTiers } from "../facts/subnet-tiers";
import { few, UNKNOWN, type Unknown } from "../facts/value";
import { endpointsByVpc, missingServices, serviceOf, tablesServed } from "../facts/vpc-endpoints";
import type { StackResource } from "../resource";
import { rule, type Stack, type Verdicts } from "../rule";
import { texts } from "../settings";

export const vpcGatewayEndpoints = rule({
  name: "vpc-gateway-endpoints",
  displayName: "Private subnets reach S3 and DynamoDB by endpoints",
  description:
    "Every VPC with private subnets has gateway endpoints for S3 and DynamoDB, and these serve those subnets.",
  why: "Traffic to S3 and DynamoDB otherwise goes through a NAT gateway, which bills each gigabyte, or does not get there at all.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  remediationSteps:
    "Add an aws.ec2.VpcEndpoint of type Gateway for each service, and name the route tables of the private subnets. Gateway endpoints are free of charge.",
  controls: { cis: ["6.8"] },
  settings: { services: texts(["s3", "dynamodb"], "The services that need an endpoint, as AWS names them.") },
  types: [],
  subjects: ["aws:ec2/vpc:Vpc"],
  stack({ stack, settings, on }) {
    const endpoints = endpointsByVpc(stack);
    for (const [vpc, tiers] of subnetTiers(stack)) {
      const inside = [...(tiers.get("private") ?? []), ...(tiers.get("isolated") ?? [])];
      const [vague] = tiers.get(UNKNOWN) ?? [];
      const own = endpoints.get(vpc.urn) ?? [];
      const missing = missingServices(settings.services, own);
      if (inside.length > 0) judge(stack, inside, settings.services, own, on(vpc));
      else if (vague && (missing === UNKNOWN || missing.length > 0)) {
        on(vpc).undecided(`whether subnet "${vague.name}" is private`);
      }
    }
  },
});

function judge(
  stack: Stack,
  subnets: readonly StackResource[],
  services: readonly string[],
  endpoints: readonly StackResource[],
  { deny, undecided }: Verdicts,
): void {
  const missing = missingServices(services, endpoints);
  if (missing === UNKNOWN) undecided("serviceName of one of its endpoints");
  else if (missing.length > 0) deny(`its private subnets have no endpoint for ${few(missing)}; add gateway endpoints`);
  for (const service of services) {
    const leading = endpoints.filter((endpoint) => serviceOf(endpoint) === service);
    // An interface endpoint serves the whole VPC.
    if (leading.length === 0 || leading.some(({ props }) => props.vpcEndpointType === "Interface")) continue;
    const isServed = tablesServed(stack, leading);
    const answers = subnets.map((subnet): boolean | Unknown => {
      const { table } = subnetRoutes(stack, subnet);
      return table ? isServed(table) : UNKNOWN;
    });
    const left = subnets.filter((_, index) => answers[index] === false).map(({ name }) => name);
    const [endpoint] = leading;
    if (left.length > 0) {
      deny(
        `endpoint "${endpoint?.name}" for ${service} serves no route table of ${few(left.sort())}; name their tables`,
      );
    } else if (answers.includes(UNKNOWN)) undecided(`which route tables its endpoint for ${service} serves`);
  }
}
