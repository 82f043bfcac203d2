import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const permission = (props: object) => ({
  type: "aws:lambda/permission:Permission",
  props: { action: "lambda:InvokeFunction", function: "shop", ...props },
});
const url = (authorizationType: unknown) => ({
  type: "aws:lambda/functionUrl:FunctionUrl",
  props: { functionName: "shop", authorizationType },
});
const layer = (props: object) => ({
  type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
  props: { action: "lambda:GetLayerVersion", layerName: "base", versionNumber: 1, ...props },
});
const policy = (written: unknown) => ({
  type: "aws:lambda/resourcePolicy:ResourcePolicy",
  props: { resourceArn: "arn:aws:lambda:eu-west-1:111122223333:function:shop", policy: written },
});
const json = (statement: object) =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*", ...statement } });

export const examples: Examples = {
  denied: [
    {
      title: "everyone, in a permission and in a policy",
      resources: {
        bare: permission({ principal: "*" }),
        url: permission({ principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" }),
        any: permission({ principal: "*", sourceArn: "*" }),
        layer: layer({ principal: "*" }),
        policy: policy(json({ Principal: "*" })),
      },
      says: {
        bare: 'principal is "*"; name an account, or set principalOrgId, sourceAccount or sourceArn',
        url: 'principal is "*"',
        any: 'principal is "*"',
        layer: 'principal is "*"; name an account, or set organizationId',
        policy: "Statement[0] of policy lets everyone in; name accounts, roles or services",
      },
    },
    {
      title: "a URL that answers everyone",
      resources: { url: url("NONE") },
      says: { url: 'authorizationType is "NONE"; set it to "AWS_IAM"' },
    },
  ],
  allowed: [
    {
      title: "services and accounts",
      resources: {
        api: permission({ principal: "apigateway.amazonaws.com" }),
        account: permission({ principal: "111122223333" }),
        layer: layer({ principal: "111122223333" }),
        policy: policy(json({ Principal: { AWS: "111122223333" } })),
      },
    },
    {
      title: "everyone of an organisation, an account or a source",
      resources: {
        topic: { type: "aws:sns/topic:Topic", props: {} },
        org: permission({ principal: "*", principalOrgId: "o-0a1b2c3d4e" }),
        account: permission({ principal: "*", sourceAccount: "111122223333" }),
        source: permission({ principal: "*", sourceArn: ref("topic", "arn") }),
        layer: layer({ principal: "*", organizationId: "o-0a1b2c3d4e" }),
      },
    },
    { title: "a URL that asks for a signature", resources: { url: url("AWS_IAM") } },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        permission: permission({ principal: UNKNOWN }),
        url: url(UNKNOWN),
        policy: policy(UNKNOWN),
      },
      says: {
        permission: "principal is not known yet",
        url: "authorizationType is not known yet",
        policy: "policy is not known yet",
      },
    },
  ],
};
