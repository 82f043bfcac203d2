import assert from "node:assert/strict";
import { methodSettingsType, stageType } from "../../../policies/facts/api-gateway";
import { routeSettingsOf } from "../../../policies/facts/route-settings";
import { UNKNOWN } from "../../../policies/facts/value";

describe("settings of routes", () => {
  it("are those of methods, of all routes, and of each", () => {
    assert.deepEqual(routeSettingsOf({ type: methodSettingsType, props: { settings: { a: 1 } } }), {
      members: [{ place: ["settings"], value: { a: 1 } }],
      unknownLists: [],
    });
    const props = { defaultRouteSettings: { a: 1 }, routeSettings: [{ a: 2 }, { a: 3 }] };
    assert.deepEqual(routeSettingsOf({ type: stageType, props }).members, [
      { place: ["defaultRouteSettings"], value: { a: 1 } },
      { place: ["routeSettings", 0], value: { a: 2 } },
      { place: ["routeSettings", 1], value: { a: 3 } },
    ]);
  });

  it("tell which are not known", () => {
    const props = { defaultRouteSettings: UNKNOWN, routeSettings: UNKNOWN };
    assert.deepEqual(routeSettingsOf({ type: stageType, props }), {
      members: [],
      unknownLists: ["defaultRouteSettings", "routeSettings"],
    });
  });
});
