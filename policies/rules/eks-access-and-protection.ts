import { clusterType } from "../facts/eks-endpoints";
import { asBoolean, asText, at, shown, UNKNOWN } from "../facts/value";
import { type Change, rule } from "../rule";

const wanted: readonly Change[] = [
  { path: ["accessConfig", "authenticationMode"], value: "API" },
  { path: ["accessConfig", "bootstrapClusterCreatorAdminPermissions"], value: false },
  { path: ["deletionProtection"], value: true },
];

export const eksAccessAndProtection = rule({
  name: "eks-access-and-protection",
  displayName: "Access to a cluster is stated, and its end too",
  description:
    "An EKS cluster admits whom its access entries name, not whoever made it, and cannot be deleted by accident.",
  why: "Whoever made the cluster, be it a person or a pipeline, otherwise stays its administrator, and one mistaken call deletes it.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
  remediationSteps:
    'Set accessConfig to { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false } with an eks.AccessEntry for each who needs it, and deletionProtection to true.',
  controls: {},
  types: [clusterType],
  resource({ resource, deny, undecided }) {
    const access = at(resource.props, "accessConfig");
    const mode = asText(at(access, "authenticationMode"));
    if (mode === UNKNOWN) undecided("accessConfig.authenticationMode");
    else if (mode !== "API") deny(`accessConfig.authenticationMode is ${shown(mode)}; set it to "API"`);
    const bootstrap = asBoolean(at(access, "bootstrapClusterCreatorAdminPermissions"));
    if (bootstrap === UNKNOWN) undecided("accessConfig.bootstrapClusterCreatorAdminPermissions");
    else if (bootstrap !== false) {
      deny("accessConfig.bootstrapClusterCreatorAdminPermissions is not false; set it to false");
    }
    const isProtected = asBoolean(at(resource.props, "deletionProtection"));
    if (isProtected === UNKNOWN) undecided("deletionProtection");
    else if (!isProtected) deny("deletionProtection is not true; set it to true");
  },
  remediate({ props }) {
    return wanted.flatMap(({ path, value }) => {
      const stated = at(props, ...path);
      const said = typeof value === "boolean" ? asBoolean(stated) : asText(stated);
      const isRight = said === UNKNOWN || said === value;
      return isRight ? [] : [{ path, value }];
    });
  },
});
