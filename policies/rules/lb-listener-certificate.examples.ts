import { type Examples, ref } from "../examples";

const listener = (props: Record<string, unknown>) => ({
  type: "aws:lb/listener:Listener",
  props: { port: 443, ...props },
});
const classic = (...listeners: object[]) => ({ type: "aws:elb/loadBalancer:LoadBalancer", props: { listeners } });
const acm = "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b";
const iam = "arn:aws:iam::111122223333:server-certificate/shop";
const certificate = { type: "aws:acm/certificate:Certificate", props: { domainName: "example.com" } };
const parameter = { type: "aws:ssm/parameter:Parameter", props: {} };

export const examples: Examples = {
  denied: [
    {
      title: "encrypted listeners without a certificate",
      resources: {
        web: listener({ protocol: "HTTPS" }),
        edge: listener({ protocol: "TLS", certificateArn: "" }),
        old: classic({ lbProtocol: "HTTP" }, { lbProtocol: "ssl" }),
      },
      says: {
        web: "certificateArn is not set; name one of AWS Certificate Manager",
        edge: "certificateArn is not set",
        old: "listeners[1].sslCertificateId is not set",
      },
    },
    {
      title: "certificates that were uploaded to IAM",
      resources: {
        web: listener({ protocol: "HTTPS", certificateArn: iam }),
        alias: { type: "aws:alb/listener:Listener", props: { protocol: "https", certificateArn: iam } },
        more: { type: "aws:lb/listenerCertificate:ListenerCertificate", props: { certificateArn: iam } },
        old: classic({ lbProtocol: "HTTPS", sslCertificateId: iam }),
      },
      says: {
        web: `certificateArn is "${iam}", a server certificate of IAM`,
        alias: "a server certificate of IAM",
        more: "a server certificate of IAM",
        old: "listeners[0].sslCertificateId is",
      },
    },
  ],
  allowed: [
    {
      title: "certificates of ACM, by ARN and by reference",
      resources: {
        certificate,
        proof: {
          type: "aws:acm/certificateValidation:CertificateValidation",
          props: { certificateArn: ref("certificate", "arn") },
        },
        web: listener({ protocol: "HTTPS", certificateArn: acm }),
        api: listener({ protocol: "HTTPS", certificateArn: ref("certificate", "arn") }),
        edge: listener({ protocol: "TLS", certificateArn: ref("proof", "certificateArn") }),
        old: classic({ lbProtocol: "HTTPS", sslCertificateId: ref("certificate", "arn") }),
        more: {
          type: "aws:lb/listenerCertificate:ListenerCertificate",
          props: { certificateArn: ref("certificate", "arn") },
        },
      },
    },
    {
      title: "listeners that end no TLS",
      resources: { http: listener({ protocol: "HTTP" }), tcp: listener({ protocol: "TCP" }) },
    },
  ],
  undecided: [
    {
      title: "a certificate of which the stack does not tell where it comes from",
      resources: { parameter, web: listener({ protocol: "HTTPS", certificateArn: ref("parameter", "value") }) },
      says: { web: "certificateArn is not known yet" },
    },
  ],
};
