import type { Verdicts } from "../rule";
import { texts } from "../settings";
import { type Members, written } from "./property-paths";
import { asText, shown, UNKNOWN } from "./value";

/** With whom snapshots may be shared. */
export const shareSettings = {
  accounts: texts([], "The accounts with which snapshots may be shared, by their ids; none listed admits any account."),
};

/** Judges the accounts that a snapshot is shared with: `all` is everyone. */
export function judgeShares(
  { members, unknownLists }: Members,
  accounts: readonly string[],
  { deny, undecided }: Verdicts,
): void {
  const isListed = accounts.length > 0;
  for (const { place, value } of members) {
    const account = asText(value);
    if (account === UNKNOWN) {
      // The id of an account that the stack makes is no "all".
      if (isListed) undecided(written(place));
    } else if (account?.toLowerCase() === "all") {
      deny(`${written(place)} is ${shown(account)}, which is everyone; share with the id of an account`);
    } else if (isListed && !accounts.includes(account?.padStart(12, "0") ?? "")) {
      deny(`${written(place)} is ${shown(account)}, which is not one of accounts; share with one of them`);
    }
  }
  for (const list of isListed ? unknownLists : []) undecided(list);
}
