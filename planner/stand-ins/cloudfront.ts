import { markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** Ids of CloudFront begin with a letter, and have digits and capital letters behind it. */
const idOf = ({ hex }: Words) => `E${hex(13).toUpperCase()}`;

/** The zone of all distributions: https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html */
const HOSTED_ZONE_ID = "Z2FDTNDATAQYW2";

/** A policy, which has a UUID. */
function policy(resource: string): Maker {
  return ({ hex, named, globalArn }) => {
    const id = markedUuid(hex(64));
    return { id, name: named("name", 128), arn: globalArn("cloudfront", `${resource}/${id}`) };
  };
}

/** Stand-ins of CloudFront and of the delivery of its logs. */
export const cloudfront: Readonly<Record<string, Maker>> = {
  "aws:cloudfront/distribution:Distribution": (words) => {
    const id = idOf(words);
    return {
      id,
      arn: words.globalArn("cloudfront", `distribution/${id}`),
      domainName: `d${words.hex(13)}.cloudfront.net`,
      hostedZoneId: HOSTED_ZONE_ID,
    };
  },
  "aws:cloudfront/originAccessControl:OriginAccessControl": (words) => {
    const id = idOf(words);
    return {
      id,
      name: words.named("name", 64),
      arn: words.globalArn("cloudfront", `origin-access-control/${id}`),
    };
  },
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": policy("response-headers-policy"),
  "aws:cloudfront/cachePolicy:CachePolicy": policy("cache-policy"),
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": policy("origin-request-policy"),
  "aws:cloudfront/continuousDeploymentPolicy:ContinuousDeploymentPolicy": ({ hex, globalArn }) => {
    const id = markedUuid(hex(64));
    return { id, arn: globalArn("cloudfront", `continuous-deployment-policy/${id}`) };
  },
  "aws:cloudfront/function:Function": ({ named, globalArn }) => {
    const name = named("name", 64);
    return { id: name, name, arn: globalArn("cloudfront", `function/${name}`) };
  },
  "aws:cloudfront/keyValueStore:KeyValueStore": ({ named, hex, globalArn }) => {
    const name = named("name", 64);
    return { id: name, name, arn: globalArn("cloudfront", `key-value-store/${markedUuid(hex(64))}`) };
  },
  "aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey": ({ inputs }) => ({
    id: `${text(inputs.keyValueStoreArn)},${text(inputs.key)}`,
  }),
  "aws:cloudfront/vpcOrigin:VpcOrigin": ({ hex, globalArn }) => {
    const id = `vo_${hex(22)}`;
    return { id, arn: globalArn("cloudfront", `vpcorigin/${id}`) };
  },
  "aws:cloudfront/trustStore:TrustStore": ({ hex, named, globalArn }) => {
    const id = `ts_${hex(22)}`;
    return { id, name: named("name", 64), arn: globalArn("cloudfront", `trust-store/${id}`) };
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": ({ named, arn }) => {
    const name = named("name", 60);
    return { id: name, name, arn: arn("logs", `delivery-source:${name}`) };
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": ({ named, arn }) => {
    const name = named("name", 60);
    return { id: name, name, arn: arn("logs", `delivery-destination:${name}`) };
  },
  "aws:cloudwatch/logDelivery:LogDelivery": ({ hex, arn }) => {
    const id = hex(16);
    return { id, arn: arn("logs", `delivery:${id}`) };
  },
};
