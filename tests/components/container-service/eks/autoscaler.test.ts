import assert from "node:assert/strict";
import { planned } from "./planned-service";

describe("the scaling of a service on EKS", () => {
  it("holds CPU at 40 % between the counts unless told otherwise", async () => {
    const { inputs, options } = (await planned({ minCount: 3, maxCount: 12 })).get("shop-scaler");
    assert.deepEqual(inputs.spec, {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "shop" },
      minReplicas: 3,
      maxReplicas: 12,
      metrics: [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 40 } } },
      ],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 60 },
        scaleDown: { stabilizationWindowSeconds: 300, selectPolicy: "Max" },
      },
    });
    assert.equal(options.ignoreChanges, undefined);
  });

  it("holds CPU and memory side by side, as slowly as the slower of them", async () => {
    const plan = await planned({
      scaling: [
        { type: "target", target: 60, scaleOutCooldownSeconds: 30, scaleInCooldownSeconds: 600 },
        { type: "target", metric: "memory", target: 70, scaleOutCooldownSeconds: 90 },
      ],
    });
    const { metrics, behavior } = Object(plan.get("shop-scaler").inputs.spec);
    assert.deepEqual(
      metrics.map(({ resource }: { resource: { name: string } }) => resource.name),
      ["cpu", "memory"],
    );
    assert.equal(behavior.scaleUp.stabilizationWindowSeconds, 90);
    assert.equal(behavior.scaleDown.stabilizationWindowSeconds, 600);
  });

  it("only adds pods if none of its targets may take any away", async () => {
    const policyOf = async (second: boolean) => {
      const scaling = [
        { type: "target", target: 60, disableScaleIn: true },
        { type: "target", metric: "memory", target: 70, disableScaleIn: second },
      ] as const;
      return Object((await planned({ scaling })).get("shop-scaler").inputs.spec).behavior.scaleDown.selectPolicy;
    };
    assert.equal(await policyOf(true), "Disabled");
    assert.equal(await policyOf(false), "Max");
  });

  it("is none for a service of fixed size", async () => {
    const plan = await planned({ minCount: 2, maxCount: 2 });
    assert.deepEqual(plan.ofType("kubernetes:autoscaling/v2:HorizontalPodAutoscaler"), []);
  });

  it("sets counts at their times by jobs that may change this one scaler and nothing else", async () => {
    const plan = await planned({
      scaling: [
        { type: "target", target: 40 },
        { type: "schedule", name: "friday-evening", recurrence: "0 17 * * 5", timeZone: "Europe/London", minCount: 6 },
      ],
    });
    const { metadata, spec } = plan.get("shop-schedule-friday-evening").inputs;
    assert.equal(Object(metadata).name, "shop-friday-evening");
    assert.deepEqual([Object(spec).schedule, Object(spec).timeZone], ["0 17 * * 5", "Europe/London"]);
    const pod = Object(spec).jobTemplate.spec.template.spec;
    assert.deepEqual(pod.containers[0].args, [
      "patch",
      "hpa",
      "shop",
      "--type=merge",
      "--patch",
      '{"spec":{"minReplicas":6}}',
    ]);
    assert.equal(pod.containers[0].securityContext.readOnlyRootFilesystem, true);
    assert.deepEqual(plan.get("shop-schedule-role").inputs.rules, [
      {
        apiGroups: ["autoscaling"],
        resources: ["horizontalpodautoscalers"],
        resourceNames: ["shop"],
        verbs: ["get", "patch"],
      },
    ]);
    assert.deepEqual(plan.get("shop-scaler").options.ignoreChanges, ["spec.minReplicas", "spec.maxReplicas"]);
  });
});
