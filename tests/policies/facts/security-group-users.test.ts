import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { attachmentsOf, securityGroupPlaces } from "../../../policies/facts/security-group-users";
import { UNKNOWN } from "../../../policies/facts/value";
import { canonicalType } from "../../../policies/resource";
import { fake, fakeStack } from "./fake-stack";

const root = dirname(require.resolve("@pulumi/aws/package.json"));
const groupType = "aws:ec2/securityGroup:SecurityGroup";

/** The name of a property that takes security groups: not one whose groups are sources, or are none of a VPC. */
const takesGroups =
  /^(?!source|referenced|replacement|replace|enforce|input|db|remoteAccess)(?:\w*[a-z])?[sS]ecurityGroups?(?:s?Ids?|IdLists|Arns|Memberships)?$/;
/** Groups themselves, and what states their rules. */
const parts = /ecurityGroup(Rule|IngressRule|EgressRule|RulesExclusive|VpcAssociation)?$/;

/** The properties of a set of arguments, with their types. */
function propertiesIn(text: string, indent: string): [string, string][] {
  return [...text.matchAll(new RegExp(`^${indent}(\\w+)\\??: (.*);$`, "gm"))].map(([, name = "", type = ""]) => [
    name,
    type,
  ]);
}

/** The properties of the provider's nested arguments, by `module.Name`. */
function nestedArguments(): Map<string, [string, string][]> {
  const inputs = readFileSync(join(root, "types/input.d.ts"), "utf8");
  const found = new Map<string, [string, string][]>();
  for (const [, module, body = ""] of inputs.matchAll(/^export declare namespace (\w+) \{\n(.*?)^\}/gms)) {
    for (const [, name, members = ""] of body.matchAll(/^ {4}interface (\w+) \{\n(.*?)^ {4}\}/gms)) {
      found.set(`${module}.${name}`, propertiesIn(members, " {8}"));
    }
  }
  return found;
}

function pathsIn(properties: readonly [string, string][], nested: ReturnType<typeof nestedArguments>, seen: string[]) {
  return properties.flatMap(([name, type]): string[] => {
    const isList = takesGroups.test(name) && !type.includes("inputs.") && !type.includes("boolean");
    const below = [...type.matchAll(/inputs\.(\w+\.\w+)/g)].flatMap(([, inner = ""]) =>
      seen.includes(inner) ? [] : pathsIn(nested.get(inner) ?? [], nested, [...seen, inner]),
    );
    return [...(isList ? [name] : []), ...below.map((path) => `${name}.${path}`)];
  });
}

describe("the properties that take security groups", () => {
  it("are those of the installed @pulumi/aws", () => {
    const nested = nestedArguments();
    const found = new Map<string, string[]>();
    for (const path of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!/^\w+\/(?!get[A-Z])\w+\.d\.ts$/.test(path) || path.startsWith("types/")) continue;
      const text = readFileSync(join(root, path), "utf8");
      const body = /export interface \w+Args \{(.*?)^\}/ms.exec(text)?.[1] ?? "";
      const places = pathsIn(propertiesIn(body, " {4}"), nested, []);
      if (places.length === 0) continue;
      const code = readFileSync(join(root, path.replace(/\.d\.ts$/, ".js")), "utf8");
      const type = /__pulumiType = '([^']+)'/.exec(code)?.[1] ?? "";
      if (!parts.test(type)) found.set(canonicalType(type), places.sort());
    }
    assert.deepEqual(new Map([...securityGroupPlaces].sort()), new Map([...found].sort()));
  });
});

describe("the users of a security group", () => {
  const group = (name: string, id: unknown = UNKNOWN) => fake(groupType, name, { id });
  const of = (itself: ReturnType<typeof group>) => ({ itself, members: [] });

  it("are found by its id where that is known", () => {
    const web = group("web", "sg-1");
    const app = fake("aws:ec2/instance:Instance", "app", { vpcSecurityGroupIds: ["sg-2", "sg-1"] });
    const stack = fakeStack(web, app);
    assert.deepEqual(attachmentsOf(stack, of(web)), [{ user: app, place: "vpcSecurityGroupIds", isSure: true }]);
    const elsewhere = attachmentsOf(stack, { id: "sg-2", members: [] });
    assert.deepEqual(
      elsewhere.map(({ user }) => user),
      [app],
    );
  });

  it("are found by reference where it is not, though which group each member is may stay open", () => {
    const [web, db] = [group("web"), group("db")];
    const vpcConfig = [web, db];
    const both = { securityGroupIds: [UNKNOWN, UNKNOWN], subnetIds: [UNKNOWN] };
    const called = fake("aws:lambda/function:Function", "called", { vpcConfig: both }, { vpcConfig });
    const one = { securityGroupIds: [UNKNOWN], subnetIds: [UNKNOWN] };
    const either = fake("aws:lambda/function:Function", "either", { vpcConfig: one }, { vpcConfig });
    const silent = fake("aws:lambda/function:Function", "silent", { vpcConfig: UNKNOWN });
    const stack = fakeStack(web, db, called, either, silent);
    assert.deepEqual(attachmentsOf(stack, of(web)), [
      { user: called, place: "vpcConfig.securityGroupIds", isSure: true },
      { user: either, place: "vpcConfig.securityGroupIds", isSure: false },
    ]);
  });

  it("are not the rules that name it as a source", () => {
    const web = group("web", "sg-1");
    const db = fake(groupType, "db", { ingress: [{ securityGroups: ["sg-1"] }] }, { ingress: [web] });
    const nodes = fake("aws:eks/nodeGroup:NodeGroup", "nodes", { remoteAccess: { sourceSecurityGroupIds: ["sg-1"] } });
    assert.deepEqual(attachmentsOf(fakeStack(web, db, nodes), of(web)), []);
  });

  it("are a cluster for the rules of the group that EKS makes for it", () => {
    const cluster = fake("aws:eks/cluster:Cluster", "main", { vpcConfig: {} });
    const open = fake(
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      "open",
      { securityGroupId: UNKNOWN },
      { securityGroupId: [cluster] },
    );
    const found = attachmentsOf(fakeStack(cluster, open), { members: [{ resource: open, rules: [] }] });
    assert.deepEqual(found, [{ user: cluster, place: "vpcConfig.clusterSecurityGroupId", isSure: true }]);
  });
});
