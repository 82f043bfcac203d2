import { type Examples, ref } from "../examples";

const bucket = (props: object = {}, type = "aws:s3/bucket:Bucket") => ({ type, props: { ...props } });
const logging = (of: unknown, targetBucket: unknown, type = "aws:s3/bucketLogging:BucketLogging") => ({
  type,
  props: { bucket: of, targetBucket, targetPrefix: "" },
});
const delivery = (Service: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "s3:PutObject", Resource: "*" }],
  });
const policy = (of: unknown, document: unknown) => ({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  props: { bucket: of, policy: document },
});

export const examples: Examples = {
  denied: [
    {
      title: "buckets without a log of access",
      resources: {
        shop: bucket(),
        old: bucket({}, "aws:s3/bucketV2:BucketV2"),
        read: policy(ref("shop"), delivery("cloudfront.amazonaws.com")),
        other: logging("elsewhere", "logs"),
      },
      says: {
        shop: "it does not log access; add a BucketLogging with a targetBucket",
        old: "it does not log access",
      },
    },
    {
      title: "a bucket whose logs were turned off",
      resources: { shop: bucket({ logging: { targetBucket: "" } }) },
      says: { shop: "it does not log access" },
    },
  ],
  allowed: [
    {
      title: "a bucket that logs access to another, which need not log its own",
      resources: { shop: bucket(), logs: bucket(), log: logging(ref("shop"), ref("logs")) },
    },
    {
      title: "buckets that say so themselves, or with a deprecated twin",
      resources: {
        shop: bucket({ logging: { targetBucket: "logs" } }),
        old: bucket({ loggings: [{ targetBucket: "logs" }] }, "aws:s3/bucketV2:BucketV2"),
        twin: bucket(),
        log: logging(ref("twin"), "logs", "aws:s3/bucketLoggingV2:BucketLoggingV2"),
      },
    },
    {
      title: "buckets for the logs of load balancers, CloudFront and networks",
      resources: {
        web: bucket(),
        lb: { type: "aws:lb/loadBalancer:LoadBalancer", props: { accessLogs: { bucket: ref("web"), enabled: true } } },
        edge: bucket(),
        site: {
          type: "aws:cloudfront/distribution:Distribution",
          props: { loggingConfig: { bucket: ref("edge", "bucketDomainName") } },
        },
        net: bucket(),
        flow: { type: "aws:ec2/flowLog:FlowLog", props: { logDestination: ref("net", "arn"), trafficType: "ALL" } },
      },
    },
    {
      title: "buckets into which AWS delivers logs, by their policy or ACL",
      resources: {
        trail: bucket({ policy: delivery("cloudtrail.amazonaws.com") }),
        shared: bucket(),
        policy: policy(ref("shared"), delivery("delivery.logs.amazonaws.com")),
        old: bucket({ acl: "log-delivery-write" }),
      },
    },
    {
      title: "a directory bucket, which has no access logs",
      resources: { fast: bucket({ bucket: "fast--euw1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket") },
    },
  ],
  undecided: [
    {
      title: "a bucket whose policy is not known and may let AWS deliver logs",
      resources: { shop: bucket(), policy: policy(ref("shop"), ref("shop", "arn")) },
      says: { shop: "its policy, which may let AWS deliver logs, is not known yet" },
    },
    {
      title: "a log of one bucket or another",
      resources: { a: bucket(), b: bucket(), log: logging([ref("a"), ref("b")], "logs") },
      says: { a: "its logging is not known yet", b: "its logging is not known yet" },
    },
  ],
};
