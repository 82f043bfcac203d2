import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Policies, PolicyPackArgs } from "@pulumi/policy";
import type { Finding, Judgement } from "../../planner/finding";
import { judge } from "../../planner/judge";
import type { Json, JsonObject, Plan, PlannedResource } from "../../planner/plan";
import { SECRET_STAND_IN } from "../../planner/stack-file";
import { readState } from "../../planner/state";
import { isStack } from "../../planner/urn";
import { holdsUnknown, isObject, secret } from "../../planner/wire";
import { policies } from "../../policies/catalogue";
import { type Recorded, recorded, recordedFolder, remoteOnly } from "./recorded";

/** What `policies/index.ts` of a recorded program hands to the SDK, without the server that the SDK would start. */
function recordedPack(name: string): Policies {
  const file = join(recordedFolder(name), "policies/index.ts");
  const sdk = require.resolve("@pulumi/policy");
  const cached = require.cache[sdk];
  assert(cached);
  const { exports } = cached;
  const given: PolicyPackArgs[] = [];
  class PolicyPack {
    constructor(_: string, args: PolicyPackArgs) {
      given.push(args);
    }
  }
  cached.exports = { ...exports, PolicyPack };
  try {
    require(file);
  } finally {
    cached.exports = exports;
    delete require.cache[file];
  }
  const [pack] = given;
  assert(pack && given.length === 1);
  return pack.policies;
}

interface Summary {
  readonly resourceUrn: string;
  readonly failed?: readonly string[];
}

interface Event {
  readonly policyEvent?: { resourceUrn: string; message: string; policyName: string; enforcementLevel: string };
  readonly policyRemediationEvent?: { resourceUrn: string; policyName: string; before: JsonObject; after: JsonObject };
  readonly policyAnalyzeSummaryEvent?: Summary;
  readonly policyRemediateSummaryEvent?: Summary;
}

