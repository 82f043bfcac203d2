import { autoscaling } from "./autoscaling";
import { dns } from "./dns";
import { ec2 } from "./ec2";
import { elb } from "./elb";
import { iam } from "./iam";
import { operations } from "./operations";
import { s3 } from "./s3";
import { markedUuid, type Setting } from "./setting";
import { type Made, type Maker, type StandIn, wordsOf } from "./words";

const makers: Readonly<Record<string, Maker>> = {
  ...autoscaling,
  ...dns,
  ...ec2,
  ...elb,
  ...iam,
  ...operations,
  ...s3,
};

/** The stand-ins for a resource; undefined for a type that the planner knows nothing of: its outputs stay unknown. */
export function standIn(made: Made, setting: Setting): StandIn | undefined {
  if (made.type.startsWith("pulumi:providers:")) return { id: markedUuid(made.urn) };
  return makers[made.type]?.(wordsOf(made, setting));
}
