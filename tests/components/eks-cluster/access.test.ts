import assert from "node:assert/strict";
import { planned } from "./planned-cluster";

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;

describe("the access to an EKS cluster", () => {
  it("is the first deployer's, and stays so when another role deploys", async () => {
    const plan = await planned();
    const entry = plan.get("platform-access-deployer");
    assert.deepEqual(entry.inputs, {
      clusterName: "platform-dev",
      principalArn: role("offline"),
      type: "STANDARD",
      tags: { Name: "platform-deployer" },
    });
    assert.deepEqual(entry.options.ignoreChanges, ["principalArn"]);
    assert.deepEqual(plan.get("platform-access-deployer-policy").inputs, {
      clusterName: "platform-dev",
      principalArn: role("offline"),
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      accessScope: { type: "cluster" },
    });
  });

  it("is that of the named roles alone, in the named namespaces", async () => {
    const plan = await planned({
      access: {
        pipeline: { principalArn: role("pipeline"), policy: "clusterAdmin" },
        team: { principalArn: role("team"), policy: "edit", namespaces: ["shop"] },
      },
    });
    assert.deepEqual(plan.names("aws:eks/accessEntry:AccessEntry"), [
      "platform-access-pipeline",
      "platform-access-team",
    ]);
    assert.equal(plan.get("platform-access-team").options.ignoreChanges, undefined);
    const { policyArn, accessScope } = plan.get("platform-access-team-policy").inputs;
    assert.equal(policyArn, "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy");
    assert.deepEqual(accessScope, { type: "namespace", namespaces: ["shop"] });
  });

  it("is refused when nobody could administer it, or an administrator has namespaces", async () => {
    const team = { principalArn: role("team"), policy: "edit" } as const;
    await assert.rejects(
      planned({ access: { team } }),
      /access must give somebody "clusterAdmin": nobody else could enter, got \["team"\]/,
    );
    await assert.rejects(
      planned({ access: { team: { ...team, policy: "clusterAdmin", namespaces: ["shop"] } } }),
      /access\.team\.namespaces must be absent with "clusterAdmin", which is for all of them, got \["shop"\]/,
    );
    await assert.rejects(
      planned({ access: { a: { ...team, policy: "clusterAdmin" }, team: { ...team, namespaces: [] } } }),
      /access\.team\.namespaces must name at least one, got \[\]/,
    );
  });
});
