import type { ArgumentCheck } from "../argument-checks";

/**
 * Words that PostgreSQL and MySQL both reserve, beside `user`, which is PostgreSQL's own, and `database`, which is
 * MySQL's: RDS makes no database of a reserved word.
 * https://www.postgresql.org/docs/current/sql-keywords-appendix.html
 * https://dev.mysql.com/doc/refman/8.4/en/keywords.html
 */
const reservedWords = [
  ...["all", "analyze", "and", "as", "asc", "both", "case", "check", "collate", "column", "constraint", "create"],
  ...["cross", "current_date", "current_time", "current_timestamp", "current_user", "database", "default", "desc"],
  ...["distinct", "else", "except", "false", "fetch", "for", "foreign", "from", "grant", "group", "having", "in"],
  ...["inner", "intersect", "into", "is", "join", "lateral", "leading", "left", "like", "limit", "localtime"],
  ...["localtimestamp", "natural", "not", "null", "on", "or", "order", "outer", "primary", "references", "right"],
  ...["select", "table", "then", "to", "trailing", "true", "union", "unique", "user", "using", "when", "where"],
  ...["window", "with"],
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export function checkDatabaseName(check: ArgumentCheck, argument: string, name: string): void {
  const isName = /^[A-Za-z]\w{0,62}$/.test(name);
  check(isName, argument, "must be a letter, then letters, digits and _, at most 63", name);
  const isFree = !reservedWords.includes(name.toLowerCase());
  check(isFree, argument, "must not be a word that SQL keeps for itself", name);
}
