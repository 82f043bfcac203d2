import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

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

/** Waits until something is so, for a minute: it is bound to be, however busy the machine is. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 60_000; !(await isSo()); await pause(10)) {
    if (Date.now() > end) throw new Error(`after a minute still not: ${isSo}`);
  }
}

/** A request to `/` that a server has begun to read, and whose end it does not have yet. */
export interface Begun {
  /** Sends the rest, and returns the whole answer once the server has closed the connection. */
  finish(): Promise<string>;
}

/** Begins a request with these headers, and returns when the server has read them. */
export async function begun(url: string, headers = ""): Promise<Begun> {
  const socket = connectedTo(url);
  let said = "";
  socket.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const closed = once(socket, "close");
  // Behind a whole request, in one packet: the answer to that one tells that the packet has been read to its end.
  socket.write(`GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n${headers}`);
  await until(() => said.endsWith("\r\n0\r\n\r\n"));
  return {
    async finish() {
      said = "";
      socket.write("\r\n");
      await closed;
      return said;
    },
  };
}

/** Waits until a server takes no new connection. */
export const isClosed = (url: string): Promise<void> =>
  until(async () => {
    const socket = connectedTo(url);
    try {
      await once(socket, "connect");
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ECONNREFUSED";
    } finally {
      socket.destroy();
    }
  });

function connectedTo(url: string) {
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname);
}
