import { z } from "zod";
import { architectures } from "../architectures/catalogue";
import { anchor, code, table } from "./markdown";
import { describeSettings } from "./setting-docs";
import { ifLeftOut, inWords, overLines, type Schema } from "./settings-form";
import { SharedSettings } from "./shared-settings";

/** What fits into a cell of a table; longer forms stand in a block below it. */
const cell = 160;

interface Row {
  readonly path: string;
  readonly takes: string;
  readonly says: string;
  /** The setting over several lines, where it is long. */
  readonly block?: string;
}

/** docs/settings.md and the pages below it, made from the schemas that check the settings. */
export function settingsPages(): Record<string, string> {
  describeSettings();
  const loaded = Object.entries(architectures).map(([name, load]) => ({ name, ...load() }));
  const schemas = Object.fromEntries(
    loaded.map(({ name, settings }) => [
      name,
      z.toJSONSchema(settings, { io: "output", unrepresentable: "any" }) as Schema,
    ]),
  );
  const shared = new SharedSettings(schemas);
  const made: Record<string, string> = {
    "docs/settings.md": indexPage(loaded),
    "docs/settings/shared.md": sharedPage(shared),
  };
  for (const { name, description } of loaded) {
    const schema = schemas[name] ?? {};
    made[`docs/settings/${name}.md`] = page([
      `# Settings of ${name}`,
      `${description}.`,
      "[How to read this](../settings.md). Made by `npm run docs`.",
      section(rowsOf(schema, "", shared), "##"),
    ]);
  }
  return made;
}

function indexPage(all: readonly { readonly name: string; readonly description: string }[]): string {
  const rows = all.map(({ name, description }) => [`[\`${name}\`](settings/${name}.md)`, description]);
  return page([
    "# Settings",
    "What `tierwork:settings` of a stack file takes, a page for each architecture. Made by `npm run docs`.",
    table(["architecture", "what it is"], rows),
    "Names and defaults are those of the components' arguments, whose docstrings say more of each, such as those of [`Network`](../components/network.ts), [`WebTier`](../components/web-tier.ts) and [`ContainerService`](../components/container-service.ts). What several architectures take is explained once, on [a page of its own](settings/shared.md).",
    "`network.zones` is `zones` within the map `network`. In a map, `name?` may be left out. One of several kinds is told by its `type`. So a stack file and a command line say the same:",
    code(
      "yaml",
      'config:\n  tierwork:architecture: web-app\n  tierwork:settings:\n    network:\n      zones: 3\n    ami: { type: ubuntu, version: "22.04" }',
    ),
    code(
      "sh",
      "npm run plan -- --architecture web-app --set network.zones=3 --set 'ami={type: ubuntu, version: \"22.04\"}'",
    ),
  ]);
}

function sharedPage(shared: SharedSettings): string {
  const sections = shared.all.map(({ heading, key, schema }) => {
    const takes = isMap(schema) ? section(rowsOf(schema, key, shared), "###") : code("text", overLines(schema));
    return `## ${heading}\n\n${takes}`;
  });
  return page([
    "# Settings that several architectures take",
    "[How to read this](../settings.md). Made by `npm run docs`.",
    ...sections,
  ]);
}

function section(rows: readonly Row[], level: string): string {
  const cells = rows.map(({ path, takes, says }) => [`\`${path}\``, takes, says]);
  const blocks = rows.flatMap(({ path, block }) => (block ? [`${level} ${path}`, code("text", block)] : []));
  return [table(["setting", "what it takes", "what it is"], cells), ...blocks].join("\n\n");
}

function rowsOf(schema: Schema, path: string, shared: SharedSettings): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const own = value as Schema;
    const here = path === "" ? key : `${path}.${key}`;
    const heading = shared.heading(own);
    if (heading) {
      const takes = `[${heading}](shared.md#${anchor(heading)})${ifLeftOut(own)}`;
      return [{ path: here, takes, says: own.description ?? "" }];
    }
    return isMap(own) ? rowsOf(own, here, shared) : [rowOf(here, own)];
  });
}

function rowOf(path: string, schema: Schema): Row {
  const [takes, says] = [inWords(schema), schema.description ?? ""];
  if (takes.length <= cell) return { path, takes, says };
  return { path, says, takes: `[as below](#${anchor(path)})${ifLeftOut(schema)}`, block: overLines(schema) };
}

/** A map is told by the settings in it. */
function isMap(schema: Schema): boolean {
  return schema.properties !== undefined && schema.anyOf === undefined;
}

function page(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
