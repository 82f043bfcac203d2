import type { Group } from "../group";
import { ecrCmk } from "../rules/ecr-cmk";
import { ecrImmutableTags } from "../rules/ecr-immutable-tags";
import { ecrLifecycle } from "../rules/ecr-lifecycle";
import { ecrNoPublicPolicy } from "../rules/ecr-no-public-policy";
import { ecrScanOnPush } from "../rules/ecr-scan-on-push";
import { ecsCapacityProviderManaged } from "../rules/ecs-capacity-provider-managed";
import { ecsCircuitBreaker } from "../rules/ecs-circuit-breaker";
import { ecsContainerHealthCheck } from "../rules/ecs-container-health-check";
import { ecsContainerInsights } from "../rules/ecs-container-insights";
import { ecsDeploymentHealthyPercent } from "../rules/ecs-deployment-healthy-percent";
import { ecsEfsTransitEncryption } from "../rules/ecs-efs-transit-encryption";
import { ecsExecEncrypted } from "../rules/ecs-exec-encrypted";
import { ecsExecLogging } from "../rules/ecs-exec-logging";
import { ecsExecOffInProduction } from "../rules/ecs-exec-off-in-production";
import { ecsFargatePlatformLatest } from "../rules/ecs-fargate-platform-latest";
import { ecsImagePinned } from "../rules/ecs-image-pinned";
import { ecsImageRegistry } from "../rules/ecs-image-registry";
import { ecsLogging } from "../rules/ecs-logging";
import { ecsMemoryLimits } from "../rules/ecs-memory-limits";
import { ecsNoHostPid } from "../rules/ecs-no-host-pid";
import { ecsNoPlaintextSecrets } from "../rules/ecs-no-plaintext-secrets";
import { ecsNoPrivileged } from "../rules/ecs-no-privileged";
import { ecsNoPublicIp } from "../rules/ecs-no-public-ip";
import { ecsNonRootUser } from "../rules/ecs-non-root-user";
import { ecsReadonlyRoot } from "../rules/ecs-readonly-root";
import { ecsSecureNetworkMode } from "../rules/ecs-secure-network-mode";
import { ecsServiceAutoscaling } from "../rules/ecs-service-autoscaling";
import { ecsServiceMinTasks } from "../rules/ecs-service-min-tasks";
import { ecsServiceMultiAz } from "../rules/ecs-service-multi-az";
import { ecsTaskAndExecutionRoles } from "../rules/ecs-task-and-execution-roles";
import { eksAccessAndProtection } from "../rules/eks-access-and-protection";
import { eksControlPlaneLogs } from "../rules/eks-control-plane-logs";
import { eksEndpointCidrs } from "../rules/eks-endpoint-cidrs";
import { eksEndpointPrivate } from "../rules/eks-endpoint-private";
import { eksMultiAzPrivateNodes } from "../rules/eks-multi-az-private-nodes";
import { eksNodeRemoteAccess } from "../rules/eks-node-remote-access";
import { eksSecretsEncryption } from "../rules/eks-secrets-encryption";
import { eksSupportedVersion } from "../rules/eks-supported-version";
import { k8sImagePinned } from "../rules/k8s-image-pinned";
import { k8sNoHostNamespaces } from "../rules/k8s-no-host-namespaces";
import { k8sNoPlaintextSecrets } from "../rules/k8s-no-plaintext-secrets";
import { k8sNoPrivileged } from "../rules/k8s-no-privileged";
import { k8sNonRoot } from "../rules/k8s-non-root";
import { k8sReadOnlyRoot } from "../rules/k8s-read-only-root";
import { k8sResourceLimits } from "../rules/k8s-resource-limits";

/** ECS, EKS, ECR and Kubernetes objects. */
export const containers: Group = {
  title: "Containers",
  rules: [
    ecrCmk,
    ecrImmutableTags,
    ecrLifecycle,
    ecrNoPublicPolicy,
    ecrScanOnPush,
    ecsCapacityProviderManaged,
    ecsCircuitBreaker,
    ecsContainerHealthCheck,
    ecsContainerInsights,
    ecsDeploymentHealthyPercent,
    ecsEfsTransitEncryption,
    ecsExecEncrypted,
    ecsExecLogging,
    ecsExecOffInProduction,
    ecsFargatePlatformLatest,
    ecsImagePinned,
    ecsImageRegistry,
    ecsLogging,
    ecsMemoryLimits,
    ecsNoHostPid,
    ecsNoPlaintextSecrets,
    ecsNoPrivileged,
    ecsNoPublicIp,
    ecsNonRootUser,
    ecsReadonlyRoot,
    ecsSecureNetworkMode,
    ecsServiceAutoscaling,
    ecsServiceMinTasks,
    ecsServiceMultiAz,
    ecsTaskAndExecutionRoles,
    eksAccessAndProtection,
    eksControlPlaneLogs,
    eksEndpointCidrs,
    eksEndpointPrivate,
    eksMultiAzPrivateNodes,
    eksNodeRemoteAccess,
    eksSecretsEncryption,
    eksSupportedVersion,
    k8sImagePinned,
    k8sNoHostNamespaces,
    k8sNoPlaintextSecrets,
    k8sNoPrivileged,
    k8sNonRoot,
    k8sReadOnlyRoot,
    k8sResourceLimits,
  ],
};
