import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { userData } from "../../../policies/facts/user-data";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake } from "./fake-stack";

const read = (value: unknown) => userData(fake("aws:ec2/instance:Instance", "app", { userData: value }))[0]?.text;
const script = "#!/bin/bash\necho 'grüezi' > /tmp/hello\n";
const base64 = (data: string | Buffer) => Buffer.from(data).toString("base64");

describe("user data", () => {
  it("is read plain, encoded, wrapped into lines, and packed", () => {
    assert.equal(read(script), script);
    assert.equal(read(base64(script)), script);
    assert.equal(read(base64(script).replace(/(.{20})/g, "$1\n")), script);
    assert.equal(read(base64(gzipSync(script))), script);
  });

  it("reads the same whether a script is encoded or not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (line) => {
        assert.equal(read(base64(`#!/bin/sh\n${line}\n`)), read(`#!/bin/sh\n${line}\n`));
      }),
    );
  });

  it("stays as it is when it only looks like base64, or holds what is no text", () => {
    assert.equal(read("deadbeef"), "deadbeef");
    const binary = base64(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]));
    assert.equal(read(binary), binary);
    const broken = base64(Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5]));
    assert.equal(read(broken), broken);
  });

  it("does not unpack more than user data can be", () => {
    const bomb = base64(gzipSync(Buffer.alloc(10_000_000, "a")));
    assert.equal(read(bomb), bomb);
  });

  it("is unknown where its value is, and absent where there is none", () => {
    assert.equal(read(UNKNOWN), UNKNOWN);
    assert.equal(read(undefined), undefined);
    assert.equal(read({ not: "a text" }), undefined);
  });

  it("is found in each launch specification of a spot fleet", () => {
    const fleet = fake("aws:ec2/spotFleetRequest:SpotFleetRequest", "fleet", {
      launchSpecifications: [{ userData: base64(script) }, {}, { userData: UNKNOWN }, null],
    });
    assert.deepEqual(userData(fleet), [
      { path: "launchSpecifications[0].userData", text: script },
      { path: "launchSpecifications[2].userData", text: UNKNOWN },
    ]);
  });
});
