import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type { OrNone } from "../components/alarm-set";
import { Certificate } from "../components/certificate";
import { ContainerService, type ContainerServiceArgs } from "../components/container-service";
import { DnsRecord } from "../components/dns-record";
import { HttpApi } from "../components/http-api";
import type { HttpAuthorizer } from "../components/http-api/authorizer";
import type { RouteAuth } from "../components/http-api/route";
import { LambdaFunction } from "../components/lambda-function";
import type { FunctionAlarms } from "../components/lambda-function/alarms";
import { Network } from "../components/network";
import { VpcLink } from "../components/vpc-link";
import { architecture } from "./architecture";
import { serviceAlarms, stackAlarms } from "./settings/alarms";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { network, watchedNetwork } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";
import { compute, imageOf, service } from "./settings/service";

const count = z.number();
const text = z.string();

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default microservices */
    name: text.default("microservices"),
    /** Fargate, or ECS on EC2. */
    compute: compute.default({ type: "fargate" }),
    /** The name under which the API is called; the containers' private load balancer gets `orders.` before it, and TLS. */
    domain: domain.optional(),
    /** `none`: without a domain the private load balancer speaks plain HTTP; the API speaks HTTPS in any case. */
    tls: tls.optional(),
    network: network.optional(),
    ...service,
    /** Who may call the API: who signs with IAM, whom an issuer of tokens or a function knows, or everybody. */
    auth: z
      .union([
        z.enum(["iam", "none"]),
        z.strictObject({ type: z.literal("jwt"), issuer: text, audiences: z.array(text) }),
        z.strictObject({ type: z.literal("function"), folder: text }),
      ])
      .default("iam"),
    /** Which pages of other origins may call from a browser. */
    cors: z
      .strictObject({
        origins: z.array(text),
        methods: z.array(text).optional(),
        headers: z.array(text).optional(),
        exposedHeaders: z.array(text).optional(),
        credentials: z.boolean().optional(),
        maxAgeSeconds: count.optional(),
      })
      .optional(),
    throttling: z.strictObject({ requestsPerSecond: count, burst: count }).optional(),
    alarms: serviceAlarms.optional(),
    ...operations,
  })
  .superRefine(domainOrPlainHttp("microservices"));

type Auth = z.output<typeof settings>["auth"];

const runtime = { runtime: "nodejs22.x", handler: "index.handler" } as const;

export const microservices = architecture({
  description:
    "API Gateway → Lambda → containers on ECS, and API Gateway → containers, all of it private behind the API",
  settings,
  create({ name, compute, domain, network: networkSettings, image, port, environment, secrets, auth, ...rest }) {
    const { cors, throttling, alarms: stated, dashboard, deployWindows, tls: _, ...tasks } = rest;
    // One topic tells of all of it.
    const alarms = stackAlarms(name, stated);
    const network = new Network(`${name}-net`, watchedNetwork(networkSettings, alarms.parts));
    const privateName = domain && `orders.${domain.name}`;
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, {
        domainName: domain.name,
        subjectAlternativeNames: [`orders.${domain.name}`],
        zoneId: domain.zoneId,
        alarms: alarms.parts,
      });
    const orders = new ContainerService(`${name}-orders`, {
      network,
      compute,
      containers: {
        orders: { image: imageOf(name, image, "microservices/app/service"), port, environment, secrets },
      },
      // Nobody may come in but those that say so below: the function, and the API's link.
      balancing: {
        type: "application",
        exposure: "internal",
        sources: [],
        tls: certificate ? { certificateArn: certificate.certificateArn } : "none",
      },
      alarms: alarms.service,
      ...tasks,
    } as ContainerServiceArgs);
    const { address, edgeGroupId, listenerArn } = reachable(orders, compute.type);
    if (domain && privateName) {
      new DnsRecord(`${name}-orders-dns`, { zoneId: domain.zoneId, domainName: privateName, target: address });
    }

    const calls = { orders: { securityGroupId: edgeGroupId, port: certificate ? 443 : 80 } };
    const summary = new LambdaFunction(`${name}-summary`, {
      code: { type: "folder", path: "./architectures/microservices/app/function", ...runtime },
      environment: {
        SERVICE_URL: privateName ? `https://${privateName}` : pulumi.interpolate`http://${address.dnsName}`,
      },
      vpc: { network, calls },
      alarms: alarms.parts,
    });
    const link = new VpcLink(`${name}-link`, { network, calls });
    const orderTarget = { type: "loadBalancer", link, listenerArn, serverName: privateName } as const;
    const { authorizers, routeAuth } = authorization(name, auth, alarms.parts);
    const api = new HttpApi(`${name}-api`, {
      authorizers,
      cors,
      throttling,
      alarms: alarms.service,
      domain: domain &&
        certificate && { domainName: domain.name, zoneId: domain.zoneId, certificateArn: certificate.certificateArn },
      routes: {
        "GET /summary": { target: { type: "function", function: summary }, auth: routeAuth },
        "GET /orders": { target: orderTarget, auth: routeAuth },
        "GET /orders/{id}": { target: orderTarget, auth: routeAuth },
      },
    });
    return {
      url: api.url,
      functionName: summary.functionName,
      serviceName: orders.serviceName,
      vpcId: network.vpcId,
      alarmTopicArn: alarms.topicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [api, summary, orders, network]),
    };
  },
});

/** What the API and the function call. On EKS the cluster makes the load balancer, and tells nobody its listener. */
function reachable({ address, edgeGroupId, listenerArn }: ContainerService, engine: string) {
  if (address && edgeGroupId && listenerArn) return { address, edgeGroupId, listenerArn };
  throw new pulumi.RunError(
    `tierwork:settings.compute must be "fargate" or "ec2" for an API to reach it, got "${engine}"`,
  );
}

/** The authorizer of the API, if its callers are known by one, and what each route asks for. */
function authorization(
  name: string,
  auth: Auth,
  alarms: OrNone<FunctionAlarms>,
): { authorizers: Record<string, HttpAuthorizer>; routeAuth: RouteAuth } {
  if (typeof auth === "string") return { authorizers: {}, routeAuth: auth };
  const routeAuth = { authorizer: "callers" };
  if (auth.type === "jwt") return { authorizers: { callers: auth }, routeAuth };
  const code = { type: "folder", path: auth.folder, ...runtime } as const;
  const callers = new LambdaFunction(`${name}-callers`, { code, alarms });
  return { authorizers: { callers: { type: "function", function: callers } }, routeAuth };
}
