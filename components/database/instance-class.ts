import type { ArgumentCheck } from "../argument-checks";

/** @throws when it has not the form of a class of RDS. */
export function checkInstanceClass(check: ArgumentCheck, argument: string, instanceClass: string): void {
  const isClass = /^db\.[a-z0-9-]+\.[a-z0-9]+$/.test(instanceClass);
  check(isClass, argument, 'must be a class such as "db.t4g.micro"', instanceClass);
}
