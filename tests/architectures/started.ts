import { type ChildProcess, spawn } from "node:child_process";

export interface Started {
  readonly process: ChildProcess;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The exit code, once it ends. */
  readonly ended: Promise<number | null>;
}

/** Starts a server of an architecture's app on a port of its own, as its container does. */
export async function started(file: string): Promise<Started> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text) => {
      const found = /listening on (\d+)/.exec(String(text))?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { process: child, url: `http://127.0.0.1:${port}`, ended };
}
