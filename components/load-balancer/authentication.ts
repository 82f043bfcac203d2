import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../argument-checks";

/**
 * Who gets past the load balancer: people who sign in, or callers with a token. It needs HTTPS, and a way from the load
 * balancer's subnets to the provider: an internal one needs a NAT gateway.
 */
export type Authentication = OidcAuthentication | CognitoAuthentication | JwtAuthentication;

/**
 * People sign in with a provider that speaks OpenID Connect. It must send them back to `/oauth2/idpresponse`.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export interface OidcAuthentication extends Session {
  readonly type: "oidc";
  /** The provider, beginning with https://. */
  readonly issuer: pulumi.Input<string>;
  /** Where people sign in, beginning with https://. */
  readonly authorizationEndpoint: pulumi.Input<string>;
  /** Where tokens are fetched, beginning with https://. */
  readonly tokenEndpoint: pulumi.Input<string>;
  /** What tells who somebody is, beginning with https://. */
  readonly userInfoEndpoint: pulumi.Input<string>;
  /** How the provider knows the load balancer. */
  readonly clientId: pulumi.Input<string>;
  /** The password to it; it is kept secret in plans and in the state. */
  readonly clientSecret: pulumi.Input<string>;
}

/** People sign in with a user pool of Cognito. Its client must have a secret and send them to `/oauth2/idpresponse`. */
export interface CognitoAuthentication extends Session {
  readonly type: "cognito";
  readonly userPoolArn: pulumi.Input<string>;
  readonly userPoolClientId: pulumi.Input<string>;
  /** The prefix of the pool's domain, or a domain of its own. */
  readonly userPoolDomain: pulumi.Input<string>;
}

/**
 * Callers bring a token, signed with RS256; others get 401.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html
 */
export interface JwtAuthentication {
  readonly type: "jwt";
  /** Who issues tokens, at most 256 characters. */
  readonly issuer: pulumi.Input<string>;
  /** Where the issuer's keys are, beginning with https://, at most 256 characters; at most 10 keys. */
  readonly jwksEndpoint: pulumi.Input<string>;
  /** Claims that a token must have besides a valid issuer and dates, by name, at most 10. @default none */
  readonly claims?: Readonly<Record<string, Claim>>;
}

/** What a claim must hold: the text, one of a list, or one of words with spaces between. */
export interface Claim {
  /** @default "single" */
  readonly format?: keyof typeof claimFormats;
  /** At most 10, of at most 256 characters each. */
  readonly values: readonly string[];
}

/** How long somebody stays signed in, and what happens to others. */
export interface Session {
  /** Whether others are sent to sign in, let through without a name, or refused with 401. @default "authenticate" */
  readonly onUnauthenticated?: "authenticate" | "allow" | "deny";
  /** Seconds until somebody must sign in again, 1–604800. @default 604800, a week */
  readonly sessionSeconds?: number;
  /** The cookie that remembers somebody. @default "AWSELBAuthSessionCookie" */
  readonly sessionCookieName?: string;
  /** What is asked of the provider, with spaces between. @default "openid" */
  readonly scope?: string;
  /** Further parameters for the page where people sign in, at most 10. @default none */
  readonly extraParameters?: Readonly<Record<string, string>>;
}

const claimFormats = {
  single: "single-string",
  list: "string-array",
  words: "space-separated-values",
} as const;

/**
 * @param place the argument that holds it
 * @param speaksTls whether the listener speaks HTTPS
 */
export function checkAuthentication(
  check: ArgumentCheck,
  place: string,
  authentication: Authentication,
  speaksTls: boolean,
): void {
  check(
    speaksTls,
    place,
    "must be left out without tls: tokens and cookies would be readable on their way",
    authentication.type,
  );
  const checkUrl = (argument: string, url: pulumi.Input<string>) => {
    if (typeof url !== "string") return;
    check(/^https:\/\/[^\s/]+/.test(url), `${place}.${argument}`, "must begin with https://", url);
  };
  switch (authentication.type) {
    case "oidc":
      checkUrl("issuer", authentication.issuer);
      checkUrl("authorizationEndpoint", authentication.authorizationEndpoint);
      checkUrl("tokenEndpoint", authentication.tokenEndpoint);
      checkUrl("userInfoEndpoint", authentication.userInfoEndpoint);
      checkSession(check, place, authentication);
      break;
    case "cognito":
      checkSession(check, place, authentication);
      break;
    case "jwt":
      checkUrl("jwksEndpoint", authentication.jwksEndpoint);
      checkJwt(check, place, authentication);
      break;
  }
}

