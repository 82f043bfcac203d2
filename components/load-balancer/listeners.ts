import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { LoadBalancerSettings } from "../load-balancer";
import { headerNames } from "./request-headers";
import { responseHeaderInputs } from "./response-headers";
import { defaultTlsPolicy, furtherCertificates, mutualAuthentication } from "./tls";

/** The listeners; the first is the one that serves, by the given actions. */
export function listeners(
  name: string,
  balancer: aws.lb.LoadBalancer,
  actions: readonly aws.types.input.lb.ListenerDefaultAction[],
  { tls, requestHeaders, responseHeaders }: Pick<LoadBalancerSettings, "tls" | "requestHeaders" | "responseHeaders">,
  parent: pulumi.Resource,
): [aws.lb.Listener, ...aws.lb.Listener[]] {
  const loadBalancerArn = balancer.arn;
  const http = { loadBalancerArn, port: 80, protocol: "HTTP" };
  const headers = responseHeaderInputs(responseHeaders, tls !== "none");
  if (tls === "none") {
    const plain = new aws.lb.Listener(
      `${name}-http`,
      { ...http, defaultActions: [...actions], ...headers },
      { parent },
    );
    return [plain];
  }
  const https = new aws.lb.Listener(
    `${name}-https`,
    {
      loadBalancerArn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: tls.policy ?? defaultTlsPolicy,
      certificateArn: tls.certificateArn,
      mutualAuthentication: mutualAuthentication(tls.mutual),
      defaultActions: [...actions],
      ...headerNames(requestHeaders),
      ...headers,
    },
    { parent },
  );
  furtherCertificates(`${name}-https`, https, tls, parent);
  const redirect = { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" };
  const toHttps = new aws.lb.Listener(
    `${name}-http`,
    {
      ...http,
      defaultActions: [{ type: "redirect", redirect }],
      // A redirect has no content to protect, but it names its server too.
      routingHttpResponseServerEnabled: headers.routingHttpResponseServerEnabled,
    },
    { parent },
  );
  return [https, toHttps];
}
