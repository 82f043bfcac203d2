// JavaScript, because the engine type-checks a pack whose main file is TypeScript on every cold start (4.5 s, not 1 s).
require("tsx/cjs");
require("./pack.ts");
