import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const permission = (props: object) => ({
  type: "aws:lambda/permission:Permission",
  props: { action: "lambda:InvokeFunction", function: "shop", ...props },
});
const policy = (...Statement: unknown[]) => ({
  type: "aws:lambda/resourcePolicy:ResourcePolicy",
  props: { policy: JSON.stringify({ Statement }) },
});
const allow = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: "*" };
const Principal = { Service: "events.amazonaws.com" };

export const examples: Examples = {
  denied: [
    {
      title: "services for whoever uses them",
      resources: {
        api: permission({ principal: "apigateway.amazonaws.com" }),
        wide: permission({
          principal: "apigateway.amazonaws.com",
          sourceArn: "arn:aws:execute-api:eu-west-1:*:a1b2c3/*",
        }),
        buckets: permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" }),
        alexa: permission({ principal: "alexa-appkit.amazon.com" }),
      },
      says: {
        api: 'principal is "apigateway.amazonaws.com" for any customer of AWS; set sourceArn or sourceAccount',
        wide: 'principal is "apigateway.amazonaws.com" for any customer of AWS',
        buckets: 'principal is "s3.amazonaws.com" for any customer of AWS',
        alexa: 'principal is "alexa-appkit.amazon.com" for any customer of AWS',
      },
    },
    {
      title: "a service in a policy",
      resources: { policy: policy({ ...allow, Principal }) },
      says: {
        policy:
          "Statement[0] of policy lets in a service for any customer of AWS; test aws:SourceArn or aws:SourceAccount",
      },
    },
  ],
  allowed: [
    {
      title: "services for one resource or account",
      resources: {
        bucket: { type: "aws:s3/bucket:Bucket", props: {} },
        mine: permission({ principal: "s3.amazonaws.com", sourceArn: ref("bucket", "arn") }),
        logs: permission({ principal: "logs.eu-west-1.amazonaws.com", sourceAccount: "111122223333" }),
        api: permission({
          principal: "apigateway.amazonaws.com",
          sourceArn: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/*/GET/orders",
        }),
        alexa: permission({ principal: "alexa-appkit.amazon.com", eventSourceToken: "amzn1.ask.skill.1" }),
        policy: policy({
          ...allow,
          Principal,
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-1:111122223333:rule/nightly" } },
        }),
      },
    },
    {
      title: "accounts, which lambda-not-public is about, and what is denied",
      resources: {
        account: permission({ principal: "111122223333" }),
        everyone: permission({ principal: "*" }),
        never: policy({ ...allow, Effect: "Deny", Principal }),
      },
    },
  ],
  undecided: [
    {
      title: "what is not known",
      resources: {
        permission: permission({ principal: UNKNOWN }),
        policy: { type: "aws:lambda/resourcePolicy:ResourcePolicy", props: { policy: UNKNOWN } },
        condition: {
          type: "aws:lambda/resourcePolicy:ResourcePolicy",
          props: { policy: { Statement: [{ ...allow, Principal, Condition: UNKNOWN }] } },
        },
      },
      says: {
        permission: "principal is not known yet",
        policy: "policy is not known yet",
        condition: "Condition of Statement[0] of policy is not known yet",
      },
    },
  ],
};
