import { type Maker, sameAs, text } from "./words";

/** Stand-ins of Elastic Load Balancing. */
export const elb: Readonly<Record<string, Maker>> = {
  "aws:lb/loadBalancer:LoadBalancer": ({ inputs, named, hex, arn, region, dnsSuffix }) => {
    const name = named("name", 32);
    const kind = { network: "net", gateway: "gwy" }[text(inputs.loadBalancerType)] ?? "app";
    const arnSuffix = `${kind}/${name}/${hex(16)}`;
    const own = arn("elasticloadbalancing", `loadbalancer/${arnSuffix}`);
    const host = `${inputs.internal === true ? "internal-" : ""}${name}-${hex(10)}`;
    return {
      id: own,
      arn: own,
      arnSuffix,
      name,
      dnsName: kind === "app" ? `${host}.${region}.elb.${dnsSuffix}` : `${host}.elb.${region}.${dnsSuffix}`,
      zoneId: `Z${hex(13).toUpperCase()}`,
    };
  },
  "aws:lb/targetGroup:TargetGroup": ({ named, hex, arn }) => {
    const name = named("name", 32);
    const arnSuffix = `targetgroup/${name}/${hex(16)}`;
    return { id: arn("elasticloadbalancing", arnSuffix), arn: arn("elasticloadbalancing", arnSuffix), arnSuffix, name };
  },
  "aws:lb/listener:Listener": (words) => {
    const own = text(words.inputs.loadBalancerArn).replace(":loadbalancer/", ":listener/");
    return { id: `${own}/${words.hex(16)}`, arn: `${own}/${words.hex(16)}` };
  },
  "aws:lb/listenerRule:ListenerRule": (words) => {
    const own = text(words.inputs.listenerArn).replace(":listener/", ":listener-rule/");
    return { id: `${own}/${words.hex(16)}`, arn: `${own}/${words.hex(16)}` };
  },
  "aws:lb/listenerCertificate:ListenerCertificate": ({ inputs }) => ({
    id: `${text(inputs.listenerArn)}_${text(inputs.certificateArn)}`,
  }),
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": ({ inputs, hex }) => ({
    id: `${text(inputs.targetGroupArn)}-${hex(26)}`,
  }),
  "aws:lb/trustStore:TrustStore": ({ named, hex, arn }) => {
    const name = named("name", 32);
    const own = arn("elasticloadbalancing", `truststore/${name}/${hex(16)}`);
    return { id: own, arn: own, name };
  },
  "aws:lb/trustStoreRevocation:TrustStoreRevocation": ({ inputs }) => ({
    id: `${text(inputs.trustStoreArn)},1`,
    revocationId: 1,
  }),
  "aws:arczonalshift/zonalAutoshiftConfiguration:ZonalAutoshiftConfiguration": sameAs("resourceArn"),
};
