/** A rule of what goes: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html */
interface LifecycleRule {
  readonly description: string;
  readonly selection: Readonly<Record<string, string | number>>;
}

/** Images that have lost their tag to another. */
export function expireUntagged(days: number): LifecycleRule {
  return {
    description: `Untagged images go after ${days} days`,
    selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: days },
  };
}

/** All but the newest. A rule for any image must be the last. */
export function keepNewest(count: number): LifecycleRule {
  return {
    description: `The newest ${count} images stay`,
    selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: count },
  };
}

/** The rules as the document of a lifecycle policy, the first before the others. */
export function lifecyclePolicy(rules: readonly LifecycleRule[]): string {
  return JSON.stringify({
    rules: rules.map(({ description, selection }, index) => ({
      rulePriority: index + 1,
      description,
      selection,
      action: { type: "expire" },
    })),
  });
}
