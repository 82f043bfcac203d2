import { workerData } from "node:worker_threads";

const end = performance.now() + workerData.milliseconds;
while (performance.now() < end);
