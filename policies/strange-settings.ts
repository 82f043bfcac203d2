import { closest } from "fastest-levenshtein";

/**
 * The settings in the pack's config that their policies do not have. The engine checks the values of known settings
 * and passes unknown ones on, so that one that is misspelt would never be missed.
 */
export class StrangeSettings {
  private readonly found = new Map<string, string>();

  /** Keeps what a policy's config holds beside its settings. */
  note(policy: string, config: Readonly<Record<string, unknown>>, settings: readonly string[]): void {
    for (const key of Object.keys(config)) {
      if (settings.includes(key)) continue;
      const near = settings.length > 0 ? `; the nearest is "${closest(key, [...settings])}"` : "";
      this.found.set(`${policy} ${key}`, `"${key}" is not a setting of ${policy}${near}`);
    }
  }

  /** As sentences, by policy; they are then forgotten, for the config may be another when policies run again. */
  take(): readonly string[] {
    const sentences = [...this.found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sentence]) => sentence);
    this.found.clear();
    return sentences;
  }
}
