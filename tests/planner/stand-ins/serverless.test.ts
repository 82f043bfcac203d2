import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { record } from "../../../planner/record";

const uuid = "0ff11e[0-9a-f]{2}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}";
const functionArn = "arn:aws:lambda:eu-west-1:123456789012:function:api";
const role = "arn:aws:iam::123456789012:role/api";
const invoke = (arn: string) => `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

describe("stand-ins of Lambda", () => {
  it("give functions, aliases and URLs the addresses by which they are called", async () => {
    const plan = await record(() => {
      const made = new aws.lambda.Function("api", { name: "api", role, publish: true });
      const alias = new aws.lambda.Alias("live", {
        name: "live",
        functionName: made.arn,
        functionVersion: made.version,
      });
      new aws.lambda.FunctionUrl("url", {
        functionName: made.name,
        qualifier: alias.name,
        authorizationType: "AWS_IAM",
      });
      new aws.lambda.Permission("call", {
        ...{ statementId: "call", action: "lambda:InvokeFunction" },
        function: made,
        principal: "x",
      });
      new aws.lambda.ProvisionedConcurrencyConfig("warm", {
        ...{ functionName: alias.functionName, qualifier: alias.name, provisionedConcurrentExecutions: 1 },
      });
    });
    const { invokeArn, qualifiedArn, responseStreamingInvokeArn, version } = plan.get("api").outputs;
    assert.deepEqual([version, qualifiedArn, invokeArn], ["1", `${functionArn}:1`, invoke(functionArn)]);
    assert.equal(
      responseStreamingInvokeArn,
      `arn:aws:apigateway:eu-west-1:lambda:path/2021-11-15/functions/${functionArn}/response-streaming-invocations`,
    );
    assert.deepEqual(
      [plan.get("live").id, plan.get("live").outputs.invokeArn],
      [`${functionArn}:live`, invoke(`${functionArn}:live`)],
    );
    assert.deepEqual([plan.get("url").id, plan.get("url").outputs.functionArn], ["api/live", `${functionArn}:live`]);
    assert.match(
      String(plan.get("url").outputs.functionUrl),
      /^https:\/\/0ff11e[0-9a-f]{26}\.lambda-url\.eu-west-1\.on\.aws\/$/,
    );
    assert.equal(plan.get("call").id, "call");
    assert.equal(plan.get("warm").id, "api,live");
  });

  it("leave an unpublished function at its latest version, and number a layer", async () => {
    const plan = await record(() => {
      new aws.lambda.Function("api", { name: "api", role });
      new aws.lambda.LayerVersion("tools", { layerName: "tools" });
    });
    assert.equal(plan.get("api").outputs.qualifiedArn, `${functionArn}:$LATEST`);
    assert.equal(plan.get("tools").outputs.arn, "arn:aws:lambda:eu-west-1:123456789012:layer:tools:1");
  });
});

describe("stand-ins of API Gateway", () => {
  it("give an HTTP API and its stages the hosts and ARNs of AWS's form", async () => {
    const plan = await record(() => {
      const api = new aws.apigatewayv2.Api("shop", { protocolType: "HTTP" });
      new aws.apigatewayv2.Stage("live", { apiId: api.id, name: "$default", autoDeploy: true });
      new aws.apigatewayv2.Stage("test", { apiId: api.id, name: "test" });
      new aws.apigatewayv2.Api("chat", { protocolType: "WEBSOCKET" });
      return new aws.apigatewayv2.DomainName("domain", {
        domainName: "api.example.com",
        domainNameConfiguration: { ...{ certificateArn: "arn", endpointType: "REGIONAL", securityPolicy: "TLS_1_2" } },
      }).domainNameConfiguration;
    });
    const { id, outputs } = plan.get("shop");
    assert.match(String(id), /^0ff11e[0-9a-f]{4}$/);
    assert.equal(outputs.apiEndpoint, `https://${id}.execute-api.eu-west-1.amazonaws.com`);
    assert.equal(outputs.executionArn, `arn:aws:execute-api:eu-west-1:123456789012:${id}`);
    assert.equal(outputs.arn, `arn:aws:apigateway:eu-west-1::/apis/${id}`);
    assert.equal(plan.get("live").outputs.invokeUrl, `${outputs.apiEndpoint}/`);
    assert.equal(plan.get("test").outputs.invokeUrl, `${outputs.apiEndpoint}/test`);
    assert.equal(plan.get("test").outputs.executionArn, `${outputs.executionArn}/test`);
    assert.match(String(plan.get("chat").outputs.apiEndpoint), /^wss:\/\//);
    const { targetDomainName, hostedZoneId, endpointType } = plan.outputs;
    assert.match(String(targetDomainName), /^d-0ff11e[0-9a-f]{4}\.execute-api\.eu-west-1\.amazonaws\.com$/);
    assert.match(String(hostedZoneId), /^Z0FF11E[0-9A-F]{7}$/);
    assert.equal(endpointType, "REGIONAL");
  });

  it("name the parts of a REST API by their places, also when they are given the API itself", async () => {
    const plan = await record(() => {
      const api = new aws.apigateway.RestApi("shop");
      const root = { restApi: api, resourceId: api.rootResourceId, httpMethod: "GET" };
      new aws.apigateway.Method("get", { ...root, authorization: "AWS_IAM" });
      const deployment = new aws.apigateway.Deployment("one", { restApi: api.id });
      new aws.apigateway.Stage("live", { restApi: api.id, deployment: deployment.id, stageName: "live" });
      new aws.apigateway.BasePathMapping("root", { restApi: api.id, domainName: "api.example.com" });
    });
    const { id, outputs } = plan.get("shop");
    assert.equal(plan.get("get").id, `agm-${id}-${outputs.rootResourceId}-GET`);
    assert.equal(plan.get("live").id, `ags-${id}-live`);
    assert.equal(plan.get("live").outputs.arn, `arn:aws:apigateway:eu-west-1::/restapis/${id}/stages/live`);
    assert.equal(plan.get("live").outputs.invokeUrl, `https://${id}.execute-api.eu-west-1.amazonaws.com/live`);
    assert.equal(plan.get("root").id, "api.example.com/");
  });
});

