import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { DnsRecord } from "../dns-record";
import type { ApiDomain } from "../http-api/api-domain";
import { type TlsArgs, tlsInput } from "./endpoint";

/** The name of an API. @returns its address, once it is mapped */
export function createDomain(
  name: string,
  { domainName, certificateArn, zoneId, mutualTls }: ApiDomain,
  ipAddressType: "ipv4" | "dualstack",
  tls: TlsArgs,
  stage: aws.apigateway.Stage,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  const domain = new aws.apigateway.DomainName(
    `${name}-domain`,
    {
      domainName,
      regionalCertificateArn: certificateArn,
      endpointConfiguration: { types: "REGIONAL", ipAddressType },
      mutualTlsAuthentication: mutualTls,
      ...tlsInput(tls),
      tags: { Name: name },
    },
    { parent },
  );
  const mapping = new aws.apigateway.BasePathMapping(
    `${name}-mapping`,
    { restApi: stage.restApi, stageName: stage.stageName, domainName: domain.domainName },
    { parent },
  );
  if (zoneId !== undefined) {
    const target = { dnsName: domain.regionalDomainName, zoneId: domain.regionalZoneId };
    new DnsRecord(`${name}-dns`, { zoneId, domainName, target }, { parent });
  }
  return mapping.id.apply(() => `https://${domainName}`);
}
