import assert from "node:assert/strict";
import { nearestFargateSize } from "../../../components/container-service/fargate-sizes";

describe("the size of a task on Fargate", () => {
  const sizes: [cpu: number, memory: number, nearestCpu: number, nearestMemory: number][] = [
    [256, 512, 256, 512],
    [256, 513, 256, 1024],
    [256, 4096, 512, 4096],
    [1024, 1024, 1024, 2048],
    [2048, 16384, 2048, 16384],
    [4096, 30721, 8192, 32768],
    [8192, 61440, 8192, 61440],
    [16384, 1, 16384, 32768],
    [32768, 200000, 16384, 122880],
  ];
  for (const [cpu, memory, nearestCpu, nearestMemory] of sizes) {
    it(`of ${cpu} CPU units and ${memory} MiB is nearest to ${nearestCpu} and ${nearestMemory}`, () =>
      assert.deepEqual(nearestFargateSize(cpu, memory), { cpu: nearestCpu, memoryMiB: nearestMemory }));
  }
});
