import assert from "node:assert/strict";
import { image, planned, plannedWith, podOf } from "./planned-service";

const document = (value: unknown) => JSON.parse(String(value));
const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db-AbCdEf";
const parameterArn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/flags";
const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

describe("the role of a service on EKS", () => {
  it("is taken by pod identity, and by the service's own account alone", async () => {
    const plan = await planned();
    assert.deepEqual(document(plan.get("shop-pod-role").inputs.assumeRolePolicy).Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/kubernetes-namespace": "shop",
            "aws:RequestTag/kubernetes-service-account": "shop",
          },
        },
      },
    ]);
    assert.deepEqual(plan.get("shop-identity").inputs, {
      clusterName: "shop-eks-dev",
      namespace: "shop",
      serviceAccount: "shop",
      roleArn: plan.get("shop-pod-role").outputs.arn,
      tags: { Name: "shop" },
    });
    assert.equal(podOf(plan).serviceAccountName, "shop");
    assert.deepEqual(
      plan.ofType("aws:iam/rolePolicy:RolePolicy").map(({ name }) => name),
      ["shop-eks-role-secrets"],
    );
  });

  it("may do what the service is permitted, and read its secrets by their ARNs", async () => {
    const policyArn = "arn:aws:iam::123456789012:policy/orders";
    const plan = await plannedWith(
      { secrets: { DB_PASSWORD: { secretArn, key: "password", kmsKeyArn }, FLAGS: { parameterArn } } },
      {
        permissions: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::a/*"] }],
        policyArns: { orders: policyArn },
      },
    );
    assert.deepEqual(document(plan.get("shop-pod-role-policy").inputs.policy).Statement, [
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::a/*"] },
      {
        Effect: "Allow",
        Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        Resource: [secretArn],
      },
      { Effect: "Allow", Action: ["ssm:GetParameters"], Resource: [parameterArn] },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: [kmsKeyArn] },
    ]);
    assert.equal(plan.get("shop-pod-role-orders").inputs.policyArn, policyArn);
  });

  it("is taken with the cluster's own tokens on Fargate, which has no agent of pod identity", async () => {
    const plan = await planned({ compute: { type: "eks", nodes: { type: "fargate" } }, architecture: "x86_64" });
    const [{ Principal, Action, Condition }] = document(plan.get("shop-pod-role").inputs.assumeRolePolicy).Statement;
    const issuer = String(plan.get("shop-eks-oidc").inputs.url).replace("https://", "");
    assert.equal(Action, "sts:AssumeRoleWithWebIdentity");
    assert.deepEqual(Principal, { Federated: plan.get("shop-eks-oidc").outputs.arn });
    assert.deepEqual(Condition.StringEquals, {
      [`${issuer}:sub`]: "system:serviceaccount:shop:shop",
      [`${issuer}:aud`]: "sts.amazonaws.com",
    });
    const { annotations } = Object(plan.get("shop-account").inputs.metadata);
    assert.deepEqual(annotations, { "eks.amazonaws.com/role-arn": plan.get("shop-pod-role").outputs.arn });
    assert.deepEqual(plan.ofType("aws:eks/podIdentityAssociation:PodIdentityAssociation"), []);
  });
});

describe("the secrets of a service on EKS", () => {
  it("are fetched by each pod with its own role", async () => {
    const plan = await planned({
      containers: {
        web: { image, port: 8080, secrets: { DB_PASSWORD: { secretArn, key: "password" }, TOKEN: { secretArn } } },
        agent: { image, secrets: { FLAGS: { parameterArn } } },
      },
    });
    const { provider, parameters, secretObjects } = Object(plan.get("shop-secrets").inputs.spec);
    assert.equal(provider, "aws");
    assert.deepEqual([parameters.region, parameters.usePodIdentity], ["eu-west-1", "true"]);
    assert.deepEqual(document(parameters.objects), [
      {
        objectName: secretArn,
        objectAlias: "web.DB_PASSWORD.whole",
        jmesPath: [{ path: '"password"', objectAlias: "web.DB_PASSWORD" }],
      },
      { objectName: secretArn, objectAlias: "web.TOKEN" },
      { objectName: "/shop/flags", objectType: "ssmparameter", objectAlias: "agent.FLAGS" },
    ]);
    assert.deepEqual(
      secretObjects[0].data.map(({ key }: { key: string }) => key),
      ["web.DB_PASSWORD", "web.TOKEN", "agent.FLAGS"],
    );
  });

  it("reach containers as variables, once their volume has been mounted", async () => {
    const pod = podOf(await plannedWith({ secrets: { TOKEN: { secretArn } } }));
    assert.deepEqual(pod.containers[0].env, [
      { name: "TOKEN", valueFrom: { secretKeyRef: { name: "shop", key: "web.TOKEN" } } },
    ]);
    assert.deepEqual(pod.containers[0].volumeMounts, [{ name: "secrets", mountPath: "/mnt/secrets", readOnly: true }]);
    assert.deepEqual(pod.volumes, [
      {
        name: "secrets",
        csi: {
          driver: "secrets-store.csi.k8s.io",
          readOnly: true,
          volumeAttributes: { secretProviderClass: "shop" },
        },
      },
    ]);
  });

  it("need no driver's objects where there are none", async () => {
    const plan = await planned();
    assert.deepEqual(plan.names("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass"), []);
    assert.deepEqual(podOf(plan).volumes, []);
  });
});