describe("stand-ins of what stands around services", () => {
  it("give namespaces, file systems and secrets the ids of their services", async () => {
    const plan = await record(() => {
      const space = new aws.servicediscovery.PrivateDnsNamespace("space", { name: "shop.internal", vpc: "vpc-1" });
      new aws.servicediscovery.Service("web", { name: "web", dnsConfig: { namespaceId: space.id, dnsRecords: [] } });
      const files = new aws.efs.FileSystem("files");
      new aws.efs.AccessPoint("point", { fileSystemId: files.id });
      new aws.secretsmanager.Secret("password", { name: "shop/password" });
    });
    assert.match(String(plan.get("space").id), /^ns-0ff11e[0-9a-f]{10}$/);
    assert.match(
      String(plan.get("web").outputs.arn),
      /^arn:aws:servicediscovery:eu-west-1:123456789012:service\/srv-0ff11e/,
    );
    const { id, outputs } = plan.get("files");
    assert.match(String(id), /^fs-0ff11e[0-9a-f]{11}$/);
    assert.equal(outputs.dnsName, `${id}.efs.eu-west-1.amazonaws.com`);
    assert.equal(
      plan.get("point").outputs.fileSystemArn,
      `arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/${id}`,
    );
    assert.match(
      String(plan.get("password").id),
      /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop\/password-0ff11e$/,
    );
  });

  it("name what Application Auto Scaling scales in the ARN of its policy", async () => {
    const plan = await record(() => {
      const scaled = {
        serviceNamespace: "ecs",
        scalableDimension: "ecs:service:DesiredCount",
        resourceId: "service/shop/web",
      };
      new aws.appautoscaling.Target("web", { ...scaled, minCapacity: 2, maxCapacity: 4 });
      new aws.appautoscaling.Policy("cpu", { ...scaled, name: "cpu", policyType: "TargetTrackingScaling" });
    });
    assert.equal(plan.get("web").id, "service/shop/web");
    assert.match(
      String(plan.get("cpu").outputs.arn),
      new RegExp(
        `^arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:${uuid}:resource/ecs/service/shop/web:policyName/cpu$`,
      ),
    );
  });

  it("call after its prefix what states one, and no other", async () => {
    const plan = await record(() => {
      new aws.cloudwatch.LogGroup("logs", { namePrefix: "aws-waf-logs-" });
      new aws.cloudwatch.LogGroup("stated", { name: "mine", namePrefix: "aws-waf-logs-" });
    });
    assert.match(String(plan.get("logs").outputs.name), /^aws-waf-logs-0ff11e[0-9a-f]{20}$/);
    assert.equal(plan.get("stated").outputs.name, "mine");
  });

  it("put a web ACL for CloudFront into us-east-1", async () => {
    const plan = await record(() => {
      const rest = {
        defaultAction: { allow: {} },
        visibilityConfig: { ...{ metricName: "m" }, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
      };
      new aws.wafv2.WebAcl("api", { name: "api", scope: "REGIONAL", ...rest });
      new aws.wafv2.WebAcl("edge", { name: "edge", scope: "CLOUDFRONT", ...rest });
    });
    const arn = (name: string) => String(plan.get(name).outputs.arn);
    assert.match(arn("api"), new RegExp(`^arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/api/${uuid}$`));
    assert.match(arn("edge"), new RegExp(`^arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/${uuid}$`));
  });
});
