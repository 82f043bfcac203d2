import { optionChanges, required } from "../facts/beanstalk-requirements";
import {
  type BeanstalkOption,
  beanstalkSettings,
  environmentType,
  inheritingEnvironments,
  inheritsOptions,
  statedOption,
} from "../facts/beanstalk-settings";
import { at, UNKNOWN, type Unknown } from "../facts/value";
import { rule, type Verdicts } from "../rule";

const streamLogs = required("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", "true");
const publishLogs = { namespace: "aws:elasticbeanstalk:hostmanager", name: "LogPublicationControl" };
const vpc = { namespace: "aws:ec2:vpc", name: "VPCId" };
const environmentNamespace = "aws:elasticbeanstalk:environment";

export const beanstalkLogs = rule({
  name: "beanstalk-logs",
  displayName: "Beanstalk keeps logs, in a VPC of its own, and serves HTTPS",
  description:
    "An Elastic Beanstalk environment sends its logs to CloudWatch or S3 and names its VPC, and its load balancer listens with HTTPS.",
  why: "Logs that stay on an instance are gone with it, plain HTTP can be read on its way, and an environment without a VPC lands in the default one.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticbeanstalk-controls.html#elasticbeanstalk-3",
  remediationSteps:
    'Set StreamLogs of aws:elasticbeanstalk:cloudwatch:logs to "true", VPCId of aws:ec2:vpc to a VPC, and Protocol of aws:elbv2:listener:443 to "HTTPS" with SSLCertificateArns.',
  controls: { fsbp: ["ElasticBeanstalk.3"] },
  types: [environmentType],
  resource({ resource, deny, undecided }) {
    if (!inheritsOptions(resource)) judge(resource.props, { deny, undecided });
  },
  stack({ stack, on }) {
    for (const { environment, props, origin } of inheritingEnvironments(stack)) judge(props, on(environment), origin);
  },
  remediate(resource) {
    return keepsLogs(resource.props) === false ? optionChanges(resource, [streamLogs]) : [];
  },
});

/** @param origin where more settings come from that the stack does not define */
function judge(props: unknown, { deny, undecided }: Verdicts, origin?: string): void {
  const check = (met: boolean | Unknown, property: string, finding: string) => {
    if (met === UNKNOWN) undecided(property);
    else if (!met && origin) undecided(origin);
    else if (!met) deny(finding);
  };
  check(
    keepsLogs(props),
    "whether settings keep logs",
    `settings keep no logs; add by namespace, name and value: ${streamLogs.namespace} ${streamLogs.name} "true"`,
  );
  check(
    says(props, vpc, /\S/),
    "the VPCId of its settings",
    `settings name no VPC, which leaves it in the default one; add ${vpc.name} of ${vpc.namespace}`,
  );
  check(
    servesHttps(props),
    "whether settings have an HTTPS listener",
    "settings have no HTTPS listener; add Protocol and SSLCertificateArns of aws:elbv2:listener:443",
  );
}

function keepsLogs(props: unknown): boolean | Unknown {
  return either(says(props, streamLogs, /^true$/i), says(props, publishLogs, /^true$/i));
}

/** True also of an environment whose load balancer cannot, is not its own, or is not there. */
function servesHttps(props: unknown): boolean | Unknown {
  const settings = beanstalkSettings(props);
  if (settings === UNKNOWN) return UNKNOWN;
  const listeners = settings.map(({ namespace = "", name, value }): boolean | Unknown => {
    const option = secureListeners
      .filter((listener) => namespace === UNKNOWN || listener.namespace.test(namespace))
      .find((listener) => name === UNKNOWN || listener.name === name);
    if (!option) return false;
    return namespace === UNKNOWN || name === UNKNOWN ? UNKNOWN : matches(value, option.value);
  });
  const tier = at(props, "tier");
  const reasons: (boolean | Unknown)[] = [
    tier === UNKNOWN ? UNKNOWN : tier === "Worker",
    says(props, { namespace: environmentNamespace, name: "EnvironmentType" }, /^SingleInstance$/i),
    says(props, { namespace: environmentNamespace, name: "LoadBalancerType" }, /^network$/i),
    says(props, { namespace: "aws:elbv2:loadbalancer", name: "SharedLoadBalancer" }, /\S/),
    ...listeners,
  ];
  return reasons.reduce(either, false);
}

/** The options by which a listener is a secure one: of an Application and, old and older, of a Classic Load Balancer. */
const secureListeners: readonly { readonly name: string; readonly namespace: RegExp; readonly value: RegExp }[] = [
  { name: "Protocol", namespace: /^aws:elbv2:listener:/, value: /^HTTPS$/i },
  { name: "ListenerProtocol", namespace: /^aws:elb:listener(:|$)/, value: /^(HTTPS|SSL)$/i },
  { name: "LoadBalancerHTTPSPort", namespace: /^aws:elb:loadbalancer$/, value: /^\d+$/ },
];

/** Whether an option is stated with a value of a form, and with no other. */
function says(props: unknown, option: BeanstalkOption, form: RegExp): boolean | Unknown {
  const { settings, doubt } = statedOption(props, option);
  const found = settings.map(({ value }) => matches(value, form));
  if (found.includes(false)) return false;
  if (doubt || found.includes(UNKNOWN)) return UNKNOWN;
  return found.length > 0;
}

function matches(value: string | Unknown | undefined, form: RegExp): boolean | Unknown {
  return value === UNKNOWN ? UNKNOWN : form.test((value ?? "").trim());
}

function either(a: boolean | Unknown, b: boolean | Unknown): boolean | Unknown {
  if (a === true || b === true) return true;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : false;
}
