import type { Iso8601Duration, LogRetentionDays, SpotAllocation, TriggerMetric, TriggerUnit } from "./option-values";

/**
 * What each namespace of Elastic Beanstalk holds: option names, and the values that they take.
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html, and of the platforms
 * https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-specific.html
 *
 * Left out are classic load balancers and databases inside an environment, which are not built here; scheduled actions,
 * which have names of their own; and what AWS calls obsolete.
 */
export interface OptionNamespaces {
  "aws:autoscaling:asg": {
    "Availability Zones": "Any" | "Any 1" | "Any 2" | "Any 3";
    /** Seconds. */
    Cooldown: number;
    "Custom Availability Zones": string;
    EnableCapacityRebalancing: boolean;
    MinSize: number;
    MaxSize: number;
  };
  "aws:autoscaling:launchconfiguration": {
    DisableDefaultEC2SecurityGroup: boolean;
    DisableIMDSv1: boolean;
    EC2KeyName: string;
    /** The name: AWS gives a name back for an ARN too. */
    IamInstanceProfile: string;
    ImageId: string;
    LaunchTemplateTagPropagationEnabled: boolean;
    MonitoringInterval: "1 minute" | "5 minute";
    SecurityGroups: string;
    SSHSourceRestriction: string;
    BlockDeviceMappings: string;
    RootVolumeType: "standard" | "gp2" | "gp3" | "io1";
    /** GB. */
    RootVolumeSize: number;
    RootVolumeIOPS: number;
    /** MiB a second. */
    RootVolumeThroughput: number;
  };
  "aws:autoscaling:trigger": {
    /** Minutes: Period times EvaluationPeriods. */
    BreachDuration: number;
    LowerBreachScaleIncrement: number;
    LowerThreshold: number;
    MeasureName: TriggerMetric;
    /** Minutes. */
    Period: number;
    EvaluationPeriods: number;
    Statistic: "Minimum" | "Maximum" | "Sum" | "Average";
    Unit: TriggerUnit;
    UpperBreachScaleIncrement: number;
    UpperThreshold: number;
  };
  "aws:autoscaling:updatepolicy:rollingupdate": {
    MaxBatchSize: number;
    MinInstancesInService: number;
    RollingUpdateEnabled: boolean;
    RollingUpdateType: "Time" | "Health" | "Immutable";
    /** An ISO 8601 duration, PT0S to PT1H. */
    PauseTime: Iso8601Duration;
    /** An ISO 8601 duration, PT5M to PT1H. */
    Timeout: Iso8601Duration;
  };
  "aws:ec2:instances": {
    EnableSpot: boolean;
    InstanceTypes: string;
    SpotAllocationStrategy: SpotAllocation;
    SpotFleetOnDemandBase: number;
    SpotFleetOnDemandAboveBasePercentage: number;
    /** Dollars an hour. */
    SpotMaxPrice: number;
    SupportedArchitectures: "arm64" | "x86_64" | "i386";
  };
  "aws:ec2:vpc": {
    VPCId: string;
    Subnets: string;
    ELBSubnets: string;
    ELBScheme: "public" | "internal";
    AssociatePublicIpAddress: boolean;
  };
  "aws:elasticbeanstalk:application": { "Application Healthcheck URL": string };
  /** Environment variables. */
  "aws:elasticbeanstalk:application:environment": { [variable: string]: string };
  /** Environment variables that hold what an ARN of Secrets Manager or Parameter Store names. */
  "aws:elasticbeanstalk:application:environmentsecrets": { [variable: string]: string };
  "aws:elasticbeanstalk:cloudwatch:logs": {
    StreamLogs: boolean;
    DeleteOnTerminate: boolean;
    RetentionInDays: LogRetentionDays;
  };
  "aws:elasticbeanstalk:cloudwatch:logs:health": {
    HealthStreamingEnabled: boolean;
    DeleteOnTerminate: boolean;
    RetentionInDays: LogRetentionDays;
  };
  "aws:elasticbeanstalk:command": {
    DeploymentPolicy: "AllAtOnce" | "Rolling" | "RollingWithAdditionalBatch" | "Immutable" | "TrafficSplitting";
    /** Seconds. */
    Timeout: number;
    BatchSizeType: "Percentage" | "Fixed";
    BatchSize: number;
    IgnoreHealthCheck: boolean;
  };
  "aws:elasticbeanstalk:container:nodejs:staticfiles": { [path: `/${string}`]: string };
  "aws:elasticbeanstalk:container:php:phpini": {
    document_root: string;
    memory_limit: string;
    "zlib.output_compression": "On" | "Off";
    allow_url_fopen: "On" | "Off";
    display_errors: "On" | "Off";
    /** Seconds. */
    max_execution_time: number;
    composer_options: string;
  };
  "aws:elasticbeanstalk:container:python": { WSGIPath: string; NumProcesses: number; NumThreads: number };
  "aws:elasticbeanstalk:container:tomcat:jvmoptions": { [option: string]: string };
  "aws:elasticbeanstalk:environment": {
    EnvironmentType: "SingleInstance" | "LoadBalanced";
    ServiceRole: string;
    LoadBalancerType: "application" | "network";
    LoadBalancerIsShared: boolean;
  };
  "aws:elasticbeanstalk:environment:proxy": { ProxyServer: "nginx" | "apache" | "none"; GzipCompression: boolean };
  "aws:elasticbeanstalk:environment:proxy:staticfiles": { [path: `/${string}`]: string };
  "aws:elasticbeanstalk:healthreporting:system": {
    SystemType: "basic" | "enhanced";
    /** JSON. */
    ConfigDocument: string;
    EnhancedHealthAuthEnabled: boolean;
    HealthCheckSuccessThreshold: "Ok" | "Warning" | "Degraded" | "Severe";
  };
  "aws:elasticbeanstalk:hostmanager": { LogPublicationControl: boolean };
  "aws:elasticbeanstalk:managedactions": {
    ManagedActionsEnabled: boolean;
    /** Day, hour and minute in UTC, e.g. `Sun:03:00`. */
    PreferredStartTime: string;
    ServiceRoleForManagedUpdates: string;
  };
  "aws:elasticbeanstalk:managedactions:platformupdate": {
    UpdateLevel: "patch" | "minor";
    InstanceRefreshEnabled: boolean;
  };
  "aws:elasticbeanstalk:sns:topics": {
    "Notification Endpoint": string;
    "Notification Protocol": "http" | "https" | "email" | "email-json" | "sqs";
    "Notification Topic ARN": string;
    "Notification Topic Name": string;
  };
  "aws:elasticbeanstalk:sqsd": {
    WorkerQueueURL: string;
    HttpPath: string;
    MimeType: string;
    HttpConnections: number;
    /** Seconds. */
    ConnectTimeout: number;
    /** Seconds. */
    InactivityTimeout: number;
    /** Seconds. */
    VisibilityTimeout: number;
    /** Seconds. */
    ErrorVisibilityTimeout: number;
    /** Seconds. */
    RetentionPeriod: number;
    MaxRetries: number;
  };
  "aws:elasticbeanstalk:trafficsplitting": {
    NewVersionPercent: number;
    /** Minutes. */
    EvaluationTime: number;
  };
  "aws:elasticbeanstalk:xray": { XRayEnabled: boolean };
  "aws:elbv2:loadbalancer": {
    AccessLogsS3Bucket: string;
    AccessLogsS3Enabled: boolean;
    AccessLogsS3Prefix: string;
    /** Seconds. */
    IdleTimeout: number;
    IpAddressType: "ipv4" | "dualstack";
    ManagedSecurityGroup: string;
    SecurityGroups: string;
    SharedLoadBalancer: string;
  };
  [listener: `aws:elbv2:listener:${number}`]: ListenerOptions;
  "aws:elbv2:listener:default": ListenerOptions;
  [rule: `aws:elbv2:listenerrule:${string}`]: {
    HostHeaders: string;
    PathPatterns: string;
    Priority: number;
    Process: string;
  };
  [process: `aws:elasticbeanstalk:environment:process:${string}`]: {
    /** Seconds. */
    DeregistrationDelay: number;
    /** Seconds. */
    HealthCheckInterval: number;
    HealthCheckPath: string;
    /** Seconds. */
    HealthCheckTimeout: number;
    HealthyThresholdCount: number;
    MatcherHTTPCode: string;
    Port: number;
    Protocol: "TCP" | "HTTP" | "HTTPS";
    StickinessEnabled: boolean;
    /** Seconds. */
    StickinessLBCookieDuration: number;
    StickinessType: "lb_cookie";
    UnhealthyThresholdCount: number;
  };
}

interface ListenerOptions {
  DefaultProcess: string;
  ListenerEnabled: boolean;
  Protocol: "HTTP" | "HTTPS" | "TCP" | "TLS";
  Rules: string;
  SSLCertificateArns: string;
  SSLPolicy: string;
}
