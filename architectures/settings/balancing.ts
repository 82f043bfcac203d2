import { z } from "zod";
import { zonalAutoshift } from "./zonal-autoshift";

const count = z.number();
const text = z.string();

const cookie = { durationSeconds: count.optional() };

const responseHeaders = z.strictObject({
  strictTransportSecurity: z
    .union(
      [
        z.literal("none"),
        z.strictObject({
          maxAgeSeconds: count.optional(),
          includeSubDomains: z.boolean().optional(),
          preload: z.boolean().optional(),
        }),
      ],
      { error: 'must be "none" or a map of maxAgeSeconds, includeSubDomains and preload' },
    )
    .optional(),
  contentTypeOptions: z.enum(["nosniff", "none"]).optional(),
  frameOptions: z.enum(["DENY", "SAMEORIGIN"]).optional(),
  contentSecurityPolicy: text.optional(),
  server: z.boolean().optional(),
});

const tlsHeader = z.enum([
  "tlsVersion",
  "cipherSuite",
  "clientCertificate",
  "leaf",
  "subject",
  "issuer",
  "serialNumber",
  "validity",
]);

const requestHeaders = z.strictObject({
  preserveHost: z.boolean().optional(),
  forwardedFor: z.enum(["append", "preserve", "remove"]).optional(),
  clientPort: z.boolean().optional(),
  tls: z.boolean().optional(),
  names: z.partialRecord(tlsHeader, text).optional(),
});

/** An Application Load Balancer, with what every engine of containers knows of it. */
export const loadBalancer = {
  exposure: z.enum(["internet", "internal"]).default("internet"),
  sources: z.array(text).optional(),
  webAclFailure: z.enum(["refuse", "pass"]).optional(),
  responseHeaders: responseHeaders.optional(),
  requestHeaders: requestHeaders.optional(),
  http2: z.boolean().optional(),
  idleTimeoutSeconds: count.optional(),
  clientKeepAliveSeconds: count.optional(),
  connectionLogs: z.boolean().optional(),
  healthCheckLogs: z.boolean().optional(),
  logRetentionDays: count.optional(),
  zonalShift: z.boolean().optional(),
  deletionProtection: z.boolean().optional(),
};

const check = {
  path: text.optional(),
  matcher: text.optional(),
  intervalSeconds: count.optional(),
  timeoutSeconds: count.optional(),
  healthyThreshold: count.optional(),
  unhealthyThreshold: count.optional(),
};

/** How the targets of containers and of servers are treated alike. */
export const targets = {
  healthCheck: z.strictObject(check).optional(),
  deregistrationDelaySeconds: count.optional(),
  stickiness: z
    .union([
      z.literal("none"),
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("loadBalancerCookie"), ...cookie }),
        z.strictObject({ type: z.literal("appCookie"), cookieName: text, ...cookie }),
      ]),
    ])
    .optional(),
};

const minimumHealthy = z.union([z.strictObject({ count }), z.strictObject({ percentage: count })], {
  error: "must be a map with either count or percentage",
});

/** All of an Application Load Balancer. */
export const wholeLoadBalancer = {
  ...loadBalancer,
  ipamPoolId: text.optional(),
  minimumCapacityUnits: count.optional(),
};

/** How a load balancer finds a healthy server. */
export const servers = {
  ...targets,
  appPort: count.optional(),
  appProtocol: z.enum(["HTTP", "HTTPS"]).optional(),
  protocolVersion: z.enum(["HTTP1", "HTTP2", "GRPC"]).optional(),
  healthCheck: z
    .strictObject({ ...check, port: count.optional(), protocol: z.enum(["HTTP", "HTTPS"]).optional() })
    .optional(),
  targetGroupHealth: z
    .strictObject({ dnsFailover: minimumHealthy.optional(), unhealthyStateRouting: minimumHealthy.optional() })
    .optional(),
  slowStartSeconds: count.optional(),
  algorithm: z.enum(["roundRobin", "leastOutstandingRequests", "weightedRandom"]).optional(),
  anomalyMitigation: z.boolean().optional(),
  crossZone: z.boolean().optional(),
  targetControlPort: count.optional(),
};

/** What a load balancer does with requests, and how it finds a healthy server. */
export const balancing = { ...wholeLoadBalancer, ...servers, zonalAutoshift: zonalAutoshift.optional() };
