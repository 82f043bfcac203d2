import { readFileSync } from "node:fs";
import { InputError } from "./input-error";

/**
 * The text of a file that the user names.
 *
 * @param called the file as the user wrote it, for messages
 * @throws InputError when it cannot be read
 */
export function readFile(path: string, called: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InputError(unreadable(error, called));
  }
}

const REASONS: Readonly<Record<string, (called: string) => string>> = {
  ENOENT: (called) => `there is no file ${called}`,
  ENOTDIR: (called) => `there is no file ${called}`,
  EISDIR: (called) => `${called} is a folder, not a file`,
  EACCES: (called) => `${called} cannot be read: permission denied`,
  EPERM: (called) => `${called} cannot be read: permission denied`,
  // Node.js holds at most half a gigabyte in one text.
  ERR_STRING_TOO_LONG: (called) => `${called} is larger than 512 MB, which is more than can be read`,
  ERR_FS_FILE_TOO_LARGE: (called) => `${called} is larger than 512 MB, which is more than can be read`,
};

function unreadable(error: unknown, called: string): string {
  const { code = "" } = error as NodeJS.ErrnoException;
  return REASONS[code]?.(called) ?? `${called} cannot be read (${code})`;
}
