import assert from "node:assert/strict";
import { settingOf } from "../../../architectures/settings/argument-setting";

const path = (argument: string, value: unknown, written: unknown, ...known: string[]) =>
  settingOf(argument, value, written, (at) => known.includes(at.join(" ")))?.join(" ");

describe("the setting that a component's argument comes from", () => {
  it("is called as the argument, wherever it stands", () => {
    assert.equal(path("minSize", 1, { minSize: 1 }), "minSize");
    assert.equal(path("rootVolume.iops", 9, { server: { rootVolume: { iops: 9 } } }), "server rootVolume iops");
    assert.equal(
      path('dataVolumes["/dev/sdf"].iops', 9, { dataVolumes: { "/dev/sdf": { iops: 9 } } }),
      "dataVolumes /dev/sdf iops",
    );
    assert.equal(path("scaling[1].target", 0, { scaling: [{ target: 5 }, { target: 0 }] }), "scaling 1 target");
  });

  it("is the one of several that holds the value, or else the outermost", () => {
    const written = { alarms: { cpuPercent: 50 }, database: { alarms: { cpuPercent: 0 } } };
    assert.equal(path("alarms.cpuPercent", 0, written), "database alarms cpuPercent");
    assert.equal(path("alarms.cpuPercent", 7, written), "alarms cpuPercent");
    assert.equal(path("minSize", 1, { tiers: { api: { minSize: 1 }, web: { minSize: 1 } } }), undefined);
    assert.equal(path("minSize", 1, { tiers: { api: { minSize: 1 }, web: { minSize: 2 } } }), "tiers api minSize");
  });

  it("is a list with the value", () => {
    assert.equal(path("ssh.from", "0.0.0.0/0", { ssh: { from: ["10.0.0.0/8", "0.0.0.0/0"] } }), "ssh from");
  });

  it("is called so at its end, or is the one text that was refused", () => {
    assert.equal(path("containers.web.image", "!", { image: "!" }), "image");
    assert.equal(path("balancing.paths", "api", { tiers: { api: { paths: ["api"] } } }), "tiers api paths");
    assert.equal(path("ingress[0].from", "all", { httpFrom: ["all"] }), "httpFrom 0");
    assert.equal(path("records.blue.weight", -1, { weights: { blue: -1 } }), undefined);
  });

  it("is the name only if that is what was refused, not what is made of it", () => {
    assert.equal(path("name", "sg-a", { name: "sg-a", domain: { name: "sg-a" } }, "name"), "name");
    assert.equal(path("name", "a-blue", { name: "a" }, "name"), undefined);
  });

  it("may have been left to its default, where there is such a setting", () => {
    assert.equal(path("minSize", 2, {}, "minSize"), "minSize");
    assert.equal(path("minSize", 2, {}), undefined);
    const written = { server: { rootVolume: { type: "gp3" } } };
    assert.equal(path("rootVolume.sizeGiB", 2, written, "server rootVolume sizeGiB"), "server rootVolume sizeGiB");
    assert.equal(path("rootVolume.sizeGiB", 2, written), undefined);
    assert.equal(path("scaling[0].target", 2, {}, "scaling"), undefined);
  });
});
