import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = dirname(fileURLToPath(import.meta.url));
const made = join(folder, "dist");

await rm(made, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: folder,
  entryPoints: ["sources/main.jsx"],
  outdir: "dist/assets",
  // A name for each content, so that browsers may keep a file for ever.
  entryNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  jsx: "automatic",
  format: "esm",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
});

const page = await readFile(join(folder, "sources/index.html"), "utf8");
const files = Object.keys(metafile.outputs).map((file) => `/${file.replace(/^dist\//, "")}`);
const named = (ending) => files.find((file) => file.endsWith(ending)) ?? "";
await mkdir(made, { recursive: true });
await writeFile(
  join(made, "index.html"),
  page.replace("/main.js", () => named(".js")).replace("/main.css", () => named(".css")),
);
