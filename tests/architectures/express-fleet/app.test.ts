import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Burner {
  readonly secondsLeft: number;
  start(seconds: number): void;
}

interface Routes {
  home(host: string): Answer;
  health(): Answer;
  load(text: unknown, burner: Burner): Answer;
}

const module = <Exports>(file: string): Promise<Exports> =>
  import(pathToFileURL(join(__dirname, "../../../architectures/express-fleet/app", file)).href);

/** Burns nothing, and says what it was told to. */
class Told implements Burner {
  secondsLeft = 0;
  start(seconds: number) {
    this.secondsLeft = seconds;
  }
}

describe("the app of express-fleet", () => {
  let routes: Routes;
  before(async () => {
    routes = await module<Routes>("routes.js");
  });

  it("greets at /home by the name of its server", () =>
    assert.deepEqual(routes.home("ip-10-0-1-2"), { status: 200, body: { greeting: "Hello from ip-10-0-1-2" } }));

  it("is well at /health", () => assert.deepEqual(routes.health(), { status: 200, body: { status: "ok" } }));

  it("burns at /load for as long as it is told, or 10 seconds, and answers at once", () => {
    for (const [text, seconds] of [
      [undefined, 10],
      ["1", 1],
      ["300", 300],
    ] as const) {
      const burner = new Told();
      const { status, headers, body } = routes.load(text, burner);
      assert.deepEqual([status, headers, body], [202, { connection: "close" }, { burning: seconds }]);
      assert.equal(burner.secondsLeft, seconds);
    }
  });

  for (const text of ["0", "-1", "301", "1.5", "ten", "", "Infinity", ["1", "2"], { a: "1" }]) {
    it(`refuses to burn for ${JSON.stringify(text)} seconds`, () => {
      const burner = new Told();
      const error = `seconds must be a whole number from 1 to 300, got ${JSON.stringify(text)}`;
      assert.deepEqual(routes.load(text, burner), { status: 400, body: { error } });
      assert.equal(burner.secondsLeft, 0);
    });
  }

  it("burns one at a time, and says when the next may come", () => {
    const burner = new Told();
    burner.start(120);
    const { status, headers, body } = routes.load("5", burner);
    assert.deepEqual([status, headers], [429, { connection: "close", "retry-after": "120" }]);
    assert.deepEqual(body, { error: "busy for 120 s: one at a time on each CPU" });
    assert.equal(burner.secondsLeft, 120);
  });

  it("burns beside its event loop, which goes on, and stops by itself", async () => {
    const { Burner: Burning } = await module<{ Burner: new () => Burner }>("burner.js");
    const burner = new Burning();
    assert.equal(burner.secondsLeft, 0);
    /** The turns of the event loop, and the milliseconds of CPU, while it burns for so long. */
    const burnt = async (seconds: number) => {
      const before = process.cpuUsage();
      burner.start(seconds);
      let turns = 0;
      for (; burner.secondsLeft > 0; turns++) await new Promise((resolve) => setTimeout(resolve, 5));
      return { turns, milliseconds: process.cpuUsage(before).user / 1000 };
    };
    const isEnough = ({ turns, milliseconds }: Awaited<ReturnType<typeof burnt>>) => turns >= 3 && milliseconds > 100;
    const first = await burnt(1);
    if (isEnough(first)) return;
    // A machine that is busy with something else may leave it less than a tenth of a CPU.
    const second = await burnt(10);
    assert.ok(isEnough(second), JSON.stringify({ first, second }));
  });
});
