import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type JsonObject, Plan, type PlannedResource } from "../../planner/plan";
import type { ExampleResource } from "../../policies/examples";
import { referredTo, urnOf, type View, wireProperties } from "./requests";
import type { StrangeStack } from "./strange-stack";

const PROVIDER = "urn:pulumi:dev::test::pulumi:providers:aws::default";

/** The plan of a program that makes the resources of a stack: in a state, what refers to another one is known. */
export function plannedStack(stack: StrangeStack, view: View): Plan {
  const resources = Object.entries(stack.resources).map(([name, resource]) => planned(name, resource, stack, view));
  const inputs = received({ region: "eu-west-1", ...stack.provider }, view);
  const type = "pulumi:providers:aws";
  const provider = { ...blank, urn: PROVIDER, type, name: "default", inputs, outputs: inputs };
  return new Plan("test", "dev", [provider, ...resources], {}, undefined, view === "state");
}

const blank = { custom: true, remote: false, standIns: [], dependencies: [], propertyDependencies: {}, options: {} };

function planned(name: string, resource: ExampleResource, stack: StrangeStack, view: View): PlannedResource {
  const { type, props, ...options } = resource;
  const example = { ...stack, title: "a strange stack" };
  const inputs = received(props, view);
  const references = Object.entries(props).map(([property, value]) => [property, referredTo(value, example)]);
  return {
    ...blank,
    urn: urnOf(name, resource),
    type,
    name,
    id: `${name}-0ff11e`,
    inputs,
    outputs: inputs,
    provider: `${PROVIDER}::id`,
    dependencies: referredTo(props, example),
    propertyDependencies: Object.fromEntries(references),
    options: options as PlannedResource["options"],
  };
}

/** Properties as they come from a program, over the wire. */
function received(properties: Readonly<Record<string, unknown>>, view: View): JsonObject {
  return Struct.fromJavaScript(wireProperties(properties, view)).toJavaScript() as JsonObject;
}
