import assert from "node:assert/strict";
import type { DatabaseClient } from "../../../components/database/clients";
import { made, refuses } from "./made";

const shop: DatabaseClient = { type: "securityGroup", id: "sg-shop", name: "shop" };

describe("the clients of a database", () => {
  it("are let in by a rule each, of its port alone", async () => {
    const plan = await made({ allowedFrom: [shop, { ...shop, id: "sg-reports", name: "reports" }] });
    const rules = plan.resources.filter(({ type }) => /SecurityGroup(In|E)gressRule$/.test(type));
    assert.deepEqual(
      rules.map(({ name }) => name),
      ["orders-sg-in-tcp-5432-reports", "orders-sg-in-tcp-5432-shop"],
    );
    assert.deepEqual(plan.get("orders-sg-in-tcp-5432-shop").inputs, {
      securityGroupId: plan.get("orders-sg").id,
      description: "Database: tcp 5432 from group shop",
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      referencedSecurityGroupId: "sg-shop",
    });
  });

  it("are let out of their own group where asked", async () => {
    const plan = await made({ allowedFrom: [{ ...shop, egress: true }], engine: { type: "mysql", version: "8.4" } });
    assert.deepEqual(plan.get("orders-shop-out-tcp-3306-orders").inputs, {
      securityGroupId: "sg-shop",
      description: "Database: tcp 3306 to group orders",
      ipProtocol: "tcp",
      fromPort: 3306,
      toPort: 3306,
      referencedSecurityGroupId: plan.get("orders-sg").id,
    });
  });

  it("are admitted later as well, and told the way out", async () => {
    let port = 0;
    const plan = await made({}, "dev", (database) => {
      database.admit("late", "sg-late");
      port = database.egress().port;
    });
    const { referencedSecurityGroupId } = plan.get("orders-sg-in-tcp-5432-late").inputs;
    assert.deepEqual([referencedSecurityGroupId, port], ["sg-late", 5432]);
  });

  refuses([
    [
      'allowedFrom must hold security groups alone, as a range says not who it is, got "prefixList"',
      { allowedFrom: [{ ...shop, type: "prefixList" as "securityGroup" }] },
    ],
    [
      'allowedFrom name must be 1 to 64 letters, digits and dashes, got "the shop"',
      { allowedFrom: [{ ...shop, name: "the shop" }] },
    ],
    ['allowedFrom must not repeat a name, got "shop"', { allowedFrom: [shop, { ...shop, id: "sg-2" }] }],
  ]);
});
