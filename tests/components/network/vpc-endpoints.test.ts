import assert from "node:assert/strict";
import { Network, type NetworkArgs } from "../../../components/network";
import { record } from "../../../planner/record";

const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

const network = (args: NetworkArgs = {}) =>
  record(
    () => {
      new Network("net", args);
    },
    { environment: "dev" },
  );

describe("the VPC endpoints", () => {
  it("lead every route table to S3 and DynamoDB by default", async () => {
    const plan = await network({ tiers: ["public", "private", "isolated"] });
    assert.deepEqual(plan.names(endpointType), ["net-endpoint-dynamodb", "net-endpoint-s3"]);
    const tables = ["net-public", "net-private-a", "net-private-b", "net-isolated"];
    const { policy, ...inputs } = plan.get("net-endpoint-s3").inputs;
    assert.equal(typeof policy, "string");
    assert.deepEqual(inputs, {
      vpcId: plan.get("net-vpc").id,
      vpcEndpointType: "Gateway",
      serviceName: "com.amazonaws.eu-west-1.s3",
      routeTableIds: tables.map((name) => plan.get(`${name}-routes`).id),
      tags: { Name: "net-endpoint-s3" },
    });
    assert.equal(plan.get("net-endpoint-dynamodb").inputs.serviceName, "com.amazonaws.eu-west-1.dynamodb");
  });

  it("let this account's principals through, and of S3 let everybody read and servers of CloudFormation signal", async () => {
    const plan = await network();
    const statementsOf = (service: string) =>
      JSON.parse(String(plan.get(`net-endpoint-${service}`).inputs.policy)).Statement;
    const own = (service: string) => ({
      Sid: "OwnPrincipals",
      Effect: "Allow",
      Principal: "*",
      Action: `${service}:*`,
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
    });
    assert.deepEqual(statementsOf("dynamodb"), [own("dynamodb")]);
    assert.deepEqual(statementsOf("s3"), [
      own("s3"),
      { Sid: "Reads", Effect: "Allow", Principal: "*", Resource: "*", Action: ["s3:GetObject", "s3:GetObjectVersion"] },
      {
        Sid: "CloudFormationSignals",
        Effect: "Allow",
        Principal: "*",
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::cloudformation-waitcondition-eu-west-1/*",
      },
    ]);
  });

  it("can be left out", async () => {
    assert.deepEqual((await network({ gatewayEndpoints: ["s3"] })).names(endpointType), ["net-endpoint-s3"]);
    assert.deepEqual((await network({ gatewayEndpoints: [] })).names(endpointType), []);
  });

  it("answer under the services' own names in private subnets, to the VPC only", async () => {
    const plan = await network({ interfaceEndpoints: ["ssm"], gatewayEndpoints: [] });
    assert.deepEqual(plan.names(endpointType), ["net-endpoint-ssm", "net-endpoint-ssmmessages"]);
    assert.deepEqual(plan.get("net-endpoint-ssm").inputs, {
      vpcId: plan.get("net-vpc").id,
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.eu-west-1.ssm",
      subnetIds: [plan.get("net-private-a").id, plan.get("net-private-b").id],
      securityGroupIds: [plan.get("net-endpoints").id],
      privateDnsEnabled: true,
      tags: { Name: "net-endpoint-ssm" },
    });
    assert.deepEqual(plan.get("net-endpoints").inputs, {
      vpcId: plan.get("net-vpc").id,
      description: "Interface endpoints: HTTPS from within the VPC",
      revokeRulesOnDelete: true,
      tags: { Name: "net-endpoints" },
    });
    const rules = plan.resources.filter(({ type }) => type.startsWith("aws:vpc/securityGroup"));
    assert.deepEqual(
      rules.map(({ name }) => name),
      ["net-endpoints-in-tcp-443-10.0.0.0/16"],
    );
    assert.deepEqual(plan.get("net-endpoints-in-tcp-443-10.0.0.0/16").inputs, {
      securityGroupId: plan.get("net-endpoints").id,
      description: "HTTPS from within the VPC",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "10.0.0.0/16",
    });
  });

  it("admit the VPC's IPv6 range in a dual-stack network", async () => {
    const plan = await network({ interfaceEndpoints: ["ssm"], ipv6: true });
    const { cidrIpv6 } = plan.get("net-endpoints-in-tcp-443-ipv6").inputs;
    assert.equal(cidrIpv6, plan.get("net-vpc").outputs.ipv6CidrBlock);
  });

  it("are made once for services that presets and names share", async () => {
    const plan = await network({
      gatewayEndpoints: [],
      interfaceEndpoints: ["ecs", "eks", "com.amazonaws.eu-west-1.logs", "com.amazonaws.eu-west-1.kms"],
    });
    const services =
      "ec2 ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks eks-auth elasticloadbalancing kms logs secretsmanager sts";
    assert.deepEqual(
      plan.names(endpointType),
      services.split(" ").map((service) => `net-endpoint-${service}`),
    );
    assert.equal(plan.get("net-endpoint-kms").inputs.serviceName, "com.amazonaws.eu-west-1.kms");
  });

  it("stand in isolated subnets where there are no private ones", async () => {
    const plan = await network({ tiers: ["isolated"], interfaceEndpoints: ["com.amazonaws.eu-west-1.kms"] });
    const ids = [plan.get("net-isolated-a").id, plan.get("net-isolated-b").id];
    assert.deepEqual(plan.get("net-endpoint-kms").inputs.subnetIds, ids);
  });

  it("have the policy and the names that are said, in place of those that a preset gives", async () => {
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    const plan = await network({
      gatewayEndpoints: [],
      interfaceEndpoints: ["ssm", { service: "com.amazonaws.eu-west-1.ssm", policy, privateDns: "none" }],
    });
    assert.deepEqual(plan.names(endpointType), ["net-endpoint-ssm", "net-endpoint-ssmmessages"]);
    const inputs = (name: string) => {
      const { policy: own, privateDnsEnabled } = plan.get(name).inputs;
      return [own, privateDnsEnabled];
    };
    assert.deepEqual(inputs("net-endpoint-ssm"), [policy, false]);
    assert.deepEqual(inputs("net-endpoint-ssmmessages"), [undefined, true]);
  });

  it("give S3 to an office beside the gateway endpoint of the VPC, which is there first", async () => {
    const plan = await network({
      gatewayEndpoints: ["s3"],
      interfaceEndpoints: [{ service: "com.amazonaws.eu-west-1.s3", privateDns: "inboundResolver" }],
    });
    const { privateDnsEnabled, dnsOptions } = plan.get("net-endpoint-s3-interface").inputs;
    const options = { privateDnsOnlyForInboundResolverEndpoint: true };
    assert.deepEqual([privateDnsEnabled, dnsOptions], [true, options]);
    assert.ok(plan.get("net-endpoint-s3-interface").dependencies.includes(plan.get("net-endpoint-s3").urn));
    const hidden = await network({
      interfaceEndpoints: [{ service: "com.amazonaws.eu-west-1.dynamodb", privateDns: "none" }],
    });
    assert.equal(hidden.get("net-endpoint-dynamodb-interface").inputs.privateDnsEnabled, false);
  });
});
