import type { Format } from "../output";
import type { Report } from "../report";
import { json } from "./json";
import { junit } from "./junit";
import { markdown } from "./markdown";
import { sarif } from "./sarif";
import { text } from "./text";
import type { TreeOptions } from "./tree";

/** A report in one of the formats; the options are for text. */
export function printed(format: Format, report: Report, options: TreeOptions): string {
  switch (format) {
    case "text":
      return text(report, options);
    case "json":
      return json(report);
    case "markdown":
      return markdown(report);
    case "sarif":
      return sarif(report);
    case "junit":
      return junit(report);
  }
}
