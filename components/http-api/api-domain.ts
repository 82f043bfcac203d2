import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";
import { checkZoneId } from "../hosted-zone/zone-id";

/** The name under which an API is called. Its own address is then closed. */
export interface ApiDomain {
  /** The name, in lower case, e.g. `api.example.com`. */
  readonly domainName: string;
  /** The ARN of a certificate for that name, in the region of the API. */
  readonly certificateArn: pulumi.Input<string>;
  /** The id of the hosted zone in which the name is made. @default the name is made elsewhere */
  readonly zoneId?: pulumi.Input<string>;
  /** Asks callers for certificates that these authorities signed. @default none */
  readonly mutualTls?: MutualTls;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html */
export interface MutualTls {
  /** Where the certificates of the authorities are: `s3://bucket/truststore.pem`. */
  readonly truststoreUri: pulumi.Input<string>;
  /** The version of that object: without one, `up` does not see that it is another. @default the latest */
  readonly truststoreVersion?: pulumi.Input<string>;
}

export function checkDomain(check: ArgumentCheck, { domainName, zoneId, mutualTls }: ApiDomain): void {
  const isName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domainName);
  check(isName && domainName.length <= 253, "domain.domainName", "must be a domain name in lower case", domainName);
  checkZoneId(check, "domain.zoneId", zoneId);
  const { truststoreUri = "s3://none/none" } = mutualTls ?? {};
  const isUri = typeof truststoreUri !== "string" || /^s3:\/\/[^/]+\/.+$/.test(truststoreUri);
  check(isUri, "domain.mutualTls.truststoreUri", 'must be such as "s3://bucket/truststore.pem"', truststoreUri);
}
