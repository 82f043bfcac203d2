import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const statement = (more: Record<string, unknown> = {}) => ({
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
  ...more,
});
const policy = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const endpoint = (props: Record<string, unknown> = {}) => ({
  type: "aws:ec2/vpcEndpoint:VpcEndpoint",
  props: { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.s3", ...props },
});
const separate = (props: Record<string, unknown>) => ({
  type: "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  props: { vpcEndpointId: ref("s3"), ...props },
});
const organisation = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };
const wide =
  "policy allows everyone everything in Statement[0]; name principals, actions or resources, or add a condition";

export const examples: Examples = {
  denied: [
    {
      title: "a policy that allows everyone everything, in any spelling",
      resources: {
        s3: endpoint({ policy: policy(statement()) }),
        a: endpoint({
          policy: policy(statement({ Principal: { AWS: ["*"] }, Action: ["s3:*"], Resource: ["arn:aws:s3:::*"] })),
        }),
        b: endpoint({ policy: policy(statement({ Action: undefined, NotAction: "s3:DeleteBucket" })) }),
        c: endpoint({ policy: policy(statement({ Condition: { Bool: { "aws:SecureTransport": "true" } } })) }),
      },
      says: { s3: wide, a: wide, b: wide, c: wide },
    },
    {
      title: "a policy that is a resource of its own",
      resources: {
        s3: endpoint(),
        wide: separate({ policy: policy(statement({ Effect: "Deny", Action: "s3:DeleteBucket" }), statement()) }),
      },
      says: { wide: "policy allows everyone everything in Statement[1]" },
    },
    {
      title: "endpoints without a policy, which AWS opens wide",
      resources: {
        s3: endpoint(),
        logs: endpoint({ vpcEndpointType: "Interface", serviceName: "com.amazonaws.eu-west-1.logs" }),
        other: endpoint({ policy: policy(statement({ Condition: organisation })) }),
        empty: separate({ vpcEndpointId: ref("other") }),
      },
      says: {
        s3: "policy is not set, and then everything is allowed; name principals, actions or resources, or add a condition",
        logs: "policy is not set",
        empty: "policy is not set",
      },
    },
  ],
  allowed: [
    {
      title: "a policy that names principals, actions or resources, or has a condition",
      resources: {
        a: endpoint({ policy: policy(statement({ Principal: { AWS: "arn:aws:iam::123456789012:root" } })) }),
        b: endpoint({ policy: policy(statement({ Action: ["s3:GetObject", "s3:PutObject"] })) }),
        c: endpoint({ policy: policy(statement({ Resource: "arn:aws:s3:::shop/*" })) }),
        d: endpoint({ policy: policy(statement({ Condition: organisation })) }),
        e: endpoint({ policy: policy(statement({ Condition: { StringEquals: { "aws:ResourceAccount": "1" } } })) }),
      },
    },
    {
      title: "a policy that allows everything and denies everyone from elsewhere",
      resources: {
        s3: endpoint({
          policy: policy(
            statement(),
            statement({ Effect: "Deny", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } }),
          ),
        }),
      },
    },
    {
      title: "an endpoint whose policy is a resource of its own",
      resources: { s3: endpoint(), narrow: separate({ policy: policy(statement({ Condition: organisation })) }) },
    },
    {
      title: "endpoints that take no policy",
      resources: {
        firewall: endpoint({
          vpcEndpointType: "GatewayLoadBalancer",
          serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
        }),
        partner: endpoint({ vpcEndpointType: "Interface", serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-2" }),
        lattice: endpoint({ vpcEndpointType: "ServiceNetwork", serviceName: undefined, serviceNetworkArn: "arn" }),
      },
    },
  ],
  undecided: [
    {
      title: "a policy that is not known, or not in all of its parts",
      resources: {
        a: separate({ policy: UNKNOWN }),
        b: separate({ policy: { Statement: [statement({ Resource: UNKNOWN })] } }),
        c: separate({ policy: { Statement: [statement({ Condition: UNKNOWN })] } }),
        s3: endpoint({ policy: policy(statement({ Condition: organisation })) }),
      },
      says: { a: "policy is not known yet", b: "policy is not known yet", c: "policy is not known yet" },
    },
    {
      title: "an endpoint for a service that is not known",
      resources: { some: endpoint({ vpcEndpointType: "Interface", serviceName: UNKNOWN }) },
      says: { some: "whether its service takes a policy is not known yet" },
    },
  ],
};
