import assert from "node:assert/strict";
import {
  AnalyzerInfo,
  PolicyConfig,
  PolicyConfigSchema,
  PolicyInfo,
  PolicySeverity,
  EnforcementLevel as Wire,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { configurable, configured, configureRequest, described } from "../../../planner/packs/policies";

type Properties = Parameters<typeof Struct.fromJavaScript>[0];

function policy(name: string, properties?: Properties, required: string[] = []): PolicyInfo {
  const info = new PolicyInfo();
  info.setName(name);
  info.setDescription(`${name} is wanted.`);
  info.setEnforcementlevel(Wire.MANDATORY);
  if (!properties) return info;
  const schema = new PolicyConfigSchema();
  schema.setProperties(Struct.fromJavaScript(properties));
  schema.setRequiredList(required);
  return info.setConfigschema(schema);
}

function pack(policies: PolicyInfo[], brought: Record<string, { level: Wire; settings?: Properties }> = {}) {
  const info = new AnalyzerInfo();
  info.setPoliciesList(policies);
  for (const [name, { level, settings }] of Object.entries(brought)) {
    const config = new PolicyConfig();
    config.setEnforcementlevel(level);
    if (settings) config.setProperties(Struct.fromJavaScript(settings));
    info.getInitialconfigMap().set(name, config);
  }
  return info;
}

const sized = { size: { type: "integer", default: 3 }, color: { type: "string" } };
const levels = (...args: Parameters<typeof configured>) =>
  configured(...args).map(({ info, level, settings }) => [info.getName(), level, settings]);

describe("the policies of a pack in a process of its own", () => {
  it("have their own levels and the defaults of their settings where nobody says more", () => {
    assert.deepEqual(levels(pack([policy("a", sized), policy("b")]), {}, "DIR"), [
      ["a", "mandatory", { size: 3 }],
      ["b", "mandatory", {}],
    ]);
  });

  it("have what the pack brings over that, and what the user's config says over both", () => {
    const brought = {
      all: { level: Wire.ADVISORY },
      a: { level: Wire.DISABLED, settings: { size: 4, color: "red" } },
    };
    const info = pack([policy("a", sized), policy("b"), policy("c")], brought);
    assert.deepEqual(levels(info, { c: "remediate" }, "DIR"), [
      ["a", "disabled", { size: 4, color: "red" }],
      ["b", "advisory", {}],
      ["c", "remediate", {}],
    ]);
    const config = { all: "mandatory" as const, a: { size: 5 }, b: { enforcementLevel: "disabled" as const } };
    assert.deepEqual(levels(info, config, "DIR"), [
      ["a", "mandatory", { size: 5, color: "red" }],
      ["b", "disabled", {}],
      ["c", "mandatory", {}],
    ]);
  });

  it("must have the settings that they require, unless they are off", () => {
    const info = pack([policy("a", sized, ["size", "color"])]);
    assert.throws(() => configured(info, {}, "DIR"), {
      name: "InputError",
      message: 'policy a of DIR needs the setting "color": give it with --policy-pack-config',
    });
    assert.equal(configured(info, { a: "disabled" }, "DIR").length, 1);
  });

  it("are told all of it", () => {
    const request = configureRequest(configured(pack([policy("a", sized)]), { a: "advisory" }, "DIR"));
    const told = request.getPolicyconfigMap().get("a");
    assert.deepEqual(
      [told?.getEnforcementlevel(), told?.getProperties()?.toJavaScript()],
      [Wire.ADVISORY, { size: 3 }],
    );
    assert.deepEqual(configurable(pack([policy("a", sized), policy("b")])), [
      { name: "a", configSchema: { properties: sized } },
      { name: "b", configSchema: { properties: {} } },
    ]);
  });

  it("are described under the name of their pack", () => {
    const info = policy("a")
      .setSeverity(PolicySeverity.POLICY_SEVERITY_HIGH)
      .setUrl("https://example.com")
      .setTagsList(["x"]);
    const [one] = configured(pack([info]), { a: "remediate" }, "DIR");
    assert(one);
    assert.deepEqual(described("house", one), {
      name: "house/a",
      displayName: undefined,
      description: "a is wanted.",
      level: "mandatory",
      severity: "high",
      remediationSteps: undefined,
      url: "https://example.com",
      tags: ["x"],
    });
  });
});
