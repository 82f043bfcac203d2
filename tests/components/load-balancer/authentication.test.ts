import assert from "node:assert/strict";
import type { Authentication } from "../../../components/load-balancer/authentication";
import { WebTier, type WebTierArgs } from "../../../components/web-tier";
import { record } from "../../../planner/record";
import { isSecret } from "../../../planner/wire";

const network = {
  vpcId: "vpc-1",
  publicSubnetIds: ["subnet-1", "subnet-2"],
  privateSubnetIds: ["subnet-3", "subnet-4"],
};
const tls = { certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/c" };
const make = (args: Partial<WebTierArgs> = {}) =>
  record(() => new WebTier("shop", { network, exposure: "internet", tls, ...args }), { environment: "dev" });

const oidc = {
  type: "oidc",
  issuer: "https://id.example.com",
  authorizationEndpoint: "https://id.example.com/authorize",
  tokenEndpoint: "https://id.example.com/token",
  userInfoEndpoint: "https://id.example.com/userinfo",
  clientId: "shop",
  clientSecret: "open-sesame",
} as const;
const cognito = {
  type: "cognito",
  userPoolArn: "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a",
  userPoolClientId: "client",
  userPoolDomain: "shop",
} as const;
const jwt = { type: "jwt", issuer: "https://id.example.com", jwksEndpoint: "https://id.example.com/keys" } as const;

describe("the authentication of a load balancer", () => {
  it("sends people to a provider of OpenID Connect before the servers get them", async () => {
    const plan = await make({
      authentication: {
        ...oidc,
        onUnauthenticated: "deny",
        sessionSeconds: 3600,
        sessionCookieName: "shop",
        scope: "openid email",
        extraParameters: { prompt: "login" },
      },
    });
    const [signIn, ...rest] = Object(plan.get("shop-https").inputs.defaultActions);
    const { clientSecret, ...known } = signIn.authenticateOidc;
    assert.ok(isSecret(clientSecret), "the client's secret is no secret");
    const { type: _type, clientSecret: _secret, ...provider } = oidc;
    assert.deepEqual(
      [{ ...signIn, authenticateOidc: known }, ...rest],
      [
        {
          type: "authenticate-oidc",
          authenticateOidc: {
            ...provider,
            onUnauthenticatedRequest: "deny",
            sessionTimeout: 3600,
            sessionCookieName: "shop",
            scope: "openid email",
            authenticationRequestExtraParams: { prompt: "login" },
          },
        },
        { type: "forward", targetGroupArn: plan.get("shop-tg").outputs.arn },
      ],
    );
  });

  it("sends people to a user pool of Cognito, by AWS's own defaults", async () => {
    const plan = await make({ authentication: cognito });
    const { type: _type, ...pool } = cognito;
    assert.deepEqual(Object(plan.get("shop-https").inputs.defaultActions)[0], {
      type: "authenticate-cognito",
      authenticateCognito: pool,
    });
  });

  it("asks callers for a token, with the claims that are named", async () => {
    const plan = await make({
      authentication: {
        ...jwt,
        claims: {
          aud: { values: ["shop"] },
          groups: { format: "list", values: ["staff", "admin"] },
          scope: { format: "words", values: ["read", "write"] },
        },
      },
    });
    assert.deepEqual(Object(plan.get("shop-https").inputs.defaultActions)[0], {
      type: "jwt-validation",
      jwtValidation: {
        issuer: jwt.issuer,
        jwksEndpoint: jwt.jwksEndpoint,
        additionalClaims: [
          { name: "aud", format: "single-string", values: ["shop"] },
          { name: "groups", format: "string-array", values: ["staff", "admin"] },
          { name: "scope", format: "space-separated-values", values: ["read", "write"] },
        ],
      },
    });
    assert.deepEqual(Object((await make({ authentication: jwt })).get("shop-https").inputs.defaultActions)[0], {
      type: "jwt-validation",
      jwtValidation: { issuer: jwt.issuer, jwksEndpoint: jwt.jwksEndpoint },
    });
  });

  it("lets the load balancer out to the provider, by IPv4 alone and once, and not without it", async () => {
    const routes = { staff: { paths: ["/staff/*"], authentication: oidc } };
    const plan = await make({ authentication: jwt, routes });
    const edge = (name: string) => name.startsWith("shop-edge-out");
    const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    assert.deepEqual(plan.names(egress).filter(edge), ["shop-edge-out-tcp-443-0.0.0.0/0"]);
    assert.deepEqual(plan.get("shop-edge-out-tcp-443-0.0.0.0/0").inputs, {
      securityGroupId: plan.get("shop-sg-edge").id,
      description: "Sign-in: tcp 443 to 0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      cidrIpv4: "0.0.0.0/0",
    });
    assert.deepEqual((await make()).names(egress).filter(edge), []);
  });

  const refused: [string, Authentication][] = [
    ['issuer must begin with https://, got "http://id"', { ...oidc, issuer: "http://id" }],
    ['authorizationEndpoint must begin with https://, got "id"', { ...oidc, authorizationEndpoint: "id" }],
    ['tokenEndpoint must begin with https://, got "id"', { ...oidc, tokenEndpoint: "id" }],
    ['userInfoEndpoint must begin with https://, got "https://"', { ...oidc, userInfoEndpoint: "https://" }],
    ["sessionSeconds must be a whole number between 1 and 604800, got 0", { ...oidc, sessionSeconds: 0 }],
    ["sessionSeconds must be a whole number between 1 and 604800, got 604801", { ...cognito, sessionSeconds: 604801 }],
    [
      'extraParameters must be at most 10, got ["a","b","c","d","e","f","g","h","i","j","k"]',
      { ...cognito, extraParameters: Object.fromEntries([..."abcdefghijk"].map((name) => [name, "1"])) },
    ],
    ['jwksEndpoint must begin with https://, got "keys"', { ...jwt, jwksEndpoint: "keys" }],
    ['issuer must have 1 to 256 characters, got ""', { ...jwt, issuer: "" }],
    [
      'claims must be at most 10, got ["a","b","c","d","e","f","g","h","i","j","k"]',
      { ...jwt, claims: Object.fromEntries([..."abcdefghijk"].map((name) => [name, { values: ["1"] }])) },
    ],
    [
      'claims must not hold iss, exp, nbf or iat, which are always checked, got "iss"',
      { ...jwt, claims: { iss: { values: ["me"] } } },
    ],
    [
      'claims.aud.values must be one for the format single, got ["a","b"]',
      { ...jwt, claims: { aud: { values: ["a", "b"] } } },
    ],
    [
      "claims.aud.values must be 1 to 10 for the format list, got []",
      { ...jwt, claims: { aud: { format: "list", values: [] } } },
    ],
    ['claims.aud.values must have 1 to 256 characters each, got [""]', { ...jwt, claims: { aud: { values: [""] } } }],
    [
      'claims.scope.values must have no spaces where the format is words, got ["read write"]',
      { ...jwt, claims: { scope: { format: "words", values: ["read write"] } } },
    ],
  ];
  for (const [sentence, authentication] of refused) {
    it(`is refused: ${sentence}`, () =>
      assert.rejects(make({ authentication }), { message: `web tier "shop": authentication.${sentence}` }));
  }

  it("is refused on plain HTTP, for all and for a route", async () => {
    const sentence = "must be left out without tls: tokens and cookies would be readable on their way";
    await assert.rejects(make({ tls: "none", authentication: oidc }), {
      message: `web tier "shop": authentication ${sentence}, got "oidc"`,
    });
    await assert.rejects(make({ tls: "none", routes: { staff: { paths: ["/staff/*"], authentication: jwt } } }), {
      message: `web tier "shop": routes.staff.authentication ${sentence}, got "jwt"`,
    });
  });
});
