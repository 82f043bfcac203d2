import { Worker } from "node:worker_threads";

/**
 * Burns a CPU on a thread of its own, so that the process answers health checks meanwhile. One at a time: pm2 runs a
 * process for each CPU, so that there are never more than CPUs.
 */
export class Burner {
  #until = 0;

  get secondsLeft() {
    return Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
  }

  start(seconds) {
    this.#until = performance.now() + seconds * 1000;
    const workerData = { milliseconds: seconds * 1000 };
    new Worker(new URL("burn.js", import.meta.url), { workerData }).unref();
  }
}