function checkSession(
  check: ArgumentCheck,
  place: string,
  { sessionSeconds = 1, extraParameters = {} }: Session,
): void {
  const isTime = Number.isInteger(sessionSeconds) && sessionSeconds >= 1 && sessionSeconds <= 604800;
  check(isTime, `${place}.sessionSeconds`, "must be a whole number between 1 and 604800", sessionSeconds);
  const names = Object.keys(extraParameters);
  check(names.length <= 10, `${place}.extraParameters`, "must be at most 10", names);
}

function checkJwt(check: ArgumentCheck, place: string, { issuer, jwksEndpoint, claims = {} }: JwtAuthentication): void {
  for (const [argument, text] of Object.entries({ issuer, jwksEndpoint })) {
    if (typeof text !== "string") continue;
    const isShort = text.length >= 1 && text.length <= 256;
    check(isShort, `${place}.${argument}`, "must have 1 to 256 characters", text);
  }
  const names = Object.keys(claims);
  check(names.length <= 10, `${place}.claims`, "must be at most 10", names);
  const own = names.find((name) => ["iss", "exp", "nbf", "iat"].includes(name));
  check(own === undefined, `${place}.claims`, "must not hold iss, exp, nbf or iat, which are always checked", own);
  for (const [name, { format = "single", values }] of Object.entries(claims)) {
    const most = format === "single" ? 1 : 10;
    const areFew = values.length >= 1 && values.length <= most;
    const number = most === 1 ? "one" : "1 to 10";
    check(areFew, `${place}.claims.${name}.values`, `must be ${number} for the format ${format}`, values);
    const areShort = values.every((value) => value.length >= 1 && value.length <= 256);
    check(areShort, `${place}.claims.${name}.values`, "must have 1 to 256 characters each", values);
    const areWords = format !== "words" || values.every((value) => !/\s/.test(value));
    check(areWords, `${place}.claims.${name}.values`, "must have no spaces where the format is words", values);
  }
}

/** The action that stands before the one that answers. */
export function authenticationAction(authentication: Authentication): aws.types.input.lb.ListenerRuleAction {
  switch (authentication.type) {
    case "oidc": {
      const { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId } = authentication;
      const clientSecret = pulumi.secret(authentication.clientSecret);
      const provider = { issuer, authorizationEndpoint, tokenEndpoint, userInfoEndpoint, clientId, clientSecret };
      return { type: "authenticate-oidc", authenticateOidc: { ...provider, ...sessionInput(authentication) } };
    }
    case "cognito": {
      const { userPoolArn, userPoolClientId, userPoolDomain } = authentication;
      const pool = { userPoolArn, userPoolClientId, userPoolDomain };
      return { type: "authenticate-cognito", authenticateCognito: { ...pool, ...sessionInput(authentication) } };
    }
    case "jwt": {
      const { issuer, jwksEndpoint, claims = {} } = authentication;
      const additionalClaims = Object.entries(claims).map(([name, { format = "single", values }]) => ({
        name,
        format: claimFormats[format],
        values: [...values],
      }));
      return {
        type: "jwt-validation",
        jwtValidation: {
          issuer,
          jwksEndpoint,
          additionalClaims: additionalClaims.length > 0 ? additionalClaims : undefined,
        },
      };
    }
  }
}

function sessionInput(session: Session) {
  const { onUnauthenticated, sessionSeconds, sessionCookieName, scope, extraParameters } = session;
  return {
    onUnauthenticatedRequest: onUnauthenticated,
    sessionTimeout: sessionSeconds,
    sessionCookieName,
    scope,
    authenticationRequestExtraParams: extraParameters && { ...extraParameters },
  };
}
