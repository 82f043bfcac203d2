import assert from "node:assert/strict";
import { ImagePipeline } from "../../components/image-pipeline";
import { ServerGroup } from "../../components/server-group";
import { record } from "../../planner/record";
import { ec2Id } from "../../planner/stand-ins/setting";
import { images, refuses } from "./image-pipeline/pipeline";

const network = { vpcId: "vpc-1", publicSubnetIds: ["subnet-1"], privateSubnetIds: ["subnet-3", "subnet-4"] };
const steps = { nginx: { build: ["dnf install -y nginx"] } };

describe("ImagePipeline", () => {
  it("builds by its recipe, where and when it is said, and tests what it built", async () => {
    const plan = await images({ testMinutes: 120, scanning: true });
    assert.deepEqual(plan.get("web-image-pipeline").inputs, {
      description: "Builds the images of web-image",
      imageRecipeArn: plan.get("web-image-recipe").id,
      infrastructureConfigurationArn: plan.get("web-image-infrastructure").id,
      distributionConfigurationArn: plan.get("web-image-distribution").id,
      executionRole: plan.get("web-image-execution").outputs.arn,
      schedule: {
        scheduleExpression: "cron(0 3 ? * SUN *)",
        pipelineExecutionStartCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      },
      imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 120 },
      imageScanningConfiguration: { imageScanningEnabled: true },
      enhancedImageMetadataEnabled: true,
      status: "ENABLED",
      tags: { Name: "web-image" },
    });
    assert.equal((await images()).get("web-image-pipeline").inputs.imageScanningConfiguration, undefined);
  });

  it("writes the newest image's id into a parameter, which begins with the parent's", async () => {
    const plan = await images({ parameterName: "/shop/image" });
    const { inputs, options } = plan.get("web-image-parameter");
    assert.deepEqual(inputs, {
      name: "/shop/image",
      description: "The newest image of the pipeline web-image",
      type: "String",
      dataType: "aws:ec2:image",
      insecureValue: ec2Id("ami", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"),
      tags: { Name: "web-image" },
    });
    assert.deepEqual(options.ignoreChanges, ["insecureValue"]);
    const { Statement } = JSON.parse(String(plan.get("web-image-execution-parameter").inputs.policy));
    assert.deepEqual(Statement[0], {
      Sid: "NewestImage",
      Effect: "Allow",
      Action: "ssm:PutParameter",
      Resource: "arn:aws:ssm:*:123456789012:parameter/shop/image",
    });
  });

  it("may read the parameter that names its parent, and no other", async () => {
    const statements = async (...args: Parameters<typeof images>) => {
      const { policy } = (await images(...args)).get("web-image-execution-parameter").inputs;
      return JSON.parse(String(policy)).Statement.map(({ Sid, Resource }: Record<string, string>) => [Sid, Resource]);
    };
    const prefix = "arn:aws:ssm:*:123456789012:parameter";
    const newest = ["NewestImage", `${prefix}/images/dev/web-image`];
    assert.deepEqual(await statements(), [newest, ["IsImage", "*"]]);
    for (const name of ["base", "/base"]) {
      const parent = { type: "ssmParameter", name, rootDevice: "/dev/xvda" } as const;
      assert.deepEqual(await statements({ parent }), [newest, ["Parent", `${prefix}/base`], ["IsImage", "*"]]);
    }
  });

  it("lets nobody but Image Builder of this account use its roles", async () => {
    const plan = await images();
    for (const name of ["web-image-execution", "web-image-lifecycle-role"]) {
      const { Statement } = JSON.parse(String(plan.get(name).inputs.assumeRolePolicy));
      assert.deepEqual(Statement, [
        {
          Effect: "Allow",
          Principal: { Service: "imagebuilder.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ]);
    }
    const policies = ["execution-builder", "lifecycle-builder"].map(
      (role) => plan.get(`web-image-${role}`).inputs.policyArn,
    );
    assert.deepEqual(policies, [
      "arn:aws:iam::aws:policy/EC2ImageBuilderExecutionPolicy",
      "arn:aws:iam::aws:policy/service-role/EC2ImageBuilderLifecycleExecutionPolicy",
    ]);
  });

  it("is what a group of servers starts from", async () => {
    const plan = await record(
      () => {
        const { machineImage } = new ImagePipeline("web-image", { network, steps });
        const { privateSubnetIds: subnetIds } = network;
        new ServerGroup("workers", { subnetIds, securityGroupIds: ["sg-1"], ami: machineImage });
      },
      { environment: "dev" },
    );
    const template = plan.get("workers-template");
    assert.ok(template.propertyDependencies.imageId?.includes(plan.get("web-image-parameter").urn));
    const [disk] = template.inputs.blockDeviceMappings as { deviceName: string }[];
    assert.equal(disk?.deviceName, "/dev/xvda");
  });

  it("is nothing for servers of another architecture", () =>
    assert.rejects(
      record(() => {
        const { machineImage } = new ImagePipeline("web-image", { network, steps });
        const { privateSubnetIds: subnetIds } = network;
        const instanceTypes = ["t3.micro"];
        new ServerGroup("workers", { subnetIds, securityGroupIds: ["sg-1"], ami: machineImage, instanceTypes });
      }),
      {
        message: 'server group "workers": ami.architecture must be x86_64, which the instance types are, got "arm64"',
      },
    ));

  it("tells what its neighbours need and nothing else", async () => {
    const plan = await images();
    const parameterName = plan.get("web-image-parameter").id;
    assert.deepEqual(plan.get("web-image").outputs, {
      machineImage: { type: "ssmParameter", name: parameterName, rootDevice: "/dev/xvda", architecture: "arm64" },
      parameterName,
      pipelineArn: plan.get("web-image-pipeline").outputs.arn,
    });
  });

  refuses([
    ["testMinutes must be a whole number between 60 and 1440, got 59", { testMinutes: 59 }],
    [
      'parameterName must be a path such as "/images/shop", not under /aws or /ssm, got "/aws/shop"',
      { parameterName: "/aws/shop" },
    ],
    [
      'parameterName must be a path such as "/images/shop", not under /aws or /ssm, got "shop"',
      { parameterName: "shop" },
    ],
  ]);

  it("refuses a name that is none for its bucket", () =>
    assert.rejects(
      record(() => new ImagePipeline("Web", { network, steps })),
      {
        message:
          'image pipeline "Web": name must be at most 41 small letters, digits and dashes, as its log bucket is called after it, got "Web"',
      },
    ));
});
