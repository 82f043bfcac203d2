import wildcardMatch from "wildcard-match";
import { accountDefault } from "../facts/account-defaults";
import { asBoolean, asList, asText, at, type Fact, UNKNOWN, type Unknown } from "../facts/value";
import type { StackResource } from "../resource";
import { rule, type Stack } from "../rule";

const type = "aws:ecr/repository:Repository";
const registryType = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

export const ecrScanOnPush = rule({
  name: "ecr-scan-on-push",
  displayName: "Images are scanned when they are pushed",
  description: "Every repository scans the images that are pushed to it, by its own setting or the registry's.",
  why: "Otherwise the known faults in an image's packages stay unseen until somebody looks for them, or uses them.",
  severity: "high",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-1",
  remediationSteps:
    "Set imageScanningConfiguration.scanOnPush to true, or add a rule to the region's RegistryScanningConfiguration.",
  controls: { fsbp: ["ECR.1"] },
  types: [type],
  remediate({ props }) {
    const own = asBoolean(at(props, "imageScanningConfiguration", "scanOnPush"));
    return own === true || own === UNKNOWN ? [] : [{ path: ["imageScanningConfiguration", "scanOnPush"], value: true }];
  },
  stack({ stack, on }) {
    for (const repository of stack.ofType(type)) {
      const own = asBoolean(at(repository.props, "imageScanningConfiguration", "scanOnPush"));
      if (own === true) continue;
      const byRegistry = registryScans(stack, repository);
      if (byRegistry === true) continue;
      if (byRegistry === UNKNOWN) on(repository).undecided("whether the registry's scanning covers it");
      // What the stack leaves to AWS is unknown at preview too; AWS does not scan unless it is told to.
      else if (own === UNKNOWN && repository.references("imageScanningConfiguration").length > 0) {
        on(repository).undecided("imageScanningConfiguration.scanOnPush");
      } else {
        on(repository).deny("imageScanningConfiguration.scanOnPush is not true; set it to true");
      }
    }
  },
});

function registryScans(stack: Stack, repository: StackResource): boolean | Unknown {
  const registry = accountDefault(stack, registryType, repository);
  if (!registry) return false;
  const rules = asList(at(registry.props, "rules"));
  if (rules === UNKNOWN) return UNKNOWN;
  const name = asText(at(repository.props, "name"));
  const verdicts = rules.flatMap((scan): (boolean | Unknown)[] => {
    const filters = asList(at(scan, "repositoryFilters"));
    const frequency = asText(at(scan, "scanFrequency"));
    if (frequency === "MANUAL" || frequency === undefined) return [];
    if (filters === UNKNOWN || frequency === UNKNOWN) return [UNKNOWN];
    return filters.map((filter) => covers(asText(at(filter, "filter")), name));
  });
  if (verdicts.includes(true)) return true;
  return verdicts.includes(UNKNOWN) ? UNKNOWN : false;
}

/** A filter without a wildcard is any part of a name: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-filters.html */
function covers(filter: Fact<string>, name: Fact<string>): boolean | Unknown {
  if (filter === undefined) return false;
  if (filter === "*") return true;
  if (filter === UNKNOWN || typeof name !== "string") return UNKNOWN;
  return wildcardMatch(filter.includes("*") ? filter : `*${filter}*`, { separator: false })(name);
}
