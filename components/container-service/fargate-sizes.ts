import type { ArgumentCheck } from "../argument-checks";

/** CPU units, and the MiB that go with them: from, to, in steps of. */
const sizes: readonly { readonly cpu: number; readonly memories: readonly number[] }[] = [
  { cpu: 256, memories: [512, 1024, 2048] },
  { cpu: 512, memories: range(1024, 4096, 1024) },
  { cpu: 1024, memories: range(2048, 8192, 1024) },
  { cpu: 2048, memories: range(4096, 16384, 1024) },
  { cpu: 4096, memories: range(8192, 30720, 1024) },
  { cpu: 8192, memories: range(16384, 61440, 4096) },
  { cpu: 16384, memories: range(32768, 122880, 8192) },
];

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}

/**
 * Checks a task's size against those that Fargate has.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 */
export function checkFargateSize(check: ArgumentCheck, cpu: number, memoryMiB: number): void {
  const nearest = nearestFargateSize(cpu, memoryMiB);
  const isSize = nearest.cpu === cpu && nearest.memoryMiB === memoryMiB;
  const pair = `cpu ${nearest.cpu} with memoryMiB ${nearest.memoryMiB}`;
  check(isSize, "cpu", `must be one that Fargate has with this memory; the nearest is ${pair}`, { cpu, memoryMiB });
}

/** The smallest size that has at least as much of both, or the largest there is. */
export function nearestFargateSize(cpu: number, memoryMiB: number): { cpu: number; memoryMiB: number } {
  for (const size of sizes) {
    const memory = size.memories.find((value) => value >= memoryMiB);
    if (size.cpu >= cpu && memory !== undefined) return { cpu: size.cpu, memoryMiB: memory };
  }
  return { cpu: 16384, memoryMiB: 122880 };
}
