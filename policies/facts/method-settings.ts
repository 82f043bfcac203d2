import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { methodSettingsType, restApiOf, restStageType } from "./api-gateway";
import { type Kind, referred } from "./references";
import { asText, at, UNKNOWN, type Unknown } from "./value";

const stageKind: Kind = { types: [restStageType], keys: [] };

/** The settings that a stack holds for methods of a stage of a REST API. */
export interface StageMethodSettings {
  readonly settings: readonly StackResource[];
  /** True when others may be about this stage, too. */
  readonly isVague: boolean;
}

/** Finds the settings for the methods of each stage of a stack: by what they refer to, otherwise by API and name. */
export function methodSettings(stack: Stack): (stage: StackResource) => StageMethodSettings {
  const byStage = new Map<string, StackResource[]>();
  const byName = new Map<string, StackResource[]>();
  let isVague = false;
  for (const settings of stack.ofType(methodSettingsType)) {
    const stages = referred(settings, "stageName", stageKind);
    const key = stageKeyOf(stack, settings);
    for (const { urn } of stages) put(byStage, urn, settings);
    if (stages.length === 0 && key === UNKNOWN) isVague = true;
    else if (stages.length === 0 && key !== UNKNOWN) put(byName, key, settings);
  }
  return (stage) => {
    const key = stageKeyOf(stack, stage);
    const named = key === UNKNOWN ? [] : (byName.get(key) ?? []);
    return { settings: [...(byStage.get(stage.urn) ?? []), ...named], isVague };
  };
}

/** What stages and the settings for their methods have in common: the API and the name of the stage. */
export function stageKeyOf(stack: Stack, part: StackResource): string | Unknown {
  const api = restApiOf(stack, part)?.urn ?? asText(at(part.props, "restApi"));
  const name = asText(at(part.props, "stageName"));
  return api === UNKNOWN || name === UNKNOWN ? UNKNOWN : `${api} ${name}`;
}

function put(index: Map<string, StackResource[]>, key: string, settings: StackResource): void {
  const others = index.get(key);
  if (others) others.push(settings);
  else index.set(key, [settings]);
}
