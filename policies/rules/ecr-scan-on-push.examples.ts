import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const repository = (props: object = {}) => ({ type: "aws:ecr/repository:Repository", props: { ...props } });
const registry = (rule: object, props: object = {}) => ({
  type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
  props: { scanType: "BASIC", rules: [rule], ...props },
});
const onPush = (...filters: unknown[]) => ({
  scanFrequency: "SCAN_ON_PUSH",
  repositoryFilters: filters.map((filter) => ({ filter, filterType: "WILDCARD" })),
});

export const examples: Examples = {
  denied: [
    {
      title: "a repository that says nothing of scanning, or no",
      resources: { web: repository(), api: repository({ imageScanningConfiguration: { scanOnPush: false } }) },
      says: {
        web: "imageScanningConfiguration.scanOnPush is not true; set it to true",
        api: "imageScanningConfiguration.scanOnPush is not true",
      },
    },
    {
      title: "a repository that the registry's rule does not cover",
      resources: { web: repository({ name: "shop/web" }), registry: registry(onPush("bank/*")) },
      says: { web: "imageScanningConfiguration.scanOnPush is not true" },
    },
    {
      title: "a repository in another region than the registry's rule",
      resources: { web: repository(), registry: registry(onPush("*"), { region: "us-east-1" }) },
      says: { web: "imageScanningConfiguration.scanOnPush is not true" },
    },
    {
      title: "a registry that scans when it is told to",
      resources: { web: repository(), registry: registry({ ...onPush("*"), scanFrequency: "MANUAL" }) },
      says: { web: "imageScanningConfiguration.scanOnPush is not true" },
    },
  ],
  allowed: [
    {
      title: "a repository that scans",
      resources: { web: repository({ imageScanningConfiguration: { scanOnPush: true } }) },
    },
    {
      title: "a registry that scans everything",
      remediedAnyway: ["web"],
      resources: { web: repository(), registry: registry(onPush("*")) },
    },
    {
      title: "a registry that always scans what has such a name",
      remediedAnyway: ["web", "api"],
      resources: {
        ...{ web: repository({ name: "shop/web" }), api: repository({ name: "prod-api" }) },
        registry: registry({ ...onPush("shop/*", "prod"), scanFrequency: "CONTINUOUS_SCAN" }, { scanType: "ENHANCED" }),
      },
    },
  ],
  undecided: [
    {
      title: "a repository whose name a rule of the registry may cover",
      remediedAnyway: ["web"],
      resources: { web: repository({ name: UNKNOWN }), registry: registry(onPush("shop/*")) },
      says: { web: "whether the registry's scanning covers it is not known yet" },
    },
    {
      title: "a setting that comes from another resource",
      resources: {
        other: repository({ imageScanningConfiguration: { scanOnPush: true } }),
        web: repository({ imageScanningConfiguration: { scanOnPush: ref("other", "scans") } }),
      },
      says: { web: "imageScanningConfiguration.scanOnPush is not known yet" },
    },
  ],
};
