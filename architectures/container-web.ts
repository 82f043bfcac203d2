import { z } from "zod";
import { Certificate } from "../components/certificate";
import { ContainerService, type ContainerServiceArgs } from "../components/container-service";
import { DnsRecord } from "../components/dns-record";
import { Network } from "../components/network";
import { architecture } from "./architecture";
import { serviceAlarms, stackAlarms } from "./settings/alarms";
import { loadBalancer, targets } from "./settings/balancing";
import { domain, domainOrPlainHttp, tls } from "./settings/domain";
import { mutualTls, mutualTlsNeedsDomain, mutualTlsOf } from "./settings/mutual-tls";
import { network, watchedNetwork } from "./settings/network";
import { operations, operationsOf } from "./settings/operations";
import { compute, imageOf, service } from "./settings/service";
import { waf, webAclArnOf } from "./settings/web-acl";

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default container-web */
    name: z.string().default("container-web"),
    /** Fargate, ECS on EC2, or EKS: the one setting that moves the service. */
    compute: compute.default({ type: "fargate" }),
    domain: domain.optional(),
    tls: tls.optional(),
    mutualTls: mutualTls.optional(),
    waf: waf.optional(),
    network: network.optional(),
    ...loadBalancer,
    ...targets,
    ...service,
    alarms: serviceAlarms.optional(),
    ...operations,
  })
  .superRefine(domainOrPlainHttp("container-web"))
  .superRefine(mutualTlsNeedsDomain);

export const containerWeb = architecture({
  description: "WAF → ALB → ContainerService; `compute` is Fargate, ECS on EC2, or EKS, by one setting",
  settings,
  create({ name, compute, domain, network: networkSettings, image, port, environment, secrets, ...rest }) {
    const {
      tls: _,
      mutualTls,
      waf,
      exposure,
      sources,
      webAclFailure,
      responseHeaders,
      requestHeaders,
      ...others
    } = rest;
    const { http2, idleTimeoutSeconds, clientKeepAliveSeconds, connectionLogs, healthCheckLogs, ...more } = others;
    const {
      logRetentionDays,
      zonalShift,
      deletionProtection,
      dashboard,
      deployWindows,
      alarms: stated,
      ...tasks
    } = more;
    const alarms = stackAlarms(name, stated);
    const network = new Network(`${name}-net`, watchedNetwork(networkSettings, alarms.parts));
    const certificate =
      domain &&
      new Certificate(`${name}-cert`, { domainName: domain.name, zoneId: domain.zoneId, alarms: alarms.parts });
    const web = new ContainerService(name, {
      network,
      compute,
      containers: {
        web: { image: imageOf(name, image, "container-web/app"), port, environment, secrets },
      },
      balancing: {
        type: "application",
        tls: certificate
          ? { certificateArn: certificate.certificateArn, mutual: mutualTlsOf(name, mutualTls) }
          : "none",
        webAclArn: webAclArnOf(name, waf, exposure),
        ...{ exposure, sources, webAclFailure, responseHeaders, requestHeaders, http2, idleTimeoutSeconds },
        ...{ clientKeepAliveSeconds, connectionLogs, healthCheckLogs, logRetentionDays },
        ...{ zonalShift, deletionProtection },
      },
      alarms: alarms.service,
      ...tasks,
      // The types keep engines and what they can do together; settings are read as data, and the component checks them.
    } as ContainerServiceArgs);
    const host = web.address?.dnsName;
    if (domain && web.address) {
      new DnsRecord(`${name}-dns`, { zoneId: domain.zoneId, domainName: domain.name, target: web.address });
    }
    return {
      url: domain ? `https://${domain.name}` : host?.apply((dnsName) => `http://${dnsName}`),
      serviceName: web.serviceName,
      vpcId: network.vpcId,
      alarmTopicArn: web.alarmTopicArn,
      ...operationsOf(name, { dashboard, deployWindows }, [web, network]),
    };
  },
});
