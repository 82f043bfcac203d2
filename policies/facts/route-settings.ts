import type { Resource } from "../resource";
import { methodSettingsType, stageType } from "./api-gateway";
import { type Members, membersOf } from "./property-paths";

/** The types that say how requests to some or all routes of an API are logged, traced, cached and throttled. */
export const routeSettingsTypes: readonly string[] = [methodSettingsType, stageType];

/** The settings of methods or routes that a resource holds. */
export function routeSettingsOf({ type, props }: Pick<Resource, "type" | "props">): Members {
  if (type === methodSettingsType) return membersOf(props, [], "settings");
  const lists = ["defaultRouteSettings", "routeSettings"].map((property) => membersOf(props, [], property));
  return {
    members: lists.flatMap(({ members }) => members),
    unknownLists: lists.flatMap(({ unknownLists }) => unknownLists),
  };
}
