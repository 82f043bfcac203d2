import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What an app must have, by its path, and why. */
const parts = [
  { file: "frontend/dist/index.html", why: "the page of the built React app" },
  { file: "backend/app.py", why: "which has the Flask app, by the name of app" },
  { file: "backend/requirements.txt", why: "which pip installs" },
];

/** The folder of an app: a React build in `frontend/dist`, and Flask in `backend`, which answers `/api/health`. */
export const source = z.string().superRefine((folder, context) => {
  const refuse = (message: string) => context.addIssue({ code: "custom", message: `must be a folder with ${message}` });
  const missing = parts.find(({ file }) => !existsSync(join(folder, file)));
  if (missing) return refuse(`${missing.file}, ${missing.why}: ${folder} has none`);
  const requirements = readFileSync(join(folder, "backend/requirements.txt"), "utf8");
  if (!/^gunicorn==/m.test(requirements) || !requirements.includes("--hash=sha256:"))
    refuse("a backend/requirements.txt that pins gunicorn and all the rest with hashes, as pip-compile writes them");
});

/** The folders of a release: the app's, and how a server serves it. */
export function foldersOf(folder = __dirname): Readonly<Record<string, string>> {
  return {
    frontend: join(folder, "frontend/dist"),
    backend: join(folder, "backend"),
    server: join(__dirname, "server"),
  };
}
