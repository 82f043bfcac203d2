import { coversAction } from "./policy-patterns";
import { addressesEveryone, type Condition, type Statement } from "./policy-statements";
import { allOf, anyOf, known } from "./three-valued";
import type { Unknown } from "./value";

/**
 * Whether a statement refuses everyone an action, or all of a pattern of actions such as `s3:*`, when the request comes
 * without TLS. Of which resources is not looked at.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html#example-bucket-policies-HTTP-HTTPS
 */
export function deniesInsecureTransport(statement: Statement, action: string): boolean | Unknown {
  return allOf([
    known(statement.effect, (effect) => effect === "Deny"),
    addressesEveryone(statement),
    coversAction(statement, action),
    // Any other condition lets through the requests that do not meet it.
    ...statement.conditions.map(isInsecure),
  ]);
}

/** The key is in every request, so `IfExists` changes nothing. */
function isInsecure({ operator, key, values }: Condition): boolean | Unknown {
  return allOf([
    known(operator, (test) => test === "bool" || test === "boolifexists"),
    known(key, (name) => name === "aws:securetransport"),
    anyOf(values.map((value) => known(value, (text) => text.toLowerCase() === "false"))),
  ]);
}
