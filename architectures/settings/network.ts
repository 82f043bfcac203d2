import { z } from "zod";

const count = z.number();
const text = z.string();

const tier = z.enum(["public", "private", "isolated"]);

const interfaceEndpoint = z.union([z.enum(["ssm", "ecs", "eks"]), z.templateLiteral(["com.amazonaws.", text])], {
  error: 'must be "ssm", "ecs", "eks" or a service such as "com.amazonaws.eu-west-1.kms"',
});

export const network = z.strictObject({
  zones: z.union([count, z.array(text)]).optional(),
  tiers: z.array(tier).optional(),
  cidrBlock: text.optional(),
  subnetCidrs: z.partialRecord(tier, z.array(text)).optional(),
  nat: z.enum(["none", "single", "perZone", "regional"]).optional(),
  ipv6: z.boolean().optional(),
  gatewayEndpoints: z.array(z.enum(["s3", "dynamodb"])).optional(),
  interfaceEndpoints: z.array(interfaceEndpoint).optional(),
  flowLogs: z.union([z.literal(false), z.strictObject({ retentionDays: count })]).optional(),
  trustedCidrs: z.array(text).optional(),
});
