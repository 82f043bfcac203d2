import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const setting = (namespace: string, name: string, value: unknown) => ({ namespace, name, value });
const streamed = setting("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "true");
const published = setting("aws:elasticbeanstalk:hostmanager", "LogPublicationControl", true);
const inVpc = setting("aws:ec2:vpc", "VPCId", "vpc-0a1b2c3d");
const https = setting("aws:elbv2:listener:443", "Protocol", "HTTPS");
const kind = (name: string, value: unknown) => setting("aws:elasticbeanstalk:environment", name, value);

const environment = (settings: unknown, props: object = {}) => ({
  type: "aws:elasticbeanstalk/environment:Environment",
  props: { application: "shop", settings, ...props },
});
const template = (...settings: unknown[]) => ({
  type: "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  props: { application: "shop", settings },
});

export const examples: Examples = {
  denied: [
    {
      title: "an environment whose logs stay on its instances",
      resources: {
        web: environment([inVpc, https]),
        api: environment([{ ...streamed, value: "false" }, inVpc, https]),
        old: environment([{ ...published, value: false }, inVpc, https]),
      },
      says: {
        web: 'settings keep no logs; add by namespace, name and value: aws:elasticbeanstalk:cloudwatch:logs StreamLogs "true"',
        api: "settings keep no logs",
        old: "settings keep no logs",
      },
    },
    {
      title: "an environment of the default VPC",
      resources: { web: environment([streamed, https]), api: environment([streamed, https, { ...inVpc, value: "" }]) },
      says: {
        web: "settings name no VPC, which leaves it in the default one; add VPCId of aws:ec2:vpc",
        api: "settings name no VPC",
      },
      beyondRemedy: ["web", "api"],
    },
    {
      title: "load balancers without an HTTPS listener",
      resources: {
        web: environment([streamed, inVpc]),
        api: environment([streamed, inVpc, kind("LoadBalancerType", "application"), { ...https, value: "HTTP" }]),
        old: environment([streamed, inVpc, setting("aws:elb:loadbalancer", "LoadBalancerHTTPSPort", "OFF")]),
      },
      says: {
        web: "settings have no HTTPS listener; add Protocol and SSLCertificateArns of aws:elbv2:listener:443",
        api: "settings have no HTTPS listener",
        old: "settings have no HTTPS listener",
      },
      beyondRemedy: ["web", "api", "old"],
    },
    {
      title: "an environment that undoes what its template says",
      resources: {
        common: template(streamed, inVpc, https),
        web: environment([{ ...streamed, value: "false" }], { templateName: ref("common", "name") }),
      },
      says: { web: "settings keep no logs" },
    },
    {
      title: "an environment that says no more than its template",
      resources: { common: template(streamed, inVpc), web: environment(undefined, { templateName: ref("common") }) },
      says: { web: "settings have no HTTPS listener" },
      beyondRemedy: ["web"],
    },
  ],
  allowed: [
    {
      title: "logs in CloudWatch or in S3, and HTTPS on each kind of load balancer",
      resources: {
        web: environment([streamed, inVpc, https]),
        api: environment([published, inVpc, setting("aws:elb:listener:443", "ListenerProtocol", "SSL")]),
        old: environment([published, inVpc, setting("aws:elb:loadbalancer", "LoadBalancerHTTPSPort", "443")]),
        variable: environment([
          ...[streamed, inVpc, https],
          { namespace: "aws:elasticbeanstalk:application:environment", name: UNKNOWN, value: "x" },
        ]),
      },
    },
    {
      title: "environments whose load balancer cannot serve HTTPS, is shared, or is not there",
      resources: {
        jobs: environment([streamed, inVpc], { tier: "Worker" }),
        one: environment([streamed, inVpc, kind("EnvironmentType", "SingleInstance")]),
        tcp: environment([streamed, inVpc, kind("LoadBalancerType", "network")]),
        shared: environment([streamed, inVpc, setting("aws:elbv2:loadbalancer", "SharedLoadBalancer", "arn:lb")]),
      },
    },
    {
      title: "an environment that takes the rest from a template of the stack",
      resources: {
        common: template({ ...streamed, value: "false" }, inVpc),
        web: environment([streamed, https], { templateName: ref("common", "name") }),
      },
    },
    { title: "a template, which runs nothing", resources: { common: template() } },
  ],
  undecided: [
    {
      title: "settings, or values of them, that are not known",
      resources: {
        web: environment(UNKNOWN),
        logs: environment([{ ...streamed, value: UNKNOWN }, inVpc, https]),
        network: environment([streamed, { ...inVpc, value: UNKNOWN }, https]),
        listener: environment([streamed, inVpc, { ...https, value: UNKNOWN }]),
        named: environment([streamed, inVpc, { ...https, name: UNKNOWN }]),
        tier: environment([streamed, inVpc], { tier: UNKNOWN }),
      },
      says: {
        web: "whether settings keep logs",
        logs: "whether settings keep logs",
        network: "the VPCId of its settings",
        listener: "whether settings have an HTTPS listener",
        named: "whether settings have an HTTPS listener",
        tier: "whether settings have an HTTPS listener",
      },
    },
    {
      title: "a template that is not in the stack",
      resources: { web: environment([streamed, inVpc], { templateName: "golden" }) },
      says: { web: 'the configuration template "golden", which this stack does not define,' },
    },
  ],
};
