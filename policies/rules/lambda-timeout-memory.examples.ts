import { type Examples, ref } from "../examples";

const of = (props: object = {}) => ({
  type: "aws:lambda/function:Function",
  props: { runtime: "nodejs24.x", timeout: 10, memorySize: 256, ...props },
});
const http = (integrationUri: unknown, props: object = {}) => ({
  type: "aws:apigatewayv2/integration:Integration",
  props: { apiId: "a1", integrationType: "AWS_PROXY", integrationUri, ...props },
});
const rest = (uri: unknown, props: object = {}) => ({
  type: "aws:apigateway/integration:Integration",
  props: { restApi: "a1", resourceId: "x1", httpMethod: "GET", type: "AWS_PROXY", uri, ...props },
});
const queue = (props: object = {}) => ({ type: "aws:sqs/queue:Queue", props: { ...props } });
const mapping = (eventSourceArn: unknown, functionName: unknown) => ({
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  props: { eventSourceArn, functionName },
});

export const examples: Examples = {
  denied: [
    {
      title: "functions that state neither time nor memory",
      resources: { bare: of({ timeout: undefined, memorySize: undefined }) },
      says: {
        bare: [
          "timeout is not set, so Lambda stops it after 3 seconds; state it",
          "memorySize is not set, so it has 128 MB; state it",
        ],
      },
    },
    {
      title: "functions that may take longer than an API waits",
      resources: {
        slow: of({ timeout: 60 }),
        api: http(ref("slow", "invokeArn")),
        again: http(ref("slow", "invokeArn"), { timeoutMilliseconds: 30000 }),
        half: of({ timeout: "20" }),
        alias: { type: "aws:lambda/alias:Alias", props: { functionName: ref("half", "name") } },
        short: rest(ref("alias", "invokeArn"), { timeoutMilliseconds: 15000 }),
      },
      says: {
        slow: 'timeout is 60 seconds, but API integration "api" waits 30; shorten it, or hand the work to a queue',
        half: 'timeout is 20 seconds, but API integration "short" waits 15',
      },
    },
    {
      title: "queues that hand out a message again too soon",
      resources: {
        work: of({ timeout: 20 }),
        orders: queue(),
        read: mapping(ref("orders", "arn"), ref("work", "name")),
        mail: queue({ visibilityTimeoutSeconds: "60" }),
        send: mapping(ref("mail", "arn"), ref("work", "arn")),
      },
      says: {
        orders: 'visibilityTimeoutSeconds is 30, less than six times the timeout of "work"; set it to 120',
        mail: "visibilityTimeoutSeconds is 60",
      },
    },
  ],
  allowed: [
    {
      title: "functions that fit what calls them",
      resources: {
        quick: of(),
        api: http(ref("quick", "invokeArn")),
        rest: rest(ref("quick", "invokeArn")),
        orders: queue({ visibilityTimeoutSeconds: 60 }),
        read: mapping(ref("orders", "arn"), ref("quick", "name")),
      },
    },
    {
      title: "a long function that an API hands its work to, and one of another stack",
      resources: {
        slow: of({ timeout: 900 }),
        api: rest(ref("slow", "invokeArn"), {
          requestParameters: { "integration.request.header.X-Amz-Invocation-Type": "'Event'" },
        }),
        other: http("arn:aws:lambda:eu-west-1:111122223333:function:other"),
        elsewhere: mapping("arn:aws:sqs:eu-west-1:111122223333:other", "other"),
      },
    },
  ],
  undecided: [
    {
      title: "times that are not known",
      resources: {
        table: { type: "aws:dynamodb/table:Table", props: {} },
        later: of({ timeout: ref("table", "readCapacity") }),
        api: http(ref("later", "invokeArn")),
        quick: of(),
        wait: http(ref("quick", "invokeArn"), { timeoutMilliseconds: ref("table", "readCapacity") }),
        orders: queue({ visibilityTimeoutSeconds: ref("table", "readCapacity") }),
        read: mapping(ref("orders", "arn"), ref("quick", "name")),
      },
      says: {
        later: "timeout is not known yet",
        quick: "timeoutMilliseconds of wait is not known yet",
        orders: "visibilityTimeoutSeconds is not known yet",
      },
    },
  ],
};
