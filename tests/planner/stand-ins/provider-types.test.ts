import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import { account } from "../../../planner/stand-ins/account";
import { apiGateway } from "../../../planner/stand-ins/api-gateway";
import { backup } from "../../../planner/stand-ins/backup";
import { beanstalk } from "../../../planner/stand-ins/beanstalk";
import { cloudfront } from "../../../planner/stand-ins/cloudfront";
import { cost } from "../../../planner/stand-ins/cost";
import { delivery } from "../../../planner/stand-ins/delivery";
import { discovery } from "../../../planner/stand-ins/discovery";
import { dns } from "../../../planner/stand-ins/dns";
import { ecr } from "../../../planner/stand-ins/ecr";
import { ecs } from "../../../planner/stand-ins/ecs";
import { efs } from "../../../planner/stand-ins/efs";
import { eks } from "../../../planner/stand-ins/eks";
import { events } from "../../../planner/stand-ins/events";
import { globalAccelerator } from "../../../planner/stand-ins/global-accelerator";
import { imagebuilder } from "../../../planner/stand-ins/imagebuilder";
import { lambda } from "../../../planner/stand-ins/lambda";
import { patching } from "../../../planner/stand-ins/patching";
import { rds } from "../../../planner/stand-ins/rds";
import { regionSwitch } from "../../../planner/stand-ins/region-switch";
import { waf } from "../../../planner/stand-ins/waf";
import { type Maker, wordsOf } from "../../../planner/stand-ins/words";

const services: Record<string, Readonly<Record<string, Maker>>> = {
  account,
  apiGateway,
  backup,
  beanstalk,
  cloudfront,
  cost,
  delivery,
  discovery,
  dns,
  ecr,
  ecs,
  efs,
  eks,
  events,
  globalAccelerator,
  imagebuilder,
  lambda,
  patching,
  rds,
  regionSwitch,
  waf,
};

/** Inputs that state every property. */
const everything = new Proxy({}, { get: () => "stated", has: () => true });
const setting = { project: "test", stack: "dev", region: "eu-west-1" };

/** The source of the class behind a type token, in which the SDK names every property. */
function sourceOf(type: string): string {
  const [, path = "", name = ""] = type.split(":");
  const [module = ""] = path.split("/");
  const found = (aws as unknown as Record<string, Record<string, unknown>>)[module]?.[name];
  assert.equal(typeof found, "function", `${type} is no class of the SDK`);
  assert.equal((found as { __pulumiType?: string }).__pulumiType, type);
  return String(found);
}

describe("the stand-ins", () => {
  for (const [service, makers] of Object.entries(services)) {
    it(`of ${service} are for types that the provider has, and for outputs that they have`, () => {
      for (const [type, make] of Object.entries(makers)) {
        const source = sourceOf(type);
        const made = { type, name: "shop", urn: `urn:pulumi:dev::test::${type}::shop` };
        for (const inputs of [everything, {}]) {
          const { id, ...outputs } = make(wordsOf({ ...made, inputs }, setting));
          assert.equal(typeof id, "string", type);
          for (const key of Object.keys(outputs)) {
            assert.ok(source.includes(`["${key}"]`), `${type} has no property ${key}`);
          }
        }
      }
    });
  }
});
