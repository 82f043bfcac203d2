import type { JsonObject } from "../plan";
import { account } from "./account";
import { apiGateway } from "./api-gateway";
import { autoscaling } from "./autoscaling";
import { awsx } from "./awsx";
import { backup } from "./backup";
import { beanstalk } from "./beanstalk";
import { chat } from "./chat";
import { cloudfront } from "./cloudfront";
import { cost } from "./cost";
import { delivery } from "./delivery";
import { discovery } from "./discovery";
import { dns } from "./dns";
import { ec2 } from "./ec2";
import { ecr } from "./ecr";
import { ecs } from "./ecs";
import { efs } from "./efs";
import { eks } from "./eks";
import { elb } from "./elb";
import { events } from "./events";
import { globalAccelerator } from "./global-accelerator";
import { iam } from "./iam";
import { imagebuilder } from "./imagebuilder";
import { kubernetes } from "./kubernetes";
import { lambda } from "./lambda";
import { operations } from "./operations";
import { patching } from "./patching";
import { rds } from "./rds";
import { regionSwitch } from "./region-switch";
import { s3 } from "./s3";
import { markedUuid, type Setting } from "./setting";
import { synthetics } from "./synthetics";
import { waf } from "./waf";
import { type Made, type Maker, type StandIn, wordsOf } from "./words";

const makers: Readonly<Record<string, Maker>> = {
  ...account,
  ...apiGateway,
  ...autoscaling,
  ...backup,
  ...beanstalk,
  ...chat,
  ...cloudfront,
  ...cost,
  ...delivery,
  ...discovery,
  ...dns,
  ...ec2,
  ...ecr,
  ...ecs,
  ...efs,
  ...eks,
  ...elb,
  ...events,
  ...globalAccelerator,
  ...iam,
  ...imagebuilder,
  ...lambda,
  ...operations,
  ...patching,
  ...regionSwitch,
  ...rds,
  ...s3,
  ...synthetics,
  ...waf,
};

/** The stand-ins for a resource; undefined for a type that the planner knows nothing of: its outputs stay unknown. */
export function standIn(made: Made, setting: Setting): StandIn | undefined {
  if (made.type.startsWith("pulumi:providers:")) return { id: markedUuid(made.urn) };
  const maker = makers[made.type] ?? kubernetes(made.type);
  return maker?.(wordsOf(made, setting));
}

/** The outputs of a component whose children its plugin makes, as far as they follow from its inputs. */
export function publishedBy(made: Made, setting: Setting): JsonObject {
  return awsx[made.type]?.(wordsOf(made, setting)) ?? {};
}
