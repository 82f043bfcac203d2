import type { ArgumentCheck } from "../argument-checks";

/** How many requests are taken; the others are answered with 429. */
export interface Throttling {
  /** In the long run, more than 0. */
  readonly requestsPerSecond: number;
  /** At once, a whole number, 1 or more. */
  readonly burst: number;
}

/** A tenth of what AWS gives an account in a region: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const defaultThrottling: Throttling = { requestsPerSecond: 1000, burst: 500 };

export function checkThrottling(check: ArgumentCheck, argument: string, throttling: Throttling): void {
  const { requestsPerSecond, burst } = throttling;
  check(requestsPerSecond > 0, `${argument}.requestsPerSecond`, "must be more than 0", requestsPerSecond);
  const isCount = Number.isInteger(burst) && burst >= 1;
  check(isCount, `${argument}.burst`, "must be a whole number, 1 or more", burst);
}

/** As stages and methods take it. */
export function throttlingInput({ requestsPerSecond, burst }: Throttling) {
  return { throttlingRateLimit: requestsPerSecond, throttlingBurstLimit: burst };
}
