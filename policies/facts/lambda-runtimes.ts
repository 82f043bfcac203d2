/**
 * The runtimes that AWS has deprecated, on 26 November 2026: it mends them no more, and later takes no functions of them.
 * Those on Amazon Linux 2 that AWS goes on mending (`java11`, `java17`, `python3.11`, `provided.al2`) are not among them.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const deprecatedRuntimes: ReadonlySet<string> = new Set([
  ...["nodejs", "nodejs4.3", "nodejs4.3-edge", "nodejs6.10", "nodejs8.10", "nodejs10.x", "nodejs12.x", "nodejs14.x"],
  ...["nodejs16.x", "nodejs18.x", "nodejs20.x"],
  ...["python2.7", "python3.6", "python3.7", "python3.8", "python3.9", "python3.10"],
  ...["ruby2.5", "ruby2.7", "ruby3.2"],
  ...["dotnetcore1.0", "dotnetcore2.0", "dotnetcore2.1", "dotnetcore3.1", "dotnet5.0", "dotnet6", "dotnet7", "dotnet8"],
  ...["java8", "go1.x", "provided"],
]);
