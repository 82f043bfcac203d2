import { nameOf, typeOf } from "../urn";
import { oneLine } from "./visible";

/** A resource by its type, as it is written in a program, and its name: `aws.ec2.Vpc main`. */
export function titleOf(urn: string): string {
  return `${shortType(typeOf(urn))} ${oneLine(nameOf(urn))}`;
}

/** `aws:ec2/launchTemplate:LaunchTemplate` as `aws.ec2.LaunchTemplate`. */
export function shortType(type: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  return oneLine([pkg, module.split("/")[0], name].filter((part) => part !== "index" && part !== "").join("."));
}
