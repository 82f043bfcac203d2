import assert from "node:assert/strict";
import { image, planned, plannedWith, podOf } from "./planned-service";

describe("the pods of a service on EKS", () => {
  it("have no root, no rights, no way to write to their image, and no token of the cluster", async () => {
    const pod = podOf(await planned());
    assert.deepEqual(pod.containers[0].securityContext, {
      runAsUser: 1000,
      runAsGroup: 1000,
      runAsNonRoot: true,
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    assert.deepEqual(pod.securityContext, { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    assert.equal(pod.automountServiceAccountToken, false);
    assert.equal(pod.enableServiceLinks, false);
  });

  it("stand in a namespace that refuses pods with more rights", async () => {
    const levelOf = async (web: object) => {
      const plan = await plannedWith(web);
      return Object(plan.get("shop-namespace").inputs.metadata).labels["pod-security.kubernetes.io/enforce"];
    };
    assert.equal(await levelOf({}), "restricted");
    assert.equal(await levelOf({ addCapabilities: ["NET_BIND_SERVICE"] }), "restricted");
    assert.equal(await levelOf({ user: "0" }), "baseline");
    assert.equal(await levelOf({ addCapabilities: ["CHOWN"] }), "baseline");
    assert.equal(await levelOf({ addCapabilities: ["SYS_PTRACE"] }), "privileged");
  });

  it("get what is asked for, and no more", async () => {
    const pod = podOf(await planned({ cpu: 512, memoryMiB: 1024 }));
    assert.deepEqual(pod.containers[0].resources, {
      requests: { cpu: "500m", memory: "1024Mi" },
      limits: { cpu: "500m", memory: "1024Mi" },
    });
  });

  it("share what the containers with shares of their own leave", async () => {
    const plan = await planned({
      cpu: 1024,
      memoryMiB: 2048,
      containers: {
        web: { image, port: 8080 },
        proxy: { image, cpu: 256, memoryMiB: 512, memoryReservationMiB: 256 },
        agent: { image },
      },
    });
    assert.deepEqual(
      podOf(plan).containers.map(({ resources }: { resources: object }) => resources),
      [
        { requests: { cpu: "375m", memory: "768Mi" }, limits: { cpu: "375m", memory: "768Mi" } },
        { requests: { cpu: "250m", memory: "256Mi" }, limits: { cpu: "250m", memory: "512Mi" } },
        { requests: { cpu: "375m", memory: "768Mi" }, limits: { cpu: "375m", memory: "768Mi" } },
      ],
    );
  });

  it("are spread over zones, then over nodes, each version by itself", async () => {
    const plan = await planned();
    const spread = {
      maxSkew: 1,
      labelSelector: { matchLabels: { "app.kubernetes.io/name": "shop" } },
      matchLabelKeys: ["pod-template-hash"],
    };
    assert.deepEqual(podOf(plan).topologySpreadConstraints, [
      { ...spread, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "DoNotSchedule" },
      { ...spread, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" },
    ]);
    assert.deepEqual(podOf(plan).nodeSelector, { "kubernetes.io/arch": "arm64" });
  });

  it("are given time to start, asked how they are, and replaced when they stay unwell", async () => {
    const plan = await planned({
      healthCheck: { path: "/up", intervalSeconds: 10, timeoutSeconds: 3, healthyThreshold: 4, unhealthyThreshold: 5 },
      healthCheckGraceSeconds: 120,
    });
    const { startupProbe, readinessProbe, livenessProbe } = podOf(plan).containers[0];
    const httpGet = { path: "/up", port: 8080 };
    assert.deepEqual(startupProbe, { httpGet, periodSeconds: 5, timeoutSeconds: 3, failureThreshold: 24 });
    assert.deepEqual(readinessProbe, {
      httpGet,
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 5,
      successThreshold: 4,
    });
    assert.deepEqual(livenessProbe, { httpGet, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 5 });
  });

  it("are asked by a command of their own if they have one, and by a connection where no HTTP is spoken", async () => {
    const plan = await plannedWith(
      { protocol: "tcp", healthCheck: { command: ["check", "-q"], intervalSeconds: 20, retries: 2 } },
      { balancing: { type: "network", exposure: "internal", tls: "none" } },
    );
    const { readinessProbe, livenessProbe } = podOf(plan).containers[0];
    assert.deepEqual(readinessProbe.tcpSocket, { port: 8080 });
    assert.deepEqual(livenessProbe, {
      exec: { command: ["check", "-q"] },
      periodSeconds: 20,
      timeoutSeconds: 5,
      failureThreshold: 2,
      initialDelaySeconds: 0,
    });
  });

  it("leave the load balancer before they are told to end", async () => {
    const plan = await plannedWith({ stopTimeoutSeconds: 20 }, { deregistrationDelaySeconds: 45 });
    assert.deepEqual(podOf(plan).containers[0].lifecycle, { preStop: { sleep: { seconds: 45 } } });
    assert.equal(podOf(plan).terminationGracePeriodSeconds, 65);
  });

  it("are told to end at once without a load balancer", async () => {
    const plan = await planned({ balancing: "none" });
    assert.equal(podOf(plan).containers[0].lifecycle, undefined);
    assert.equal(podOf(plan).terminationGracePeriodSeconds, 30);
  });

  it("run the command and settings that they are given", async () => {
    const plan = await plannedWith({
      entryPoint: ["node"],
      command: ["server.js", "--port=8080"],
      environment: { LOG_LEVEL: "info" },
      user: "1001:1002",
    });
    const [container] = podOf(plan).containers;
    assert.deepEqual([container.command, container.args], [["node"], ["server.js", "--port=8080"]]);
    assert.deepEqual(container.env, [{ name: "LOG_LEVEL", value: "info" }]);
    assert.deepEqual([container.securityContext.runAsUser, container.securityContext.runAsGroup], [1001, 1002]);
    assert.equal(container.image, image);
  });

  it("roll with the surge that is asked for, and afterwards keep the number that the scaling has set", async () => {
    const plan = await planned({ rollout: { type: "rolling", minHealthyPercent: 75, maxHealthyPercent: 150 } });
    const { inputs, options } = plan.get("shop-deployment");
    assert.deepEqual(Object(inputs.spec).strategy, {
      type: "RollingUpdate",
      rollingUpdate: { maxSurge: "50%", maxUnavailable: "25%" },
    });
    assert.equal(Object(inputs.spec).replicas, 2);
    assert.deepEqual(options.ignoreChanges, ["spec.replicas"]);
  });

  it("are not all taken away with their nodes", async () => {
    const { inputs } = (await planned()).get("shop-budget");
    assert.deepEqual(inputs.spec, {
      selector: { matchLabels: { "app.kubernetes.io/name": "shop" } },
      maxUnavailable: "25%",
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
  });

  it("start once their rights and the whole cluster are there", async () => {
    const plan = await plannedWith(
      {},
      { permissions: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::a/*"] }] },
    );
    const awaited = (name: string) => plan.get(name).dependencies.map((urn) => urn.split("::").pop());
    for (const name of ["shop-namespace", "shop-account", "shop-identity", "shop-pod-role-policy"])
      assert.ok(awaited("shop-deployment").includes(name), `${name} is not awaited`);
    for (const name of ["shop-eks-metrics-server", "shop-eks-workloads"])
      assert.ok(awaited("shop-namespace").includes(name), `${name} is not awaited`);
  });
});

describe("containers of a pod that wait for others", () => {
  const containers = {
    web: { image, port: 8080, dependsOn: { proxy: "healthy", migrate: "success" } },
    proxy: {
      image,
      healthCheck: { command: "wget -q localhost:9901", startSeconds: 90 },
      dependsOn: { migrate: "complete" },
    },
    migrate: { image, essential: false },
    agent: { image },
  } as const;

  it("start after them: those that end by running to their end, those that stay as sidecars", async () => {
    const { initContainers, containers: last } = podOf(await planned({ containers }));
    assert.deepEqual(
      initContainers.map(({ name, restartPolicy }: { name: string; restartPolicy?: string }) => [name, restartPolicy]),
      [
        ["migrate", undefined],
        ["proxy", "Always"],
      ],
    );
    assert.deepEqual(
      last.map(({ name }: { name: string }) => name),
      ["web", "agent"],
    );
  });

  it("wait for the health of those that have one", async () => {
    const { initContainers } = podOf(await planned({ containers }));
    const [migrate, proxy] = initContainers;
    assert.deepEqual(proxy.startupProbe.exec, { command: ["/bin/sh", "-c", "wget -q localhost:9901"] });
    assert.equal(proxy.startupProbe.failureThreshold, 3);
    assert.equal(migrate.livenessProbe, undefined);
    const started = {
      ...containers,
      web: { image, port: 8080, dependsOn: { proxy: "start", migrate: "success" } },
    } as const;
    assert.equal(podOf(await planned({ containers: started })).initContainers[1].startupProbe, undefined);
  });

  it("leave a lone container to the pod's own first process, which reaps its orphans", async () => {
    assert.equal(podOf(await planned()).shareProcessNamespace, true);
    assert.equal(podOf(await plannedWith({ initProcess: false })).shareProcessNamespace, false);
    assert.equal(podOf(await planned({ containers })).shareProcessNamespace, false);
  });
});
