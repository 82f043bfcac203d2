import assert from "node:assert/strict";
import { methodSettingsType, restApiType, restStageType } from "../../../policies/facts/api-gateway";
import { methodSettings } from "../../../policies/facts/method-settings";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const api = fake(restApiType, "api", {});
const other = fake(restApiType, "other", {});
const stage = (name: string, of = api) =>
  fake(restStageType, name, { restApi: UNKNOWN, stageName: "live" }, { restApi: [of] });

describe("settings of methods", () => {
  it("belong to the stage that they refer to", () => {
    const here = stage("here");
    const there = stage("there", other);
    const props = { restApi: UNKNOWN, stageName: UNKNOWN };
    const settings = fake(methodSettingsType, "all", props, { restApi: [api], stageName: [here] });
    const settingsOf = methodSettings(fakeStack(api, other, here, there, settings));
    assert.deepEqual(settingsOf(here), { settings: [settings], isVague: false });
    assert.deepEqual(settingsOf(there), { settings: [], isVague: false });
  });

  it("belong to the stage of their API that has the name", () => {
    const here = stage("here");
    const there = stage("there", other);
    const settings = fake(methodSettingsType, "all", { restApi: UNKNOWN, stageName: "live" }, { restApi: [api] });
    const settingsOf = methodSettings(fakeStack(api, other, here, there, settings));
    assert.deepEqual(settingsOf(here).settings, [settings]);
    assert.deepEqual(settingsOf(there).settings, []);
  });

  it("may belong to any stage while neither is known", () => {
    const here = stage("here");
    const settings = fake(methodSettingsType, "all", { restApi: UNKNOWN, stageName: UNKNOWN });
    assert.deepEqual(methodSettings(fakeStack(api, here, settings))(here), { settings: [], isVague: true });
  });
});
