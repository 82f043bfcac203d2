import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** A tag of resources, by which they are told apart. */
export interface DeveloperTag {
  readonly key: string;
  readonly value: string;
}

/**
 * Lets developers operate what bears the tag: start and stop servers and open a shell on them, release and restart
 * containers and functions, read logs. What there is at all is for the pipeline to change. Which actions know the tag of
 * their resource: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function developerPolicy(name: string, tag: DeveloperTag, parent: pulumi.Resource): aws.iam.Policy {
  const { accountId } = aws.getCallerIdentityOutput({}, { parent });
  const { partition } = aws.getPartitionOutput({}, { parent });
  const ofAccount = (service: string, resource: string) =>
    pulumi.interpolate`arn:${partition}:${service}:*:${accountId}:${resource}`;
  const tagged = { StringEquals: { [`aws:ResourceTag/${tag.key}`]: tag.value } };
  const operate = (sid: string, actions: string[], resources: pulumi.Input<string>[]) => ({
    Sid: sid,
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    Condition: tagged,
  });
  return new aws.iam.Policy(
    `${name}-operate`,
    {
      description: `Operates what bears the tag ${tag.key} = ${tag.value}`,
      policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
          operate(
            "Servers",
            [
              "ec2:GetConsoleOutput",
              "ec2:RebootInstances",
              "ec2:StartInstances",
              "ec2:StopInstances",
              "ssm:StartSession",
            ],
            [ofAccount("ec2", "instance/*")],
          ),
          {
            // A session also asks for its document; the check keeps a session from any other document.
            Sid: "Shells",
            Effect: "Allow",
            Action: "ssm:StartSession",
            Resource: [
              ofAccount("ssm", "document/SSM-SessionManagerRunShell"),
              pulumi.interpolate`arn:${partition}:ssm:*::document/AWS-StartPortForwardingSession`,
            ],
            Condition: { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } },
          },
          {
            Sid: "OwnShells",
            Effect: "Allow",
            Action: ["ssm:ResumeSession", "ssm:TerminateSession"],
            // The id of a session begins with the name of who opened it.
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM, not of ours.
            Resource: ofAccount("ssm", "session/${aws:username}-*"),
          },
          operate(
            "Groups",
            ["autoscaling:CancelInstanceRefresh", "autoscaling:SetDesiredCapacity", "autoscaling:StartInstanceRefresh"],
            [ofAccount("autoscaling", "autoScalingGroup:*")],
          ),
          operate(
            "Containers",
            ["ecs:ExecuteCommand", "ecs:StopTask", "ecs:UpdateService"],
            [ofAccount("ecs", "cluster/*"), ofAccount("ecs", "service/*"), ofAccount("ecs", "task/*")],
          ),
          operate(
            "Functions",
            ["lambda:GetFunction", "lambda:InvokeFunction", "lambda:UpdateFunctionCode"],
            [ofAccount("lambda", "function:*")],
          ),
          operate(
            "Images",
            [
              "ecr:BatchCheckLayerAvailability",
              "ecr:BatchGetImage",
              "ecr:CompleteLayerUpload",
              "ecr:GetDownloadUrlForLayer",
              "ecr:InitiateLayerUpload",
              "ecr:PutImage",
              "ecr:UploadLayerPart",
            ],
            [ofAccount("ecr", "repository/*")],
          ),
          operate(
            "Logs",
            ["logs:FilterLogEvents", "logs:GetQueryResults", "logs:StartLiveTail", "logs:StartQuery"],
            [ofAccount("logs", "log-group:*")],
          ),
          {
            // These know no resource: a login to all registries, and the answers to queries that one was let start.
            Sid: "WithoutResource",
            Effect: "Allow",
            Action: ["ecr:GetAuthorizationToken", "logs:StopLiveTail", "logs:StopQuery"],
            Resource: "*",
          },
        ],
      }),
      tags: { Name: `${name}-operate` },
    },
    { parent },
  );
}