function recordedEvents(name: string): Event[] {
  const lines = readFileSync(join(recordedFolder(name), "policy-events.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line));
}

describe("the pack of the program sample, which the real engine has run", () => {
  let plan: Plan;
  let state: Recorded[];
  let judgement: Judgement;
  let isRemote: (urn: string) => boolean;
  const events = recordedEvents("sample");
  const of = <K extends keyof Event>(kind: K) =>
    events.flatMap((event) => event[kind] ?? []) as NonNullable<Event[K]>[];

  before(async () => {
    ({ plan, state } = await recorded("sample"));
    judgement = await judge(plan, recordedPack("sample"));
    isRemote = remoteOnly(plan, state);
  });

  it("judges every resource that the engine judged, but for what only remote components need", () => {
    const analyzed = of("policyAnalyzeSummaryEvent").map(({ resourceUrn }) => resourceUrn);
    assert.equal(analyzed.length, state.length);
    assert.deepEqual(analyzed.filter((urn) => !isRemote(urn)).sort(), plan.resources.map(({ urn }) => urn).sort());
  });

  it("reports every recorded violation, word for word, at its level, of its resource", () => {
    const stack = plan.resources.find(({ urn }) => isStack(urn))?.urn;
    const [all, here] = [state.length, state.filter(({ urn }) => !isRemote(urn)).length];
    const violations = of("policyEvent").map(({ policyName, resourceUrn, enforcementLevel, message }) => ({
      policy: policyName,
      urn: resourceUrn,
      level: enforcementLevel,
      // This pack's stack policy counts resources, and those of remote components are not there.
      message: message.trim().replace(`${all} resources`, `${here} resources`),
    }));
    const found = judgement.findings.map(({ policy, urn, level, message }) => ({
      policy,
      // The engine reports what is said of no resource on the stack's own.
      urn: urn ?? stack,
      level,
      message,
    }));
    const byPolicy = (a: { policy: string }, b: { policy: string }) => (a.policy < b.policy ? -1 : 1);
    assert.equal(violations.length, 2);
    assert.deepEqual(found.sort(byPolicy), violations.sort(byPolicy));
  });

  it("lets a policy pass where the engine let it pass", () => {
    for (const { resourceUrn, failed = [] } of of("policyAnalyzeSummaryEvent").filter(
      (one) => !isRemote(one.resourceUrn),
    )) {
      const policiesOf = judgement.findings.filter(({ urn }) => urn === resourceUrn).map(({ policy }) => policy);
      assert.deepEqual(policiesOf, failed, resourceUrn);
    }
    for (const { resourceUrn, failed = [] } of of("policyRemediateSummaryEvent").filter(
      (one) => !isRemote(one.resourceUrn),
    )) {
      const policiesOf = judgement.remediations.filter(({ urn }) => urn === resourceUrn).map(({ policy }) => policy);
      assert.deepEqual(policiesOf, failed, resourceUrn);
    }
  });

  it("remediates what the engine remediated, to the same", () => {
    const remediated = of("policyRemediationEvent").map(({ policyName, resourceUrn, before, after }) => {
      const changed = Object.keys(after).filter((key) => !isDeepStrictEqual(after[key], before[key]));
      const stated = plan.resources.find(({ urn }) => urn === resourceUrn)?.inputs ?? {};
      // The engine asks after the provider has checked the inputs, and that put the default tags among them.
      const changes = changed.map((key) => [key, without(after[key], before[key], stated[key])]);
      return { policy: policyName, urn: resourceUrn, changes: Object.fromEntries(changes) };
    });
    assert.deepEqual(judgement.remediations, remediated);
    assert.deepEqual(judgement.remediations[0]?.changes, { tags: { Owner: "ops" } });
  });
});

/** A map without the members that the provider has put there: those that it had before and that nobody stated. */
function without(after: Json | undefined, before: Json | undefined, stated: Json | undefined): Json {
  if (!isObject(after)) return after ?? null;
  const members = (value: Json | undefined) => Object.keys(isObject(value) ? value : {});
  const put = members(before).filter((key) => !members(stated).includes(key));
  return Object.fromEntries(Object.entries(after).filter(([key]) => !put.includes(key)));
}

/** What of two resources is different: the names of the properties, however deep. */
function differences(a: Json | undefined, b: Json | undefined): string[] {
  if (isDeepStrictEqual(a, b)) return [];
  const [left, right] = [a, b].map((value) => (typeof value === "object" && value !== null ? value : {}));
  return Object.keys({ ...left, ...right }).flatMap((key) => {
    const [mine, other] = [left, right].map((value) => (value as JsonObject)[key]);
    return isDeepStrictEqual(mine, other) ? [] : [key, ...differences(mine, other)];
  });
}

const hasEncrypted = (value: Json): boolean =>
  isDeepStrictEqual(value, secret(SECRET_STAND_IN)) ||
  (typeof value === "object" && value !== null && Object.values(value).some(hasEncrypted));

for (const name of ["nested", "sample"]) {
  describe(`the state of the program ${name}, judged by the whole catalogue`, () => {
    let plan: Plan;
    let state: Plan;
    let ofPlan: Judgement;
    let ofState: Judgement;

    before(async () => {
      ({ plan } = await recorded(name));
      ({ plan: state } = readState(join(recordedFolder(name), "state.json"), "state.json"));
      const catalogue = () => policies({ environment: "prod", exemptions: [], today: "2026-11-21" });
      // Those too that are disabled until somebody asks for them.
      ofPlan = await judge(plan, catalogue(), { all: "advisory" });
      ofState = await judge(state, catalogue(), { all: "advisory" });
    });

    it("is judged without an error, every policy and every resource", () => {
      assert.equal(ofState.policies.length, ofPlan.policies.length);
      assert(state.resources.length >= plan.resources.length);
      assert(ofState.findings.length > 0);
    });

    it("is judged as the plan, but for what is unknown before the deployment, or encrypted after it", () => {
      for (const planned of plan.resources) {
        const deployed = state.get(planned.name, planned.type);
        const [before, after] = [ofPlan, ofState].map(({ findings }) =>
          findings.filter(({ urn }) => urn === planned.urn),
        );
        assert(before && after);
        const undecidedBefore = policiesIn(before, "undecided");
        const undecidedAfter = policiesIn(after, "undecided");
        if (undecidedBefore.length > 0) assert(holdsUnknown(planned.inputs), `${planned.urn} is known before`);
        if (undecidedAfter.length > 0) assert(hasEncrypted(deployed.inputs), `${planned.urn} is readable after`);
        const open = [...undecidedBefore, ...undecidedAfter];
        const decided = (findings: readonly Finding[]) =>
          policiesIn(findings, "denied").filter((one) => !open.includes(one));
        assert.deepEqual(decided(after), decided(before), planned.urn);
        assertSameWords(planned, deployed, before, after);
      }
    });

    it("says nothing twice", () => {
      const keys = ofState.findings.map(({ policy, urn, message }) => `${policy} ${urn} ${message}`);
      assert.equal(new Set(keys).size, keys.length);
    });
  });
}

const policiesIn = (findings: readonly Finding[], verdict: Finding["verdict"]) =>
  findings
    .filter((finding) => finding.verdict === verdict)
    .map(({ policy }) => policy)
    .sort();

/** A message may differ only where it speaks of a property that the provider, or a remediation, has filled in since. */
function assertSameWords(
  planned: PlannedResource,
  deployed: PlannedResource,
  before: readonly Finding[],
  after: readonly Finding[],
): void {
  const filled = differences({ ...planned.outputs, ...planned.inputs }, { ...deployed.outputs, ...deployed.inputs });
  for (const { policy, verdict, message } of after) {
    const same = before.find((finding) => finding.policy === policy && finding.verdict === verdict);
    if (!same || same.message === message) continue;
    assert(
      filled.some((property) => message.includes(property)),
      `${same.message}\n${message}`,
    );
  }
}
