import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Plan, Position } from "./plan";

/** Where the files of a project lie in its repository: what a pull request shows them under. */
export interface Sources {
  /** The folder that positions are relative to, with a slash at its end; empty for the root of the repository. */
  readonly folder: string;
  readonly stackFile: string;
}

/**
 * The sources of a project. Without a Git repository around it, its own folder is the root.
 *
 * @param folder the folder of the project, as an absolute path
 */
export function sourcesOf(folder: string, stackFile: string): Sources {
  const root = repositoryAround(folder) ?? folder;
  const inside = portable(relative(root, folder));
  return { folder: inside === "" ? "" : `${inside}/`, stackFile: portable(relative(root, stackFile)) };
}

/** The root of the repository that a folder lies in: in a worktree `.git` is a file. */
function repositoryAround(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryAround(parent);
}

function portable(path: string): string {
  return path.split(sep).join("/");
}

/** Where the program declares a resource, or else its nearest ancestor of which that is known. */
export class Places {
  private readonly declared: ReadonlyMap<string, { readonly position?: Position; readonly parent?: string }>;

  constructor({ resources }: Plan) {
    this.declared = new Map(resources.map((resource) => [resource.urn, resource]));
  }

  of(urn: string | undefined): Position | undefined {
    const resource = urn === undefined ? undefined : this.declared.get(urn);
    return resource && (resource.position ?? this.of(resource.parent));
  }
}
