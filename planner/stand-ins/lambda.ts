import { markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** The name of the function that an input names, also by an ARN with or without a version. */
function functionNameIn({ inputs }: Words, property = "functionName"): string {
  return text(inputs[property])
    .replace(/^.*:function:/, "")
    .replace(/:.*$/, "");
}

/** A function, or a version or alias of it. */
function functionArn({ arn }: Words, name: string, qualifier?: string): string {
  return arn("lambda", `function:${name}${qualifier === undefined ? "" : `:${qualifier}`}`);
}

/** How API Gateway calls a function: https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html */
function invocation({ partition, region }: Words, arn: string, version = "2015-03-31", path = "invocations"): string {
  return `arn:${partition}:apigateway:${region}:lambda:path/${version}/functions/${arn}/${path}`;
}

/** The version or alias that an input names. */
function qualifierIn({ inputs }: Words): string | undefined {
  return "qualifier" in inputs ? text(inputs.qualifier) : undefined;
}

/** What belongs to a function, or to one version or alias of it, has their names as its id. */
function ofFunction(separator: string, otherwise?: string): Maker {
  return (words) => {
    const qualifier = qualifierIn(words) ?? otherwise;
    return { id: [functionNameIn(words), ...(qualifier === undefined ? [] : [qualifier])].join(separator) };
  };
}

/** Stand-ins of Lambda. */
export const lambda: Readonly<Record<string, Maker>> = {
  "aws:lambda/function:Function": (words) => {
    const name = words.named("name", 64);
    const arn = functionArn(words, name);
    const version = words.inputs.publish === true ? "1" : "$LATEST";
    return {
      id: name,
      name,
      arn,
      invokeArn: invocation(words, arn),
      responseStreamingInvokeArn: invocation(words, arn, "2021-11-15", "response-streaming-invocations"),
      version,
      qualifiedArn: `${arn}:${version}`,
      qualifiedInvokeArn: invocation(words, `${arn}:${version}`),
    };
  },
  "aws:lambda/alias:Alias": (words) => {
    const name = words.named();
    const arn = functionArn(words, functionNameIn(words), name);
    return { id: arn, name, arn, invokeArn: invocation(words, arn) };
  },
  "aws:lambda/functionUrl:FunctionUrl": (words) => {
    const urlId = words.hex(32);
    return {
      ...ofFunction("/")(words),
      urlId,
      functionArn: functionArn(words, functionNameIn(words), qualifierIn(words)),
      functionUrl: `https://${urlId}.lambda-url.${words.region}.on.aws/`,
    };
  },
  "aws:lambda/permission:Permission": ({ named }) => {
    const statementId = named("statementId", 100);
    return { id: statementId, statementId };
  },
  "aws:lambda/eventSourceMapping:EventSourceMapping": (words) => {
    const uuid = markedUuid(words.hex(64));
    const arn = words.arn("lambda", `event-source-mapping:${uuid}`);
    return { id: uuid, uuid, arn, functionArn: functionArn(words, functionNameIn(words)), state: "Enabled" };
  },
  "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": ofFunction(":"),
  "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig": ofFunction(","),
  "aws:lambda/functionScalingConfig:FunctionScalingConfig": ofFunction(","),
  "aws:lambda/runtimeManagementConfig:RuntimeManagementConfig": ofFunction(",", "$LATEST"),
  "aws:lambda/functionRecursionConfig:FunctionRecursionConfig": (words) => ({ id: functionNameIn(words) }),
  "aws:lambda/layerVersion:LayerVersion": ({ inputs, arn }) => {
    const layerArn = arn("lambda", `layer:${text(inputs.layerName)}`);
    return { id: `${layerArn}:1`, arn: `${layerArn}:1`, layerArn, version: "1" };
  },
  "aws:lambda/layerVersionPermission:LayerVersionPermission": ({ inputs }) => ({
    id: `${text(inputs.layerName)},${inputs.versionNumber ?? text(undefined)}`,
  }),
  "aws:lambda/codeSigningConfig:CodeSigningConfig": ({ id, arn }) => {
    const configId = id("csc");
    const own = arn("lambda", `code-signing-config:${configId}`);
    return { id: own, arn: own, configId };
  },
  "aws:lambda/capacityProvider:CapacityProvider": ({ named, arn }) => {
    const name = named();
    return { id: name, name, arn: arn("lambda", `capacity-provider:${name}`) };
  },
};
