import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * A function as its callers see it: a version of it, by an alias. A `LambdaFunction` serves, and a plain object with
 * the names of one that is already there.
 */
export interface FunctionRef {
  /** The function's name. */
  readonly functionName: pulumi.Input<string>;
  /** The alias that callers use. */
  readonly aliasName: pulumi.Input<string>;
  /** The ARN of that alias. */
  readonly aliasArn: pulumi.Input<string>;
}

/**
 * How API Gateway names a call of a function, which may answer at once or as a stream.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export function invokeUri(aliasArn: pulumi.Input<string>, answer: "whole" | "stream" = "whole"): pulumi.Output<string> {
  const [date, call] =
    answer === "whole" ? ["2015-03-31", "invocations"] : ["2021-11-15", "response-streaming-invocations"];
  return pulumi.output(aliasArn).apply((arn) => {
    const [, partition, , region] = arn.split(":");
    return `arn:${partition}:apigateway:${region}:lambda:path/${date}/functions/${arn}/${call}`;
  });
}

/** Lets an API call a function, from the routes that `sourceArn` names and from nowhere else. */
export function allowApi(
  name: string,
  { functionName, aliasName }: FunctionRef,
  sourceArn: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.lambda.Permission {
  return new aws.lambda.Permission(
    name,
    {
      action: "lambda:InvokeFunction",
      function: functionName,
      qualifier: aliasName,
      principal: "apigateway.amazonaws.com",
      sourceArn,
    },
    { parent },
  );
}
