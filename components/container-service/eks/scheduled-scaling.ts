import type { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2";
import { CronJob } from "@pulumi/kubernetes/batch/v1";
import { ServiceAccount } from "@pulumi/kubernetes/core/v1";
import { Role, RoleBinding } from "@pulumi/kubernetes/rbac/v1";
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceScheduledScaling } from "../service-scaling";
import type { Workload } from "./workload";

/** Kubernetes' own build of its client; it works with clusters one minor version older and newer. */
const clientImage = "registry.k8s.io/kubectl:v1.35.0";

/** The HPA knows no times, so jobs set its limits at theirs. They may change this one HPA and nothing else. */
export function scheduledScaling(
  { name, service, opts }: Workload,
  namespace: pulumi.Input<string>,
  scaler: HorizontalPodAutoscaler,
  schedules: readonly ServiceScheduledScaling[],
): void {
  const metadata = { name: `${name}-schedule`, namespace };
  const account = new ServiceAccount(`${name}-schedule`, { metadata }, opts);
  const role = new Role(
    `${name}-schedule-role`,
    {
      metadata,
      rules: [
        {
          apiGroups: ["autoscaling"],
          resources: ["horizontalpodautoscalers"],
          resourceNames: [name],
          verbs: ["get", "patch"],
        },
      ],
    },
    opts,
  );
  new RoleBinding(
    `${name}-schedule-binding`,
    {
      metadata,
      roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: role.metadata.name },
      subjects: [{ kind: "ServiceAccount", name: account.metadata.name, namespace }],
    },
    opts,
  );
  for (const { name: moment, recurrence, timeZone = "Etc/UTC", minCount, maxCount } of schedules) {
    const limits = { spec: { minReplicas: minCount, maxReplicas: maxCount } };
    new CronJob(
      `${name}-schedule-${moment}`,
      {
        metadata: { name: `${name}-${moment}`, namespace },
        spec: {
          schedule: recurrence,
          timeZone,
          concurrencyPolicy: "Replace",
          startingDeadlineSeconds: 600,
          successfulJobsHistoryLimit: 1,
          failedJobsHistoryLimit: 1,
          jobTemplate: {
            spec: {
              backoffLimit: 5,
              template: {
                spec: {
                  restartPolicy: "OnFailure",
                  serviceAccountName: account.metadata.name,
                  nodeSelector: { "kubernetes.io/arch": service.architecture === "arm64" ? "arm64" : "amd64" },
                  securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
                  containers: [
                    {
                      name: "patch",
                      image: clientImage,
                      args: ["patch", "hpa", scaler.metadata.name, "--type=merge", "--patch", JSON.stringify(limits)],
                      resources: { requests: { cpu: "50m", memory: "64Mi" }, limits: { cpu: "200m", memory: "128Mi" } },
                      securityContext: {
                        privileged: false,
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      },
      opts,
    );
  }
}
