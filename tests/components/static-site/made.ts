import { StaticSite, type StaticSiteArgs } from "../../../components/static-site";
import { record } from "../../../planner/record";
import { folderWith } from "../../planner/folder";

export const pages = { "index.html": "<h1>Shop</h1>", "404.html": "<h1>No</h1>" };

/** Plans a site called shop with these files. */
export function made(
  args: Partial<StaticSiteArgs> = {},
  files: Readonly<Record<string, string>> = pages,
  environment: "dev" | "prod" = "prod",
) {
  return record(() => new StaticSite("shop", { content: { folder: folderWith(files) }, ...args }), { environment });
}

/** The two names of one site. */
export const domains = [
  { name: "example.com", zoneId: "Z1" },
  { name: "www.example.com", zoneId: "Z1" },
];
