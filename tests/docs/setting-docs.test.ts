import assert from "node:assert/strict";
import { settingsPages } from "../../docs/settings";

describe("what the pages say of a setting", () => {
  const made = settingsPages();

  /** The last cell of a setting's row. */
  function saidOf(architecture: string, setting: string): string {
    const rows = (made[`docs/settings/${architecture}.md`] ?? "").split("\n");
    const row = rows.find((line) => line.startsWith(`| \`${setting}\` |`));
    assert.ok(row, `${architecture} has no row ${setting}`);
    return row.split(" | ")[2]?.replace(/ ?\|$/, "") ?? "";
  }

  it("is the first sentence of the argument that it mirrors, and its default", () => {
    assert.equal(
      saidOf("web-app", "slowStartSeconds"),
      "Seconds over which a new server's share of requests grows, 30–900, or 0. Default: 0: a full share at once.",
    );
    assert.equal(saidOf("shared", "database.engine"), "What it speaks.");
    assert.equal(
      saidOf("container-web", "offHours.timeZone"),
      "The IANA time zone of the times, e.g. `Europe/London`.",
    );
  });

  it("is no default that an architecture may have another one of", () => {
    assert.equal(saidOf("ecommerce-day", "maxSize"), "The greatest number of servers.");
  });

  it("is nothing where components say several things", () => {
    assert.equal(saidOf("web-app", "userData"), "");
    assert.equal(saidOf("container-web", "deregistrationDelaySeconds"), "");
  });
});
